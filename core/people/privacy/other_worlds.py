"""Other worlds of a wave: promoters and detractors of every cell, all totals on show the same.

Built from the counts on show and who is in which group, apart from what made the plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_diag, csr_array, eye_array, hstack

from core.people.enps import Counts
from core.people.privacy.plan import Group, rows_of
from core.people.privacy.wave import Cells

DRAWN = 200  # cells that may differ in a drawn world
_LONGEST = 8.0  # seconds for one world of the whole wave
_INFEASIBLE = 2
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass
class OtherWorlds:
    """limits: of every total on show, promoters then detractors; truth: of every cell, likewise.

    apart: of each world found, by how much the figure of each cell differs from the truth.
    """

    limits: csr_array
    totals: Numbers
    room: csr_array
    truth: Numbers
    sizes: Numbers
    exempt: npt.NDArray[np.bool_]
    apart: list[Places] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        cells: Cells,
        groups: pd.DataFrame,
        bands: "pd.Series[int]",
        shown: Mapping[Group, Counts],
    ) -> "OtherWorlds":
        """The worlds of a wave, none found yet.

        exempt: cells of a group on show in which all answer alike: it tells of them at any size.
        """
        many = len(cells.sizes)
        inside = [np.bincount(cells.place, rows_of(groups, one), many) > 0 for one in shown]
        within = csr_array(np.array(inside, float))
        kinds = [np.bincount(cells.place, bands == kind, many) for kind in (1, -1)]
        exempt = np.zeros(many, bool)
        for one, rows in zip(shown.values(), inside, strict=True):
            if one.n in (one.promoters, one.passives, one.detractors):
                exempt |= rows
        return cls(
            block_diag([within, within], format="csr"),
            np.array([float(one.promoters) for one in shown.values()]
                     + [float(one.detractors) for one in shown.values()]),
            hstack([eye_array(many)] * 2, format="csr"),
            np.concatenate(kinds).astype(float), cells.sizes, exempt,
        )  # fmt: skip

    def draw(self, chance: np.random.Generator, seconds: float) -> None:
        """A world far off in a drawn direction, in which drawn cells alone may differ."""
        many = len(self.sizes)
        free = np.isin(np.arange(many), chance.permutation(many)[:DRAWN])
        towards = np.where(free, chance.choice([-1.0, 1.0], many), 0.0)
        self._keep(self._solved(np.concatenate([towards, -towards]), None, seconds, free)[0])

    def another(self, union: tuple[int, ...], seconds: float) -> bool | None:
        """Whether there is a world in which a union differs; None where time does not tell."""
        row = np.zeros(2 * len(self.sizes))
        row[list(union)], row[[len(self.sizes) + one for one in union]] = 1.0, -1.0
        known = True
        for sign in (1.0, -1.0):
            more = LinearConstraint(csr_array(sign * row[None, :]), sign * row @ self.truth + 1)
            world, status = self._solved(np.zeros(len(row)), more, seconds)
            if self._keep(world):
                return True
            known = known and status == _INFEASIBLE
        return False if known else None

    def moved(self) -> Places:
        """In how many worlds each cell differs."""
        return np.asarray(sum((one != 0 for one in self.apart), np.zeros(len(self.sizes), int)))

    def differ(self, union: tuple[int, ...]) -> bool:
        """Whether a union differs in some world found so far."""
        return any(int(one[list(union)].sum()) for one in self.apart)

    def marks(self, chance: np.random.Generator) -> npt.NDArray[np.uint64]:
        """A number for each cell: those of a union add up to 0 where it is the same in all."""
        found = np.zeros(len(self.sizes), np.uint64)
        for one in self.apart:
            by = chance.integers(0, 1 << 63, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
            found += one.astype(np.uint64) * by
        return found

    def _keep(self, world: Numbers | None) -> bool:
        """Keeps a world after counting that every total on show is the same in it."""
        if world is None or (self.limits @ world != self.totals).any():
            return False
        promoters, detractors = (world - self.truth).reshape(2, -1)
        self.apart.append((promoters - detractors).astype(np.int64))
        return True

    def _solved(
        self,
        wanted: Numbers,
        more: LinearConstraint | None,
        seconds: float,
        free: npt.NDArray[np.bool_] | None = None,
    ) -> tuple[Numbers | None, int]:
        if seconds <= 0:
            return None, 1
        room = np.tile(self.sizes, 2)
        low, high = np.zeros(len(room)), room
        if free is not None:
            low, high = (np.where(np.tile(free, 2), one, self.truth) for one in (low, high))
        found = milp(
            wanted,
            constraints=[
                LinearConstraint(self.limits, self.totals, self.totals),
                LinearConstraint(self.room, 0, self.sizes),
                *([more] if more else []),
            ],
            bounds=Bounds(low, high),
            integrality=np.ones(len(wanted)),
            options={"time_limit": min(seconds, _LONGEST), "mip_rel_gap": 1.0},
        )
        return (None if found.x is None else np.round(found.x)), int(found.status)
