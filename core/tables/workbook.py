"""Workbook bytes -> sheets, through calamine, with what calamine does not tell.

Calamine gives error cells and formulas that were never calculated as empty; both, percent formats
and the 1904 date system are read from the sheet XML of .xlsx files (ECMA-376 part 1, 18.3).
"""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import python_calamine as calamine

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.settings import Settings
from core.tables.package import Bounds, Marks, Package
from core.tables.sheets import Sheet, check_size
from core.tables.sniff import Format, save_as


def read_workbook(content: bytes, form: Format, source: str, limits: Settings) -> list[Sheet]:
    """The sheets of a workbook, each at most as large as the limits allow. Raises Refusal."""
    try:
        book = calamine.load_workbook(io.BytesIO(content))
    except calamine.PasswordError as stop:
        raise Refusal(
            text("The workbook is protected by a password."),
            text("Open it, remove the password, save it and try again."),
            Place(source),
        ) from stop
    except (calamine.CalamineError, OSError, ValueError) as stop:
        raise _unreadable(source) from stop
    known = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    if len(known) > limits.sheets:
        raise Refusal(
            text("The workbook has more than {n} sheets.", n=limits.sheets),
            save_as(),
            Place(source),
        )
    extra = Package(content) if form is Format.XLSX else None
    return list(_sheets(book, known, extra, Bounds(source, limits)))


def _sheets(
    book: calamine.CalamineWorkbook,
    known: list[calamine.SheetMetadata],
    extra: "Package | None",
    bounds: Bounds,
) -> Iterator[Sheet]:
    for one in known:
        marks = extra.marks(one.name, bounds) if extra else Marks()
        try:
            lying = book.get_sheet_by_name(one.name)
        except (calamine.CalamineError, ValueError) as stop:
            raise _unreadable(bounds.source, one.name) from stop
        sheet = Sheet(one.name, hidden=one.visible != calamine.SheetVisibleEnum.Visible)
        place = Place(bounds.source, one.name)
        if lying.end is not None:
            bounds.cells += (lying.end[0] + 1) * (lying.end[1] + 1)
            check_size(lying.end[0] + 1, lying.end[1] + 1, bounds.limits, place)
            check_size(1, 1, bounds.limits, place, bounds.cells)
            _fill(sheet, lying, marks)
        sheet.merged = [(*first, *last) for first, last in lying.merged_cell_ranges or ()]
        sheet.date_1904 = extra is not None and extra.date_1904
        sheet.notices += _said(marks, sheet)
        yield sheet


def _said(marks: Marks, sheet: Sheet) -> list[Text]:
    found = []
    if sheet.date_1904 and sheet.has_dates():
        found.append(text("The workbook counts dates from 1904; they were read so."))
    if marks.uncalculated:
        found.append(
            counted(
                "{n} formula has no calculated value and counts as unknown; open the workbook in a "
                "spreadsheet program and save it to fill it in.",
                "{n} formulas have no calculated value and count as unknown; open the workbook in "
                "a spreadsheet program and save it to fill them in.",
                len(marks.uncalculated),
            )
        )
    if marks.hidden_rows:
        found.append(
            counted(
                "{n} hidden row was read too.", "{n} hidden rows were read too.", marks.hidden_rows
            )
        )
    return found


def _fill(sheet: Sheet, lying: calamine.CalamineSheet, marks: Marks) -> None:
    for values in lying.to_python(skip_empty_area=False):
        sheet.append([written(value) for value in values])
    for (row, column), words in marks.errors.items():
        sheet.put(row, column, words, "error")
    for row, column in marks.uncalculated:
        sheet.put(row, column, "", "empty")
    for row, column in marks.percents:
        if sheet.kind(row, column) == "number":
            sheet.put(row, column, None, "percent")


def written(value: object) -> tuple[str, str]:
    """A reader's value as text and kind: shortest digits, ISO dates."""
    match value:
        case str():
            return (value, "text") if value.strip() else ("", "empty")
        case bool():
            return str(value).upper(), "boolean"
        case float():
            whole = value.is_integer() and abs(value) < 1e15
            return (str(int(value)) if whole else repr(value)), "number"
        case int():
            return str(value), "number"
        case datetime():
            midnight = value.time() == time()
            return (value.date() if midnight else value).isoformat(), (
                "date" if midnight else "datetime"
            )
        case date():
            return value.isoformat(), "date"
        case time():
            return value.isoformat(), "time"
        case timedelta():
            return str(value), "duration"
        case None:
            return "", "empty"
    return str(value), "text"


def _unreadable(source: str, sheet: str = "") -> Refusal:
    return Refusal(
        text("The workbook cannot be read: it is damaged or unusual."),
        save_as(),
        Place(source, sheet),
    )
