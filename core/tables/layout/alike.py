"""Rows above the first number that are like the records below: they are records too.

A code of the same make (A-17 above B-203) or the very same word in a column shows it; the names
of a header share neither with the cells under them.
"""

import re

from core.tables.layout.looks import Words
from core.tables.words import is_missing

LONGEST = 40  # letters of a cell that can be a code
_CODED = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d|@|\d([-/.])\d+\1")
COMPARED = 60  # rows below that a row is compared with


def first_alike(words: Words, top: int, start: int) -> int:
    """The first of the rows between the names in `top` and `start` that is like those below it."""
    found = start
    for row in range(start - 1, top, -1):
        if is_alike(words[row], words[found : found + COMPARED]):
            found = row
    return found


def is_alike(row: Words, others: Words) -> bool:
    """Whether some cell of a row has the make, or is the word, of a cell in its column."""
    return any(
        cell in column or (_make(cell) and _make(cell) in map(_make, column))
        for cell, column in zip(row, others.T, strict=True)
        if not is_missing(cell)
    )


def _make(cell: str) -> str:
    """A code with each run of digits and of letters as one sign; "" of plain words and numbers."""
    if len(cell) > LONGEST or not _CODED.search(cell):
        return ""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", cell))
