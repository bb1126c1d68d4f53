"""Rows that no name says are totals, though they hold what all others add to."""

from collections.abc import Sequence

import numpy as np

from core.language import Text, text
from core.tables.columns.typed import Typed
from core.tables.model import ColumnType
from core.tables.words import is_missing

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
FEWEST = 4  # rows below which a row may hold the sum of the others by chance


def unnamed_totals(typed: Sequence[Typed]) -> tuple[Text, ...]:
    """A word on the first or last row when its words are missing and its figures add up the rest.

    Web reports write such a row; it may be a record of its own, so it stays.
    """
    words = [one for one in typed if one.type is ColumnType.TEXT and not one.questions]
    if not words or len(words[0].values) < FEWEST:
        return ()
    return tuple(
        text(
            "Row {row} has no name and its figures are what all other rows add to: it looks like"
            " a total, yet it was read as one row of the data. Say in the sheet view that it is a"
            " total, or take it out.",
            row=int(words[0].values.index[at]),
        )
        for at in (0, -1)
        if any(_unnamed(one, at) for one in words) and _adds_up(typed, at)
    )


def _unnamed(one: Typed, at: int) -> bool:
    """Whether the row is the only one without a word in a column of names."""
    cells = one.values.fillna("")
    if not is_missing(str(cells.iloc[at])):
        return False
    return sum(is_missing(str(cell)) for cell in cells) == 1


def _adds_up(typed: Sequence[Typed], at: int) -> bool:
    found = []
    for one in typed:
        if one.type in NUMBERS:
            values = one.values.astype("float64").to_numpy()
            rest = np.nansum(np.delete(values, at))
            found.append(bool(values[at]) and bool(np.isclose(values[at], rest)))
    return any(found)
