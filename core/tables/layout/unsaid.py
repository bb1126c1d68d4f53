"""Rows of sums that no word calls a total: blank labels, numbers that the rows above add to."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import counted
from core.tables.layout.looks import NUMBER, Words, profile
from core.tables.model import Aside, RawTable, SetAside
from core.tables.totals import readings

FEWEST = 3  # rows a single column must add up over; two, where several columns do
MOST_ROWS = 5000
SELDOM = 0.2  # share of blanks that a column of labels may have


def without_unsaid_totals(raw: RawTable) -> RawTable:
    """The table with such rows set aside as totals, and a word on them."""
    rows = _sums(raw) if len(raw.frame) <= MOST_ROWS else []
    if not rows:
        return raw
    at = [int(raw.frame.index[row]) for row in rows]
    shown = ", ".join(str(row) for row in at[:6])
    said = counted(
        "{n} row without a label is the sum of the rows above and was left out: row {rows}.",
        "{n} rows without a label are the sum of the rows above and were left out: rows {rows}.",
        len(at),
        rows=shown,
    )
    words = " | ".join(cell for cell in raw.frame.iloc[rows[0]] if cell)[:120]
    return replace(
        raw,
        frame=raw.frame.drop(index=at),
        kinds=raw.kinds.drop(index=at),
        totals=pd.concat([raw.totals, raw.frame.loc[at]]).sort_index(),
        total_kinds=pd.concat([raw.total_kinds, raw.kinds.loc[at]]).sort_index(),
        set_aside=(*raw.set_aside, SetAside(tuple(at), Aside.TOTAL, words)),
        notices=(*raw.notices, said),
        sections={row: one for row, one in raw.sections.items() if row not in at},
    )


def _sums(raw: RawTable) -> list[int]:
    """The places of rows whose labels are blank and whose numbers add up what stands above."""
    cells = raw.frame.to_numpy(object)
    blank = cells == ""
    usual = np.flatnonzero(blank.sum(axis=0) <= max(1, SELDOM * len(cells)))
    open_ = [
        row for row in range(2, len(cells)) if blank[row, usual].any() and not blank[row].all()
    ]
    if not open_ or len(open_) > len(cells) / 2:
        return []
    kinds = raw.kinds.to_numpy(object)
    numeric = (profile(cells[:60], kinds[:60]) == NUMBER).mean(axis=0) > 0.5
    labels = [int(i) for i in usual if not numeric[i]]
    found: list[int] = []
    for row in open_:
        if labels and blank[row, labels].all() and _adds_up(cells, kinds, row, (numeric, found)):
            found.append(row)
    return found


def _adds_up(cells: Words, kinds: Words, row: int, known: tuple[Words, Sequence[int]]) -> bool:
    numeric, before = known
    columns = [int(i) for i in np.flatnonzero(cells[row] != "") if numeric[i]]
    begins = before[-1] + 1 if before else 0
    for first in {0, begins}:
        parts = [one for one in range(first, row) if one not in before]
        enough = len(parts) >= (FEWEST if len(columns) == 1 else 2)
        if columns and enough and all(_is_sum(cells, kinds, row, (i, parts)) for i in columns):
            return True
    return False


def _is_sum(cells: Words, kinds: Words, row: int, column: tuple[int, list[int]]) -> bool:
    """Whether, in one way of reading its marks, a cell is the sum of those above it."""
    at, parts = column
    said = readings(str(cells[row, at]), str(kinds[row, at]))
    above = [readings(str(cells[one, at]), str(kinds[one, at])) for one in parts if cells[one, at]]
    if not said or not all(above):
        return False
    ways = range(max(map(len, (said, *above))))
    held = any(one[0][0] for one in above)
    return held and any(
        np.isclose(_way(said, way), sum(_way(one, way) for one in above), rtol=1e-9, atol=1e-6)
        for way in ways
    )


def _way(read: Sequence[tuple[float, bool]], way: int) -> float:
    """A figure in one way of reading its marks; most leave no choice."""
    return read[min(way, len(read) - 1)][0]
