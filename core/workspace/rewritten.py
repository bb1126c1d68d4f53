"""A file written anew from its sheets: what the sheets do not hold is not in it.

Texts alone become CSV, else a workbook. The same sheets give the same bytes. What a file keeps
beside its cells (authors, comments, undo steps, copies behind pivot tables) is left behind.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.tables import CellKind, Grid

_ROWS, _COLUMNS, _LETTERS = 1_048_576, 16_384, 32_767
_LONG, _ODD = 31, frozenset("[]:*?/\\")  # of names of sheets
_TEXTS = frozenset((CellKind.TEXT, CellKind.EMPTY))
_MADE = datetime(2000, 1, 1)  # the same in every file, so that its bytes depend on cells alone
_FIRST_DAY = datetime(1900, 3, 1)  # before it the format has a day that never was
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_LOOKS = {
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.DATETIME: "yyyy-mm-dd hh:mm:ss.000",
    CellKind.TIME: "hh:mm:ss",
    CellKind.DURATION: "[h]:mm:ss",
    CellKind.PERCENT: "0.00%",
}


def rewritten(grids: Sequence[Grid]) -> Iterator[bytes]:
    """The ways to write these sheets, the likeliest to be read as they were first."""
    only = grids[0] if len(grids) == 1 else None
    if only is not None and not only.named and _is_text(only):
        for mark in ",;\t":
            yield _as_csv(only, mark)
    small = all(len(one.cells) <= _ROWS and one.cells.shape[1] <= _COLUMNS for one in grids)
    if small and _can_be_named(grids):
        yield _as_workbook(grids)


def _can_be_named(grids: Sequence[Grid]) -> bool:
    """Whether a workbook takes the names of the sheets; other formats have odder ones."""
    names = [one.sheet for one in grids if one.sheet]
    plain = all(len(one) <= _LONG and not _ODD & set(one) for one in names)
    return plain and len({one.casefold() for one in names}) == len(names)


def _is_text(grid: Grid) -> bool:
    return all(set(grid.kinds[one].unique()) <= _TEXTS for one in grid.kinds)


def _as_csv(grid: Grid, mark: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(grid.cells.fillna("").to_numpy(object).tolist())
    return out.getvalue().encode()


def _as_workbook(grids: Sequence[Grid]) -> bytes:
    out = io.BytesIO()
    options = {**_OPTIONS, "date_1904": any(one.date_1904 for one in grids)}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE})
        looks = {str(kind): book.add_format({"num_format": way}) for kind, way in _LOOKS.items()}
        for grid in grids:
            _sheet(book.add_worksheet(grid.sheet or None), grid, looks)
    return out.getvalue()


def _sheet(sheet: Worksheet, grid: Grid, looks: dict[str, Format]) -> None:
    """One sheet with what is hidden and merged in it."""
    if grid.hidden:
        sheet.hide()
    for row in sorted(grid.hidden_rows):
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for column in sorted(grid.hidden_columns):
        sheet.set_column(column, column, None, None, {"hidden": True})
    for first, left, last, right in grid.merged:
        sheet.merge_range(first - 1, left, last - 1, right, "")
    cells, kinds = grid.cells.to_numpy(object), grid.kinds.to_numpy(object)
    for row, (words, said) in enumerate(zip(cells, kinds, strict=True)):
        for column, (word, kind) in enumerate(zip(words, said, strict=True)):
            if str(kind) != CellKind.EMPTY:
                _cell(sheet, (row, column), (str(word), str(kind)), looks)


def _cell(
    sheet: Worksheet, at: tuple[int, int], cell: tuple[str, str], looks: dict[str, Format]
) -> None:
    word, kind = cell
    match kind:
        case CellKind.NUMBER | CellKind.PERCENT:
            sheet.write_number(*at, float(word), looks.get(kind))
        case CellKind.BOOLEAN:
            sheet.write_boolean(*at, word.casefold() == "true")
        case CellKind.DATE | CellKind.DATETIME if datetime.fromisoformat(word) >= _FIRST_DAY:
            sheet.write_datetime(*at, datetime.fromisoformat(word), looks[kind])
        case CellKind.TIME | CellKind.DURATION:
            sheet.write_number(*at, _share_of_day(word), looks[kind])
        case _:
            sheet.write_string(*at, word[:_LETTERS])


def _share_of_day(clock: str) -> float:
    """Hours:minutes:seconds as the share of a day that workbooks keep."""
    hours, minutes, seconds = (float(part) for part in clock.lstrip("-").split(":"))
    share = (hours * 3600 + minutes * 60 + seconds) / 86_400
    return -share if clock.startswith("-") else share
