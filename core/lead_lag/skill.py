"""Did knowing the indicator make past forecasts better, and is that more than luck?

Skill is the share of the baseline's root mean squared error saved. Clark & West 2007, one-sided:
f = e1^2 - (e2^2 - (y1 - y2)^2), whose mean is above 0 when the larger model is truly better.
Errors are taken on the result's working scale (logarithms where its moves grow with its level).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from core.lead_lag.arrays import Array
from core.lead_lag.past import Past

FEWEST = 8  # past forecasts below which nothing is concluded


@dataclass(frozen=True)
class Skill:
    """One value per pair; NaN where too few past forecasts could be made."""

    saved: Array
    p: Array
    naive_share: Array  # share of forecasts whose baseline was the seasonal naive one


def skill_of(past: Past) -> Skill:
    """Skill and Clark-West p of all pairs at once."""
    made = np.isfinite(past.actual)
    n = made.sum(axis=1)
    enough = n >= FEWEST
    count = np.maximum(n, 1)
    without = np.where(made, past.actual - past.baseline, 0.0)
    using = np.where(made, past.actual - past.with_indicator, 0.0)
    saved = 1 - np.sqrt((using**2).sum(1) / np.maximum((without**2).sum(1), 1e-300))
    p = clark_west(without, using, made)
    naive = past.seasonal_naive.sum(axis=1) / count
    return Skill(np.where(enough, saved, np.nan), np.where(enough, p, np.nan), naive)


def clark_west(without: Array, using: Array, made: Array) -> Array:
    """One-sided p (pairs,) from errors without and with the indicator (pairs, periods)."""
    n = np.maximum(made.sum(axis=1), 2)
    f = np.where(made, without**2 - (using**2 - (without - using) ** 2), 0.0)
    mean = f.sum(axis=1) / n
    spread = (np.where(made, f - mean[:, None], 0.0) ** 2).sum(axis=1) / (n - 1)
    t = mean / np.sqrt(np.where(spread > 0, spread, 1.0) / n)
    p: Array = np.where(spread > 0, ndtr(-t), 1.0)
    return p
