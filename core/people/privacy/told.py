"""What is on show of a wave, and other worlds that agree with it.

Nobody is half a promoter, and no cell has more promoters than people: a world gives each cell whole
numbers of promoters and detractors. Worlds are found by integer programming (HiGHS), and each is
checked against every total on show before it counts.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_diag, csr_array, eye_array, hstack

_NODES = 200  # branches of a search before it counts as finding nothing
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Told:
    """What is on show of cells: answers that no column tells apart.

    within: groups x cells, 1 where the cell lies in the group; sizes: answers of each cell;
    words: cells x columns, numbered; amounts: promoters and detractors of each cell, two rows.
    """

    within: Numbers
    sizes: Numbers
    words: Places
    amounts: Numbers

    @cached_property
    def exempt(self) -> "npt.NDArray[np.bool_]":
        """Cells of a group in which all answer alike: it tells of each of them at any size.

        No floor prevents that; it is said to the owner of the survey instead.
        """
        return np.asarray(self.within[self.alike].any(axis=0), bool)

    @cached_property
    def alike(self) -> "npt.NDArray[np.bool_]":
        """Which groups have answers of one kind only."""
        full = self.within @ self.sizes
        kinds = self.within @ self.amounts.T
        rest = full - kinds.sum(axis=1)
        every = np.column_stack([kinds, rest]) == full[:, None]
        return np.asarray(every.any(axis=1), bool)

    def other(self, places: Places, times: Numbers, sign: int, free: Places) -> Numbers:
        """How much the figure of each cell differs in a world in which a sum over some differs.

        times: the coefficients of the sum; sign: 1 for a larger one, -1 for a smaller one; free:
        the places of the cells that may differ. All zero where no such world is found.
        """
        many, truth = len(free), self.amounts[:, free].ravel()
        totals = block_diag([csr_array(self.within[:, free])] * 2, format="csr")
        wanted = np.zeros(len(self.sizes))
        wanted[places] = sign * times
        of_sum = np.concatenate([wanted[free], -wanted[free]])[None, :]
        room = self.sizes[free]
        found = milp(
            np.zeros(2 * many),
            constraints=[
                LinearConstraint(totals, totals @ truth, totals @ truth),
                LinearConstraint(hstack([eye_array(many)] * 2), 0, room),
                LinearConstraint(csr_array(of_sum), of_sum @ truth + 1, np.inf),
            ],
            bounds=Bounds(0, np.tile(room, 2)),
            integrality=np.ones(2 * many),
            options={"node_limit": _NODES},
        )
        world = truth if found.x is None else np.round(found.x)
        if (totals @ world != totals @ truth).any():
            world = truth
        promoters, detractors = (world - truth).reshape(2, many)
        differs = np.zeros(len(self.sizes))
        differs[free] = promoters - detractors
        return differs
