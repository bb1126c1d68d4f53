"""Every value leads back to the very cell of the file that holds it."""

import datetime as dt
import re

import pandas as pd
import pytest

from core.errors import Place
from core.tables import ColumnType, Table, read
from tests.core.tables.layouts import made
from tests.core.tables.torture import LAYOUTS, Case, Money, Share
from tests.core.tables.written import written

FILES_PER_LAYOUT = 4
SCALES = (1, 100, 1e6)  # shares written as percent, money written in millions
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)


def at(place: Place, case: Case) -> object:
    """What the generated sheet holds in that cell."""
    page = next((one for one in case.pages if one.name == place.sheet), case.pages[0])
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", place.cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    assert int(digits) == place.row
    cell = page.rows[int(digits) - 1][column - 1]
    return cell.value if isinstance(cell, (Share, Money)) else cell


def values_of(table: Table):
    """Every number of the table with its place."""
    for one in table.columns:
        if one.field in ("measure", "value", "target") and one.type in NUMBERS:
            for position, value in enumerate(table.frame[one.name]):
                if not pd.isna(value):
                    yield value, table.place(position, one.name)


@pytest.mark.parametrize("layout", range(len(LAYOUTS)), ids=LAYOUTS)
def test_each_value_stands_at_the_cell_its_place_names(layout):
    seen = 0
    for seed in range(layout, FILES_PER_LAYOUT * len(LAYOUTS), len(LAYOUTS)):
        case = made(seed)
        content, name = written(case)
        for table in read(content, name).tables:
            for value, place in values_of(table):
                assert place.source == name
                found = at(place, case)
                assert isinstance(found, float), f"seed {seed}: {place} holds {found}"
                assert any(abs(value * scale - found) <= 1e-9 * abs(found) for scale in SCALES)
                seen += 1
    assert seen


def test_periods_and_labels_of_an_upright_sheet_have_their_cell(sheet):
    rows = [["Laporan"], ["Bulan", "Cabang", "Leads"], [dt.date(2025, 1, 1), "Bandung", 4]]
    (table,) = read(sheet(rows + rows[2:]), "a.xlsx").tables
    assert table.place(0, "Bulan").cell == "A3"
    assert table.place(1, "Cabang") == Place("a.xlsx", "Rekap", 4, "Cabang", "B4")
    assert table.origin is None


def test_a_target_beside_its_actual_value_has_its_own_cell(sheet):
    rows = [[None, "Jan 2025", None, "Feb 2025", None],
            ["KPI", "Target", "Realisasi", "Target", "Realisasi"],
            ["Leads", 10, 9, 20, 21], ["Demo", 5, 6, 7, 8]]  # fmt: skip
    (table,) = read(sheet(rows), "a.xlsx").tables
    cells = [(table.place(i, "value").cell, table.place(i, "target").cell) for i in range(4)]
    assert cells == [("C3", "B3"), ("E3", "D3"), ("C4", "B4"), ("E4", "D4")]
    assert table.place(0, "KPI").cell == "A3"
    assert table.place(0, "period").cell == ""
