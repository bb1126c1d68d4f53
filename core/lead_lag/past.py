"""Forecasts of the past by what was known then: a baseline, and the baseline with an indicator.

For each period the training part is everything before it: scale, season, differencing, memory and
lag are chosen there (recipes anew every few periods), so no forecast ever depends on its future.
Baseline: the better, on the training part, of the seasonal naive forecast with drift and an
autoregression with the result's own season and trend. With indicator: the same plus gamma times
what is new in the indicator over the window of lags that fits the training part best
(Frisch-Waugh-Lovell: one coefficient beside the baseline's).
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.lead_lag.least_squares import Fit, cumulated, fit_baseline
from core.lead_lag.season import seasonal_columns
from core.lead_lag.transforms import (
    FEWEST,
    LONGEST_BRIDGE,
    Recipe,
    choose_recipe,
    design_of,
    differences,
    grows_with_level,
)
from core.lead_lag.whitening import Array, Mask, autoregression, order_by_aicc
from core.lead_lag.windows import Windows, lagged, moving_sum
from core.periods import grain_of

FIRST = 20  # periods of the shortest training part
RENEW = 6  # periods after which recipes are chosen anew, at least
ORDERS = 4  # longest memory of the baseline


@dataclass(frozen=True)
class Past:
    """Past forecasts on the result's working scale; (pairs, periods), NaN where none was made."""

    actual: Array
    baseline: Array
    with_indicator: Array
    seasonal_naive: Mask  # whether that baseline was the better one


@dataclass(frozen=True)
class Question:
    """Pairs to be tried on one calendar: rows of series, and lags that may be chosen."""

    series: Array  # (series, periods), NaN unknown
    index: pd.PeriodIndex
    leading: Array  # (pairs,) rows of series, integers
    lagging: Array
    windows: Windows
    searched: Mask  # (windows,)


def past_forecasts(question: Question) -> Past:
    """Every past period that can be forecast, one step ahead, for all pairs at once."""
    periods = len(question.index)
    shape = (len(question.leading), periods)
    made = [np.full(shape, np.nan) for _ in range(3)]
    naive = np.zeros(shape, dtype=bool)
    scales = working_scales(question)
    starts = checkpoints(periods, question.index)
    for start, end in zip(starts, [*starts[1:], periods][: len(starts)], strict=True):
        part = _forecast_part(question, scales, (start, end))
        for whole, piece in zip(
            made, (part.actual, part.baseline, part.with_indicator), strict=True
        ):
            whole[:, start:end] = piece
        naive[:, start:end] = part.seasonal_naive
    return Past(*made, naive)


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


def working_scales(question: Question) -> tuple[Scale, ...]:
    """One scale for each series."""
    return tuple(_scale_of(one, question.index) for one in question.series)


