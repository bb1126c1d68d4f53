"""Figures of few people that whole numbers pin, though no sum of what is shown gives them.

Nobody is half a promoter, and no cell has more promoters than people. Somebody who knows who is in
which group can therefore look for everything that agrees with the figures on show; where all of it
says the same of some few people, their figure is known. We look for worlds that agree and differ
(integer programming, HiGHS): a set of cells that is the same in none but our own is not pinned. A
set for which none is found in the tries we give it counts as pinned: too careful, never too bold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from core.people.privacy.cancelling import MARKS, PRIME, cancelling

_SEED = 20_260_102
_BOX = 200  # cells that are set free at once
_MOST_FREE = 800  # cells up to which all of them are set free as well
_NODES = 200  # branches of a search before it counts as finding nothing
_ROUNDS = 3  # choices of cells to set free for one set
_PAIRED = 2000  # cells of which every pair is tried to change places with every other
_MIXED = 4  # times that many are drawn anew, where there are more
_MOST_TOGETHER = 1500  # small cells of which sets are looked at
_LARGEST = 4  # coefficient of a cell: more people than this are not under the floor of 5
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Told:
    """What is on show of cells: answers that no column tells apart.

    within: groups x cells, 1 where the cell lies in the group; sizes: answers of each cell; words:
    cells x columns, numbered; amounts: kinds x cells, what is totalled (promoters and detractors,
    or points above the lowest); weights: how the kinds make the figure (1, -1 for eNPS); most: the
    kinds of one answer add up to this at most.
    """

    within: Numbers
    sizes: Numbers
    words: Places
    amounts: Numbers
    weights: tuple[int, ...]
    most: int

    @cached_property
    def exempt(self) -> "npt.NDArray[np.bool_]":
        """Cells of a group in which all answer alike: it tells of each of them at any size.

        No floor prevents that; it is said to the owner of the survey instead.
        """
        return np.asarray(self.within[self.alike].any(axis=0), bool)

    @cached_property
    def alike(self) -> "npt.NDArray[np.bool_]":
        """Which groups have answers of one kind only."""
        full = self.most * (self.within @ self.sizes)
        kinds = self.within @ self.amounts.T
        rest = full - kinds.sum(axis=1)
        every = np.column_stack([kinds, rest]) == full[:, None]
        return np.asarray(every.any(axis=1), bool)

    def other(self, wanted: Numbers, free: Places) -> Numbers:
        """How much the figure of each cell differs in another world, most where it is wanted.

        wanted: a weight per cell; free: the places of the cells that may differ. All zero where no
        other world is found.
        """
        many, kinds = len(free), len(self.weights)
        objective = np.concatenate([weight * wanted[free] for weight in self.weights])
        within = csr_array(self.within[:, free])
        none = csr_array(within.shape)
        totals = vstack(
            [hstack([within if at == kind else none for at in range(kinds)])
             for kind in range(kinds)]
        )  # fmt: skip
        truth = np.concatenate([row[free] for row in self.amounts])
        room = self.most * self.sizes[free]
        found = milp(
            -objective,
            constraints=[
                LinearConstraint(totals, totals @ truth, totals @ truth),
                LinearConstraint(hstack([eye_array(many)] * kinds), 0, room),
            ],
            bounds=Bounds(0, np.tile(room, kinds)),
            integrality=np.ones(many * kinds),
            options={"node_limit": _NODES, "mip_rel_gap": 0.9},
        )
        differs = np.zeros(len(self.sizes))
        if found.x is not None:
            apart = (np.round(found.x) - truth).reshape(kinds, many)
            differs[free] = np.array(self.weights) @ apart
        return differs


def pinned(told: Told, floor: int) -> tuple[int, ...] | None:
    """A set of cells with fewer than `floor` answers whose figure is pinned, None if there is none.

    Sets of up to four cells are looked at, of the kinds of core.people.privacy.cancelling; of very
    many small cells each is looked at alone.
    """
    search = _Search(told, np.flatnonzero((told.sizes < floor) & ~told.exempt))
    alone = search.alone()
    return alone if alone or len(search.small) > _MOST_TOGETHER else search.together(floor)


class _Search:
    """Worlds that agree with what is told, each mixed into a few marks of the cells.

    Where marks cancel, with the coefficients of a sum, every world says the same of that sum.
    """

    def __init__(self, told: Told, small: Places) -> None:
        self.told, self.small = told, small
        self.chance = np.random.default_rng(_SEED)
        self.marks = np.zeros((MARKS, len(told.sizes)), np.int64)
        for _ in range(_MIXED if len(told.sizes) > _PAIRED else 1):
            self._exchange()

    def alone(self) -> tuple[int, ...] | None:
        """A cell that is the same in every world that is found."""
        while len(left := self.small[(self.marks[:, self.small] == 0).all(axis=0)]):
            wanted = np.zeros(len(self.told.sizes))
            wanted[left] = self.chance.choice([-1.0, 1.0], len(left))
            if not self._moved((int(left[0]),), (1.0,), wanted):
                return (int(left[0]),)
        return None

    def together(self, floor: int) -> tuple[int, ...] | None:
        """A set of several cells that stays the same together, though each of them differs."""
        nothing = np.zeros(len(self.told.sizes))
        while sets := list(self._same(floor)):
            for places, coefficients in sets:
                if self._same_still(places, coefficients) and not self._moved(
                    places, coefficients, nothing
                ):
                    return places
        return None

    def _same_still(self, places: tuple[int, ...], coefficients: tuple[float, ...]) -> bool:
        """Whether the worlds found since have not parted a set either."""
        summed = self.marks[:, list(places)] @ np.array(coefficients, np.int64)
        return not (summed % PRIME).any()

    def _same(self, floor: int) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
        """Cells whose differences cancel in every world so far, with their coefficients."""
        sizes = self.told.sizes[self.small].astype(np.int64)
        for places, coefficients in cancelling(self.marks[:, self.small], sizes, floor):
            if whole := _whole(coefficients):
                yield tuple(int(self.small[at]) for at in places), whole

    def _exchange(self) -> None:
        """Worlds in which two cells and two others, alike in sum, exchange an answer each."""
        cells = self.chance.permutation(len(self.told.sizes))[:_PAIRED]
        told = self.told
        numbers = self.chance.integers(0, 1 << 63, len(told.within), np.uint64)
        keys = (told.within[:, cells] > 0).astype(np.uint64).T @ numbers
        kinds = [*told.amounts, told.most * told.sizes - told.amounts.sum(axis=0)]
        weights = [*told.weights, 0]
        for one, other in combinations(range(len(kinds)), 2):
            gives, takes = (np.flatnonzero(kinds[kind][cells] > 0) for kind in (one, other))
            met = _alike(_pairs(keys, gives), _pairs(keys, takes), self.chance)
            self._mix(cells[met], weights[one] - weights[other])

    def _mix(self, met: Places, weight: int) -> None:
        """Keeps worlds, each in two cells that gain an answer and two that lose it."""
        for mark in self.marks:
            by = self.chance.integers(1, PRIME, met.shape[1]) * weight
            for places, sign in zip(met, (-1, -1, 1, 1), strict=True):
                mark += np.bincount(places, sign * by, len(mark)).astype(np.int64)
            mark %= PRIME

    def _moved(
        self, places: tuple[int, ...], coefficients: tuple[float, ...], wanted: Numbers
    ) -> bool:
        """Whether a world is found in which a sum over some cells differs; it is kept."""
        at, by = list(places), np.array(coefficients)
        every = [np.arange(len(self.told.sizes))] if len(self.told.sizes) <= _MOST_FREE else []
        boxes = [self._box(places) for _ in range(_ROUNDS)]
        for sign, free in product((1.0, -1.0), [*boxes, *every]):
            objective = wanted.copy()
            objective[at] = sign * by * (1 + 10 * len(wanted))
            world = self.told.other(objective, free)
            mixed = self.chance.integers(1, PRIME, MARKS)[:, None] * world.astype(np.int64)
            self.marks = (self.marks + mixed) % PRIME
            if by @ world[at]:
                return True
        return False

    def _box(self, beside: tuple[int, ...]) -> Places:
        """Cells that share words with one, so that answers can change places among them."""
        words, at = self.told.words, beside[0]
        inside = np.ones(len(words), bool)
        widest = np.argsort([-len(np.unique(column)) for column in words.T], kind="stable")
        for column in widest:
            if inside.sum() <= _BOX:
                break
            known = np.unique(words[inside, column])
            others = self.chance.permutation(known[known != words[at, column]])
            keep = max(1, int(len(others) * _BOX / inside.sum()))
            inside &= np.isin(words[:, column], [words[at, column], *others[:keep]])
        inside[list(beside)] = True
        return np.flatnonzero(inside)


def _pairs(keys: Keys, places: Places) -> tuple[Keys, Places]:
    """The sums of the keys of every two places, ascending, and the places of each."""
    one, other = np.triu_indices(len(places), 1)
    pair = np.stack([places[one], places[other]])
    sums = keys[pair[0]] + keys[pair[1]]
    order = np.argsort(sums)
    return sums[order], pair[:, order]


def _alike(
    one: tuple[Keys, Places], other: tuple[Keys, Places], chance: np.random.Generator
) -> Places:
    """For every pair of one kind one of the other with the same key, drawn: four rows of places."""
    low = np.searchsorted(other[0], one[0])
    many = np.searchsorted(other[0], one[0], "right") - low
    met = np.flatnonzero(many)
    drawn = low[met] + (chance.random(len(met)) * many[met]).astype(np.int64)
    return np.vstack([one[1][:, met], other[1][:, drawn]])


def _whole(coefficients: tuple[int, ...]) -> tuple[float, ...] | None:
    """Coefficients modulo the prime as small whole numbers, None where they are none."""
    for times in range(1, _LARGEST + 1):
        signed = [(times * one + PRIME // 2) % PRIME - PRIME // 2 for one in coefficients]
        if all(abs(one) <= _LARGEST for one in signed):
            return tuple(map(float, signed))
    return None
