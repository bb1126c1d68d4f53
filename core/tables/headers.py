"""Where the header of a block is and what it calls each column.

The first row with data ends the header; up to three rows right above it belong to it as long as
they look like one. A group label reaches to the right over the columns it was merged over, or to
the next label.
"""

import re
from dataclasses import dataclass

import numpy as np

from core.tables import dates, numbers
from core.tables.words import ERRORS, is_missing

MOST_HEADER_ROWS = 3
LOOKED_AT = 60
LONGEST_NAME = 80  # letters; a longer cell is prose unless most columns have a name beside it
BLANK, MISSING, NUMBER, PERIOD, WORDS = " ", "-", "9", "P", "T"
Words = np.ndarray  # rows x columns of stripped text


def profile(words: Words, kinds: Words) -> "np.ndarray":
    """What each cell looks like by itself: blank, missing, number, period or words."""
    looks = np.full(words.shape, BLANK, dtype="U1")
    for row, column in zip(*np.nonzero(words != ""), strict=True):
        looks[row, column] = look(words[row, column], kinds[row, column])
    return looks


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


def data_start(words: Words, looks: Words) -> int | None:
    """The first row that holds data: a number, or a period with nothing but gaps beside it."""
    for row in range(min(len(looks), LOOKED_AT)):
        seen = looks[row][looks[row] != BLANK]
        if len(seen) < 2:
            continue
        inner = "".join(seen)
        if NUMBER in inner and not _numbered_header(words, looks, row):
            return row
        if inner[0] == PERIOD and set(inner[1:]) <= {MISSING}:
            return row
        if _begins_periods(looks, row):
            return row
        if MISSING in inner and row and WORDS in inner and _continues(looks, row):
            return row
    return None


def _begins_periods(looks: Words, row: int) -> bool:
    """The first of several rows that begin with a period, right below a row of words alone."""
    filled = np.flatnonzero(looks[row] != BLANK)
    if row == 0 or row + 1 >= len(looks) or looks[row, filled[0]] != PERIOD:
        return False
    above = looks[row - 1][looks[row - 1] != BLANK]
    alone = (looks[row] == PERIOD).sum() == 1 and looks[row + 1, filled[0]] == PERIOD
    return bool(alone and len(above) >= len(filled) and (above == WORDS).all())


def _continues(looks: Words, row: int) -> bool:
    """A row of gaps below a full header row."""
    return bool((looks[row - 1] != BLANK).sum() >= (looks[row] != BLANK).sum() > 1)


def _one_to_twelve(cells: Words) -> bool:
    """Whether a row counts the months of a year: 1, 2 … 12."""
    counted = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    return counted == list(range(1, 13))


def _numbered_header(words: Words, looks: Words, row: int) -> bool:
    """A header that has one stray number among periods or words, such as serial days."""
    seen = looks[row][looks[row] != BLANK]
    if _one_to_twelve(words[row]):
        return True
    periods = int((seen == PERIOD).sum())
    return periods >= 3 and periods > int((seen == NUMBER).sum()) and seen[0] != PERIOD


@dataclass(frozen=True)
class Header:
    """Rows of the header, counted from the top of the block; none when data begin at once."""

    rows: tuple[int, ...]
    parts: tuple[tuple[str, ...], ...]  # per column, top to bottom, without blanks or repeats


def find_header(words: Words, looks: Words, start: int, merged: Words) -> Header:
    """The header above the first data row. `merged` marks cells that begin a merged range."""
    last = start - 1
    if last > 0 and _is_section(looks, last):
        last -= 1
    while last >= 0 and (looks[last] == BLANK).all():
        last -= 1
    rows: list[int] = []
    for row in range(last, -1, -1):
        if len(rows) == MOST_HEADER_ROWS or not _heads(words, looks, row, rows, merged):
            break
        rows.insert(0, row)
    return Header(tuple(rows), _parts(words, rows, merged))


def _is_section(looks: Words, row: int) -> bool:
    """A lone label under the header proper: the heading of the first rows."""
    return bool((looks[row] != BLANK).sum() == 1 and (looks[row - 1] != BLANK).sum() >= 2
                and looks[row, 0] != BLANK and looks[row - 1, 0] != BLANK)  # fmt: skip


def _heads(words: Words, looks: Words, row: int, below: list[int], merged: Words) -> bool:
    """Whether a row belongs to the header whose lower rows are `below`."""
    filled = np.flatnonzero(looks[row] != BLANK)
    if not len(filled) or ((looks[row] == NUMBER).any() and not _one_to_twelve(words[row])):
        return False
    prose = any(len(words[row, i]) > LONGEST_NAME for i in filled)
    if prose and len(filled) < 0.6 * looks.shape[1]:
        return False
    if not below:
        return len(filled) > 1 or looks.shape[1] == 1 or filled[0] > 0
    if len(filled) == 1:
        return bool(filled[0] > 0)
    if any(words[row, i].endswith(":") for i in filled):
        return False
    beneath = np.flatnonzero(looks[below[0]] != BLANK)
    if _are_units(words[below[0]], filled, beneath):
        return True
    both_first = filled[0] == 0 and beneath[0] == 0
    if both_first and not merged[row].any():
        return int((looks[row, filled[1:]] == PERIOD).sum()) >= 2
    return merged[row].any() or filled[-1] > 1 or bool(looks[row, filled[-1]] == PERIOD)


def _are_units(lower: Words, filled: Words, beneath: Words) -> bool:
    """Whether the lower row holds units in brackets under a full row of names."""
    named = beneath[beneath > 0]
    bracketed = [lower[i].startswith(("(", "[")) or lower[i] in "%RpIDR" for i in named]
    return len(filled) >= len(beneath) and bool(bracketed) and all(bracketed)


def _parts(words: Words, rows: list[int], merged: Words) -> tuple[tuple[str, ...], ...]:
    width = words.shape[1]
    levels: list[list[str]] = []
    for row in reversed(rows):
        labels = [words[row, i] for i in range(width)]
        levels.insert(0, _reaching(labels, merged[row], levels[0]) if levels else labels)
    found = []
    for i in range(width):
        parts = [labels[i] for labels in levels if labels[i]]
        found.append(tuple(dict.fromkeys(re.sub(r"\s+", " ", part) for part in parts)))
    return tuple(found)


def _reaching(labels: list[str], merged: Words, lower: list[str]) -> list[str]:
    """Group labels over the columns they cover: the merged width, else up to the next label."""
    found, label, left = [], "", 0
    known = bool((merged > 1).any())
    for i, own in enumerate(labels):
        if own:
            label, left = own, max(1, int(merged[i])) if known else len(labels)
        left -= 1
        covers = label and left >= 0 and (own or lower[i])
        found.append(label if covers else "")
    return found
