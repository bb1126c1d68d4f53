"""Rows whose cell “Jumlah” or “Total” names a field, as in a history of changes: no totals.

A total adds up figures: where no column holds figures and a row is as full as its neighbours, a
word that stands again and again in a column of repeated words is one of its words.
"""

import numpy as np

from core.tables.layout.looks import NUMBER, Words, profile
from core.tables.words import TOTAL, plain

LOOKED_AT = 200
MOSTLY = 0.6  # share of the rows in which a column holds something, or figures
REPEATS = 0.5  # most different words a column of repeated words may have, for each row
FEWEST = 10  # rows


def records_of_fields(body: Words, start: int, found: set[int]) -> set[int]:
    """Those of the rows found to be totals that are records, counted as `found` is."""
    if not found or len(body) < FEWEST or _has_figures(body):
        return set()
    always = np.flatnonzero((body != "").mean(axis=0) > MOSTLY)
    full = [row for row in sorted(found) if (body[row - start, always] != "").all()]
    if len(always) < 3 or not full:
        return set()
    columns = [at for at in range(body.shape[1]) if _repeats(body[:, at])]
    return {row for row in full if any(_names_field(body[:, at], row - start) for at in columns)}


def _has_figures(body: Words) -> bool:
    """Whether some column holds figures on most rows."""
    some = body[:LOOKED_AT]
    looks = profile(some, np.full(some.shape, "text", object))
    return bool(((looks == NUMBER).mean(axis=0) > 1 - MOSTLY).any())


def _repeats(cells: Words) -> bool:
    held = [cell for cell in cells if cell]
    return len(held) >= FEWEST and len(set(held)) < REPEATS * len(held)


def _names_field(cells: Words, row: int) -> bool:
    """Whether the cell is a total word that the column holds on several rows."""
    return bool(TOTAL.match(plain(cells[row]))) and int((cells == cells[row]).sum()) > 1
