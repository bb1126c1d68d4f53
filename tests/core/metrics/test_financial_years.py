"""Years that start in another month: quarters and years by hand, laws, and what does not fit."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Refusal
from core.metrics import build_panel, describe, receipts, standing
from core.periods import Grain, label
from tests.core.metrics.records.tables import deals

LONGER = st.sampled_from([Grain.QUARTER, Grain.YEAR])
MONTH = st.integers(1, 12)
NUMBERS = st.lists(st.integers(0, 999), min_size=40, max_size=40)
QUICK = settings(max_examples=30, deadline=None)
TWO_YEARS = {"Omzet": range(1, 28)}


def labelled(panel, id="revenue"):
    return {label(period): value for period, value in panel.values[id].dropna().items()}


def read_as(table, month):
    """The table with the labels of its periods read as those of years that start in that month."""
    period, *rest = table.columns
    return replace(table, columns=(replace(period, year_starts=month), *rest))


def test_quarters_of_a_year_from_april_by_hand(table, months_from):
    panel = build_panel(
        [table(months_from("2024-04", 27), TWO_YEARS)], Grain.QUARTER, fiscal_start=4
    )
    assert list(labelled(panel).items())[:5] == [
        ("FY2025-Q1", 1 + 2 + 3), ("FY2025-Q2", 4 + 5 + 6), ("FY2025-Q3", 7 + 8 + 9),
        ("FY2025-Q4", 10 + 11 + 12), ("FY2026-Q1", 13 + 14 + 15),
    ]  # fmt: skip
    assert panel.grain is Grain.QUARTER
    assert "FY2027 is Apr 2026 to Mar 2027." in [one.to("en") for one in panel.notices]


def test_years_from_april_by_hand_and_a_year_that_is_not_over(table, months_from):
    panel = build_panel([table(months_from("2024-04", 27), TWO_YEARS)], Grain.YEAR, fiscal_start=4)
    assert labelled(panel) == {"FY2025": sum(range(1, 13)), "FY2026": sum(range(13, 25))}
    assert describe(panel)["unfinished"] == "FY2027"
    assert describe(panel)["metrics"]["revenue"]["counts"] == {"FY2025": 12, "FY2026": 12}


def test_a_value_leads_back_to_the_months_of_its_financial_quarter(table, months_from):
    sheet = table(months_from("2024-01", 24), {"Omzet": range(1, 25)})
    panel = build_panel([sheet], Grain.QUARTER, fiscal_start=2)
    first = next(p for p in panel.values.index if label(p) == "FY2025-Q1")
    assert [one.value for one in receipts([sheet], panel, ("revenue", first))] == [2, 3, 4]


def test_a_year_before_is_the_same_quarter_of_the_year_before(table, months_from):
    sheet = table(months_from("2024-02", 24), {"Omzet": range(1, 25)})
    now = standing(build_panel([sheet], Grain.QUARTER, fiscal_start=2), "revenue")
    assert (label(now.last.period), label(now.year_ago.period)) == ("FY2026-Q4", "FY2025-Q4")
    assert (now.last.value, now.year_ago.value) == (22 + 23 + 24, 10 + 11 + 12)


def test_records_fall_into_financial_quarters_by_hand():
    days = ["2025-01-31", "2025-02-01", "2025-04-30T23:59:59", "2025-05-01", "2025-10-31"]
    rows = [(i, "won", "2025-01-02", day, 10.0**i) for i, day in enumerate(days)]
    panel = build_panel([deals(rows)], Grain.QUARTER, fiscal_start=2, keep_unfinished=True)
    assert labelled(panel) == {
        "FY2025-Q4": 1.0, "FY2026-Q1": 110.0, "FY2026-Q2": 1000.0, "FY2026-Q3": 10000.0,
    }  # fmt: skip


@QUICK
@given(numbers=NUMBERS, start=MONTH, grain=LONGER)
def test_a_financial_period_is_the_sum_of_its_months(table, months_from, numbers, start, grain):
    sheet = table(months_from("2023-01", 40), {"Omzet": numbers, "Panggilan": numbers[::-1]})
    panel = build_panel([sheet], grain, fiscal_start=start)
    months = pd.Series(numbers, pd.period_range("2023-01", periods=40, freq="M"), dtype=float)
    later = np.arange(len(months)) + 12 - (start - 1)  # months since some year of that kind began
    length = 3 if grain is Grain.QUARTER else 12
    parts = months.groupby(later // length)
    whole = parts.sum()[parts.size() == length]
    found = panel.values["revenue"].dropna()
    assert found.tolist() == whole.tolist()[: len(found)]
    assert len(whole) - len(found) in (0, 1)  # a last one that looks unfinished is left out


@QUICK
@given(numbers=NUMBERS, grain=st.sampled_from([None, *list(Grain)[2:]]))
def test_a_year_from_january_is_the_calendar_year_to_the_digit(table, months_from, numbers, grain):
    sheet = table(months_from("2023-01", 40), {"Omzet": numbers, "Panggilan": numbers[::-1]})
    usual, panel = build_panel([sheet], grain), build_panel([sheet], grain, fiscal_start=1)
    assert describe(usual) == describe(panel)
    assert usual.key == panel.key


@QUICK
@given(numbers=NUMBERS, start=MONTH)
def test_months_are_the_same_whenever_years_start(table, months_from, numbers, start):
    sheet = table(months_from("2023-01", 40), {"Omzet": numbers, "Panggilan": numbers[::-1]})
    assert describe(build_panel([sheet])) == describe(build_panel([sheet], fiscal_start=start))


@pytest.mark.parametrize("start", [4, 7, 10])
def test_calendar_quarters_take_the_names_of_the_financial_quarters_they_are(table, start):
    days = [f"{year}-{month:02}-01" for year in (2024, 2025) for month in (1, 4, 7, 10)]
    sheet = table(days, {"Omzet": range(1, 9)}, grain=Grain.QUARTER)
    panel = build_panel([sheet], Grain.QUARTER, fiscal_start=start)
    assert list(labelled(panel).values()) == list(range(1, 9))
    assert panel.values.index[0].start_time == pd.Timestamp("2024-01-01")
    assert not any("unknown" in one.to("en") for one in panel.notices)


@pytest.mark.parametrize(("grain", "start"), [(Grain.QUARTER, 2), (Grain.YEAR, 4)])
def test_calendar_periods_that_lie_across_financial_ones_are_refused(table, grain, start):
    days = [
        str(day.date()) for day in pd.period_range("2020-01", periods=6, freq=grain.freq).start_time
    ]
    sheet = table(days, {"Omzet": range(6)}, grain=grain)
    with pytest.raises(Refusal) as stop:
        build_panel([sheet], fiscal_start=start)
    assert "are not those of financial years" in stop.value.what.to("en")
    assert "January" in stop.value.remedy.to("en")


@pytest.mark.parametrize("days", [("2023-03-31", "2024-03-31", "2025-03-31"),
                                  ("2022-04-01", "2023-04-01", "2024-04-01")])  # fmt: skip
def test_days_that_end_or_begin_a_financial_year_name_it(table, days):
    sheet = table(days, {"Omzet": [1, 2, 3]}, grain=Grain.YEAR)
    found = labelled(build_panel([sheet], fiscal_start=4))
    assert found == {"FY2023": 1, "FY2024": 2, "FY2025": 3}


def test_financial_labels_of_a_table_make_the_panel_follow_them(table, months_from):
    years = table(["2023-04-01", "2024-04-01"], {"Omzet": [78, 222]}, grain=Grain.YEAR)
    monthly = table(months_from("2023-04", 24), {"Panggilan": [1] * 24}, sheet="M")
    panel = build_panel([read_as(years, 4), monthly])
    assert labelled(panel) == {"FY2024": 78, "FY2025": 222}
    calls = "panggilan" if "panggilan" in panel.values else panel.values.columns[1]
    assert labelled(panel, calls) == {"FY2024": 12, "FY2025": 12}


@pytest.mark.parametrize(("read", "said"), [(7, 4), (1, 4), (4, 1)])
def test_labels_read_with_another_month_are_refused_never_moved(table, read, said):
    days = ["2024-01-01", "2024-04-01", "2024-07-01"]
    sheet = read_as(table(days, {"Omzet": [1, 2, 3]}, grain=Grain.QUARTER), read)
    with pytest.raises(Refusal, match="were read as starting in"):
        build_panel([sheet], fiscal_start=said)


def test_a_week_belongs_to_the_financial_quarter_of_its_thursday(table):
    days = [str(day.date()) for day in pd.date_range("2024-12-30", periods=60, freq="W-MON")]
    sheet = table(days, {"Omzet": [1] * 60}, grain=Grain.WEEK)
    panel = build_panel([sheet], Grain.QUARTER, fiscal_start=2)
    thursdays = pd.PeriodIndex(pd.to_datetime(days) + pd.Timedelta(days=3), freq="Q-JAN")
    for period, value in panel.values["revenue"].dropna().items():
        assert value == (thursdays == period).sum()
