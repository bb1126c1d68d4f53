"""Workbook bytes -> sheets, through calamine, with what calamine does not tell.

What it keeps to itself is read beside it: the XML of .xlsx (`package`) and .ods files
(`opendocument`), the records of .xls files (`biff`).
"""

import io
from collections.abc import Iterator, Sequence

import python_calamine as calamine

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings
from core.tables.files.archives import Held, locked
from core.tables.files.beside import Beside, beside
from core.tables.files.marks import Lying, mark
from core.tables.files.opendocument import unindented
from core.tables.files.package import Bounds
from core.tables.files.sheets import Sheet, check_size
from core.tables.files.sniff import Format, save_as
from core.tables.files.valued import shown_column
from core.tables.progress import Stage, tell

FAULTS = (calamine.CalamineError, OSError, ValueError, OverflowError)


def read_workbook(
    held: Held, form: Format, source: str, limits: Settings
) -> tuple[list[Sheet], list[Text]]:
    """The sheets of a workbook, each within the limits, and notices. Raises Refusal."""
    bounds = Bounds(source, limits)
    known = beside(held, form, bounds)
    try:
        book = _book(held.content, form)
    except calamine.PasswordError as stop:
        raise locked(Place(source)) from stop
    except FAULTS as stop:
        raise _unreadable(source) from stop
    listed = book.sheets_metadata
    wanted = [one for one in listed if one.typ == calamine.SheetTypeEnum.WorkSheet]
    if len(wanted) > limits.sheets:
        what = text(
            "The workbook has {m} sheets; at most {n} are read.", m=len(wanted), n=limits.sheets
        )
        raise Refusal(what, save_as(), Place(source))
    sheets = list(_sheets(book, wanted, known, bounds))
    others = [one.name for one in listed if one not in wanted]
    return sheets, [*known.notices, *map(_passed_over, others)]


def _book(content: bytes, form: Format) -> calamine.CalamineWorkbook:
    """The workbook; the XML of an .ods file may be indented, which calamine takes for faults."""
    try:
        return calamine.load_workbook(io.BytesIO(content))
    except calamine.CalamineError as stop:
        if form is not Format.ODS or isinstance(stop, calamine.PasswordError):
            raise
        return calamine.load_workbook(io.BytesIO(unindented(content)))


def _sheets(
    book: calamine.CalamineWorkbook,
    wanted: list[calamine.SheetMetadata],
    known: Beside,
    bounds: Bounds,
) -> Iterator[Sheet]:
    for at, one in enumerate(wanted):
        tell(Stage.OPEN, at, len(wanted))
        marks = known.marks(one.name)
        lying = _within(marks.lying, one.name, bounds) or _careful(book, one.name, bounds)
        sheet = Sheet(one.name, hidden=one.visible != calamine.SheetVisibleEnum.Visible)
        sheet.fill(lying.columns)
        sheet.merged = lying.merged
        sheet.date_1904 = known.date_1904
        mark(sheet, marks)
        yield sheet


def _within(lying: Lying | None, name: str, bounds: Bounds) -> Lying | None:
    if lying is not None:
        _count(len(lying.columns[0][1]), len(lying.columns), name, bounds)
    return lying


def _count(rows: int, columns: int, name: str, bounds: Bounds) -> None:
    """Refuse a sheet beyond the limits, alone or with those before it."""
    place = Place(bounds.source, name)
    bounds.cells += rows * columns
    check_size(rows, columns, bounds.limits, place)
    check_size(1, 1, bounds.limits, place, bounds.cells)


def _careful(book: calamine.CalamineWorkbook, name: str, bounds: Bounds) -> Lying:
    """What calamine makes of a sheet. Raises Refusal."""
    rows: Sequence[Sequence[object]] = ()
    try:
        found = book.get_sheet_by_name(name)
        if found.end is not None:
            _count(found.end[0] + 1, found.end[1] + 1, name, bounds)
            rows = found.to_python(skip_empty_area=False)
    except FAULTS as stop:
        raise _unreadable(bounds.source, name) from stop
    merged = [(*first, *last) for first, last in found.merged_cell_ranges or ()]
    return Lying([shown_column(column) for column in zip(*rows, strict=True)], merged)


def _passed_over(name: str) -> Text:
    return text("The sheet “{sheet}” holds a chart or a program, no cells.", sheet=name)


def _unreadable(source: str, sheet: str = "") -> Refusal:
    return Refusal(
        text("The workbook cannot be read: it is damaged or unusual."),
        save_as(),
        Place(source, sheet),
    )
