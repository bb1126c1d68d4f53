"""Forecasts of the past by what was known then: a baseline, and the baseline with an indicator.

For each period the training part is everything before it: scale, season, differencing, memory and
lag are chosen there (recipes anew every few periods), so no forecast ever depends on its future.
Baseline: the better, on the training part, of the seasonal naive forecast with drift and an
autoregression with the result's own season and trend. With indicator: the same plus gamma times
what is new in the indicator over the window of lags that fits the training part best
(Frisch-Waugh-Lovell: one coefficient beside the baseline's). Segments of a pair keep their own
baselines and share the window and gamma, in units of their own spreads.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.baselines import Model, Target, news
from core.lead_lag.evidence import SHARE_OF_LAGS
from core.lead_lag.least_squares import Fit, cumulated, fit_baseline
from core.lead_lag.scales import Scale, checkpoints, scale_of
from core.lead_lag.windows import Windows, lagged, moving_sum, windows_to

BLOCK = 20_000_000  # numbers held at once by one block of pairs


@dataclass(frozen=True)
class Past:
    """Past forecasts on the results' working scales; (pairs, segments, periods), NaN where none."""

    actual: Array
    baseline: Array
    with_indicator: Array
    seasonal_naive: Mask  # whether that baseline was the better one


PARTS = ("actual", "baseline", "with_indicator", "seasonal_naive")


@dataclass(frozen=True)
class Question:
    """Pairs to be tried on one calendar: rows of series, and lags that may be chosen."""

    series: Array  # (series, periods), NaN unknown
    index: pd.PeriodIndex
    leading: Rows  # (pairs, segments) of series
    lagging: Rows
    lags: tuple[int, int]  # that may be chosen once there are periods enough


def past_forecasts(question: Question) -> Past:
    """Every past period that can be forecast, one step ahead, for all pairs at once."""
    periods = len(question.index)
    empty = np.full((*question.leading.shape, periods), np.nan)
    past = Past(empty.copy(), empty.copy(), empty.copy(), np.isfinite(empty))
    scales = working_scales(question)
    starts = checkpoints(periods, question.index)
    for start, end in zip(starts, [*starts[1:], periods][: len(starts)], strict=True):
        part = _forecast_part(question, scales, (start, end))
        for name in PARTS:
            getattr(past, name)[..., start:end] = getattr(part, name).reshape(
                *question.leading.shape, -1
            )
    return past


def _forecast_part(question: Question, scales: tuple[Scale, ...], part: tuple[int, int]) -> Past:
    """Forecasts (pairs x segments, periods) of one part, recipes chosen before it."""
    start, end = part
    index = question.index[:end]
    values = question.series[:, :end]
    fresh = {row: news(values[row], index, start) for row in np.unique(question.leading).tolist()}
    targets = {
        row: Target.of(scales[row].to(values[row]), index, start)
        for row in np.unique(question.lagging).tolist()
    }
    indicator = np.stack([fresh[row] for row in question.leading.ravel().tolist()])
    windows = _windows(question.lags)
    allowed = windows.last <= start // SHARE_OF_LAGS
    target = [targets[row] for row in question.lagging.ravel().tolist()]
    segments = question.leading.shape[1]
    size = max(1, BLOCK // (end * len(windows) * 8 * segments)) * segments
    blocks = [
        _forecast(
            _Block(
                target[at : at + size], _window_sums(indicator[at : at + size], windows), segments
            ),
            allowed,
            part,
        )
        for at in range(0, len(target), size)
    ]
    return Past(*(np.concatenate([getattr(one, name) for one in blocks]) for name in PARTS))


@dataclass(frozen=True)
class _Block:
    """Some pairs, the segments of each one after the other."""

    targets: list[Target]
    weights: Array  # (pairs x segments, periods, windows)
    segments: int


def _forecast(block: _Block, allowed: Mask, part: tuple[int, int]) -> Past:
    start, end = part
    targets = block.targets
    memory = _fit([one.memory for one in targets], block, allowed, part)
    naive = _fit([one.naive for one in targets], block, allowed, part)
    better = naive.variance < memory.variance
    before = np.stack([one.memory.before[start:end] for one in targets])
    season = np.stack([one.naive.before[start:end] for one in targets])
    level = np.where(better, season, before)
    actual = np.stack([one.actual[start:end] for one in targets])
    baseline = level + np.where(better, naive.baseline, memory.baseline)
    with_indicator = level + np.where(better, naive.with_indicator, memory.with_indicator)
    made = np.isfinite(baseline) & np.isfinite(actual) & np.isfinite(with_indicator)
    return Past(
        np.where(made, actual, np.nan),
        np.where(made, baseline, np.nan),
        np.where(made, with_indicator, np.nan),
        better & made,
    )


def _fit(models: list[Model], block: _Block, allowed: Mask, part: tuple[int, int]) -> Fit:
    target = np.stack([one.target for one in models])
    design = np.stack([one.design for one in models])
    used = np.stack([one.used for one in models])
    sums = cumulated(target, design, block.weights, part)
    return fit_baseline(sums, used, allowed, block.segments)


def _windows(lags: tuple[int, int]) -> Windows:
    every = windows_to(lags[1])
    return every.only(every.first >= lags[0])


def working_scales(question: Question) -> tuple[Scale, ...]:
    """One scale for each series."""
    return tuple(scale_of(one, question.index) for one in question.series)


def _window_sums(indicator: Array, windows: Windows) -> Array:
    """Sum of the indicator's news over each window: (pairs, periods, windows)."""
    sums = np.empty((*indicator.shape, len(windows)))
    pairs = zip(windows.first.tolist(), windows.last.tolist(), strict=True)
    for place, (first, last) in enumerate(pairs):
        moved = lagged(moving_sum(indicator, last - first + 1), first)
        moved[:, :last] = np.nan
        sums[:, :, place] = moved
    return sums
