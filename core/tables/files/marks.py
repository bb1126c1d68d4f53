"""What a workbook says of a sheet beyond its values, and the notices that follow from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from core.language import Text, counted, text
from core.tables.files.numberforms import Form, shown
from core.tables.files.sheets import Sheet

Position = tuple[int, int]  # row and column from 0


@dataclass(frozen=True)
class Lying:
    """The columns of a sheet, equally long, with the codes of their kinds; formats are applied."""

    columns: list[tuple[pa.ChunkedArray, np.ndarray]]
    merged: list[tuple[int, int, int, int]]  # first row and column, last row and column, from 0


@dataclass
class Marks:
    """Cells and rows of one sheet that are more than their values."""

    errors: dict[Position, str] = field(default_factory=dict)
    forms: dict[Position, Form] = field(default_factory=dict)
    uncalculated: list[Position] = field(default_factory=list)
    values: dict[Position, tuple[str, str]] = field(default_factory=dict)  # text and kind
    rounded: int = 0  # numbers of more digits than a workbook keeps
    hidden_rows: set[int] = field(default_factory=set)  # from 0
    hidden_columns: set[int] = field(default_factory=set)  # from 0
    filtered: bool = False
    linked: int = 0  # formulas that take their value from another workbook
    padded: int = 0  # numbers shown with leading zeros, beside those among the forms
    lying: Lying | None = None  # of a large sheet, whose cells were cut by kernels


def mark(sheet: Sheet, marks: Marks) -> None:
    """Correct the cells of a sheet by its marks, and say what is to be said."""
    for (row, column), words in marks.errors.items():
        sheet.put(row, column, words, "error")
    for (row, column), (words, kind) in marks.values.items():
        sheet.put(row, column, words, kind)
    for row, column in marks.uncalculated:
        sheet.put(row, column, "", "empty")
    for (row, column), form in marks.forms.items():
        if sheet.kind(row, column) == "number":
            sheet.put(row, column, *shown(sheet.cells[column][row], "number", form))
    hide(sheet, marks)
    sheet.notices += said(marks, sheet)


def hide(sheet: Sheet, marks: Marks) -> None:
    """Keep which of the rows and columns that hold anything are hidden."""
    sheet.hidden_rows = {row for row in marks.hidden_rows if row < sheet.height}
    sheet.hidden_columns = {at for at in marks.hidden_columns if at < len(sheet.cells)}


def said(marks: Marks, sheet: Sheet) -> Iterator[Text]:
    """The notices of one sheet."""
    if sheet.date_1904 and sheet.has_dates():
        yield text("The workbook counts dates from 1904; they were read so.")
    if marks.uncalculated:
        yield counted(
            "{n} formula has no calculated value and counts as unknown; open the workbook in a "
            "spreadsheet program and save it to fill it in.",
            "{n} formulas have no calculated value and count as unknown; open the workbook in "
            "a spreadsheet program and save it to fill them in.",
            len(marks.uncalculated),
        )
    if marks.linked:
        yield counted(
            "{n} formula takes its value from another workbook; the value last saved was read.",
            "{n} formulas take their values from another workbook; the values last saved were "
            "read.",
            marks.linked,
        )
    yield from _hidden(sheet, marks.filtered)
    if marks.rounded:
        yield counted(
            "{n} number has more than 15 digits, of which the workbook keeps only the first 15.",
            "{n} numbers have more than 15 digits, of which the workbook keeps only the first 15.",
            marks.rounded,
        )
    if padded := _padded(marks):
        yield counted(
            "{n} number is shown with leading zeros and was read as that text.",
            "{n} numbers are shown with leading zeros and were read as that text.",
            padded,
        )


def _hidden(sheet: Sheet, filtered: bool) -> Iterator[Text]:
    if rows := len(sheet.hidden_rows):
        yield counted("{n} hidden row was read too.", "{n} hidden rows were read too.", rows)
        if filtered:
            yield text("A filter is set on the sheet; the rows it hides were read as well.")
    if columns := len(sheet.hidden_columns):
        yield counted(
            "{n} hidden column was read too.", "{n} hidden columns were read too.", columns
        )


def _padded(marks: Marks) -> int:
    return marks.padded + sum(bool(form.digits) for form in marks.forms.values())
