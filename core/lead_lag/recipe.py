"""What is done to one series before its memory is taken out: logarithm, season, differences.

Tested on each series alone (method.md, step 1); `alike` then settles what is done to the two series
of a pair, by those tests and never by how the two go together.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import spearmanr

from core.lead_lag.arrays import Array
from core.lead_lag.bridge import bridge_of
from core.lead_lag.season import (
    LEVEL,
    peak_columns,
    peak_weeks,
    season_p,
    seasonal_columns,
    shared,
)
from core.lead_lag.stationarity import wanders
from core.periods import grain_of

FEWEST = 10  # known values below which a series cannot be prepared
FLAT = 1e-9  # share of its own size under which what is left of a series is rounding
GROWS = 0.2  # Spearman correlation of move size with level above which a series is logged
CLEARLY = 1.0  # log-likelihood by which the logarithm must win
WIDE = 1.2  # highest over lowest below which a logarithm changes nothing


@dataclass(frozen=True)
class Recipe:
    """What is done to one series before its memory is taken out."""

    logged: bool
    seasonal: bool
    differenced: bool
    peaks: tuple[int, ...] = ()  # ISO weeks that stand out every year
    season_p: float = 1.0


def choose_recipe(values: Array, index: pd.PeriodIndex) -> Recipe:
    """Whether to log, deseasonalise and difference one series."""
    logged = grows_with_level(values, index)
    scaled = scaled_of(values, logged)
    filled = bridge_of(np.isfinite(values)).fill(scaled[None])[0]
    peaks = peak_weeks(filled, index)
    columns = np.column_stack([seasonal_columns(index), peak_columns(index, peaks)])
    p = 0.0 if peaks else season_p(filled, columns, grain_of(index[0]))
    seasonal = p < LEVEL
    if seasonal:
        steps = np.arange(len(values), dtype=float)
        filled = _residual(filled, np.column_stack([np.ones(len(values)), steps, columns]))
    return Recipe(logged, seasonal, wanders(filled), peaks, p)


def alike(first: Recipe, second: Recipe) -> tuple[Recipe, Recipe]:
    """What is done to two series that are to be compared.

    Both are differenced when both wander, else neither: changes of one against levels of the other
    would blur a lead over several lags, and the re-runs keep the memory of what is compared. A
    season fools only where both have one, so the two must pass together, not only each alone.
    """
    differenced = first.differenced and second.differenced
    together = shared(first.season_p, second.season_p)
    one, other = (
        replace(own, differenced=differenced, seasonal=own.seasonal and together)
        for own in (first, second)
    )
    return one, other


def grows_with_level(values: Array, index: pd.PeriodIndex) -> bool:
    """Whether moves grow with the level of a series that is always above 0.

    Either the size of moves ranks with the level, or changes of the logarithm, less their own
    season, are so much more even that its likelihood wins (Box & Cox 1964; as X-13 decides).
    """
    known = values[np.isfinite(values)]
    if len(known) < FEWEST or known.min() <= 0 or known.max() < WIDE * known.min():
        return False
    change = np.diff(values)
    both = np.isfinite(change)
    if both.sum() < FEWEST or np.ptp(change[both]) <= FLAT * known.max():
        return False
    return _ranks(change[both], values[1:][both] - change[both] / 2) or _likelier(values, index)


def _ranks(change: Array, level: Array) -> bool:
    if np.ptp(level) == 0 or np.ptp(np.abs(change)) == 0:
        return False
    r, p = spearmanr(np.abs(change), level)
    return bool(r > GROWS and p < 0.05)


def _likelier(values: Array, index: pd.PeriodIndex) -> bool:
    """Whether changes of the logarithm have a clearly higher likelihood than plain changes."""
    change, growth = np.diff(values), np.diff(np.log(values))
    design = np.column_stack([np.ones(len(change)), np.diff(seasonal_columns(index), axis=0)])
    known = np.isfinite(change)
    if known.sum() < 2 * design.shape[1]:
        design = design[:, :1]
    plain, logged = (float(np.nanvar(_residual(one, design))) for one in (change, growth))
    if min(plain, logged) <= 0:
        return False
    jacobian = float(np.log(values[1:][known]).sum())
    gained = known.sum() / 2 * np.log(plain / logged) - jacobian
    return bool(gained > CLEARLY)


def design_of(index: pd.PeriodIndex, recipe: Recipe) -> Array:
    """Constant, trend unless differenced, season if there is one: (periods, columns)."""
    steps = np.linspace(-1, 1, len(index))
    columns = [np.ones((len(index), 1))]
    if not recipe.differenced:
        columns.append(steps[:, None])
    if recipe.seasonal:
        columns += [seasonal_columns(index), peak_columns(index, recipe.peaks)]
    return np.column_stack(columns)


def differences(values: Array) -> Array:
    """Change since the period before; the first period has none."""
    return np.concatenate([[np.nan], np.diff(values)])


def scaled_of(values: Array, logged: bool) -> Array:
    """On the chosen scale, centred, so that a huge offset costs no digits."""
    known = np.isfinite(values)
    if not known.any():
        return values
    shown = np.log(values, where=known, out=np.full(len(values), np.nan)) if logged else values
    if constant(shown):
        return np.where(known, 0.0, np.nan)
    centred = shown - float(np.median(shown[known]))
    return np.asarray(centred / np.std(centred[known]))


def constant(values: Array) -> bool:
    """Whether the known values are the same but for rounding."""
    known = values[np.isfinite(values)]
    if not len(known):
        return True
    return float(np.ptp(known)) <= 1e-13 * float(np.abs(known).max())


def _residual(values: Array, design: Array) -> Array:
    known = np.isfinite(values)
    left = np.full(len(values), np.nan)
    solved = np.linalg.lstsq(design[known], values[known], rcond=None)[0]
    left[known] = values[known] - design[known] @ solved
    return left
