"""Which row of the new table is which of the old one, whatever their order.

Rows that are equal in every column are found first, one to one. What is left is found by its key,
where one row on either side is left with it; a key that stands more often leaves that open.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.updates.likeness import Codes


@dataclass(frozen=True)
class Matched:
    """Places in the two frames: rows that are equal, rows of one key that differ, and the rest."""

    same_old: Codes
    same_new: Codes
    old: Codes  # old[i] and new[i] have one key and differ
    new: Codes
    only_old: Codes
    only_new: Codes

    def none(self) -> "Matched":
        """No row taken for another."""
        found = len(self.same_old) + len(self.old)
        return apart(found + len(self.only_old), found + len(self.only_new))


def apart(old: int, new: int) -> Matched:
    """So many rows of either side, none of them found again."""
    no = np.empty(0, np.int64)
    return Matched(no, no, no, no, np.arange(old), np.arange(new))


def matched(keys: tuple[Codes, Codes], rows: tuple[Codes, Codes]) -> Matched:
    """Rows matched by the codes of their key and of their whole content."""
    size = max(len(rows[0]), len(rows[1])) + 1
    same_old, same_new = common(_numbered(rows[0], size), _numbered(rows[1], size))
    left, come = _rest(len(rows[0]), same_old), _rest(len(rows[1]), same_new)
    by_key = common(keys[0][left], keys[1][come])
    old, new = left[by_key[0]], come[by_key[1]]
    return Matched(same_old, same_new, old, new, np.setdiff1d(left, old), np.setdiff1d(come, new))


def _numbered(codes: Codes, size: int) -> Codes:
    """Each code with how often it stood before, so that none stands twice."""
    return codes * size + pd.Series(codes).groupby(codes).cumcount().to_numpy(np.int64)


def common(old: Codes, new: Codes) -> tuple[Codes, Codes]:
    """The places of codes that stand exactly once on either side, in the old order."""
    (mine, first), (its, second) = _once(old), _once(new)
    _, a, b = np.intersect1d(mine, its, assume_unique=True, return_indices=True)
    order = np.argsort(first[a], kind="stable")
    return first[a][order], second[b][order]


def _once(codes: Codes) -> tuple[Codes, Codes]:
    values, places, times = np.unique(codes, return_index=True, return_counts=True)
    return values[times == 1], places[times == 1]


def _rest(length: int, taken: Codes) -> Codes:
    free = np.ones(length, bool)
    free[taken] = False
    return np.flatnonzero(free)
