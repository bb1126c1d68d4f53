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
from dataclasses import dataclass, replace

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

    def only(self, groups: Sequence[int]) -> "tuple[Classes, Places]":
        """The classes when only these groups are displayed; of each class in which it is."""
        within = self.within[list(groups)]
        numbers = np.random.default_rng(_SEED).integers(0, 1 << 62, len(within))
        _, first, place = np.unique(numbers @ within, return_index=True, return_inverse=True)
        sizes = np.bincount(place, self.sizes).astype(np.int64)
        return Classes(within[:, first], sizes), place


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

    def with_groups(self, one: "Isolated") -> "Isolated":
        """An isolated set with the places of the groups it is worked out from."""
        times = dict(zip(one.classes, one.coefficients, strict=True))
        made = np.array([times.get(pivot, 0) for pivot in self.pivots], float) % PRIME
        return replace(one, groups=tuple(np.flatnonzero(made @ self.made_of % PRIME).tolist()))


@dataclass(frozen=True)
class Isolated:
    """Classes that together can be worked out, with their coefficients; the groups from which."""

    classes: tuple[int, ...]
    coefficients: tuple[int, ...]
    groups: tuple[int, ...] = ()

    def apart(self, place: Places) -> "Isolated":
        """The same set where each of its classes is several; place: in which class each is."""
        where = dict(zip(self.classes, self.coefficients, strict=True))
        inside = np.flatnonzero(np.isin(place, self.classes)).tolist()
        return Isolated(tuple(inside), tuple(where[int(place[at])] for at in inside), self.groups)

    def together(self, place: Sequence[int], many: Sequence[int]) -> "Isolated | None":
        """The same set where several classes are one; None where one would be of it in part.

        place: in which class each is; many: how many each of those was.
        """
        merged: dict[int, int] = {}
        for one, times in zip(self.classes, self.coefficients, strict=True):
            if merged.setdefault(place[one], times) != times:
                return None
        if sum(many[one] for one in merged) != len(self.classes):
            return None
        return Isolated(tuple(merged), tuple(merged.values()), self.groups)


def isolated(found: Classes, floor: int, known: Sequence[Isolated] = ()) -> list[Isolated]:
    """Every smallest set of under `floor` answers, in at most 4 classes, that groups isolate.

    known: sets found when more groups were displayed. Where some of them still are isolated they
    are told alone, as the whole search takes far longer.
    """
    space = Eliminated(found.within)
    chance = np.random.default_rng(_SEED)
    marks = np.stack([space.null_vector(chance) for _ in range(MARKS)]).astype(np.int64)
    if still := [one for one in known if _cancels(marks, one)]:
        return [space.with_groups(one) for one in still]
    small = np.flatnonzero(found.sizes < floor)
    return [
        space.with_groups(Isolated(tuple(small[list(places)].tolist()), coefficients))
        for places, coefficients in cancelling(marks[:, small], found.sizes[small], floor)
    ]


def _cancels(marks: Matrix, one: Isolated) -> bool:
    summed = marks[:, list(one.classes)] @ np.array(one.coefficients, np.int64)
    return not (summed % PRIME).any()
