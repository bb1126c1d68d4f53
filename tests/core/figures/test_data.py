"""The X-ray shows each row of the sheet as what it was understood to be."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Issue, Place
from core.figures.data import left_out, legend, role_name, styled, widths, xray
from core.figures.roles import Role, letters
from core.figures.theme import Look
from core.language import text
from core.tables import read
from core.tables.model import Aside, Column, ColumnType, Grid, SetAside, Table, TableKind


def grid(rows: list[list[str]], sheet: str = "Rekap") -> Grid:
    cells = pd.DataFrame(rows, index=pd.RangeIndex(1, len(rows) + 1))
    return Grid(sheet, cells, cells.map(lambda _: "text"))


def table(data: list[int], aside: tuple[SetAside, ...] = (), lost: str = "") -> Table:
    place = Place("rekap.xlsx", "Rekap", cell=lost)
    issues = (Issue(text("lost"), text("mend"), place),) if lost else ()
    column = Column("Omzet", "measure", ColumnType.NUMBER, issues=issues)
    frame = pd.DataFrame({"Omzet": [1.0] * len(data)}, index=data)
    return Table(TableKind.KPI_WIDE, "rekap.xlsx", "Rekap", frame, (column,), (2,), aside)


SHEET = grid(
    [["Rekap 2024", ""], ["Bulan", "Omzet"], ["Jan", "12"], ["Feb", "x"], ["", ""], ["TOTAL", "12"]]
)
ASIDE = (SetAside((1,), Aside.TITLE, "Rekap 2024"), SetAside((6,), Aside.TOTAL, "TOTAL"))


def test_each_row_has_the_role_it_was_read_as():
    roles = xray(SHEET, (table([3, 4], ASIDE),)).roles
    assert roles["A"].tolist() == ["title", "header", "data", "data", "blank", "total"]


def test_rows_and_columns_are_named_as_in_the_spreadsheet():
    cells = xray(SHEET, ()).cells
    assert cells.index.tolist() == [1, 2, 3, 4, 5, 6]
    assert cells.columns.tolist() == ["A", "B"]
    assert cells.loc[3, "B"] == "12"


def test_a_cell_that_was_lost_is_coloured_by_itself():
    roles = xray(SHEET, (table([3, 4], ASIDE, lost="B4"),)).roles
    assert roles.loc[4].tolist() == [Role.DATA, Role.LOST]


def test_a_row_stays_data_when_its_first_cell_was_lost():
    view = xray(SHEET, (table([3, 4], ASIDE, lost="A4"),))
    assert view.roles.loc[4].tolist() == [Role.LOST, Role.DATA]
    assert styled(view, Look("en")).data["Read as"].tolist()[3] == "data"


def test_a_further_table_has_a_colour_of_its_own_on_its_own_columns():
    beside = grid([["Bulan", "Omzet", "", "Kota"], ["Jan", "12", "", "Solo"]])
    first, second = table([2]), table([2])
    first = replace(first, header_rows=(1,), columns=(replace(first.columns[0], letter="B"),))
    second = replace(second, header_rows=(1,), columns=(replace(first.columns[0], letter="D"),))
    view = xray(beside, (first, second))
    assert view.roles.loc[2].tolist() == [Role.DATA, Role.DATA, Role.DATA, Role.NEXT]
    assert view.rows.tolist() == [Role.HEADER, Role.DATA]
    words = [name for name, *_ in legend(view, Look("en"))]
    assert words == ["header", "data", "another table"]


def test_tables_of_other_sheets_colour_nothing():
    roles = xray(grid([["a"], ["b"], [""]], sheet="Lain"), (table([1, 2]),)).roles
    assert roles["A"].tolist() == [Role.OTHER, Role.OTHER, Role.BLANK]


def test_a_long_sheet_is_cut_but_its_totals_and_lost_cells_are_shown():
    long = grid([["x", "1"] for _ in range(1000)])
    data = list(range(3, 1000))
    view = xray(long, (table(data, (SetAside((1000,), Aside.TOTAL, ""),), lost="B700"),))
    assert len(view.cells) == 200
    assert view.rows_left_out == 800
    assert view.roles.loc[1000, "A"] == Role.TOTAL
    assert view.roles.loc[700, "B"] == Role.LOST
    assert view.cells.index.is_monotonic_increasing and view.cells.index[0] == 1
    assert (
        left_out(view)
        .to("id")
        .startswith("Tidak ditampilkan di sini, tetapi terbaca: 800 baris lagi.")
    )


def test_a_wide_sheet_is_cut_and_says_so():
    view = xray(grid([[str(at) for at in range(130)]]), ())
    assert (view.cells.shape, view.columns_left_out) == ((1, 100), 30)
    assert left_out(xray(SHEET, ())) is None


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_role_is_said_in_words_as_well_as_in_colour(language, mode):
    look = Look(language, mode)
    view = xray(SHEET, (table([3, 4], ASIDE, lost="B4"),))
    styler = styled(view, look)
    first = styler.data.columns[0]
    assert first == {"id": "Dibaca sebagai", "en": "Read as"}[language]
    assert styler.data[first].tolist()[1] == role_name(Role.HEADER).to(language)
    page = styler.to_html()
    for words, background, ink in legend(view, look):
        assert words and background in page and ink in page


def test_an_empty_sheet_has_an_empty_x_ray():
    view = xray(Grid("Kosong", pd.DataFrame(), pd.DataFrame()), ())
    assert view.cells.empty and legend(view, Look("id")) == ()
    assert len(styled(view, Look("id")).data) == 0


def test_the_x_ray_changes_neither_grid_nor_tables():
    kept, tables = SHEET.cells.copy(), (table([3, 4], ASIDE, lost="B4"),)
    styled(xray(SHEET, tables), Look("en")).to_html()
    pd.testing.assert_frame_equal(SHEET.cells, kept)


def test_columns_after_z_have_two_letters():
    """Spreadsheet: column 27 is AA, 702 is ZZ, 703 is AAA."""
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 20_000))
def test_letters_count_in_base_twenty_six_without_zero(position):
    value = 0
    for letter in letters(position):
        value = value * 26 + ord(letter) - ord("A") + 1
    assert value == position + 1


def test_rows_and_columns_that_the_file_hides_are_told_apart():
    reading = read(b"Month,Leads,Calls\n2025-01,1,2\n2025-02,3,4\n2025-03,5,6\n", "a.csv")
    lying = replace(reading.grids[0], hidden_rows=frozenset({3}), hidden_columns=frozenset({0}))
    view = xray(lying, reading.tables)
    assert list(view.rows) == [Role.HEADER, Role.DATA, Role.HIDDEN, Role.DATA]
    assert list(view.roles["A"]) == [Role.HEADER, *[Role.HIDDEN] * 3]
    assert list(view.roles["B"]) == [Role.HEADER, Role.DATA, Role.HIDDEN, Role.DATA]


def test_a_column_is_as_wide_as_its_header_within_reason():
    long = "Pendapatan bersih setelah diskon dan retur penjualan"
    rows = [f"2025-{month:02},{month},{month}" for month in range(1, 10)]
    reading = read("\n".join([f"Bulan,Leads,{long}", *rows]).encode(), "a.csv")
    wide = widths(xray(reading.grids[0], reading.tables))
    assert wide["B"] < wide["A"] < wide["C"] <= 260
