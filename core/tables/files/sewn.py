"""Columns that Arrow cut: rows found by the shape of their cells, and cells changed in place."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.coded import texts_of
from core.tables.files.ends import filled, first_bytes, fits, is_plain, some_rows


def rows_where(columns: Sequence[pa.ChunkedArray], shape: str) -> np.ndarray:
    """Rows all of whose cells have a shape that begins with no letter or digit."""
    rows = np.flatnonzero(fits(columns[0], shape, ~is_plain(first_bytes(columns[0]))))
    for column in columns[1:]:
        if not len(rows):
            break
        rows = rows[truth(pc.match_substring_regex(texts_of(some_rows(column, rows)), shape))]
    return rows


def truth(found: pa.ChunkedArray) -> np.ndarray:
    """A column of truth values."""
    return np.asarray(found.to_numpy(), bool)


def blank_lines(content: bytes) -> int:
    """How many lines of a text are empty."""
    end = b"\r\n" if b"\r\n" in content else b"\n"
    ends = len(end)
    count, at = int(content.startswith(end)), content.find(end + end)
    while at >= 0:
        count, at = count + 1, content.find(end + end, at + ends)
    return count


def blanked(column: pa.ChunkedArray, rows: list[int]) -> pa.ChunkedArray:
    """A column with some cells emptied."""
    mask = np.zeros(len(column), bool)
    mask[rows] = True
    return pc.if_else(pa.array(mask), "", column)


def woven(column: pa.ChunkedArray, odd: list[tuple[int, str]]) -> pa.ChunkedArray:
    """A column with cells put in at places counted in the result."""
    chunks, at = [], 0
    for count, (place, cell) in enumerate(odd):
        chunks += column.slice(at, place - count - at).chunks
        chunks.append(pa.array([cell], column.type))
        at = place - count
    return pa.chunked_array([*chunks, *column.slice(at).chunks], column.type)


def ended(column: pa.ChunkedArray, past: np.ndarray) -> pa.ChunkedArray:
    """A column without the blanks in its cells past the end of their row."""
    rows = np.flatnonzero(past)
    if not len(rows) or not filled(some_rows(column, rows)).any():
        return column
    return pc.if_else(pa.array(past), "", texts_of(column))
