"""Whether the row taken for a header is the first record of a table without one.

A log begins with a moment above moments, a list of invoices with INV-0012 above INV-0013: names of
columns are never made like the cells below them.
"""

import re

import numpy as np

from core.tables.layout.looks import BLANK, PERIOD, Words

COMPARED = 60  # rows below that a row is compared with
MOSTLY = 0.8  # share of them that are made alike
FEWEST = 2  # rows below
FULL = 0.75  # share of the width that a record fills
_DATED = re.compile(r"\d([-/.])\d+\1\d|\d{8}|\d{1,2} [^\W\d_]{3,} \d{4}")
_CODED = re.compile(r"(?=.*[^\W\d_])(?=.*\d)(?=.*[-/.#])\S{5,40}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")


def is_record(words: Words, looks: Words, row: int) -> bool:
    """Whether some cell of a full row is a day, code or address made like those below it."""
    below = words[row + 1 : row + 1 + COMPARED]
    filled = looks[row] != BLANK
    if len(below) < FEWEST or filled.sum() < max(2, FULL * words.shape[1]):
        return False
    return any(
        bool(make := _make(str(words[row, at]), str(looks[row, at])))
        and _share(make, below[:, at], looks[row + 1 : row + 1 + COMPARED, at]) >= MOSTLY
        for at in np.flatnonzero(filled)
    )


def _share(make: str, cells: Words, looks: Words) -> float:
    """How many of the cells that hold something are of that make."""
    own = [
        _make(str(cell), str(look)) for cell, look in zip(cells, looks, strict=False) if cell != ""
    ]
    return own.count(make) / len(own) if len(own) >= FEWEST else 0.0


def _make(cell: str, look: str) -> str:
    """What a day, code or address has in common with others of its make; "" of other cells."""
    if _MAIL.fullmatch(cell):
        return "@"
    if look == PERIOD and _DATED.search(cell):
        return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", cell))
    return re.sub(r"\d+", "9", cell) if _CODED.fullmatch(cell) else ""
