"""Which rows of a table are totals by their label.

A row called TOTAL is no record; “Total Leads” in a sheet with months across is a metric, unless
it says what the rows above it add up to. A record that is as full as its neighbours is no total
for the name of a firm.
"""

import re
from collections.abc import Callable
from functools import cache

import numpy as np

from core.tables.layout.fieldwise import records_of_fields
from core.tables.layout.headers import Header
from core.tables.layout.looks import WORDS, Words, look, profile
from core.tables.words import NUMBERING, TOTAL, UNIT_NAMES, is_missing, plain

LABELS = 4  # columns from the left in which a row may be labelled
MOST_LOOKED_AT = 200
MOSTLY = 0.6
_SUMS = ("total", "jumlah", "sum", "average", "rata-rata")
_BEHIND = re.compile(rf"^(.+?)[\s:-]+(grand |sub)?({'|'.join(_SUMS)})$")
_BARE = re.compile(r"[\s:.()-]*((19|20)\d\d|semua|all|keseluruhan|umum)?[\s:.()]*")


def totals_of(words: Words, header: Header, start: int) -> set[int]:
    """The rows from `start` on that are labelled as totals."""
    across = _months_across(header)
    names = _naming_columns(header)
    usual = cache(lambda: _always_worded(words[start:]))
    above: set[str] = set()
    found = set()
    for row in range(start, len(words)):
        cells = [cell for cell in words[row, :LABELS] if cell and not cell[0].isdecimal()]
        said = [plain(cell) for cell in cells[:2]]
        if any(_is_total(one, words[row], across, names, usual) for one in said) or (
            not across and any(_sums_up(one, above) for one in said)
        ):
            found.add(row)
        else:
            above.update(said)
    return found if across else found - records_of_fields(words[start:], start, found)


def _is_total(
    label: str, row: Words, across: bool, names: list[int], usual: Callable[[], list[int]]
) -> bool:
    match = TOTAL.match(label)
    if not match:
        return False
    if label.startswith("sub") or _BARE.fullmatch(label[match.end() :]):
        return True
    if across:
        return len(names) > 1 and not row[names[-1]]
    return not (len(usual()) > 1 and all(not is_missing(row[i]) for i in usual()))


def _sums_up(label: str, above: set[str]) -> bool:
    """“Budi Total” below rows of Budi."""
    match = _BEHIND.match(label) if label.endswith(_SUMS) else None
    return match is not None and match.group(1) in above


def _always_worded(body: Words) -> list[int]:
    """The columns that hold words in nearly every row: a total leaves some of them empty."""
    some = body[:MOST_LOOKED_AT]
    if not len(some):
        return []
    worded = profile(some, np.full(some.shape, "text", object)) == WORDS
    return [int(i) for i in np.flatnonzero(worded.mean(axis=0) > MOSTLY)]


def _months_across(header: Header) -> bool:
    looks = [look(" ".join(parts), "text") for parts in header.parts]
    return sum(one == "P" for one in looks) >= max(2, len(looks) / 2)


def _naming_columns(header: Header) -> list[int]:
    """The columns left of the periods that name rows: no numbering, no unit."""
    looks = [look(" ".join(parts), "text") for parts in header.parts]
    first = looks.index("P") if "P" in looks else 0
    said = [plain(" ".join(parts)) for parts in header.parts[:first]]
    return [
        i for i, one in enumerate(said) if not NUMBERING.match(one) and not UNIT_NAMES.match(one)
    ]
