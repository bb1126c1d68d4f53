"""Did knowing the indicator make past forecasts better, and is that more than luck?

Skill is the share of the baseline's root mean squared error saved. Clark & West 2007, one-sided:
f = e1^2 - (e2^2 - (y1 - y2)^2), whose mean is above 0 when the larger model is truly better.
Errors are taken on the result's working scale (logarithms where its moves grow with its level).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from core.lead_lag.arrays import Array, Mask
from core.lead_lag.past import Past

FEWEST = 8  # past periods forecast below which nothing is concluded


@dataclass(frozen=True)
class Skill:
    """One value per pair; NaN where too few past forecasts could be made."""

    saved: Array
    p: Array
    naive_share: Array  # share of forecasts whose baseline was the seasonal naive one


def skill_of(past: Past) -> Skill:
    """Skill and Clark-West p of all pairs at once; each segment's errors in units of its usual."""
    made = np.isfinite(past.actual)
    without = np.where(made, past.actual - past.baseline, 0.0)
    using = np.where(made, past.actual - past.with_indicator, 0.0)
    usual = np.sqrt((without**2).sum(axis=2) / np.maximum(made.sum(axis=2), 1))[..., None]
    without, using = (one / np.where(usual > 0, usual, 1.0) for one in (without, using))
    squares = [(one**2).sum(axis=(1, 2)) for one in (using, without)]
    saved = 1 - np.sqrt(squares[0] / np.maximum(squares[1], 1e-300))
    p = clark_west(without, using, made)
    naive = past.seasonal_naive.sum(axis=(1, 2)) / np.maximum(made.sum(axis=(1, 2)), 1)
    enough = made.any(axis=1).sum(axis=1) >= FEWEST
    return Skill(np.where(enough, saved, np.nan), np.where(enough, p, np.nan), naive)


def clark_west(without: Array, using: Array, made: Mask) -> Array:
    """One-sided p (pairs,) from errors without and with the indicator (pairs, segments, periods).

    Segments of one period count as one draw: what hits them together is not several surprises.
    """
    n = np.maximum(made.sum(axis=(1, 2)), 2)
    periods = np.maximum(made.any(axis=1).sum(axis=1), 2)
    f = np.where(made, without**2 - (using**2 - (without - using) ** 2), 0.0)
    mean = f.sum(axis=(1, 2)) / n
    of_period = np.where(made, f - mean[:, None, None], 0.0).sum(axis=1)
    spread = (of_period**2).sum(axis=1) * periods / (periods - 1)
    t = mean * n / np.sqrt(np.where(spread > 0, spread, 1.0))
    p: Array = np.where(spread > 0, ndtr(-t), 1.0)
    return p
