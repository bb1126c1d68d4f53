"""Sets of few classes whose marks cancel: the small sets that displayed groups isolate.

A set is looked for with whole-number coefficients, up to one common factor: any in two classes, of
1 and 2 in three, of 1 in four. Other coefficients than 1 matter because answers are whole: 2 a + b
tells a, where b is 0 or 1. Among very many classes only sums are looked for in three and four.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

PRIME = 1_048_573  # under 2^20
MARKS = 3
_BITS = 20
_MOST_TWICE = 300  # classes up to which a coefficient of 2 is looked for in three
_MOST_DIFFERENCES = 1500  # up to which more than sums is looked for in three and four
Vector = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.int64]
Found = tuple[tuple[int, ...], tuple[int, ...]]  # places of classes, their coefficients


def cancelling(marks: Matrix, sizes: Vector, floor: int) -> Iterator[Found]:
    """The smallest sets of classes with fewer than `floor` answers together whose marks cancel.

    marks: MARKS x classes, modulo PRIME.
    """
    alone = (marks == 0).all(axis=0)
    yield from (((int(at),), (1,)) for at in np.flatnonzero(alone))
    rest = np.flatnonzero(~alone)
    paired = list(_parallel(marks, sizes, rest, floor))
    yield from paired
    known = {places for places, _ in paired}
    search = _Search(marks, sizes, floor, len(rest) <= _MOST_DIFFERENCES)
    for found in search.three(rest):
        if _new(found[0], known):
            known.add(found[0])
            yield found
    for found in search.four(rest):
        if _new(found[0], known):
            known.add(found[0])
            yield found


def _new(places: tuple[int, ...], known: set[tuple[int, ...]]) -> bool:
    """Whether no part of a set is known already."""
    parts = (part for size in range(2, len(places) + 1) for part in combinations(places, size))
    return not any(part in known for part in parts)


def _parallel(marks: Matrix, sizes: Vector, rest: Vector, floor: int) -> Iterator[Found]:
    """Two classes whose marks are multiples of each other."""
    same: dict[tuple[int, ...], list[int]] = {}
    for place in rest.tolist():
        own = [int(mark) for mark in marks[:, place]]
        unit = pow(next(mark for mark in own if mark), -1, PRIME)
        same.setdefault(tuple(mark * unit % PRIME for mark in own), []).append(place)
    for places in same.values():
        for one, other in combinations(places, 2):
            if sizes[one] + sizes[other] < floor:
                row = int(np.flatnonzero(marks[:, one])[0])
                share = int(marks[row, one]) * pow(int(marks[row, other]), -1, PRIME)
                yield (one, other), (1, -share % PRIME)


@dataclass(frozen=True)
class _Sums:
    """Pairs of classes with coefficients, by the key of the sum of their marks, ascending."""

    keys: Vector
    first: Vector
    second: Vector
    signs: tuple[int, int]


@dataclass(frozen=True)
class _Search:
    marks: Matrix
    sizes: Vector
    floor: int
    differences: bool

    def three(self, rest: Vector) -> Iterator[Found]:
        """A pair and one class more."""
        twice = len(rest) <= _MOST_TWICE
        weights = (1, -1, 2, -2) if twice else (1, -1) if self.differences else (1,)
        for last in (1, 2) if twice else (1,):
            ends = self.marks[:, rest] * -last % PRIME
            keys = _key(ends)
            order = np.argsort(keys)
            for signs in product(weights, weights):
                pairs = self._sums(rest, signs, 2)
                for at, end in _same(pairs.keys, keys[order]):
                    third = int(rest[order[end]])
                    yield from self._told(
                        (int(pairs.first[at]), int(pairs.second[at]), third), (*signs, last)
                    )

    def four(self, rest: Vector) -> Iterator[Found]:
        """Two pairs."""
        ones = rest[self.sizes[rest] == 1] if self.floor == 5 else rest
        plus = self._sums(ones, (1, 1), 3)
        less = _Sums(_negative(plus.keys), plus.first, plus.second, (-1, -1))
        told = [(plus, less)]
        if self.differences:
            apart = self._sums(ones, (1, -1), 3)
            told += [(plus, plus), (plus, apart), (less, apart), (apart, apart)]
        for one, other in told:
            order = np.argsort(other.keys)
            ascending = other.keys[order]
            met = _twice(order, ascending) if one is other else _same(one.keys, ascending)
            for at, place in met:
                to = order[place]
                places = (one.first[at], one.second[at], other.first[to], other.second[to])
                signs = (*one.signs, *(-sign for sign in other.signs))
                yield from self._told(tuple(int(p) for p in places), signs)

    def _sums(self, places: Vector, signs: tuple[int, int], least: int) -> _Sums:
        """Every pair whose sizes leave room for what is to come beside it."""
        one, other = np.triu_indices(len(places), 1)
        one, other = places[one], places[other]
        room = self.sizes[one] + self.sizes[other] <= self.floor - least + 1
        one, other = one[room], other[room]
        added = (self.marks[:, one] * signs[0] + self.marks[:, other] * signs[1]) % PRIME
        return _Sums(_key(added), one, other, signs)

    def _told(self, places: tuple[int, ...], signs: tuple[int, ...]) -> Iterator[Found]:
        """The set in order, where it is one of different classes and holds few answers."""
        if len(set(places)) == len(places) and self.sizes[list(places)].sum() < self.floor:
            order = sorted(range(len(places)), key=places.__getitem__)
            yield tuple(places[at] for at in order), tuple(signs[at] for at in order)


def _key(marks: Matrix) -> Vector:
    key: Vector = marks[0]
    for mark in marks[1:]:
        key = (key << _BITS) | mark
    return key


def _negative(keys: Vector) -> Vector:
    each = [(keys >> (_BITS * at)) & ((1 << _BITS) - 1) for at in reversed(range(MARKS))]
    return _key(np.stack([-one % PRIME for one in each]))


def _same(keys: Vector, ascending: Vector) -> Iterator[tuple[int, int]]:
    """Where a key lies among the ascending ones, every time it does."""
    low, high = np.searchsorted(ascending, keys), np.searchsorted(ascending, keys, "right")
    for at in np.flatnonzero(high > low):
        for place in range(int(low[at]), int(high[at])):
            yield int(at), place


def _twice(order: Vector, ascending: Vector) -> Iterator[tuple[int, int]]:
    """Where a key lies among its own, at another place than its own."""
    for place in np.flatnonzero(np.diff(ascending) == 0):
        end = place + 1
        while end < len(ascending) and ascending[end] == ascending[place]:
            yield int(order[place]), int(end)
            end += 1
