"""What the header of a block calls each column.

Up to three rows right above the data belong to the header as long as they look like one. A group
label reaches to the right over the columns it was merged over, or to the next label.
"""

import re
from dataclasses import dataclass

import numpy as np

from core.tables.layout.looks import BLANK, NUMBER, PERIOD, Words
from core.tables.layout.start import counts_months, named_by_numbers

MOST_HEADER_ROWS = 3
LONGEST_NAME = 80  # letters; a longer cell is prose unless many columns have a name beside it
NAMED, GROUPED = 0.6, 0.3  # share of the columns: alone, and above another row (questions)
_RESPONDENT = re.compile(r"respondent ?id$", re.IGNORECASE)
_ANSWERS = ("response", "open-ended response")


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
    return header_of(words, rows, merged)


def header_of(words: Words, rows: list[int], merged: Words) -> Header:
    """The header that some rows of a block are."""
    return Header(tuple(rows), _parts(words, rows, merged))


def _is_section(looks: Words, row: int) -> bool:
    """A lone label under the header proper: the heading of the first rows."""
    return bool((looks[row] != BLANK).sum() == 1 and (looks[row - 1] != BLANK).sum() >= 2
                and looks[row, 0] != BLANK and looks[row - 1, 0] != BLANK)  # fmt: skip


def _heads(words: Words, looks: Words, row: int, below: list[int], merged: Words) -> bool:
    """Whether a row belongs to the header whose lower rows are `below`."""
    filled = np.flatnonzero(looks[row] != BLANK)
    if not len(filled) or ((looks[row] == NUMBER).any() and not _numbered(words, looks, row)):
        return False
    prose = any(len(words[row, i]) > LONGEST_NAME for i in filled)
    if prose and len(filled) < (GROUPED if below else NAMED) * looks.shape[1]:
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


def _numbered(words: Words, looks: Words, row: int) -> bool:
    return counts_months(words[row]) or named_by_numbers(words, looks, row)


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
    asked = bool(rows) and bool(_RESPONDENT.match(words[rows[0], 0]))
    return tuple(map(_of_survey, found)) if asked else tuple(found)


def _of_survey(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A question without the row that only says that it is answered, as SurveyMonkey writes it."""
    return parts[:-1] if len(parts) > 1 and parts[-1].casefold() in _ANSWERS else parts


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
