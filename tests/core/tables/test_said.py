"""What the person says of a row changes that row, and is found again next month."""

from contextlib import suppress

import pytest

from core.errors import Refusal
from core.tables import Answers, Aside, RowRole, RowSaid, read
from core.tables.layout.said import said_of

HEAD = ["Cabang", "PIC", "Omzet"]
ROWS = [["Jakarta", "Budi", 10], ["Solo", "Siti", 20], ["Medan", "Dewi", 30]]


def lines(rows):
    text = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in rows)
    return text.encode()


def said(content, *rows, source="a.csv"):
    grid = read(content, source).grids[0]
    return Answers(
        rows=tuple(RowSaid(grid.sheet, row, said_of(grid, row), role) for row, role in rows)
    )


def aside(table, why):
    return [row for one in table.set_aside if one.why is why for row in one.rows]


def table_of(content, answers, source="a.csv"):
    return read(content, source, answers).tables[0]


@pytest.mark.parametrize(
    "role, why", [(RowRole.TOTAL, Aside.TOTAL), (RowRole.NOTE, Aside.NOTE)], ids=str
)
def test_a_row_said_to_be_a_total_or_a_note_is_set_aside_alone(role, why):
    content = lines([HEAD, *ROWS])
    table = table_of(content, said(content, (3, role)))
    assert list(table.frame.index) == [2, 4] and aside(table, why) == [3]
    assert table.header_rows == (1,)


def test_a_total_said_to_be_data_is_data():
    content = lines([HEAD, *ROWS, ["Total", None, 60]])
    assert list(read(content, "a.csv").tables[0].frame.index) == [2, 3, 4]
    table = table_of(content, said(content, (5, RowRole.DATA)))
    assert list(table.frame["Omzet"]) == [10, 20, 30, 60] and not aside(table, Aside.TOTAL)


def test_a_note_below_a_gap_said_to_be_data_is_data():
    content = lines([HEAD, *ROWS, [], ["Catatan", None, None]])
    table = table_of(content, said(content, (6, RowRole.DATA)))
    assert list(table.frame["Cabang"])[-1] == "Catatan" and not aside(table, Aside.NOTE)


def test_a_header_said_to_be_data_leaves_the_columns_to_their_letters():
    content = lines([HEAD, *ROWS])
    table = table_of(content, said(content, (1, RowRole.DATA)))
    assert table.header_rows == () and table.frame.columns[0] == "Column A"
    assert list(table.frame.index) == [1, 2, 3, 4]


def test_a_row_said_to_be_the_header_has_titles_above_it():
    content = lines([["Daftar", "cabang", "kota"], ["Nama", "Kepala", "Angka"], *ROWS])
    table = table_of(content, said(content, (2, RowRole.HEADER)))
    assert list(table.frame.columns) == ["Nama", "Kepala", "Angka"]
    assert aside(table, Aside.TITLE) == [1] and list(table.frame.index) == [3, 4, 5]


def test_several_rows_said_to_be_the_header_are_joined():
    content = lines([["Toko", "Orang", 2024], ["a", "b", 1], *ROWS])
    answers = said(content, (1, RowRole.HEADER), (2, RowRole.HEADER))
    table = table_of(content, answers)
    assert list(table.frame.columns) == ["Toko a", "Orang b", "2024 1"]
    assert table.header_rows == (1, 2) and list(table.frame.index) == [3, 4, 5]


def test_a_header_said_within_the_data_begins_a_table_and_two_begin_two():
    content = lines([HEAD, *ROWS, ["Meja", "Kursi", "Lemari"], ["kayu", "besi", 5]])
    both = said(content, (1, RowRole.HEADER), (5, RowRole.HEADER))
    first, second = read(content, "a.csv", both).tables
    assert list(first.frame.index) == [2, 3, 4] and list(second.frame.index) == [6]
    assert list(second.frame.columns) == ["Meja", "Kursi", "Lemari"]


def test_a_flip_taken_back_gives_the_same_table():
    content = lines([["Laporan"], HEAD, *ROWS, ["Total", None, 60], ["Catatan: x"]])
    before = read(content, "a.csv")
    for row in range(1, 8):
        for role in RowRole:
            with suppress(Refusal):
                read(content, "a.csv", said(content, (row, role)))
    assert read(content, "a.csv", Answers()).tables[0].frame.equals(before.tables[0].frame)


def test_saying_what_was_seen_changes_nothing():
    content = lines([["Laporan"], HEAD, *ROWS, ["Total", None, 60]])
    seen = read(content, "a.csv").tables[0]
    roles = [(2, RowRole.HEADER), (3, RowRole.DATA), (6, RowRole.TOTAL)]
    for some in ([one] for one in roles):
        again = table_of(content, said(content, *some))
        assert again.frame.equals(seen.frame) and again.header_rows == seen.header_rows
        assert again.set_aside == seen.set_aside


def test_a_template_of_january_reads_february(sheet):
    top, foot = [["Kinerja", "tim", "kita"]], ["Akhir", "semua", 60]
    january = sheet([*top, HEAD, *ROWS, foot], name="Jan")
    grid = read(january, "a.xlsx").grids[0]
    answers = Answers(rows=(
        RowSaid("Jan", 1, said_of(grid, 1), RowRole.NOTE),
        RowSaid("Jan", 2, said_of(grid, 2), RowRole.HEADER),
        RowSaid("Jan", 6, said_of(grid, 6), RowRole.TOTAL),
    ))  # fmt: skip
    more = [["Baru", "Rina", 7], *reversed(ROWS), ["Bali", "Tono", 5]]
    february = sheet([["Februari"], [], *top, HEAD, *more, [*foot[:2], 72]], name="Feb")
    table = read(february, "a.xlsx", answers).tables[0]
    assert list(table.frame.columns) == HEAD and table.header_rows == (4,)
    assert list(table.frame["Omzet"]) == [7, 30, 20, 10, 5]
    assert aside(table, Aside.TOTAL) == [10] and 3 in aside(table, Aside.NOTE)


def test_a_row_that_stands_twice_is_the_nearest_to_where_it_stood():
    content = lines([HEAD, *ROWS, ["Solo", "Siti", 20]])
    assert list(table_of(content, said(content, (5, RowRole.NOTE))).frame.index) == [2, 3, 4]
    assert list(table_of(content, said(content, (3, RowRole.NOTE))).frame.index) == [2, 4, 5]


def test_a_remembered_header_that_is_gone_is_said_and_other_rows_are_not_missed():
    content = lines([HEAD, *ROWS])
    gone = [RowSaid("a", 1, "Toko | Sales | Rupiah", role) for role in RowRole]
    table = read(content, "a.csv", Answers(rows=tuple(gone))).tables[0]
    told = [one.to("en") for one in table.notices if "remembered header" in one.to("en")]
    assert len(told) == 1 and list(table.frame.index) == [2, 3, 4]


def test_what_was_said_of_one_sheet_leaves_the_others_alone(book):
    rows = [HEAD, *ROWS]
    content = book(("Satu", rows, {}), ("Dua", rows, {}))
    grid = read(content, "a.xlsx").grids[0]
    answers = Answers(rows=(RowSaid("Satu", 3, said_of(grid, 3), RowRole.NOTE),))
    first, second = read(content, "a.xlsx", answers).tables
    assert list(first.frame.index) == [2, 4] and list(second.frame.index) == [2, 3, 4]
