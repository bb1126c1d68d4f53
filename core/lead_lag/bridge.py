"""Short gaps, filled only so that filters can run; what was filled is masked again afterwards."""

from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows

LONGEST_BRIDGE = 3  # periods


@dataclass(frozen=True)
class Bridge:
    """Short gaps and the known periods on either side of them, one entry per period bridged."""

    gap: Rows
    before: Rows
    after: Rows
    share: Array  # of the way from before to after

    def fill(self, rows: Array) -> Array:
        """Rows (runs, periods) with their short gaps on a straight line."""
        filled = rows.copy()
        filled[:, self.gap] = (1 - self.share) * rows[:, self.before]
        filled[:, self.gap] += self.share * rows[:, self.after]
        return filled


def bridge_of(known: Mask) -> Bridge:
    """How gaps of up to three periods are filled."""
    places = np.flatnonzero(known)
    steps = np.diff(places)
    start, length = places[:-1], steps - 1
    short = (length > 0) & (length <= LONGEST_BRIDGE)
    start, length = start[short], length[short]
    within = np.concatenate([np.arange(1, one + 1) for one in length] or [np.empty(0, int)])
    before, wide = np.repeat(start, length), np.repeat(length + 1, length)
    return Bridge(before + within, before, before + wide, within / wide)
