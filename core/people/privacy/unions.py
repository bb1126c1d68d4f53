"""Unions of few cells whose marks add up to nothing: the same in every world that was found.

Marks are drawn numbers modulo 2^64, so that sums of them meet by chance once in 2^60 or so.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

LARGEST = 4  # cells of a union
_PAIRS = 2  # the same, where there are many
_MOST = 4000  # cells up to which unions of more than two are looked at
Marks = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Union = tuple[int, ...]


def largest(cells: int) -> int:
    """How many cells a union has at most, of that many."""
    return LARGEST if cells <= _MOST else _PAIRS


def same_in_all(marks: Marks, sizes: Places, floor: int) -> Iterator[Union]:
    """Every smallest union of fewer than `floor` answers whose marks add up to nothing."""
    yield from ((int(at),) for at in np.flatnonzero(marks == 0))
    known: set[Union] = set()
    for union in _several(marks, sizes, np.flatnonzero(marks != 0), floor):
        each = tuple(sorted(union))
        if len(set(each)) == len(each) and sizes[list(each)].sum() < floor and each not in known:
            known.add(each)
            yield each


def _several(marks: Marks, sizes: Places, rest: Places, floor: int) -> Iterator[Union]:
    for one, other in _meeting(marks[rest], -marks[rest]):
        yield int(rest[one]), int(rest[other])
    if largest(len(marks)) == _PAIRS:
        return
    beside = rest[sizes[rest] <= floor - 2]
    first, second = np.triu_indices(len(beside), 1)
    first, second = beside[first], beside[second]
    room = sizes[first] + sizes[second] <= floor - 2
    first, second = first[room], second[room]
    pairs = marks[first] + marks[second]
    for pair, third in _meeting(pairs, -marks[rest]):
        yield int(first[pair]), int(second[pair]), int(rest[third])
    for pair, more in _meeting(pairs, -pairs):
        yield int(first[pair]), int(second[pair]), int(first[more]), int(second[more])


def _meeting(left: Marks, right: Marks) -> Iterator[tuple[int, int]]:
    """The places of every two numbers that are the same."""
    order = np.argsort(right)
    ascending = right[order]
    met = np.flatnonzero(np.isin(left, right))
    for at in met.tolist():
        low, high = (np.searchsorted(ascending, left[at], side) for side in ("left", "right"))
        for place in order[low:high].tolist():
            yield at, int(place)
