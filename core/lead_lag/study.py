"""All series of one question, prepared once.

A series stands in one row for each way in which it is prepared: what is done to the two series of a
pair is settled for the pair.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.joint import without_shared_memory
from core.lead_lag.recipe import Recipe, alike, choose_recipe
from core.lead_lag.transforms import Prepared, measured, prepare, unit_of
from core.metrics.panel import Panel

Recipes = dict[str, Recipe]


@dataclass(frozen=True)
class Compared:
    """An indicator and a result, and the columns of the panel that hold them."""

    leading: str
    lagging: str
    columns: tuple[tuple[str, str], ...]  # (leading, lagging) of each segment

    @staticmethod
    def alone(pairs: Sequence[tuple[str, str]]) -> "list[Compared]":
        """Pairs of one panel, not cut into segments."""
        return [Compared(*pair, (pair,)) for pair in pairs]


def as_chosen(recipes: Recipes) -> Recipes:
    """Each series by its own recipe."""
    return recipes


@dataclass(frozen=True)
class Study:
    """Series (rows) on one calendar: as measured, and as what is new in them."""

    ids: tuple[str, ...]
    index: pd.PeriodIndex
    raw: Array  # (series, periods) in units, NaN unknown
    units: Array  # (series,) powers of two near each series' size: exact, and nothing overflows
    prepared: tuple[Prepared, ...]
    values: Array  # (series, periods)
    known: Mask

    recipes: Recipes  # of each id, before it stands beside another

    @staticmethod
    def of(
        panel: Panel,
        compared: Sequence[Compared],
        agreed: Callable[[Recipes], Recipes] = as_chosen,
    ) -> "Study":
        """The series compared, each once for every way in which it is prepared.

        agreed settles the recipes of all columns, from those that each would choose alone.
        """
        index = pd.PeriodIndex(panel.values.index)
        pairs = [pair for one in compared for pair in one.columns]
        own = {one: measured(panel.values[one]) for pair in pairs for one in pair}
        units = {one: unit_of(values) for one, values in own.items()}
        recipes = agreed({one: choose_recipe(own[one] / units[one], index) for one in own})
        ways = list(dict.fromkeys(way for pair in pairs for way in _ways(pair, recipes)))
        ids = tuple(one for one, _ in ways)
        raw = np.stack([own[one] / units[one] for one in ids])
        prepared = tuple(
            prepare(row, index, recipe) for row, (_, recipe) in zip(raw, ways, strict=True)
        )
        values = np.stack([one.values for one in prepared])
        known = np.stack([one.known for one in prepared])
        sizes = np.array([units[one] for one in ids])
        made = Study(ids, index, raw, sizes, prepared, values, known, recipes)
        return made._side_by_side(compared)

    def _side_by_side(self, compared: Sequence[Compared]) -> "Study":
        """The same less what the segments of each series together remember."""
        prepared = list(self.prepared)
        for rows in np.unique(np.concatenate(self.rows_of(compared)), axis=0).tolist():
            left = without_shared_memory([self.prepared[row] for row in rows])
            for row, one in zip(rows, left, strict=True):
                prepared[row] = one
        values = np.stack([one.values for one in prepared])
        return replace(self, prepared=tuple(prepared), values=values)

    def rows_of(self, compared: Sequence[Compared]) -> tuple[Rows, Rows]:
        """Rows of the leading and of the lagging series: (pairs, segments) each."""
        ways = zip(self.ids, (one.recipe for one in self.prepared), strict=True)
        row = {way: place for place, way in enumerate(ways)}
        places = [
            [[row[way] for way in _ways(pair, self.recipes)] for pair in one.columns]
            for one in compared
        ]
        rows = np.array(places, dtype=np.intp)
        return rows[:, :, 0], rows[:, :, 1]


def _ways(pair: tuple[str, str], recipes: Recipes) -> list[tuple[str, Recipe]]:
    """Each series of a pair, and what is done to it beside the other."""
    return list(zip(pair, alike(*(recipes[one] for one in pair)), strict=True))
