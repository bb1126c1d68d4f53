"""Long sheets laid out without their ordinary rows, which are put back after.

The unlike rows (`unlike`) are laid out with care (`layout`); what lies between them belongs to the
table whose rows it stands between. A test holds both ways to the same tables.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from core.language import Text
from core.tables.layout.unlike import Lay, LongSheet, Said, column_of
from core.tables.model import Grid, RawTable, SetAside

TALL = 20_000  # rows from which it pays
MOST_KEPT = 0.3  # share of unlike rows beyond which the sheet is laid out whole


def laid_out(grid: Grid, source: str, said: Said, lay: Lay) -> list[RawTable]:
    """The tables `lay` finds on a sheet, with only the unlike rows of a long one shown to it."""
    downwards = any(last > first for first, _, last, _ in grid.merged)
    if len(grid.cells) < TALL or downwards:
        return lay(grid, source, said)
    sheet = LongSheet(grid)
    kept = sheet.unlike(said, lay)
    if len(kept) > MOST_KEPT * len(grid.cells):
        return lay(grid, source, said)
    places = {row: place for place, row in enumerate(kept.tolist())}
    spoken = {places[row]: role for row, role in said.items() if row in places}
    whole = [_restored(sheet, raw, kept) for raw in lay(sheet.part(kept), source, spoken)]
    found = [one for one in whole if one is not None]
    if len(found) < len(whole) or not _complete(found, kept, len(grid.cells)):
        return lay(grid, source, said)
    return found


def _complete(found: list[RawTable], kept: np.ndarray, height: int) -> bool:
    """Whether each row that was not shown now stands in one table."""
    stands = np.zeros(height, np.int8)
    for one in found:
        stands[one.frame.index.to_numpy() - 1] += 1
    stands[kept] = 1
    return bool((stands == 1).all())


def _restored(sheet: LongSheet, raw: RawTable, kept: np.ndarray) -> RawTable | None:
    """A table of the shortened sheet with the ordinary rows between its own put back."""
    own = kept[raw.frame.index.to_numpy() - 1]
    if not len(own):
        return _renumbered(raw, kept)
    columns = [column_of(letter) for letter in raw.letters]
    short = sheet.part(own).cells.iloc[:, columns].to_numpy(object)
    if not np.array_equal(short, raw.frame.to_numpy(object)):
        return None  # the cells were changed on the way: every row must be seen
    place = np.searchsorted(kept, own)
    inner = np.flatnonzero((np.diff(place) == 1) & (np.diff(own) > 1))
    stands = np.zeros(len(sheet.grid.cells), bool)
    stands[own] = True
    for at in inner:
        stands[own[at] : own[at + 1]] = True
    rows = np.flatnonzero(stands)
    heading = {own[at]: raw.sections.get(int(place[at]) + 1, "") for at in inner}
    sections = {int(kept[row - 1]) + 1: words for row, words in raw.sections.items()}
    for at in inner:
        if heading[own[at]]:
            sections |= dict.fromkeys(range(own[at] + 2, own[at + 1] + 1), heading[own[at]])
    index, names = pd.Index(rows + 1, name="row"), raw.frame.columns
    unbroken = len(rows) == rows[-1] + 1 - rows[0]
    some: Any = slice(rows[0], rows[-1] + 1) if unbroken else rows
    frame, kinds = sheet.grid.cells.iloc[some, columns], sheet.grid.kinds.iloc[some, columns]
    return replace(
        _renumbered(raw, kept),
        frame=frame.set_axis(index).set_axis(names, axis=1),
        kinds=kinds.set_axis(index).set_axis(names, axis=1),
        sections=sections,
    )


def _renumbered(raw: RawTable, kept: np.ndarray) -> RawTable:
    """A table of the shortened sheet whose rows have the numbers of the whole one."""
    numbers = kept + 1
    totals = pd.Index(numbers[raw.totals.index.to_numpy(int) - 1], name="row")

    def there(row: int) -> int:
        return int(numbers[row - 1])

    return replace(
        raw,
        header_rows=tuple(there(row) for row in raw.header_rows),
        set_aside=tuple(
            SetAside(tuple(there(row) for row in one.rows), one.why, one.words)
            for one in raw.set_aside
        ),
        notices=tuple(_retold(one, there) for one in raw.notices),
        totals=raw.totals.set_axis(totals),
        total_kinds=raw.total_kinds.set_axis(totals),
    )


def _retold(said: Text, there: Callable[[int], int]) -> Text:
    """A notice whose row numbers are those of the whole sheet."""
    values = tuple(
        (name, re.sub(r"\d+", lambda row: str(there(int(row.group()))), str(value)))
        if name in ("row", "rows") else (name, value)
        for name, value in said.values
    )  # fmt: skip
    return replace(said, values=values)
