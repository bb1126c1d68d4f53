"""A table as an XLSX file: numbers, dates and yes/no as such, text as text and never a formula.

Limits of the format: 1,048,576 rows, 16,384 columns, 32,767 letters in a cell, dates from 1900
on, 15 digits in a number. Earlier dates and longer numbers are written as text, whole.
"""

import io
import math
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.errors import Refusal
from core.language import text

_ROWS, _COLUMNS, _LETTERS = 1_048_576, 16_384, 32_767
_FIRST_DAY = datetime(1900, 3, 1)  # before it the format has a day that never was
_WHOLE = 10**15
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
_LOOKS = {
    "header": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "day": {"num_format": "yyyy-mm-dd"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm:ss"},
    "share": {"num_format": "0.0##%"},
}


def frame_to_xlsx(frame: pd.DataFrame, shares: Collection[str] = ()) -> bytes:
    """One sheet with a header; columns named in `shares` hold fractions, shown as percent.

    Unknown cells stay empty. Raises Refusal where a sheet cannot hold so many rows or columns.
    """
    if len(frame) >= _ROWS or len(frame.columns) > _COLUMNS:
        raise Refusal(
            text("A worksheet holds at most {rows} rows.", rows=_ROWS - 1),
            text("Download the table as CSV instead."),
        )
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        looks = {name: book.add_format(given) for name, given in _LOOKS.items()}
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(frame.columns):
            sheet.write_string(0, place, _fitting(str(name)), looks["header"])
            _column(sheet, place, frame.iloc[:, place], looks, str(name) in shares)
            sheet.set_column(place, place, _width(str(name), frame.iloc[:, place]))
    return out.getvalue()


def _column(
    sheet: Worksheet, place: int, values: "pd.Series[Any]", looks: dict[str, Format], share: bool
) -> None:
    whole_days = pd.api.types.is_datetime64_any_dtype(values.dtype) and _are_days(values)
    write = _writer(sheet, looks, whole_days, share)
    for row, value in enumerate(values.astype(object), start=1):
        if not pd.isna(value):
            write(row, place, value)


def _writer(
    sheet: Worksheet, looks: dict[str, Format], whole_days: bool, share: bool
) -> Callable[[int, int, Any], None]:
    def write(row: int, place: int, value: Any) -> None:
        match value:
            case bool():
                sheet.write_boolean(row, place, value)
            case int() | float() if math.isfinite(value) and abs(value) < _WHOLE:
                sheet.write_number(row, place, value, looks["share"] if share else None)
            case datetime() if value.replace(tzinfo=None) >= _FIRST_DAY:
                sheet.write_datetime(row, place, value, looks["day" if whole_days else "moment"])
            case date() if not isinstance(value, datetime) and value >= _FIRST_DAY.date():
                sheet.write_datetime(row, place, value, looks["day"])
            case datetime() if whole_days:
                sheet.write_string(row, place, value.date().isoformat())
            case _:
                sheet.write_string(row, place, _fitting(str(value)))

    return write


def _are_days(values: "pd.Series[Any]") -> bool:
    known = values.dropna()
    return bool((known == known.dt.normalize()).all())


def _fitting(words: str) -> str:
    """Words that a cell can hold; what is cut off is marked."""
    return words if len(words) <= _LETTERS else words[: _LETTERS - 1] + "…"


def _width(name: str, values: "pd.Series[Any]") -> int:
    longest = max((len(str(one)) for one in values.head(50)), default=0)
    return min(40, max(10, longest + 2, min(24, len(name) + 2)))
