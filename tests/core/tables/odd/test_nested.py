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
