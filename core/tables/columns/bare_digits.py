"""Columns whose cells are nothing but digits and one decimal mark, told by their bytes at once.

No thousands marks, no zero in front, at most fifteen digits on either side. Three digits behind a
mark leave open what it is, unless some cell of the column says: 1.5, 0.123 or 1234.567. A column
with any other cell is left to be looked at.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

MOST_DIGITS = 15
_MARKS = {"comma": ord(","), "point": ord(".")}


@dataclass(frozen=True)
class BareDigits:
    """The cells with a decimal point, and the mark they are written with ("": none)."""

    cells: pa.Array
    mark: str
    filled: np.ndarray


def bare_digits(said: pa.Array) -> BareDigits | None:
    """The column when each filled cell is plainly a number; None when one is not."""
    _, places, held = said.buffers()
    if held is None:
        return None
    every = np.frombuffer(places, np.int64)[said.offset : said.offset + len(said) + 1]
    letters = np.frombuffer(held, np.uint8)[every[0] : every[-1]]
    starts = every[:-1] - every[0]
    sizes = np.diff(every)
    minus = int(np.count_nonzero(letters == ord("-")))
    counts = {name: int(np.count_nonzero(letters == mark)) for name, mark in _MARKS.items()}
    digits = int(np.count_nonzero(letters - np.uint8(ord("0")) < 10))
    if digits + minus + sum(counts.values()) < len(letters) or all(counts.values()):
        return None
    mark = next((name for name, count in counts.items() if count), "")
    if not _are_plain(said, letters, (starts, sizes), (mark, counts.get(mark, 0), minus)):
        return None
    return BareDigits(_pointed(said) if mark == "comma" else said, mark, sizes > 0)


def _are_plain(
    said: pa.Array,
    letters: np.ndarray,
    at: tuple[np.ndarray, np.ndarray],
    marks: tuple[str, int, int],
) -> bool:
    """Whether marks and zeros stand only where they leave no choice."""
    starts, sizes = at
    mark, count, minus = marks
    filled = sizes > 0
    if not filled.all():
        starts, sizes, said = starts[filled], sizes[filled], said.filter(pa.array(filled))
    if not len(sizes):
        return False
    first = letters[starts]
    whole = sizes
    if minus:
        negative = first == ord("-")
        if np.count_nonzero(negative) < minus or (sizes[negative] < 2).any():
            return False
        first, whole = letters[starts + negative], sizes - negative
    if mark:
        found = _first_mark(said, letters, (starts, sizes), mark, count)
        marked, behind = found >= 0, sizes - found - 1
        whole = np.where(marked, whole - behind - 1, whole)
        certain = marked & ((behind != 3) | (whole > 3) | (first == ord("0")))
        if np.count_nonzero(marked) < count or not certain.any() or not _fit(behind[marked]):
            return False
    within = (whole > 0) & (whole <= MOST_DIGITS)
    return bool(within.all() and not ((first == ord("0")) & (whole > 1)).any())


def _first_mark(
    said: pa.Array, letters: np.ndarray, at: tuple[np.ndarray, np.ndarray], mark: str, count: int
) -> np.ndarray:
    """The place of the mark in each cell, -1 where it has none."""
    starts, sizes = at
    if count == len(sizes):
        found = np.flatnonzero(letters == _MARKS[mark]) - starts
        if ((found >= 0) & (found < sizes)).all():  # each cell has one
            return np.asarray(found)
    return np.asarray(pc.find_substring(said, chr(_MARKS[mark])).to_numpy())


def _fit(behind: np.ndarray) -> bool:
    return bool(((behind > 0) & (behind <= MOST_DIGITS)).all())


def _pointed(said: pa.Array) -> pa.Array:
    return pc.replace_substring(said, ",", ".")