def checkpoints(periods: int, index: pd.PeriodIndex) -> list[int]:
    """Periods from which recipes are chosen anew: counted from the start, never from the end."""
    season = grain_of(index[0]).season
    at = max(FIRST, 2 * season if season < FIRST else season + RENEW)
    found = []
    while at < periods:
        found.append(at)
        at += max(RENEW, at // 10)
    return found


def carried(values: Array) -> Array:
    """Unknown values replaced by the last known one, at most three periods old."""
    return pd.Series(values).ffill(limit=LONGEST_BRIDGE).to_numpy()


def _scale_of(values: Array, index: pd.PeriodIndex) -> Scale:
    starts = checkpoints(len(values), index)
    known = values[: starts[0] if starts else len(values)]
    logged = grows_with_level(known)
    known = known[np.isfinite(known)]
    if not len(known):
        return Scale(False, 0.0, 1.0)
    plain = np.log(known) if logged else known
    size = float(np.std(plain))
    return Scale(logged, float(np.median(plain)), size if size > 0 else 1.0)


def _forecast_part(question: Question, scales: tuple[Scale, ...], part: tuple[int, int]) -> Past:
    """Forecasts of the periods of one part, recipes chosen before it."""
    start, end = part
    index = question.index[:end]
    values = question.series[:, :end]
    news = {row: _news(values[row], index, start) for row in np.unique(question.leading).tolist()}
    targets = {
        row: _Target.of(scales[row].to(values[row]), index, start)
        for row in np.unique(question.lagging).tolist()
    }
    indicator = np.stack([news[row] for row in question.leading.tolist()])
    weights = _window_sums(indicator, question.windows, question.searched)
    target = [targets[row] for row in question.lagging.tolist()]
    return _forecast(target, weights, question, part)


def _forecast(
    targets: list["_Target"], weights: Array, question: Question, part: tuple[int, int]
) -> Past:
    start, end = part
    allowed = question.windows.last[question.searched] <= start // 5
    memory = _fit([one.memory for one in targets], weights, allowed, part)
    naive = _fit([one.naive for one in targets], weights, allowed, part)
    better = naive.variance < memory.variance
    before = np.stack([one.memory.before[start:end] for one in targets])
    season = np.stack([one.naive.before[start:end] for one in targets])
    level = np.where(better, season, before)
    actual = np.stack([one.actual[start:end] for one in targets])
    baseline = level + np.where(better, naive.baseline, memory.baseline)
    with_indicator = level + np.where(better, naive.with_indicator, memory.with_indicator)
    made = np.isfinite(baseline) & np.isfinite(actual) & np.isfinite(with_indicator)
    shown = (np.where(made, one, np.nan) for one in (actual, baseline, with_indicator))
    return Past(*shown, better & made)


def _fit(models: list["_Model"], weights: Array, allowed: Mask, part: tuple[int, int]) -> Fit:
    target = np.stack([one.target for one in models])
    design = np.stack([one.design for one in models])
    used = np.stack([one.used for one in models])
    return fit_baseline(cumulated(target, design, weights, part), used, allowed)


@dataclass(frozen=True)
class _Model:
    """A linear baseline: target = design x coefficients; forecast = before + that."""

    target: Array  # (periods,)
    design: Array  # (periods, columns), the memory's columns last
    used: Mask  # (columns,)
    before: Array  # (periods,) what is added to the modelled change


@dataclass(frozen=True)
class _Target:
    """One result as its two baselines see it."""

    actual: Array
    memory: _Model
    naive: _Model

    @staticmethod
    def of(values: Array, index: pd.PeriodIndex, start: int) -> "_Target":
        """The models whose recipe the periods before start choose."""
        recipe = replace(choose_recipe(values[:start], index[:start]), logged=False)
        filled = carried(values)
        season = grain_of(index[0]).season
        return _Target(
            values,
            _autoregressive(values, filled, recipe, index),
            _seasonal_naive(values, lagged_unknown(filled, season), index),
        )


def lagged_unknown(values: Array, lag: int) -> Array:
    """Values lag periods before; NaN before the first."""
    moved = lagged(values, lag)
    moved[:lag] = np.nan
    return moved


def _autoregressive(values: Array, filled: Array, recipe: Recipe, index: pd.PeriodIndex) -> _Model:
    before = lagged_unknown(filled, 1) if recipe.differenced else np.zeros(len(values))
    change = differences(filled) if recipe.differenced else filled
    past = np.column_stack([lagged_unknown(change, lag) for lag in range(1, ORDERS + 1)])
    season = seasonal_columns(index)
    trend = np.arange(len(index)) / 100
    design = np.column_stack([np.ones(len(index)), trend, season, past])
    used = np.ones(design.shape[1], dtype=bool)
    used[1] = not recipe.differenced
    used[2 : 2 + season.shape[1]] = recipe.seasonal
    return _Model(values - before, design, used, before)


def _seasonal_naive(values: Array, before: Array, index: pd.PeriodIndex) -> _Model:
    columns = 2 + seasonal_columns(index).shape[1] + ORDERS
    design = np.zeros((len(index), columns))
    design[:, 0] = 1.0
    used = np.zeros(columns, dtype=bool)
    used[0] = True
    return _Model(values - before, design, used, before)


def _news(values: Array, index: pd.PeriodIndex, start: int) -> Array:
    """What is new in an indicator, by coefficients of the periods before start; NaN unknown."""
    unknown = np.full(len(values), np.nan)
    known = values[:start][np.isfinite(values[:start])]
    if len(known) < FEWEST or np.ptp(known) == 0:
        return unknown
    recipe = choose_recipe(values[:start], index[:start])
    scale = Scale(recipe.logged, *_middle_and_size(np.log(known) if recipe.logged else known))
    filled = carried(scale.to(values))
    change = differences(filled) if recipe.differenced else filled
    design = design_of(index, recipe)
    fitted = np.isfinite(change[:start])
    solved = np.linalg.lstsq(design[:start][fitted], change[:start][fitted], rcond=None)[0]
    residual = np.nan_to_num(change - design @ solved)
    order = order_by_aicc(residual[:start], fitted, 3)
    own = autoregression(residual[None, :start], fitted, order)[0]
    for lag, coefficient in enumerate(own, start=1):
        change = change - coefficient * lagged(residual, lag)
    return np.asarray(change - design @ solved)


def _middle_and_size(known: Array) -> tuple[float, float]:
    size = float(np.std(known))
    return float(np.median(known)), size if size > 0 else 1.0


def _window_sums(indicator: Array, windows: Windows, searched: Mask) -> Array:
    """Sum of the indicator's news over each window: (pairs, periods, windows)."""
    sums = np.empty((*indicator.shape, int(searched.sum())))
    pairs = zip(windows.first[searched].tolist(), windows.last[searched].tolist(), strict=True)
    for place, (first, last) in enumerate(pairs):
        moved = lagged(moving_sum(indicator, last - first + 1), first)
        moved[:, :last] = np.nan
        sums[:, :, place] = moved
    return sums
