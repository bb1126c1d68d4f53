"""A text file -> one sheet: decoded, cut, and its uneven rows said."""

import csv

import numpy as np

from core.errors import Place
from core.settings import Settings
from core.tables.files.delimited import Cut, cut, leniently, unpaired
from core.tables.files.encoding import decode
from core.tables.files.ragged import Cells, judge_widths
from core.tables.files.regular import regularly
from core.tables.files.sheets import Sheet, check_size, check_widths


def read_text(content: bytes, source: str, limits: Settings) -> Sheet:
    """The rows of a text file as a sheet. Raises Refusal."""
    decoded = decode(content, source)
    pieces = cut(decoded.text)
    place = Place(source)
    _refuse_endless_line(pieces, limits, place)
    odd: list[int] = []
    try:
        sheet, cells = _filled(pieces, limits, place)
    except csv.Error:
        again, lenient = leniently(pieces)
        sheet, cells = _filled(again, limits, place)
        odd = lenient.odd
    sheet.notices += [*decoded.notices, *pieces.notices, *([unpaired(odd)] if odd else [])]
    sheet.notices += judge_widths(sheet, cells, place)
    return sheet


def _refuse_endless_line(pieces: Cut, limits: Settings, place: Place) -> None:
    """Refuse a first line of too many cells before all of them are cut."""
    head = pieces.written[: limits.columns * 100]
    if not any(mark in head for mark in ("\n", "\r", pieces.dialect.quote)):
        check_size(1, head.count(pieces.separator) + 1, limits, place)


def _filled(pieces: Cut, limits: Settings, place: Place) -> tuple[Sheet, Cells]:
    quick = regularly(pieces)
    if quick is not None:
        check_widths(quick.filled, limits, place)
        sheet = Sheet.of_columns(quick.columns, len(quick.cut))
        return sheet, Cells(quick.cut, quick.filled, pieces.separator)
    sheet = Sheet("")
    wide, filled = [], []
    cells = 0
    for row in pieces.rows:
        wide.append(len(row))
        while row and not row[-1].strip():
            row.pop()
        filled.append(len(row))
        cells += len(row)
        sheet.append_text(row)
        check_size(sheet.height, len(sheet.cells), limits, place, max(1, cells))
    return sheet, Cells(np.array(wide, np.int64), np.array(filled, np.int64), pieces.separator)
