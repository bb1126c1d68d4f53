"""Figures nested under periods keep their labels; whatever is unsure is never added up."""

import pytest

from core.tables import read
from core.tables.model import Table
from tests.core.tables.odd.case import Odd, judged
from tests.core.tables.odd.nested import nested


@pytest.mark.parametrize("odd", nested(3), ids=lambda odd: odd.name)
def test_labels_and_names_of_figures_get_columns_of_their_own(odd: Odd) -> None:
    assert judged(odd)[0] == "right", judged(odd)[1]


def _table(*lines: str) -> Table:
    (table,) = read("\n".join(lines).encode(), "kinerja.csv").tables
    return table


def _rows(table: Table, *names: str) -> list[tuple[object, ...]]:
    return list(dict.fromkeys(table.frame[list(names)].itertuples(index=False, name=None)))


def test_each_figure_keeps_its_own_target() -> None:
    table = _table(
        ",Jan 2025,,,,Feb 2025,,,",
        "Cabang,Target Leads,Realisasi Leads,Target Omzet,Realisasi Omzet,"
        "Target Leads,Realisasi Leads,Target Omzet,Realisasi Omzet",
        "Jakarta,10,9,100,90,11,12,110,120",
        "Solo,20,21,200,210,22,20,220,200",
    )
    assert _rows(table, "Cabang", "metric", "value", "target")[:4] == [
        ("Jakarta", "Leads", 9, 10), ("Jakarta", "Leads", 12, 11),
        ("Jakarta", "Omzet", 90, 100), ("Jakarta", "Omzet", 120, 110),
    ]  # fmt: skip


def test_rows_that_name_indicators_keep_them_and_cities_get_a_column() -> None:
    table = _table(
        ",Jan 2025,,,Feb 2025,,",
        "Indikator,Jakarta,Bandung,Total,Jakarta,Bandung,Total",
        "Leads,10,20,30,11,21,32",
        "Omzet,100,200,300,110,210,320",
    )
    assert _rows(table, "Indikator", "group") == [
        ("Leads", "Jakarta"), ("Leads", "Bandung"), ("Omzet", "Jakarta"), ("Omzet", "Bandung"),
    ]  # fmt: skip
    assert "Jan 2025 Total" in " ".join(map(str, table.notices))


def test_a_rate_beside_a_figure_is_an_indicator_of_its_own() -> None:
    table = _table(
        ",Jan 2025,,,Feb 2025,,",
        "KPI,Target,Realisasi,Capaian %,Target,Realisasi,Capaian %",
        "Leads,10,9,90,11,12,109",
        "Omzet,20,21,105,22,22,100",
    )
    assert _rows(table, "KPI", "metric")[:2] == [("Leads", "Leads"), ("Leads", "Leads Capaian %")]
    assert table.frame["target"].notna().sum() == 4


def test_what_neither_rows_nor_header_surely_name_is_joined_and_said() -> None:
    table = _table(",Jan 2025,,Feb 2025,", ",Baru,Lama,Baru,Lama", "Andi,1,2,3,4", "Budi,5,6,7,8")
    assert _rows(table, "Column A", "metric")[:2] == [("Andi", "Andi Baru"), ("Andi", "Andi Lama")]
    assert "together name the indicators" in " ".join(map(str, table.notices))


def test_a_figure_that_stands_twice_in_a_period_makes_no_indicator() -> None:
    table = _table(
        ",Jan 2025,,Feb 2025,", "Cabang,Leads,Leads,Leads,Leads", "Jakarta,1,2,3,4", "Solo,5,6,7,8"
    )
    assert table.kind == "other"
    assert "stands twice" in " ".join(map(str, table.notices))


@pytest.mark.parametrize("shape", ["{} {}", "{1} {0}", "{} ({})", "{}_{}", "{} - {}"])
@pytest.mark.parametrize(
    "months", [("Jan 2025", "Feb 2025"), ("2025-01", "2025-02"), ("Januari 2025", "Februari 2025")]
)
def test_a_figure_and_its_month_may_stand_in_one_header(
    shape: str, months: tuple[str, str]
) -> None:
    figures = ("Leads", "Omzet")
    below = ["Jakarta,10,12,100,110", "Solo,20,22,200,220"]
    one = _table(
        ",".join(["Cabang", *(shape.format(f, m) for f in figures for m in months)]), *below
    )
    two = _table(f",{figures[0]},,{figures[1]},", ",".join(["Cabang", *months, *months]), *below)
    names = "Cabang", "metric", "period", "value"
    assert _rows(one, *names) == _rows(two, *names)
    assert len(_rows(one, *names)) == 8


def test_targets_stand_beside_the_figure_whose_header_names_the_same_months() -> None:
    table = _table(
        "Cabang,Penjualan Jan-25,Penjualan Feb-25,Target Jan-25,Target Feb-25",
        "Jakarta,12,13,10,11",
        "Solo,8,9,7,8",
    )
    assert _rows(table, "metric", "value", "target")[:2] == [
        ("Penjualan", 12, 10), ("Penjualan", 13, 11),
    ]  # fmt: skip


def test_names_and_questions_that_hold_a_month_or_a_quarter_are_no_periods() -> None:
    named = _table("Nama,May Hall,April Wong,Total", "A,1,2,3", "B,4,5,9", "C,6,7,13")
    assert {"May Hall", "April Wong"} <= set(named.frame.columns)
    sold = _table("Produk,Outlet 40115,Outlet 40116,Room 2001,Room 2002", "A,1,2,3,4", "B,4,5,9,8")
    assert {"Outlet 40115", "Room 2001"} <= set(sold.frame.columns)
    asked = _table("Responden,Q1 Score,Q2 Score,Q1 Why,Q2 Why", "1,5,4,ok,baik", "2,3,3,ok,buruk")
    assert {"Q1 Score", "Q2 Score"} <= set(asked.frame.columns)
