"""The calendar's own pattern: which columns describe it, and whether a series has one.

Seasons of at most 13 periods get one column per place in the season, longer ones (weeks of a
year) four harmonics, and one column for each week that stands out alone year after year, which
harmonics would smear over its neighbours. A season is taken out when an F test finds it at 10 % in
the detrended values filtered by their own AR(1) (method.md, step 1).
"""

import numpy as np
import pandas as pd
from scipy.special import fdtrc

from core.lead_lag.arrays import Array
from core.periods import Grain, grain_of

MOST_PLACES = 13
HARMONICS = 4
WEEKS = 365.25 / 7
LEVEL = 0.10
PEAK = 5.0  # usual spreads, times the root of the years, at which a week stands out
MOST_PEAKS = 4
SPARE = 4  # rows an F test needs beyond its columns


def peak_weeks(series: Array, index: pd.PeriodIndex) -> tuple[int, ...]:
    """ISO weeks that stand out from the weeks around them in every year; none for other grains.

    Each week is measured from the median of three weeks on either side, so that neither trend nor
    wandering counts, and a week's mean over the years against the usual spread of such distances.
    """
    if grain_of(index[0]) is not Grain.WEEK or len(series) < 2 * Grain.WEEK.season:
        return ()
    around = pd.Series(series).rolling(7, center=True, min_periods=4).median().to_numpy()
    off = series - around
    size = 1.4826 * float(np.nanmedian(np.abs(off))) if np.isfinite(off).any() else 0.0
    by_week = pd.Series(off).groupby(_weeks(index)).agg(["mean", "min", "max", "count"])
    always = (by_week["min"] > 0) | (by_week["max"] < 0)
    height = (by_week["mean"].abs() * np.sqrt(by_week["count"]))[always & (by_week["count"] > 1)]
    standing_out = height[height > PEAK * size].nlargest(MOST_PEAKS)
    return tuple(sorted(int(week) for week in standing_out.index)) if size > 0 else ()


def peak_columns(index: pd.PeriodIndex, weeks: tuple[int, ...]) -> Array:
    """One column for each of those weeks."""
    if not weeks:
        return np.empty((len(index), 0))
    return np.asarray(_weeks(index)[:, None] == np.array(weeks), dtype=float)


def _weeks(index: pd.PeriodIndex) -> Array:
    return np.asarray(index.start_time.isocalendar().week, dtype=float)


def seasonal_columns(index: pd.PeriodIndex) -> Array:
    """Columns of the season beside a constant, one row per period; none for years."""
    grain = grain_of(index[0])
    places = np.asarray(index.asi8)
    if grain is Grain.YEAR:
        return np.empty((len(index), 0))
    if grain.season <= MOST_PLACES:
        place = places % grain.season
        return np.asarray(place[:, None] == np.arange(1, grain.season), dtype=float)
    angle = 2 * np.pi * np.outer(places, np.arange(1, HARMONICS + 1)) / WEEKS
    return np.column_stack([np.sin(angle), np.cos(angle)])


def season_p(series: Array, columns: Array, grain: Grain) -> float:
    """P-value of the season that the columns describe in a series (NaN unknown); 1: too short."""
    known = np.isfinite(series)
    if not columns.shape[1] or known.sum() < _fewest(columns, grain):
        return 1.0
    steps = np.arange(len(series), dtype=float)
    trend = np.column_stack([np.ones(len(series)), steps - steps.mean()])
    memory = _memory(_residual(series, trend))
    values = series[1:] - memory * series[:-1]
    return _f_test(values, trend[1:], columns[1:] - memory * columns[:-1])


def shared(first: float, second: float) -> bool:
    """Whether p-values of two seasons, taken together, pass too (Fisher 1932)."""
    both = max(first * second, np.finfo(float).tiny)
    return bool(both * (1 - np.log(both)) < LEVEL)


def _fewest(columns: Array, grain: Grain) -> int:
    if grain.season > MOST_PLACES:
        return int(grain.season + columns.shape[1])
    return 2 * grain.season


def _residual(series: Array, design: Array) -> Array:
    known = np.isfinite(series)
    left = np.full(len(series), np.nan)
    solved = np.linalg.lstsq(design[known], series[known], rcond=None)[0]
    left[known] = series[known] - design[known] @ solved
    return left


def _memory(residual: Array) -> float:
    now, before = residual[1:], residual[:-1]
    both = np.isfinite(now) & np.isfinite(before)
    size = float(before[both] @ before[both])
    return float(np.clip(now[both] @ before[both] / size, -0.95, 0.95)) if size > 0 else 0.0


def _f_test(values: Array, plain: Array, season: Array) -> float:
    """P-value of the season's columns beside the plain ones."""
    known = np.isfinite(values)
    full = np.column_stack([plain, season])[known]
    spare = int(known.sum()) - full.shape[1]
    if spare < SPARE:
        return 1.0
    target = values[known]
    without = _residual(target, plain[known])
    with_season = _residual(target, full)
    left = float(with_season @ with_season)
    gained = float(without @ without) - left
    if left <= 1e-12 * float(without @ without):
        return 0.0 if gained > 0 else 1.0
    return float(fdtrc(season.shape[1], spare, gained / season.shape[1] / (left / spare)))
