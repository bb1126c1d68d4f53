"""Financial years: with their first month right, without it asked for, never moved in silence."""

import pandas as pd
import pytest

from core.tables import Answers, Reading, describe, read
from core.tables.stored import from_parquet, to_parquet
from tests.core.tables.odd.case import judged
from tests.core.tables.odd.financial import financial_files

MONTHS = ("Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des", "Jan", "Feb", "Mar")


@pytest.mark.parametrize("odd", financial_files(), ids=lambda odd: odd.name)
def test_financial_years_are_right_or_asked_for(odd):
    verdict, why = judged(odd)
    assert verdict == ("asked" if odd.asks else "right"), why


def of(lines: list[str], **said: object) -> Reading:
    return read("\n".join(lines).encode(), "f.csv", Answers(**said))


def series(reading: Reading) -> dict[str, float]:
    """First day of the period -> value, of the first metric."""
    frame = reading.tables[0].frame
    figures = frame["value"] if "value" in frame else frame.iloc[:, -1]
    return dict(zip(frame[period(reading).name].astype(str).str[:10], figures, strict=True))


def period(reading: Reading):
    return next(one for one in reading.tables[0].columns if one.field == "period")


def said(reading: Reading) -> str:
    return " ".join(one.to("en") for one in reading.tables[0].notices)


def year_of_months(first: str) -> dict[str, float]:
    days = pd.period_range(first, periods=12, freq="M")
    return {str(day.start_time.date()): float(i) for i, day in enumerate(days)}


def test_months_down_and_financial_years_across():
    rows = [f"{name},{i},{i + 12}" for i, name in enumerate(MONTHS)]
    found = of(["Bulan,FY2025,FY2026", *rows], fiscal_start=4)
    later = {day: value + 12 for day, value in year_of_months("2025-04").items()}
    assert series(found) == year_of_months("2024-04") | later


@pytest.mark.parametrize("label", ["2026", "FY2026"])
def test_financial_years_down_and_months_across(label):
    figures = ",".join(map(str, range(12)))
    found = of([f"Tahun Buku,{','.join(MONTHS)}", f"{label},{figures}"], fiscal_start=4)
    assert series(found) == year_of_months("2025-04")


def test_months_across_beside_a_column_of_financial_years():
    figures = ",".join(map(str, range(12)))
    found = of([f"Cabang,Tahun Buku,{','.join(MONTHS)}", f"A,2026,{figures}"], fiscal_start=4)
    assert series(found) == year_of_months("2025-04")


@pytest.mark.parametrize("header", ["FY2024,FY2025,FY2026", "2023/24,2024/25,2025/26",
                                    "2023-24,2024-25,2025-26"])  # fmt: skip
def test_financial_years_across(header):
    found = of([f"Metrik,{header}", "Omzet,1,2,3"], fiscal_start=7)
    assert series(found) == {"2023-07-01": 1, "2024-07-01": 2, "2025-07-01": 3}
    assert period(found).year_starts == 7


def test_years_across_that_look_like_months_are_asked_for():
    found = of(["Metrik,2009-10,2010-11,2011-12", "Omzet,1,2,3"])
    assert [one.id for one in found.tables[0].questions] == ["fiscal_start"]


@pytest.mark.parametrize("month", [None, 1, 4])
def test_a_year_and_a_quarter_beside_it(month):
    rows = [f"{year},Q{quarter},{quarter}" for year in (2024, 2025) for quarter in (1, 2, 3, 4)]
    found = of(["Fiscal Year,Quarter,Revenue", *rows], fiscal_start=month)
    first = "2023-04-01" if month == 4 else "2024-01-01"
    assert next(iter(series(found))) == first
    assert ("read as calendar periods" in said(found)) == (month is None)
    assert period(found).year_starts == (month or 1)


def test_years_that_are_no_period_of_the_table_are_not_asked_for():
    rows = [f"2025-{month:02},2024/25,{month}" for month in range(1, 7)]
    found = of(["Bulan,Tahun Ajaran,Omzet", *rows])
    assert not found.tables[0].questions
    assert "may be a fiscal year" in said(found)


def test_a_year_that_names_two_cannot_start_in_january():
    lines = ["Periode,Omzet", "2023/24,1", "2024/25,2", "2025/26,3"]
    for month in (None, 1):
        asked = of(lines, fiscal_start=month).tables[0].questions[0]
        assert [value for value, _ in asked.choices] == [str(one) for one in range(2, 13)]
        assert asked.option == "--fiscal-start"
    answered = Answers().with_answer(asked, "4")
    found = read("\n".join(lines).encode(), "f.csv", answered)
    assert series(found) == {"2023-04-01": 1, "2024-04-01": 2, "2025-04-01": 3}


def test_the_quality_of_financial_periods_speaks_of_them_by_name():
    lines = ["Periode,Omzet", "FY25 Q1,1", "FY25 Q2,2", "FY25 Q4,4", "FY26 Q1,5"]
    told = describe(read("\n".join(lines).encode(), "f.csv", Answers(fiscal_start=4)))
    quality = told["tables"][0]["quality"]
    assert quality["freshness"]["newest"] == "FY2026-Q1"
    assert any("Q3 FY2025" in one["what"] for one in quality["findings"])


def test_a_frame_of_parquet_keeps_its_financial_years():
    table = of(["Periode,Omzet", "FY25 Q1,1", "FY25 Q2,2"], fiscal_start=4).tables[0]
    assert from_parquet(to_parquet(table)).columns == table.columns
