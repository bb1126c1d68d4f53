"""The first and last byte of each cell of a column that Arrow holds.

They tell at once which cells need a closer look: only a cell that begins or ends with a blank is
stripped, only one that does not begin with a digit may be a label.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.coded import Coded, coded, is_coded

WORTHWHILE = 20_000  # cells from which telling the distinct ones apart pays
HEAD = 1000  # cells that tell whether they come again and again
_WIDTHS = {pa.string(): np.int32, pa.large_string(): np.int64}
_PLAIN = np.array([letter < 128 and chr(letter).isalnum() for letter in range(256)])


def first_bytes(column: pa.ChunkedArray) -> np.ndarray:
    """The first byte of each cell, 0 also of an empty one."""
    return _bytes(column, last=False)


def last_bytes(column: pa.ChunkedArray) -> np.ndarray:
    """The last byte of each cell, 0 also of an empty one."""
    return _bytes(column, last=True)


def filled(column: pa.ChunkedArray) -> np.ndarray:
    """Which cells are not empty."""
    if is_coded(column):
        return _of_rows(coded(column), filled)
    sizes = [np.diff(_places(chunk)) > 0 for chunk in column.chunks]
    return np.concatenate(sizes) if sizes else np.empty(0, bool)


def equal(column: pa.ChunkedArray, cell: str) -> np.ndarray:
    """Which cells hold a text."""
    if is_coded(column):
        return _of_rows(coded(column), lambda words: equal(words, cell))
    return np.asarray(pc.equal(column, cell).to_numpy(), bool)


def is_digit(letters: np.ndarray) -> np.ndarray:
    """Which bytes are the digits 0 to 9."""
    return np.asarray(letters - np.uint8(ord("0")) < 10)  # what lies below wraps round


def is_plain(letters: np.ndarray) -> np.ndarray:
    """Which bytes are digits or letters of the English alphabet."""
    return np.asarray(_PLAIN[letters])


def fits(column: pa.ChunkedArray, shape: str, some: np.ndarray) -> np.ndarray:
    """Which cells fit a shape, where only `some` of them can."""
    if is_coded(column):
        return _of_rows(coded(column), lambda words: _fits(words, shape))
    if some.all():
        return _fits(column, shape)
    found, rows = np.zeros(len(column), bool), np.flatnonzero(some)
    if len(rows):
        found[rows] = _fits(some_rows(column, rows), shape)
    return found


def _fits(column: pa.ChunkedArray, shape: str) -> np.ndarray:
    """Which cells fit a shape; those that come again and again are looked at once."""
    if len(column) < WORTHWHILE or len(column[:HEAD].unique()) > HEAD / 4:
        return np.asarray(pc.match_substring_regex(column, shape).to_numpy(), bool)
    coded = column.combine_chunks().dictionary_encode()
    told = np.asarray(pc.match_substring_regex(coded.dictionary, shape).to_numpy(False), bool)
    return np.asarray(told[coded.indices.to_numpy()])


def holds(column: pa.ChunkedArray, mark: bytes) -> bool:
    """Whether a letter of ASCII stands in any cell."""
    if is_coded(column):
        return holds(pa.chunked_array([coded(column).words]), mark)
    return any((_letters(chunk) == mark[0]).any() for chunk in column.chunks)


def some_rows(column: pa.ChunkedArray, rows: np.ndarray) -> pa.ChunkedArray:
    """Rows of a column, in rising order, without copying the others beside them."""
    if column.num_chunks == 1:
        return pa.chunked_array([column.chunk(0).take(pa.array(rows))], column.type)
    starts = np.cumsum([0, *(len(chunk) for chunk in column.chunks)])
    edges = np.searchsorted(rows, starts)
    found = [
        chunk.take(pa.array(rows[first:last] - start))
        for chunk, start, first, last in zip(
            column.chunks, starts[:-1], edges[:-1], edges[1:], strict=True
        )
        if last > first
    ]
    return pa.chunked_array(found, column.type)


def stripped(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column without blanks at either end of its cells."""
    if is_coded(column):
        held = coded(column)
        words = pa.chunked_array([held.words])
        bare = stripped(words)
        return column if bare is words else held.rewritten(bare.combine_chunks()).arrow()
    for letters in (first_bytes(column), last_bytes(column)):
        if (((letters > 0) & (letters <= 32)) | (letters >= 127)).any():
            return pc.utf8_trim_whitespace(column)
    return column


def _letters(chunk: pa.Array) -> np.ndarray:
    """All letters of a chunk in a row, without a copy."""
    every, letters = _places(chunk), chunk.buffers()[2]
    held = np.empty(0, np.uint8) if letters is None else np.frombuffer(letters, np.uint8)
    return held[int(every[0]) : int(every[-1])]


def _of_rows(held: Coded, look: Callable[[pa.ChunkedArray], np.ndarray]) -> np.ndarray:
    """What is seen in the cell of each row, each distinct one looked at once."""
    seen = look(pa.chunked_array([held.words]))
    if len(seen) and (seen == seen[0]).all():
        return np.full(len(held.codes), seen[0])
    return np.asarray(seen[held.codes])


def _places(chunk: pa.Array) -> np.ndarray:
    """Where the letters of each cell begin, and where the last ones end."""
    every = np.frombuffer(chunk.buffers()[1], _WIDTHS[chunk.type])
    return every[chunk.offset : chunk.offset + len(chunk) + 1]


def _bytes(column: pa.ChunkedArray, last: bool) -> np.ndarray:
    if is_coded(column):
        return _of_rows(coded(column), lambda words: _bytes(words, last))
    found = [_of_chunk(chunk, last) for chunk in column.chunks]
    return np.concatenate(found) if found else np.empty(0, np.uint8)


def _of_chunk(chunk: pa.Array, last: bool) -> np.ndarray:
    every, letters = _places(chunk), chunk.buffers()[2]
    found = np.zeros(len(chunk), np.uint8)
    some = every[1:] > every[:-1]
    if letters is None or not some.any():
        return found
    held = np.frombuffer(letters, np.uint8)
    at = every[1:] - 1 if last else every[:-1]
    if some.all():
        return np.asarray(held[at])
    found[some] = held[at[some]]
    return found
