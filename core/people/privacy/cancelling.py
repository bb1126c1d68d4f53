"""Sets of few classes whose marks cancel: the small sets that displayed groups isolate.

A set is looked for with whole-number coefficients, up to one common factor: any in two classes, of
1 and 2 in three, of 1 in four. Other coefficients than 1 matter because answers are whole: 2 a + b
tells a, where b is 0 or 1. Among very many classes only sums are looked for in three and four.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from core.people.privacy.meeting import met, twice

PRIME = 1_048_573  # under 2^20
MARKS = 3
_BITS = 21  # of a mark in a key: room for the sum of two
_ONES = sum(1 << (_BITS * at) for at in range(MARKS))
_SHORT = ((1 << (_BITS - 1)) - PRIME) * _ONES  # what a prime lacks of the highest bit, in each mark
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
    """Pairs of classes with coefficients, and the key of the sum of their marks."""

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

    @cached_property
    def keys(self) -> dict[int, Vector]:
        """The marks of each class in one number, times a coefficient."""
        return {times: _key(self.marks * times % PRIME) for times in (1, -1, 2, -2)}

    def three(self, rest: Vector) -> Iterator[Found]:
        """A pair and one class more."""
        twice = len(rest) <= _MOST_TWICE
        weights = (1, -1, 2, -2) if twice else (1, -1) if self.differences else (1,)
        pairs = self._pairs(rest, 2)
        for signs in product(weights, weights):
            sums = self._sums(pairs, signs)
            for last in (1, 2) if twice else (1,):
                for at, end in met(sums.keys, self.keys[-last][rest]):
                    third = int(rest[end])
                    yield from self._told(
                        (int(sums.first[at]), int(sums.second[at]), third), (*signs, last)
                    )

    def four(self, rest: Vector) -> Iterator[Found]:
        """Two pairs."""
        ones = rest[self.sizes[rest] == 1] if self.floor == 5 else rest
        pairs = self._pairs(ones, 3)
        plus, less = self._sums(pairs, (1, 1)), self._sums(pairs, (-1, -1))
        told = [(plus, less)]
        if self.differences:
            apart = self._sums(pairs, (1, -1))
            told += [(plus, plus), (plus, apart), (less, apart), (apart, apart)]
        for one, other in told:
            same = twice(one.keys) if one is other else met(one.keys, other.keys)
            for at, to in same:
                places = (one.first[at], one.second[at], other.first[to], other.second[to])
                signs = (*one.signs, *(-sign for sign in other.signs))
                yield from self._told(tuple(int(p) for p in places), signs)

    def _pairs(self, places: Vector, least: int) -> tuple[Vector, Vector]:
        """Every two whose sizes leave room for what is to come beside them."""
        places = places[self.sizes[places] <= self.floor - least]
        one, other = np.triu_indices(len(places), 1)
        one, other = places[one], places[other]
        room = self.sizes[one] + self.sizes[other] <= self.floor - least + 1
        return one[room], other[room]

    def _sums(self, pairs: tuple[Vector, Vector], signs: tuple[int, int]) -> _Sums:
        added = self.keys[signs[0]][pairs[0]]
        added += self.keys[signs[1]][pairs[1]]
        over = ((added + _SHORT) >> (_BITS - 1)) & _ONES  # 1 in each mark of a prime or more
        added -= over * PRIME
        return _Sums(added, *pairs, signs)

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
