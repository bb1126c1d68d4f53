"""Large text files whose quotation marks are beyond doubt, cut by Arrow instead of row by row.

Rows of another width than the usual one are cut one by one and put back into their places. What is
not certain goes the careful way (`textual`); a test holds both to the same sheet.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from core.tables.coded import texts_of
from core.tables.files.delimited import Cut, plainly
from core.tables.files.dialect import SPACES, Dialect
from core.tables.files.ends import first_bytes, fits, is_plain, some_rows
from core.tables.files.quotes import swallowed
from core.tables.files.records import Records
from core.tables.files.sewn import (
    blank_lines,
    blanked,
    ended,
    rows_where,
    woven,
)
from core.tables.files.spotless import count_of, places_of

WORTHWHILE = 1_000_000  # letters from which whole-file kernels pay
MOST_BROKEN = 20_000  # rows with a line end inside a cell
_SPACE = (  # what str.strip takes off
    r"\s\x{0b}\x{1c}-\x{1f}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}"
    r"\x{3000}"
)
_BLANK = rf"^[{_SPACE}]*$"
_RULE = rf"^[{_SPACE}]*$|^[-=+:*_ ]{{3,}}$"  # blank, or perhaps a drawn rule


@dataclass(frozen=True)
class Regular:
    """Columns of text, all equally long, and for each row how many cells it was cut into."""

    columns: list[pa.ChunkedArray]
    cut: np.ndarray
    filled: np.ndarray  # cells up to the last that is not blank


def is_worthwhile(written: str | bytes) -> bool:
    """Whether a text is large enough."""
    return len(written) >= WORTHWHILE


def regularly(pieces: Cut, written: str | bytes) -> Regular | None:
    """The columns of a large, regular text file; None when it must be read with care.

    `written` is the whole text, of which `pieces` may know the head alone.
    """
    dialect = pieces.dialect
    if not is_worthwhile(written) or pieces.width < 2 or not _is_plain(dialect):
        return None
    try:
        content = written.encode() if isinstance(written, str) else written
    except UnicodeEncodeError:
        return None
    quoted = _quoted(content, dialect.separator)
    if quoted is None or not _only_pairs(content):
        return None
    found = Records(dialect, pieces.width)
    table = found.read(content, quoted, over_lines=False)
    if quoted and (table is None or table.num_rows + len(found.odd) != _lines(content)):
        table = found.read(content, quoted, over_lines=True)
        if table is not None and _swallowed(table, pieces):
            return None
    return None if table is None else _with_odd(table, found, content, pieces)


def _lines(content: bytes) -> int:
    return count_of(content, b"\n") + (not content.endswith(b"\n"))


def _is_plain(dialect: Dialect) -> bool:
    one = len(dialect.separator) == 1 and dialect.separator not in {SPACES, " "}
    return one and dialect.quote == '"' and not dialect.escaped and not dialect.spaced


def _quoted(content: bytes, separator: str) -> bool | None:
    """Whether cells are quoted; None when a mark stands where RFC 4180 has none.

    Taken in pairs, the first mark of each stands at the start of a cell and the second at its end,
    or both beside the mark of the next pair, as two marks that stand for one.
    """
    if b'"' not in content:
        return False
    if len(separator.encode()) > 1:
        return None
    letters = np.frombuffer(content, np.uint8)
    marks = places_of(b'"', content)
    if len(marks) % 2:
        return None
    edges = np.zeros(256, bool)
    edges[[ord(separator), ord("\n"), ord("\r")]] = True
    opening, closing = marks[::2], marks[1::2]
    before = edges[letters[opening - 1]]
    after = edges[letters[np.minimum(closing + 1, len(letters) - 1)]]
    before[0] |= opening[0] == 0
    after[-1] |= closing[-1] == len(letters) - 1
    double = opening[1:] == closing[:-1] + 1
    before[1:] |= double
    after[:-1] |= double
    return True if before.all() and after.all() else None


def _only_pairs(content: bytes) -> bool:
    """Whether each carriage return stands before a line feed."""
    return b"\r" not in content or count_of(content, b"\r") == content.count(b"\r\n")


def _swallowed(table: pa.Table, pieces: Cut) -> bool:
    """Whether a cell of several lines may hold a whole row: its mark was never closed."""
    broken = np.zeros(table.num_rows, bool)
    for column in table.columns:
        broken |= fits(column, r"[\r\n]", ~broken)
    rows = np.flatnonzero(broken)
    if len(rows) > MOST_BROKEN:
        return True
    cells = [some_rows(column, rows).to_pylist() for column in table.columns]
    return any(
        swallowed(list(row), pieces.dialect, pieces.width) for row in zip(*cells, strict=True)
    )


def _with_odd(table: pa.Table, found: Records, content: bytes, pieces: Cut) -> Regular | None:
    """All rows in file order, as the careful way leaves them."""
    columns = list(table.columns)
    cut = np.full(table.num_rows, pieces.width, np.int64)
    empty, ruled = _without_words(columns, pieces)
    lines = blank_lines(content) if len(empty) else 0
    if lines not in (0, len(empty)):
        return None
    cut[empty] = 0 if lines else pieces.width
    cut[ruled] = 0
    try:
        odd = {place: _odd_row(row, pieces) for place, row in found.odd.items()}
    except csv.Error:
        return None
    width = max([pieces.width, *(len(row) for row in odd.values())])
    columns = [texts_of(one) for one in columns] if odd or ruled else columns
    columns = [blanked(one, ruled) for one in columns] if ruled else columns
    columns += [pa.chunked_array([pa.repeat("", table.num_rows)])] * (width - pieces.width)
    if odd:
        wide = {place: (*row, *[""] * (width - len(row))) for place, row in odd.items()}
        columns = [
            woven(one, [(p, r[i]) for p, r in wide.items()]) for i, one in enumerate(columns)
        ]
        places = np.array(list(odd), np.int64) - np.arange(len(odd))  # as numpy counts: before any
        cut = np.insert(cut, places, [len(row) for row in odd.values()])
    return _trimmed(columns, cut)


def _without_words(columns: Sequence[pa.ChunkedArray], pieces: Cut) -> tuple[list[int], list[int]]:
    """Rows whose cells are all empty, and rows that are blank otherwise or only draw a rule."""
    rows = rows_where(columns, _RULE)
    if not len(rows):
        return [], []
    cells = zip(*(some_rows(column, rows).to_pylist() for column in columns), strict=True)
    empty, ruled = [], []
    for row, said in zip(rows.tolist(), cells, strict=True):
        if not any(said):
            empty.append(row)
        elif not next(plainly(iter([list(said)]), pieces.separator, pieces.width)):
            ruled.append(row)
    return empty, ruled


def _odd_row(written: str, pieces: Cut) -> list[str]:
    row = next(pieces.dialect.rows(written, strict=True), [])
    return next(plainly(iter([row]), pieces.separator, pieces.width))


def _trimmed(columns: list[pa.ChunkedArray], cut: np.ndarray) -> Regular:
    """Blank cells at the end of a row count as none, as columns without any other do."""
    filled = np.full(len(cut), len(columns), np.int64)
    left = np.arange(len(cut))
    for i in range(len(columns), 0, -1):
        part = columns[i - 1] if i == len(columns) else some_rows(columns[i - 1], left)
        left = left[fits(part, _BLANK, ~is_plain(first_bytes(part)))]
        filled[left] = i - 1
        if not len(left):
            break
    width = int(filled.max(initial=0))
    return Regular([ended(columns[i], filled <= i) for i in range(width)], cut, filled)
