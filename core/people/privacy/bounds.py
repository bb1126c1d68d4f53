"""Figures of few people that whole numbers pin, though no sum of what is shown gives them.

Nobody is half a promoter, and no cell has more promoters than people. Somebody who knows who is in
which group can therefore look for everything that agrees with the figures on show; where all of it
says the same of some few people, their figure is known. We look for worlds that agree and differ
(integer programming, HiGHS): a set of cells that is the same in none but our own is not pinned. A
set for which none is found in the tries we give it counts as pinned: too careful, never too bold.
"""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from core.people.privacy.cancelling import MARKS, PRIME, cancelling
from core.people.privacy.told import Places, Told

_SEED = 20_260_102
_BOX = 250  # cells that are set free at first
_BOXES = 3  # choices of them, before all are set free
_PAIRED = 2000  # cells of which every pair is tried to change places with every other
_MIXED = 6  # times at most that many are drawn anew, where there are more
_MOST_TOGETHER = 5000  # small cells of which sets are looked at
_LARGEST = 4  # coefficient of a cell: more people than this are not under the floor of 5
Keys = npt.NDArray[np.uint64]
Marks = npt.NDArray[np.int64]  # MARKS x cells, modulo a prime


def pinned(told: Told, floor: int, marks: Marks | None = None) -> tuple[tuple[int, ...], Marks]:
    """A set of cells with fewer than `floor` answers whose figure is pinned, () if there is none.

    Sets of up to four cells are looked at, of the kinds of core.people.privacy.cancelling; of very
    many small cells each is looked at alone. Beside it the marks of the worlds that were found.
    marks: of worlds known before, where more was told.
    """
    search = _Search(told, np.flatnonzero((told.sizes < floor) & ~told.exempt), marks)
    found = search.alone()
    if not found and len(search.small) <= _MOST_TOGETHER:
        found = search.together(floor)
    return found or (), search.marks


class _Search:
    """Worlds that agree with what is told, each mixed into a few marks of the cells.

    Where marks cancel, with the coefficients of a sum, every world says the same of that sum.
    """

    def __init__(self, told: Told, small: Places, marks: Marks | None) -> None:
        self.told, self.small = told, small
        self.chance = np.random.default_rng(_SEED)
        self.marks = np.zeros((MARKS, len(told.sizes)), np.int64) if marks is None else marks.copy()
        for _ in range(_MIXED if marks is None else 0):
            left = self._left()
            if not len(left):
                break
            self._exchange(left)
            if len(told.sizes) <= _PAIRED:
                break

    def alone(self) -> tuple[int, ...] | None:
        """A cell that is the same in every world that is found."""
        while len(left := self._left()):
            if not self._moved((int(left[0]),), (1.0,)):
                return (int(left[0]),)
        return None

    def _left(self) -> Places:
        """Small cells that are the same in every world so far."""
        same = (self.marks[:, self.small] == 0).all(axis=0)
        return np.asarray(self.small[same], np.int64)

    def together(self, floor: int) -> tuple[int, ...] | None:
        """A set of several cells that stays the same together, though each of them differs."""
        while sets := list(self._same(floor)):
            for places, coefficients in sets:
                same = self._same_still(places, coefficients)
                if same and not self._moved(places, coefficients):
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

    def _exchange(self, left: Places) -> None:
        """Worlds in which two cells and two others, alike in sum, exchange an answer each.

        left: the cells that are wanted most, where not all have room.
        """
        every = self.chance.permutation(len(self.told.sizes))
        wanted = np.isin(every, self.chance.permutation(left)[: _PAIRED // 2])
        cells = np.concatenate([every[wanted], every[~wanted]])[:_PAIRED]
        told = self.told
        numbers = self.chance.integers(0, 1 << 63, len(told.within), np.uint64)
        keys = (told.within[:, cells] > 0).astype(np.uint64).T @ numbers
        kinds = [*told.amounts, told.sizes - told.amounts.sum(axis=0)]
        weights = (1, -1, 0)
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

    def _moved(self, places: tuple[int, ...], coefficients: tuple[float, ...]) -> bool:
        """Whether a world is found in which a sum over some cells differs; it is kept."""
        at, times = np.array(places), np.array(coefficients)
        boxes = [self._box(places) for _ in range(_BOXES)]
        for free, sign in product([*boxes, np.arange(len(self.told.sizes))], (1, -1)):
            world = self.told.other(at, times, sign, free)
            if times @ world[at]:
                mixed = self.chance.integers(1, PRIME, MARKS)[:, None] * world.astype(np.int64)
                self.marks = (self.marks + mixed) % PRIME
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
