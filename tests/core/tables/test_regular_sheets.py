"""Sheets cut by whole-file kernels are what the careful way makes of them, cell for cell."""

import io
import random
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter

from core.errors import Refusal
from core.settings import Settings
from core.tables.files import regular_sheets
from core.tables.files.lying import grid_of
from core.tables.files.parse import parse

WORDS = [
    "Jakarta", "007", " a ", "a\nb", "A & B", "<b>", '"', "ü", "東京", "\u00a0x\u00a0", "_x000D_",
    "3 M", "1,5", "", "   ", "x" * 300, "a &amp; b", "\u3000",
]  # fmt: skip
NUMBERS = [
    0, -1, 1.5, 0.1 + 0.2, 1e15, 1e16, 1234567890123456, 1e-7, 2.5e-310, -0.0, 12.30, 1e300,
    45000, 0.5, 999999999999999,
]  # fmt: skip
MOMENTS = [
    date(2024, 2, 29), datetime(2024, 2, 29, 13, 30), datetime(2024, 2, 29, 13, 30, 1, 500000),
    time(8, 15), timedelta(hours=30, minutes=1), datetime(1900, 1, 1), date(1899, 12, 31),
]  # fmt: skip
FORMATS = [
    "0%", "0.00%", "00000", "#,##0.00", '"Rp"#,##0', "[$€-407]0.00", "yyyy-mm-dd",
    "dd/mm/yyyy hh:mm", "[h]:mm", "h:mm", "0.0E+00", "@", "General",
    "mmm-yy", '0.0" jam"', "[Red]0%;[Blue]-0%",
]  # fmt: skip


def written_by_xlsxwriter(draw):
    """A workbook of one to three sheets of mixed cells."""
    out = io.BytesIO()
    options = {"constant_memory": draw.random() < 0.5, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options | {"date_1904": draw.random() < 0.2})
    forms = [book.add_format({"num_format": one}) for one in FORMATS]
    for _ in range(draw.randint(1, 3)):
        _fill(book.add_worksheet(), draw, forms)
    book.close()
    return out.getvalue()


def _fill(sheet, draw, forms):
    places = [0, 1, 2, 3, 25, 26, 27, *([701, 702] if draw.random() < 0.2 else [])]
    for row in range(draw.randint(0, 12)):
        for column in sorted(draw.sample(places, draw.randint(0, 6))):
            _write(sheet, (row * draw.choice([1, 1, 2]), column), draw, forms)
    if draw.random() < 0.3:
        sheet.set_row(draw.randint(0, 6), None, None, {"hidden": True})
        sheet.set_column(1, draw.randint(1, 3), None, None, {"hidden": True})
    if draw.random() < 0.3:
        sheet.merge_range(20, 0, 21, 3, "merged & more")
    if draw.random() < 0.2:
        sheet.hide()


def _write(sheet, at, draw, forms):
    form = draw.choice([None, *forms])
    kind = draw.randrange(8)
    if kind < 2:
        sheet.write_string(*at, draw.choice(WORDS), form)
    elif kind < 4:
        sheet.write_number(*at, draw.choice(NUMBERS), form)
    elif kind == 4:
        moment = draw.choice(MOMENTS)
        sheet.write_datetime(*at, moment, draw.choice(forms))
    elif kind == 5:
        sheet.write_boolean(*at, draw.random() < 0.5, form)
    elif kind == 6:
        value = draw.choice(["", 0, 5, 1.5, "#N/A", "#DIV/0!", "words & more", True])
        formula = draw.choice(["=A1", '=IF(A1>2,"a","b")', "=[1]Sheet!A1", "=1/0"])
        sheet.write_formula(*at, formula, form, value)
    else:
        sheet.write_blank(*at, None, draw.choice(forms))


def written_by_openpyxl(draw):
    """A workbook whose strings are shared and whose formulas have no values."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, draw.randint(2, 12)):
        for column in sorted(draw.sample(range(1, 9), draw.randint(0, 8))):
            values = [*WORDS[:10], *NUMBERS, *MOMENTS, True, False, "#N/A", None]
            cell = sheet.cell(row, column, draw.choice(values))
            if draw.random() < 0.3:
                cell.number_format = draw.choice(FORMATS)
    if draw.random() < 0.2:
        sheet.cell(3, 3, "=A1+1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def outcome(content):
    """All that is known of a file's sheets, or why it is refused."""
    try:
        parsed = parse(content, "a.xlsx", Settings())
    except Refusal as stop:
        return str(stop.what)
    return [_known(sheet) for sheet in parsed.sheets], [str(one) for one in parsed.notices]


def _known(sheet):
    grid = grid_of(sheet)
    cells = (
        [grid.cells[i].tolist() for i in grid.cells],
        [grid.kinds[i].tolist() for i in grid.kinds],
    )
    hidden = grid.hidden, grid.hidden_rows, grid.hidden_columns
    notices = [str(one) for one in grid.notices]
    return grid.sheet, len(grid.cells), cells, hidden, notices, grid.merged, grid.date_1904


def both_ways(content, change):
    change(regular_sheets, "WORTHWHILE", 0)
    quickly = outcome(content)
    change(regular_sheets, "WORTHWHILE", 10**9)
    return quickly, outcome(content)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("made", [written_by_xlsxwriter, written_by_openpyxl])
def test_a_sheet_cut_by_kernels_is_what_the_careful_way_makes_of_it(made, seed, monkeypatch):
    quickly, carefully = both_ways(made(random.Random(seed)), monkeypatch.setattr)
    assert quickly == carefully
