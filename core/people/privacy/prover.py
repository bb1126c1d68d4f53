"""The prover: attacks what a wave shows, as somebody would who knows who is in which group.

Two attacks on every group and every cell under the floor: adding and subtracting displayed totals
(least squares over real numbers, apart from the search modulo a prime that made the plan), and
whole-number bounds (core.people.privacy.bounds). A group on show in which all answer alike tells
that of each of its members at any size: no floor prevents it, so it is named for the owner.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.people.enps import Counts
from core.people.privacy.plan import Group
from core.people.privacy.wave import Cells, Pins

_CLOSE = 1e-6


@dataclass(frozen=True)
class Proof:
    """What the attacks found."""

    tried: int  # groups and cells under the floor that were attacked
    computed: tuple[Group, ...]  # those whose figure can be worked out
    alike: tuple[Group, ...]  # groups on show in which everybody is of one kind

    @property
    def holds(self) -> bool:
        """Whether nothing under the floor can be worked out."""
        return not self.computed


def attacked(
    groups: pd.DataFrame,
    bands: "pd.Series[int]",
    shown: Mapping[Group, Counts],
    withheld: Mapping[Group, npt.NDArray[np.bool_]],
    floor: int,
) -> Proof:
    """Attacks from the counts on show; withheld: groups not on show, with their answers."""
    alike = tuple(group for group, one in shown.items() if one.n in (
        one.promoters, one.passives, one.detractors))  # fmt: skip
    if not len(groups.columns) or not shown:
        return Proof(0, (), alike)
    cells = Cells.of(groups)
    told = cells.told(groups, bands, list(shown))
    targets = _targets(groups, cells, withheld, floor)
    rows = np.array(list(targets.values()), float).reshape(len(targets), len(cells.sizes))
    found = {list(targets)[at] for at in np.flatnonzero(_made_of(told.within, rows))}
    pinned = np.unique(cells.place[Pins(groups, bands, floor).rows(shown)])
    found |= {group for group, row in targets.items() if row[pinned].any()}
    return Proof(len(targets), tuple(sorted(found)), alike)


def _targets(
    groups: pd.DataFrame,
    cells: Cells,
    withheld: Mapping[Group, npt.NDArray[np.bool_]],
    floor: int,
) -> dict[Group, npt.NDArray[np.bool_]]:
    """Groups and cells with fewer answers than the floor, as cells."""
    many = len(cells.sizes)
    found = {
        group: np.bincount(cells.place, rows, many) > 0
        for group, rows in withheld.items()
        if 0 < int(rows.sum()) < floor
    }
    first = pd.Series(cells.place).drop_duplicates()
    for at, place in first.items():
        if cells.sizes[place] < floor:
            row = groups.iloc[int(str(at))]
            found[tuple((str(name), str(row[name])) for name in groups.columns)] = (
                np.arange(many) == place
            )
    return found


def _made_of(
    within: npt.NDArray[np.float64], targets: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Which targets are combinations of the groups on show."""
    made, *_ = np.linalg.lstsq(within.T, targets.T, rcond=None)
    return np.asarray(np.abs(within.T @ made - targets.T).max(axis=0, initial=0) < _CLOSE, bool)
