"""Which rows of a table are totals by their label.

A row called TOTAL is no record; “Total Leads” in a sheet with months across is a metric, unless
it says what the rows above it add up to. A record that is about as full as its neighbours is no
total for the name of a firm, a film or a team (Total Recall, MIN); where names are all it could
hold, “Total …” between other rows must add them up.
"""

import re
from collections.abc import Callable
from functools import cache

import numpy as np

from core.tables.layout.fieldwise import records_of_fields
from core.tables.layout.headers import Header
from core.tables.layout.looks import WORDS, Words, look, profile
from core.tables.layout.summing import adds_up
from core.tables.words import NUMBERING, TOTAL, UNIT_NAMES, is_missing, plain

LABELS = 4  # columns from the left in which a row may be labelled
MOST_LOOKED_AT = 200
MOSTLY = 0.6
SELDOM = 0.25  # share of its words that a record may leave empty
MOST_OPEN = 200  # rows called “Total …” that are looked into; more are names
_SUMS = ("total", "jumlah", "sum", "average", "rata-rata")
_BEHIND = re.compile(rf"^(.+?)[\s:-]+(grand |sub)?({'|'.join(_SUMS)})$")
_NAMES = frozenset(  # of teams, people, songs too
    "min max mean median sum mtd qtd ytd overall tertinggi terendah highest lowest".split()
)
_BARE = re.compile(r"[\s:.()-]*((19|20)\d\d|semua|all|keseluruhan|umum)?[\s:.()]*")


def totals_of(words: Words, header: Header, start: int) -> set[int]:
    """The rows from `start` on that are labelled as totals."""
    rows = range(start, len(words))
    if _months_across(header):
        names = _naming_columns(header)
        return {row for row in rows if _says_total_across(words[row], names)}
    usual = cache(lambda: _always_worded(words[start:]))
    above: set[str] = set()
    found, unsure = set(), []
    for row in rows:
        said = _labels(words[row])
        says = _says_total(said, words[row], usual)
        if says or any(_sums_up(one, above) for one in said):
            found.add(row)
        elif says is None:
            unsure.append(row)
        else:
            above.update(said)
    found |= _summing(words, start, unsure, found)
    return found - records_of_fields(words[start:], start, found)


def _labels(row: Words) -> list[str]:
    """The first words of a row; behind a number only those that say a total of nothing else."""
    cells = [cell for cell in row[:LABELS] if cell]
    numbered = bool(cells) and cells[0].isdecimal()
    said = [plain(cell) for cell in [one for one in cells if not one[0].isdecimal()][:2]]
    return [one for one in said if not numbered or not TOTAL.match(one) or _is_bare(one)]


def _says_total_across(row: Words, names: list[int]) -> bool:
    """Whether a row of months is called a total of others, not “Total Leads”."""
    said = [one for one in _labels(row) if TOTAL.match(one)]
    unnamed = len(names) > 1 and not row[names[-1]]
    return any(_is_bare(one) for one in said) or bool(said and unnamed)


def _says_total(said: list[str], row: Words, usual: Callable[[], list[int]]) -> bool | None:
    """Whether a row is called a total; None where only its figures can tell."""
    called = [one for one in said if TOTAL.match(one)]
    if any(_is_bare(one) and one not in _NAMES for one in called):
        return True
    if not called or (len(usual()) > 1 and _is_full(row, usual())):
        return False
    return True if len(usual()) > 1 else None


def _is_bare(label: str) -> bool:
    """Whether a label that begins like a total says nothing of what."""
    match = TOTAL.match(label)
    return bool(match and (label.startswith("sub") or _BARE.fullmatch(label[match.end() :])))


def _is_full(row: Words, usual: list[int]) -> bool:
    return sum(is_missing(row[i]) for i in usual) <= SELDOM * len(usual)


def _summing(words: Words, start: int, unsure: list[int], found: set[int]) -> set[int]:
    """Those of the rows called “Total …” that add up or tower above the rows before them; the
    last rows, too, unless others before them do not.
    """
    if len(unsure) > MOST_OPEN:
        return set()
    sums = {row for row in unsure if adds_up(words, row, start, found)}
    others = [row for row in unsure if row not in sums]
    below = [row for row in range(start, len(words)) if row not in found | sums]
    last = [row for row in below if (words[row] != "").sum() > 1][-len(others) :]
    return sums | (set(others) if others == last else set())


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
