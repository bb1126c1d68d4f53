"""What a cell looks like by itself, before its column is read."""

import re
from functools import lru_cache

import numpy as np

from core.tables.columns import dates, numbers
from core.tables.words import ERRORS, is_missing

REMEMBERED = 50_000  # cells: a sheet is looked at several times while it is laid out
BLANK, MISSING, NUMBER, PERIOD, WORDS = " ", "-", "9", "P", "T"
TYPED = (NUMBER, PERIOD)
Words = np.ndarray  # rows x columns of stripped text


def profile(words: Words, kinds: Words) -> "np.ndarray":
    """What each cell looks like by itself: blank, missing, number, period or words."""
    looks = [
        look(cell, kind) if cell != "" else BLANK
        for row in zip(words.tolist(), kinds.tolist(), strict=True)
        for cell, kind in zip(*row, strict=True)
    ]
    return np.array(looks, "U1").reshape(words.shape)


@lru_cache(REMEMBERED)
def look(words: str, kind: str) -> str:
    """What one cell looks like."""
    if kind in ("date", "datetime"):
        return PERIOD
    if kind in ("number", "percent"):
        return PERIOD if re.fullmatch(r"(19|20)\d\d", words) else NUMBER
    if kind in ("time", "duration", "error", "boolean") or words in ERRORS:
        return NUMBER
    if is_missing(words):
        return MISSING
    if len(words) > 60:
        return WORDS
    if numbers.take_apart(words) and not re.fullmatch(r"(19|20)\d\d(0[1-9]|1[0-2])?", words):
        return PERIOD if _slashed(words) else NUMBER
    return PERIOD if dates.take_apart(words) else WORDS


def _slashed(words: str) -> bool:
    return bool(re.search(r"[/-]", words)) and dates.take_apart(words) is not None
