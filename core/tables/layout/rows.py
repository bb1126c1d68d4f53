"""Which rows below a header are data, and why the others are not."""

import re
from collections import Counter
from collections.abc import Mapping

import numpy as np

from core.tables.layout.alike import COMPARED, is_alike
from core.tables.layout.headers import Header
from core.tables.layout.headings import headings_of
from core.tables.layout.labelled import totals_of
from core.tables.layout.looks import NUMBER, PERIOD, Words, look
from core.tables.model import Aside, RowRole
from core.tables.words import NOTE, PAGE

SHOWN = 120
LABEL = 30  # letters of a label; a longer one is prose
Said = Mapping[int, RowRole]  # row, counted from the top of its block -> what the person says
ASIDE_OF = {
    RowRole.DATA: None,
    RowRole.HEADER: Aside.REPEATED_HEADER,
    RowRole.TOTAL: Aside.TOTAL,
    RowRole.NOTE: Aside.NOTE,
}


def said_in(words: Words, rows: "tuple[int, ...] | list[int]") -> str:
    """The words of some rows, shortened."""
    cells = [cell for row in rows for cell in words[row] if cell]
    return re.sub(r"\s+", " ", " | ".join(cells))[:SHOWN]


def body_of(
    words: Words, kinds: Words, header: Header, start: int, said: Said
) -> tuple[list[int], dict[Aside, list[int]], dict[int, str]]:
    """The rows of data, the rows set aside, and the heading above each row of data."""
    filled = (words != "").sum(axis=1)
    last = _last_solid(words, kinds, filled, start)
    last = max([last, *(row for row, role in said.items() if role is RowRole.DATA)])
    totals = totals_of(words, header, start)
    headings = headings_of(words, kinds, start)
    usual = _usual(words, kinds, [int(i) for i in np.flatnonzero(filled > 1) if i >= start])
    heads = {tuple(words[row]) for row in header.rows}
    aside: dict[Aside, list[int]] = {}
    body, sections, heading = [], {}, ""
    for row in range(start, len(words)):
        why: Aside | None
        if row in said:
            why = ASIDE_OF[said[row]]
        else:
            why = _why_aside(words, row, filled[row], last, heads)
            lone = filled[row] == 1 and words.shape[1] > 2 and words[row, 0]
            if (why is None and lone and _made(words, kinds, row) != usual) or row in headings:
                heading, why = words[row, 0], Aside.TITLE
            if why is None and row in totals:
                why = Aside.TOTAL
        if why is None:
            body.append(row)
            sections[row] = heading
        else:
            aside.setdefault(why, []).append(row)
    return body, aside, sections


def _usual(words: Words, kinds: Words, rows: list[int]) -> str:
    """What most first cells of the records are made like, if they are days or figures."""
    made = Counter(_made(words, kinds, row) for row in rows[:COMPARED])
    make, often = made.most_common(1)[0] if made else ("", 0)
    return make if make and 2 * often > min(len(rows), COMPARED) else "nothing"


def _made(words: Words, kinds: Words, row: int) -> str:
    """A figure, or a day with its digits and letters as one sign each; "" of words."""
    cell = words[row, 0]
    seen = look(cell, kinds[row, 0]) if cell else ""
    if seen == PERIOD:
        return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", cell))
    return seen if seen == NUMBER else ""


def _last_solid(words: Words, kinds: Words, filled: Words, start: int) -> int:
    """The last row that is more than a line of words."""
    for row in range(len(words) - 1, start - 1, -1):
        if filled[row] >= min(2, words.shape[1]) and not _is_note(words, row):
            return row
        lone = words.shape[1] == 1 or not words[row, 0]
        if filled[row] == 1 and lone and not _is_note(words, row):
            return row
        if filled[row] == 1 and look(words[row, 0], kinds[row, 0]) != "T" and words.shape[1] < 3:
            return row
        if words.shape[1] == 2 and words[row, 0] and _goes_on(words[start : row + 1]):
            return row
    return start - 1


def _goes_on(words: Words) -> bool:
    """Whether the last row, a label alone, is one more record: a code, or no first gap of its kind.

    Blank rows before it would part it from the records.
    """
    label, above = words[-1, 0], words[max(0, len(words) - 1 - COMPARED) : -1]
    if not len(above) or not above[-1, 0] or _is_note(words, len(words) - 1):
        return False
    gaps = (above[:, 0] != "") & (above[:, 1] == "")
    return is_alike(words[-1, :1], above[:, :1]) or bool(gaps.any() and len(label) <= LABEL)


def _is_note(words: Words, row: int) -> bool:
    first = next((cell for cell in words[row] if cell), "")
    several = int((words[row] != "").sum())
    if several == 1 and PAGE.match(first.casefold()):
        return True
    return bool(NOTE.match(first.casefold())) and several <= 2 and (len(first) > 3 or several == 1)


def _why_aside(
    words: Words, row: int, filled: int, last: int, heads: set[tuple[str, ...]]
) -> Aside | None:
    if filled == 0:
        return Aside.BLANK
    if tuple(words[row]) in heads:
        return Aside.REPEATED_HEADER
    if row > last or (filled == 1 and _is_note(words, row)):
        return Aside.NOTE
    return None
