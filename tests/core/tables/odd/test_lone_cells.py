"""A record of which only its first cell is known is no heading; a fraction is no telephone."""

import pytest

from core.tables import ColumnType, read


@pytest.mark.parametrize(("first", "rest"), [("1932.6", "1930.4"), ("2025-01-01", "2025-01-02")])
def test_a_day_or_figure_alone_in_its_row_is_a_record(first, rest):
    lines = ["Awal,Omzet,Kunjungan", f"{first},,", *[f"{rest},{i},{i + 3}" for i in range(10, 18)]]
    (table,) = read("\n".join(lines).encode(), "rekap.csv").tables
    assert len(table.frame) == 9 and not table.set_aside


def test_a_year_above_its_months_is_still_a_heading():
    lines = ["Bulan,Omzet,Kunjungan", "2024,,", "Januari,5,3", "Februari,6,4", "2025,,",
             "Januari,7,5", "Februari,8,6"]  # fmt: skip
    (table,) = read("\n".join(lines).encode(), "rekap.csv").tables
    assert len(table.frame) == 4 and table.columns[0].type is ColumnType.DATE


def test_fractions_in_a_column_of_hp_are_figures_and_numbers_to_dial_are_not():
    lines = ["s(hp);HP", "-1.69410479656783;081234567890", "0.43074651017384;081234567891",
             "-5.16910959861911;081234567892"]  # fmt: skip
    (table,) = read("\n".join(lines).encode(), "model.csv").tables
    assert [one.type for one in table.columns] == [ColumnType.NUMBER, ColumnType.TEXT]
