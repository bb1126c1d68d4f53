"""The release plan of one wave: everybody, each column, and as many crossings as stay safe.

Totals of many crossings tell so much that whole numbers pin single answers in small surveys. So
columns are crossed two by two only as far as nothing is pinned: the crossings first whose groups
mostly have enough answers, two at most. The choice rests on the answers alone, never on what is
asked for, and so it is the same on every screen.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.people.privacy.bounds import Marks, pinned
from core.people.privacy.plan import FLOOR, Group, Plan, Why, raised, release_plan, rows_of
from core.people.privacy.told import Told

_MOST_CROSSINGS = 2
_WORTH = 0.5  # least share of the groups of a crossing that have enough answers


def wave_plan(
    groups: pd.DataFrame,
    bands: "pd.Series[int]",
    floor: int = FLOOR,
    progress: Callable[[float], None] = lambda share: None,
) -> Plan:
    """The groups of a wave whose eNPS may be shown.

    groups: one row a person, one text column each; bands: the same rows, 1 for a promoter, 0 for a
    passive, -1 for a detractor. progress is told the share that is done. Above the floor of 5 no
    group is shown that is hidden at 5: somebody may see the one and the other.
    """
    columns = [(), *((str(one),) for one in groups.columns)]
    every = crossings(groups, FLOOR)
    pins = Pins(groups, bands)
    for many in range(len(every), -1, -1):
        done = 0.8 * (1 - (many + 1) / (len(every) + 1))
        progress(done)
        plan = release_plan(groups, [*columns, *every[:many]])
        progress(done + 0.4 / (len(every) + 1))
        if not pins.of(plan.shown):
            break
    else:
        plan = _unpinned(plan, pins, lambda share: progress(0.8 + 0.2 * share))
    progress(1.0)
    return plan if floor <= FLOOR else raised(groups, plan, floor)


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


def _unpinned(plan: Plan, pins: "Pins", progress: Callable[[float], None]) -> Plan:
    """The plan without small groups that hold what is pinned, until nothing is; then put back.

    Everybody stays: of everybody together nobody's answer is pinned, unless all answer alike.
    """
    shown, gone = list(plan.shown), list[Group]()
    while (rows := pins.rows(shown)).any():
        divided = [one for one in shown if one]
        holding = [one for one in divided if rows_of(pins.groups, one)[rows].any()]
        least = min(holding or divided, key=lambda one: (plan.shown[one], one))
        shown.remove(least)
        gone.append(least)
        progress(0.5 * len(gone) / len(plan.shown))
    for at, one in enumerate(reversed(gone)):
        progress(0.5 + 0.5 * at / len(gone))
        if not pins.of([*shown, one]):
            shown.append(one)
    kept = {one: n for one, n in plan.shown.items() if one in shown}
    hidden = {one: Why.SUBTRACTION for one in plan.shown if one not in kept}
    return replace(plan, shown=kept, withheld={**plan.withheld, **hidden})


class Pins:
    """What of few answers the groups on show pin: asked again and again while a wave is planned.

    Worlds that agree with what many groups tell agree with what fewer of them tell: those found
    once are used again.
    """

    def __init__(self, groups: pd.DataFrame, bands: "pd.Series[int]", floor: int = FLOOR) -> None:
        self.groups, self._bands, self._floor = groups, bands, floor
        self.cells = Cells.of(groups)
        self._known: list[tuple[frozenset[Group], Marks]] = []

    def of(self, shown: Collection[Group]) -> tuple[int, ...]:
        """Cells, together of fewer answers than the floor, whose score is pinned; () if none."""
        if not any(shown):
            return ()
        wider = (marks for groups, marks in self._known if groups.issuperset(shown))
        told = self.cells.told(self.groups, self._bands, list(shown))
        found, marks = pinned(told, self._floor, next(wider, None))
        self._known.append((frozenset(shown), marks))
        return found

    def rows(self, shown: Collection[Group]) -> npt.NDArray[np.bool_]:
        """The same as answers: True for each that is of it."""
        return np.isin(self.cells.place, self.of(shown))


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
        return Told(within, self.sizes, self.words, amounts)

    def _sum(self, rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        return np.bincount(self.place, rows, len(self.sizes)).astype(float)
