"""The working scale of a series when its past is forecast, and when recipes are chosen anew.

Everything is counted from the start of the calendar and chosen from the periods before, so that no
forecast depends on what came later, nor on how much came later.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array
from core.lead_lag.open_days import days_a_week
from core.lead_lag.recipe import constant, grows_with_level

FIRST = 20  # periods of the shortest training part
RENEW = 6  # periods after which recipes are chosen anew, at least


@dataclass(frozen=True)
class Scale:
    """Working scale of one series, fixed by its first training part."""

    logged: bool
    middle: float
    size: float

    def to(self, values: Array) -> Array:
        """On the working scale; what a logarithm cannot take is unknown."""
        if self.logged:
            positive = np.where(values > 0, values, np.nan)
            return np.asarray((np.log(positive) - self.middle) / self.size)
        return np.asarray((values - self.middle) / self.size)

    def back(self, values: Array) -> Array:
        """In the series' own units."""
        plain = values * self.size + self.middle
        return np.asarray(np.exp(plain) if self.logged else plain)


def checkpoints(periods: int, index: pd.PeriodIndex) -> list[int]:
    """Periods from which recipes are chosen anew: counted from the start, never from the end."""
    season = days_a_week(index)
    at = max(FIRST, 2 * season if season < FIRST else season + RENEW)
    found = []
    while at < periods:
        found.append(at)
        at += max(RENEW, at // 4)
    return found


def scale_of(values: Array, index: pd.PeriodIndex) -> Scale:
    """The scale that the first training part of a series (periods,) chooses."""
    starts = checkpoints(len(values), index)
    known = values[: starts[0] if starts else len(values)]
    logged = grows_with_level(known, index[: len(known)])
    known = known[np.isfinite(known)]
    if constant(known):
        return Scale(False, 0.0, 1.0)
    plain = np.log(known) if logged else known
    size = float(np.std(plain))
    return Scale(logged, float(np.median(plain)), size if size > 0 else 1.0)
