"""Rows whose cell “Jumlah” or “Total” names a field, as in a history of changes: no totals.

A total adds up figures: where a row is as full as its neighbours and no figure of such rows is the
sum of what stands above it, a word that stands again and again in a column of repeated words is one
of its words.
"""

import numpy as np

from core.tables.layout.looks import NUMBER, Words, profile
from core.tables.totals import is_only_sum, readings
from core.tables.words import TOTAL, plain

LOOKED_AT = 200
MOSTLY = 0.6  # share of the rows in which a column holds something, or figures
REPEATS = 0.5  # most different words a column of repeated words may have, for each row
FEWEST = 10  # rows
MOST_ROWS = 20_000


def records_of_fields(body: Words, start: int, found: set[int]) -> set[int]:
    """Those of the rows found to be totals that are records, counted as `found` is."""
    if not found or len(body) < FEWEST:
        return set()
    always = np.flatnonzero((body != "").mean(axis=0) > MOSTLY)
    full = [row for row in sorted(found) if (body[row - start, always] != "").all()]
    if len(always) < 3 or not full:
        return set()
    columns = [at for at in range(body.shape[1]) if _repeats(body[:, at])]
    named = {row for row in full if any(_names_field(body[:, at], row - start) for at in columns)}
    figures = _figures(body)
    if named and len(figures) and (len(body) > MOST_ROWS or not _are_words(body, named, start)):
        return set()
    return set() if any(_adds_up(body[:, at], found, start) for at in figures) else named


def _figures(body: Words) -> Words:
    """The columns that hold figures on most rows."""
    some = body[:LOOKED_AT]
    looks = profile(some, np.full(some.shape, "text", object))
    return np.flatnonzero((looks == NUMBER).mean(axis=0) > 1 - MOSTLY)


def _are_words(body: Words, rows: set[int], start: int) -> bool:
    """Whether each row says a sum, not an average, which no figures above it add to."""
    return all(any(is_only_sum(cell) for cell in body[row - start] if cell) for row in rows)


def _adds_up(cells: Words, found: set[int], start: int) -> bool:
    """Whether half of the rows hold the sum of the rows since the one before, or of all above."""
    since = above = 0.0
    sums = []
    for row, cell in enumerate(cells, start):
        ways = readings(str(cell), "text")
        value = ways[0][0] if ways else 0.0
        if row in found:
            sums.append(bool(np.isclose(value, since) or np.isclose(value, above)) and value != 0)
            since = 0.0
        else:
            since, above = since + value, above + value
    return 2 * sum(sums) >= len(sums) > 0


def _repeats(cells: Words) -> bool:
    held = [cell for cell in cells if cell]
    return len(held) >= FEWEST and len(set(held)) < REPEATS * len(held)


def _names_field(cells: Words, row: int) -> bool:
    """Whether the cell is a total word that the column holds on several rows."""
    return bool(TOTAL.match(plain(cells[row]))) and int((cells == cells[row]).sum()) > 1
