"""The release plan of one wave: everybody, each column, and as many crossings as stay safe.

Totals of many crossings tell so much that whole numbers pin single answers in small surveys. So
columns are crossed two by two only as far as nothing is pinned: the crossings first whose groups
mostly have enough answers, two at most. The choice rests on the answers alone, never on what is
asked for, and so it is the same on every screen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.people.privacy.bounds import Told, pinned
from core.people.privacy.plan import FLOOR, Group, Plan, Why, release_plan, rows_of

_MOST_CROSSINGS = 2
_WORTH = 0.5  # least share of the groups of a crossing that have enough answers


def wave_plan(groups: pd.DataFrame, bands: "pd.Series[int]", floor: int = FLOOR) -> Plan:
    """The groups of a wave whose eNPS may be shown.

    groups: one row a person, one text column each; bands: the same rows, 1 for a promoter, 0 for a
    passive, -1 for a detractor.
    """
    columns = [(), *((str(one),) for one in groups.columns)]
    every = crossings(groups, floor)
    for many in range(len(every), -1, -1):
        plan = release_plan(groups, [*columns, *every[:many]], floor)
        if not pins(groups, bands, plan.shown, floor).any():
            return plan
    return _unpinned(groups, bands, plan)


def crossings(groups: pd.DataFrame, floor: int) -> list[tuple[str, ...]]:
    """The pairs of columns worth crossing, best first.

    A column that lies within another (managers of one team each) is not crossed with it.
    """
    worth = []
    for pair in combinations(map(str, groups.columns), 2):
        sizes = groups.groupby(list(pair)).size()
        enough = float((sizes >= floor).mean())
        if enough >= _WORTH and len(sizes) > max(groups[one].nunique() for one in pair):
            worth.append((enough, len(sizes), pair))
    ranked = sorted(worth, key=lambda one: (-one[0], -one[1]))
    return [pair for _, _, pair in ranked[:_MOST_CROSSINGS]]


def _unpinned(groups: pd.DataFrame, bands: "pd.Series[int]", plan: Plan) -> Plan:
    """The plan without small groups that hold what is pinned, until nothing is; then put back.

    Everybody goes last.
    """
    shown, gone = list(plan.shown), list[Group]()
    while (rows := pins(groups, bands, shown, plan.floor)).any():
        divided = [one for one in shown if one]
        holding = [one for one in divided if rows_of(groups, one)[rows].any()]
        least = min(holding or divided or shown, key=lambda one: (plan.shown[one], one))
        shown.remove(least)
        gone.append(least)
    for one in reversed(gone):
        if not pins(groups, bands, [*shown, one], plan.floor).any():
            shown.append(one)
    kept = {one: n for one, n in plan.shown.items() if one in shown}
    hidden = {one: Why.SUBTRACTION for one in plan.shown if one not in kept}
    return replace(plan, shown=kept, withheld={**plan.withheld, **hidden})


def pins(
    groups: pd.DataFrame, bands: "pd.Series[int]", shown: Collection[Group], floor: int
) -> npt.NDArray[np.bool_]:
    """The answers, fewer than `floor` of them, whose score the groups on show pin; often none."""
    if not shown or not len(groups.columns):
        return np.zeros(len(groups), bool)
    cells = Cells.of(groups)
    found = pinned(cells.told(groups, bands, list(shown)), floor)
    return np.isin(cells.place, found or ())


@dataclass(frozen=True)
class Cells:
    """Answers that no column tells apart: the cell of each answer, the words of each cell."""

    place: npt.NDArray[np.int64]
    words: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.float64]

    @classmethod
    def of(cls, groups: pd.DataFrame) -> "Cells":
        """The cells of all columns crossed."""
        numbered = [pd.factorize(groups[one])[0] for one in groups.columns]
        each = np.array(numbered, np.int64).reshape(len(numbered), len(groups)).T
        words, place = np.unique(each, axis=0, return_inverse=True)
        return cls(place.ravel(), words, np.bincount(place.ravel()).astype(float))

    def told(self, groups: pd.DataFrame, bands: "pd.Series[int]", shown: Sequence[Group]) -> Told:
        """What the eNPS of groups tells of the cells."""
        within = np.array([self._sum(rows_of(groups, one)) > 0 for one in shown], float)
        amounts = np.array([self._sum((bands == band).to_numpy()) for band in (1, -1)])
        return Told(within, self.sizes, self.words, amounts, (1, -1), 1)

    def _sum(self, rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        return np.bincount(self.place, rows, len(self.sizes)).astype(float)
