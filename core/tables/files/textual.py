"""A text file -> one sheet: decoded, cut, and its uneven rows said."""

import codecs
import csv

import numpy as np

from core.errors import Place
from core.settings import Settings
from core.tables.files.delimited import LONGEST_HINT, Cut, cut, leniently, unpaired
from core.tables.files.dialect import SAMPLE_LETTERS
from core.tables.files.encoding import decode
from core.tables.files.ragged import Cells, judge_widths
from core.tables.files.regular import Regular, is_worthwhile, regularly
from core.tables.files.separators import UNIT
from core.tables.files.sheets import Sheet, check_size, check_widths
from core.tables.files.spotless import is_clean


def read_text(content: bytes, source: str, limits: Settings) -> Sheet:
    """The rows of a text file as a sheet. Raises Refusal."""
    place = Place(source)
    sheet, cells = _at_once(content, limits, place) or _with_care(content, source, limits)
    sheet.notices += judge_widths(sheet, cells, place)
    return sheet


def _at_once(content: bytes, limits: Settings, place: Place) -> tuple[Sheet, Cells] | None:
    """The sheet of a large, clean and regular text, of which only the head is decoded."""
    bare = content.removeprefix(codecs.BOM_UTF8)
    if not is_worthwhile(bare) or not is_clean(bare) or (b'"' in bare and b'="' in bare):
        return None
    letters = max(SAMPLE_LETTERS, limits.columns * 100) + LONGEST_HINT
    head = bare[: 4 * letters].decode("utf-8", errors="ignore")
    pieces = cut(head)
    if pieces.separator == UNIT:
        return None
    _refuse_endless_line(pieces, limits, place)
    before = len(head[: len(head) - len(pieces.written)].encode())
    quick = regularly(pieces, bare[before:])
    if quick is None:
        return None
    sheet, cells = _of_regular(quick, pieces, limits, place)
    sheet.notices += pieces.notices
    return sheet, cells


def _with_care(content: bytes, source: str, limits: Settings) -> tuple[Sheet, Cells]:
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
    return sheet, cells


def _refuse_endless_line(pieces: Cut, limits: Settings, place: Place) -> None:
    """Refuse a first line of too many cells before all of them are cut."""
    head = pieces.written[: limits.columns * 100]
    if not any(mark in head for mark in ("\n", "\r", pieces.dialect.quote)):
        check_size(1, head.count(pieces.separator) + 1, limits, place)


def _of_regular(quick: Regular, pieces: Cut, limits: Settings, place: Place) -> tuple[Sheet, Cells]:
    check_widths(quick.filled, limits, place)
    sheet = Sheet.of_columns(quick.columns, len(quick.cut))
    return sheet, Cells(quick.cut, quick.filled, pieces.separator)


def _filled(pieces: Cut, limits: Settings, place: Place) -> tuple[Sheet, Cells]:
    quick = regularly(pieces, pieces.written)
    if quick is not None:
        return _of_regular(quick, pieces, limits, place)
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
