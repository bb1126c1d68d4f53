"""Which groups of a survey may ever be shown: one plan for a wave, the same on every screen.

A group is some answers of one column, or of a crossing of columns. Groups of fewer than `floor`
answers are never shown. Of those left, as few as possible are dropped, the last named first, so
that no combination of the displayed totals isolates fewer than `floor` answers. Above a floor of 5
only groups are shown that lie within each other or apart (core.people.privacy.nested). The rule
holds for every viewer, filter and export alike, since none shows more than the plan. Bounds that
whole numbers put on a score are looked at for a whole wave (core.people.privacy.wave).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.people.privacy.isolated import Isolated, Matrix, classes_of, isolated
from core.people.privacy.nested import nested

Group = tuple[tuple[str, str], ...]  # (column, word) pairs in the order of the columns; (): all
EVERYBODY: Group = ()
FLOOR = 5
_ALL_WORTH = 1000.0  # what showing everybody is worth beside any other group


class Why(StrEnum):
    """Why a group is not shown."""

    FEW = "few"  # fewer answers than the floor
    SUBTRACTION = "subtraction"  # with what is shown, it would give a smaller group away


@dataclass(frozen=True)
class Plan:
    """The groups that may be shown with how many answers each has, and why others may not."""

    shown: Mapping[Group, int]
    withheld: Mapping[Group, Why]
    floor: int = FLOOR


def groups_of(
    answers: pd.DataFrame, crossings: Sequence[tuple[str, ...]]
) -> dict[Group, pd.Series]:
    """Every group that could be shown with its answers (True per row), the most wanted first.

    answers: one row each, one text column a dimension ("": not said). crossings: the columns that
    are crossed, () for everybody.
    """
    found: dict[Group, pd.Series] = {}
    for columns in crossings:
        if not columns:
            found[EVERYBODY] = pd.Series(True, index=answers.index)
            continue
        words = answers[list(columns)].itertuples(index=False, name=None)
        label = pd.Series(list(words), index=answers.index)
        for word in sorted(set(label)):
            found[tuple(zip(columns, word, strict=True))] = label == word
    return found


def rows_of(answers: pd.DataFrame, group: Group) -> npt.NDArray[np.bool_]:
    """Which answers are of the group."""
    rows = np.ones(len(answers), bool)
    for name, word in group:
        rows &= (answers[name] == word).to_numpy(bool)
    return rows


def release_plan(answers: pd.DataFrame, crossings: Sequence[tuple[str, ...]]) -> Plan:
    """The plan of one wave at the floor of 5; crossings in the order in which they are wanted."""
    if not len(answers):
        return Plan({}, {})
    every = groups_of(answers, crossings)
    sizes = {group: int(rows.sum()) for group, rows in every.items()}
    enough = [group for group, n in sizes.items() if n >= FLOOR]
    members = np.array([every[group].to_numpy() for group in enough], np.int64)
    wanted = [1.0 if group else _ALL_WORTH for group in enough]
    shown = _safe(members.reshape(len(enough), len(answers)), wanted, FLOOR)
    return _plan(sizes, {enough[at] for at in shown}, FLOOR)


def raised(answers: pd.DataFrame, plan: Plan, floor: int) -> Plan:
    """What of a plan stays on show at a higher floor: groups that lie within each other or apart.

    Nothing more is shown than at the lower floor, for somebody may see both.
    """
    enough = [group for group, n in plan.shown.items() if n >= floor]
    members = np.array([rows_of(answers, group) for group in enough], bool)
    shown = nested(members.reshape(len(enough), len(answers)), floor)
    few = [group for group in plan.withheld if rows_of(answers, group).sum() < floor]
    few += [group for group, n in plan.shown.items() if n < floor]
    names = {enough[at] for at in shown}
    withheld = {
        group: Why.FEW if group in few else Why.SUBTRACTION
        for group in [*plan.shown, *plan.withheld]
        if group not in names
    }
    return Plan({group: plan.shown[group] for group in enough if group in names}, withheld, floor)


def _plan(sizes: Mapping[Group, int], names: set[Group], floor: int) -> Plan:
    withheld = {
        group: Why.FEW if n < floor else Why.SUBTRACTION
        for group, n in sizes.items()
        if group not in names
    }
    return Plan({group: n for group, n in sizes.items() if group in names}, withheld, floor)


def _safe(members: Matrix, wanted: Sequence[float], floor: int) -> list[int]:
    """The places of the groups that may be shown together.

    Every set found isolated is a conflict of the groups it is worked out from: one of them has to
    go. Those that go hit every conflict, and none of them without need: put back, it would give the
    same answers away again.
    """
    conflicts: list[frozenset[int]] = []
    known: list[Isolated] = []
    shown = list(range(len(members)))
    every = classes_of(members)
    while shown:
        displayed, place = every.only(shown)
        where, many = place.tolist(), np.bincount(place).tolist()
        still = [one for each in known if (one := each.together(where, many))]
        found = isolated(displayed, floor, still)
        if not found:
            break
        known = list(
            dict.fromkeys([*known, *(replace(one, groups=()).apart(place) for one in found)])
        )
        conflicts += [frozenset(shown[at] for at in one.groups) for one in found]
        gone = _hitting(conflicts, wanted)
        shown = [at for at in range(len(members)) if at not in gone]
    return shown


def _hitting(conflicts: Sequence[frozenset[int]], wanted: Sequence[float]) -> set[int]:
    """Groups that hit every conflict: those in most of them for what they are worth."""
    left, gone = list(conflicts), list[int]()
    while left:
        hits = Counter(at for one in left for at in one)
        most = max(hits, key=lambda at: (hits[at] / wanted[at], at))
        gone.append(most)
        left = [one for one in left if most not in one]
    for at in sorted(gone, key=lambda one: (-wanted[one], one)):
        without = set(gone) - {at}
        if all(one & without for one in conflicts):
            gone.remove(at)
    return set(gone)
