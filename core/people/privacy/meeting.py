"""Which numbers of two long rows are the same, where hardly any are.

Millions of sums are compared: most of them are left out by a table of bits before any is sorted.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

_BITS = 24  # of the table: wide enough for millions, small enough to stay near the processor
_FEW = 1000  # numbers that are compared at once
Numbers = npt.NDArray[np.int64] | npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


def met(one: Numbers, other: Numbers) -> Iterator[tuple[int, int]]:
    """The places of every two that are the same: one of the first row, one of the second.

    Numbers should differ in their lowest 24 bits as by chance.
    """
    first, second = _left(one, other)
    order = second[np.argsort(other[second])]
    ascending = other[order]
    needles = first[np.argsort(one[first])]
    low = np.searchsorted(ascending, one[needles])
    high = np.searchsorted(ascending, one[needles], "right")
    for at in np.flatnonzero(high > low):
        for place in range(int(low[at]), int(high[at])):
            yield int(needles[at]), int(order[place])


def twice(one: Numbers) -> Iterator[tuple[int, int]]:
    """The places of every two of one row that are the same."""
    order = np.argsort(one)
    ascending = one[order]
    for place in np.flatnonzero(ascending[1:] == ascending[:-1]):
        end = place + 1
        while end < len(one) and ascending[end] == ascending[place]:
            yield int(order[place]), int(order[end])
            end += 1


def _left(one: Numbers, other: Numbers) -> tuple[Places, Places]:
    """The places that may meet: each row is thinned by the other, as long as that helps."""
    first, second = np.arange(len(one)), np.arange(len(other))
    while len(first) + len(second) > _FEW:
        before = len(first) + len(second)
        first = _among(one, first, other, second)
        second = _among(other, second, one, first)
        if len(first) + len(second) > 0.8 * before:
            break
    return first, second


def _among(own: Numbers, places: Places, others: Numbers, theirs: Places) -> Places:
    """Of the places those whose lowest bits are also among the others'."""
    mask = own.dtype.type((1 << _BITS) - 1)
    there = np.zeros(1 << _BITS, bool)
    there[(others[theirs] & mask).astype(np.int64)] = True
    return places[there[(own[places] & mask).astype(np.int64)]]
