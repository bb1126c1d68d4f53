"""Which rows below a header are data, and why the others are not.

A row called TOTAL is no record; “Total Leads” in a sheet with months across is a metric.
"""

import re

from core.tables.headers import Header, Words, look
from core.tables.model import Aside, SetAside
from core.tables.words import NOTE, NUMBERING, TOTAL, UNIT_NAMES, plain

SHOWN = 120


LABELS = 4  # columns from the left in which a row may be labelled


def said_in(words: Words, rows: "tuple[int, ...] | list[int]") -> str:
    """The words of some rows, shortened."""
    cells = [cell for row in rows for cell in words[row] if cell]
    return re.sub(r"\s+", " ", " | ".join(cells))[:SHOWN]


def body_of(
    words: Words, kinds: Words, header: Header, start: int, offset: int
) -> tuple[list[int], list[SetAside], dict[int, str]]:
    """The rows of data, the rows set aside, and the heading above each row of data."""
    filled = (words != "").sum(axis=1)
    last = _last_solid(words, kinds, filled, start)
    across = _months_across(header, words)
    names = _naming_columns(header)
    heads = {tuple(words[row]) for row in header.rows}
    aside: dict[Aside, list[int]] = {}
    body, sections, heading = [], {}, ""
    for row in range(start, len(words)):
        why = _why_aside(words, row, filled[row], last, heads)
        if why is None and filled[row] == 1 and words.shape[1] > 2 and words[row, 0]:
            heading, why = words[row, 0], Aside.TITLE
        if why is None and _is_total(words, row, across, names):
            why = Aside.TOTAL
        if why is None:
            body.append(row)
            sections[row] = heading
        else:
            aside.setdefault(why, []).append(row)
    found = [
        SetAside(tuple(offset + row + 1 for row in rows), why, said_in(words, rows))
        for why, rows in aside.items()
    ]
    return body, found, sections


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
    return start - 1


def _is_note(words: Words, row: int) -> bool:
    first = next((cell for cell in words[row] if cell), "")
    several = int((words[row] != "").sum())
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


def _months_across(header: Header, words: Words) -> bool:
    looks = [look(" ".join(parts), "text") for parts in header.parts]
    return sum(one == "P" for one in looks) >= max(2, len(looks) / 2)


def _is_total(words: Words, row: int, across: bool, names: list[int]) -> bool:
    """Whether a row is labelled as a total; `names` are the columns that name rows left of months.

    With months across, “Total Leads” is a metric, but a subtotal, a bare total, or a total whose
    other name stays empty is none.
    """
    labels = [plain(cell) for cell in words[row, :LABELS] if cell and not cell[0].isdecimal()][:2]
    for label in labels:
        match = TOTAL.match(label)
        if not match:
            continue
        alone = len(names) > 1 and not words[row, names[-1]]
        if not across or alone or label.startswith("sub") or _bare(label[match.end() :]):
            return True
    return False


def _naming_columns(header: Header) -> list[int]:
    """The columns left of the periods that name rows: no numbering, no unit."""
    looks = [look(" ".join(parts), "text") for parts in header.parts]
    first = looks.index("P") if "P" in looks else 0
    said = [plain(" ".join(parts)) for parts in header.parts[:first]]
    return [
        i for i, one in enumerate(said) if not NUMBERING.match(one) and not UNIT_NAMES.match(one)
    ]


def _bare(rest: str) -> bool:
    """Nothing after the word for a total but a year or “all”."""
    return bool(re.fullmatch(r"[\s:.()-]*((19|20)\d\d|semua|all|keseluruhan|umum)?[\s:.()]*", rest))
