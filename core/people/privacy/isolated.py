"""Which few answers a set of displayed groups isolates.

Answers of the same displayed groups cannot be told apart: they make a class. What anybody can work
out from totals of the groups lies in the row space of the matrix groups x classes. A set of classes
is isolated when a vector of the row space is not zero on it and zero everywhere else: its total is
a multiple of what is displayed. A set is of interest when it holds fewer than `floor` answers.

A vector is in the row space when every vector of the null space is orthogonal to it. Three random
vectors of the null space (modulo a prime near 2^20) tell this but for one chance in 2^60: of a set
of classes their values add up to zero, with the coefficients of the combination.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.people.privacy.cancelling import MARKS, PRIME, cancelling

_SEED = 20_260_101
Matrix = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Classes:
    """Answers that no displayed group tells apart.

    within: groups x classes, 1 where the class lies in the group; sizes: answers of each class.
    """

    within: Matrix
    sizes: Places

    def only(self, groups: Sequence[int]) -> "Classes":
        """The classes when no more than these groups are displayed."""
        within, place = np.unique(self.within[list(groups)], axis=1, return_inverse=True)
        return Classes(within, np.bincount(place.ravel(), self.sizes).astype(np.int64))


def classes_of(members: Matrix) -> Classes:
    """The classes of answers, from groups x answers (1 where the answer is of the group)."""
    within, sizes = np.unique(members, axis=1, return_counts=True)
    return Classes(within.astype(np.int64), sizes.astype(np.int64))


class Eliminated:
    """The row space of some groups, in reduced echelon form modulo a prime, with how it came.

    rows: rank x classes; made_of: rank x groups, the combination of groups that makes each row.
    Numbers are whole; floats hold them exactly, for a product of two rows stays under 2^53.
    """

    def __init__(self, within: Matrix) -> None:
        groups, classes = within.shape
        self.pivots: list[int] = []
        self._done: list[int] = []
        self._whole = np.hstack([within.astype(float), np.eye(groups)])
        independent = [at for at in range(groups) if self._reduced(at, classes)]
        self.rows = self._whole[independent, :classes]
        self.made_of = self._whole[independent, classes:]

    def _reduced(self, at: int, classes: int) -> bool:
        """Frees a row of the pivots before it, and those before it of its own."""
        whole, done = self._whole, self._done
        row = whole[at]
        for place, pivot in zip(done, self.pivots, strict=True):
            if row[pivot]:
                row = (row - row[pivot] * whole[place]) % PRIME
        found = np.flatnonzero(row[:classes])
        if not len(found):
            return False
        pivot = int(found[0])
        row = row * pow(int(row[pivot]), -1, PRIME) % PRIME
        for place in done:
            if whole[place, pivot]:
                whole[place] = (whole[place] - whole[place, pivot] * row) % PRIME
        whole[at] = row
        done.append(at)
        self.pivots.append(pivot)
        return True

    def null_vector(self, chance: np.random.Generator) -> Numbers:
        """A random vector that every group is orthogonal to."""
        found: Numbers = chance.integers(0, PRIME, self.rows.shape[1]).astype(float)
        found[self.pivots] = 0
        found[self.pivots] = -(self.rows @ found) % PRIME
        return found

    def groups_behind(self, vector: Numbers) -> Places:
        """The places of the groups of which a vector of the row space is made."""
        return np.flatnonzero((vector[self.pivots] % PRIME) @ self.made_of % PRIME)


@dataclass(frozen=True)
class Isolated:
    """Classes that together can be worked out, and the groups from which."""

    classes: tuple[int, ...]
    groups: tuple[int, ...]


def isolated(found: Classes, floor: int) -> list[Isolated]:
    """Every smallest set of under `floor` answers, in at most 4 classes, that groups isolate."""
    space = Eliminated(found.within)
    chance = np.random.default_rng(_SEED)
    marks = np.stack([space.null_vector(chance) for _ in range(MARKS)]).astype(np.int64)
    small = np.flatnonzero(found.sizes < floor)
    every = []
    for places, coefficients in cancelling(marks[:, small], found.sizes[small], floor):
        vector = np.zeros(found.within.shape[1])
        vector[small[list(places)]] = coefficients
        behind = tuple(space.groups_behind(vector).tolist())
        every.append(Isolated(tuple(small[list(places)].tolist()), behind))
    return every
