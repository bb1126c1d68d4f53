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
STEP = 1 << 15  # cells looked at together: they stay in the processor's cache
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
    letters = np.frombuffer(held, np.uint8)
    marks, certain = set(), False
    for at in range(0, len(said), STEP):
        told = _looked_at(said.slice(at, STEP), letters, every[at : at + STEP + 1])
        if told is None:
            return None
        marks |= {told.mark} - {""}
        certain |= told.certain
    if len(marks) > 1 or (marks and not certain):
        return None
    filled = np.diff(every) > 0
    mark = marks.pop() if marks else ""
    if not filled.any():
        return None
    return BareDigits(_pointed(said) if mark == "comma" else said, mark, filled)


@dataclass(frozen=True)
class _Told:
    """What some cells say: their mark, and whether one of them leaves no doubt what it is."""

    mark: str
    certain: bool


def _looked_at(said: pa.Array, whole: np.ndarray, every: np.ndarray) -> _Told | None:
    """The mark of some cells when each is plainly a number; None when one is not."""
    letters = whole[every[0] : every[-1]]
    starts, sizes = every[:-1] - every[0], np.diff(every)
    minus = int(np.count_nonzero(letters == ord("-")))
    counts = {name: int(np.count_nonzero(letters == mark)) for name, mark in _MARKS.items()}
    digits = int(np.count_nonzero(letters - np.uint8(ord("0")) < 10))
    if digits + minus + sum(counts.values()) < len(letters) or all(counts.values()):
        return None
    mark = next((name for name, count in counts.items() if count), "")
    return _plain(said, letters, (starts, sizes), (mark, counts.get(mark, 0), minus))


def _plain(
    said: pa.Array,
    letters: np.ndarray,
    at: tuple[np.ndarray, np.ndarray],
    marks: tuple[str, int, int],
) -> _Told | None:
    """What they say when marks and zeros stand only where they leave no choice."""
    starts, sizes = at
    mark, count, minus = marks
    filled = sizes > 0
    if not filled.all():
        starts, sizes, said = starts[filled], sizes[filled], said.filter(pa.array(filled))
    if not len(sizes):
        return _Told("", False)
    first = letters[starts]
    whole, certain = sizes, False
    if minus:
        negative = first == ord("-")
        if np.count_nonzero(negative) < minus or (sizes[negative] < 2).any():
            return None
        first, whole = letters[starts + negative], sizes - negative
    if mark:
        found = _first_mark(said, letters, (starts, sizes), mark, count)
        marked, behind = found >= 0, sizes - found - 1
        whole = np.where(marked, whole - behind - 1, whole)
        certain = bool((marked & ((behind != 3) | (whole > 3) | (first == ord("0")))).any())
        if np.count_nonzero(marked) < count or not _fit(behind[marked]):
            return None
    within = (whole > 0) & (whole <= MOST_DIGITS)
    if not within.all() or ((first == ord("0")) & (whole > 1)).any():
        return None
    return _Told(mark, certain)


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
