"""Does a series wander (difference it), or does it return to a straight line (keep its level)?

Both tests allow a constant and a linear trend. A series is differenced unless the augmented
Dickey-Fuller test rejects wandering and the KPSS test does not reject the straight line.
Sources: Said & Dickey 1984; Schwert 1989 (l4 lags at most, fewer by BIC: with many lags the test
has no power on short series); MacKinnon 2010 (p-values); Kwiatkowski et al. 1992 with the automatic
bandwidth of Hobijn, Franses & Ooms 2004, none where memory is negative (dividing by next to nothing
it rejects a quarter of white series of 24). Else the same digits as statsmodels, many times faster,
and unknown values may stand between known ones.
"""

import numpy as np
from statsmodels.tsa.adfvalues import mackinnonp

from core.lead_lag.arrays import Array

KPSS_CRITICAL = 0.146  # 5 %, constant and trend (Kwiatkowski et al. 1992, table 1)
LEVEL = 0.05
FEWEST = 12  # values below which neither test can speak


def wanders(series: Array) -> bool:
    """Whether the series (one value per period, NaN unknown) is to be differenced."""
    if np.isfinite(series).sum() < FEWEST:
        return True
    return not (adf_p(series) < LEVEL and kpss_statistic(series) < KPSS_CRITICAL)


def adf_p(series: Array) -> float:
    """P-value of the augmented Dickey-Fuller test with constant and trend, lags by BIC."""
    known = int(np.isfinite(series).sum())
    furthest = min(int(np.ceil(4 * (known / 100) ** 0.25)), known // 2 - 3)
    target, design = _adf_rows(series, furthest)
    while len(target) <= design.shape[1] + 2 and furthest > 0:
        furthest //= 2
        target, design = _adf_rows(series, furthest)
    if len(target) <= design.shape[1] + 2:
        return 1.0
    chosen = _lags_by_bic(target, design)
    return float(mackinnonp(_t_of_level(*_adf_rows(series, chosen)), "ct", 1))


def kpss_statistic(series: Array) -> float:
    """The KPSS statistic around a linear trend."""
    known = np.flatnonzero(np.isfinite(series))
    n = len(known)
    design = np.column_stack([np.ones(n), known])
    residual = series[known] - design @ np.linalg.lstsq(design, series[known], rcond=None)[0]
    total = float(residual @ residual)
    if total == 0:
        return 0.0
    bandwidth = _bandwidth(residual)
    weights = 1 - np.arange(1, bandwidth + 1) / (bandwidth + 1)
    own = [residual[lag:] @ residual[:-lag] for lag in range(1, bandwidth + 1)]
    variance = (total + 2 * float(weights @ np.array(own))) / n if bandwidth else total / n
    return float((np.cumsum(residual) ** 2).sum() / n**2 / variance)


def _bandwidth(residual: Array) -> int:
    n = len(residual)
    lags = int(n ** (2 / 9))
    own = np.array([residual[lag:] @ residual[:-lag] for lag in range(1, lags + 1)]) / (n / 2)
    spectrum = residual @ residual / n + own.sum()
    slope = max(float((np.arange(1, lags + 1) * own).sum()), 0.0)  # negative: nothing wanders
    gamma = 1.1447 * ((slope / spectrum) ** 2) ** (1 / 3)
    return min(int(gamma * n ** (1 / 3)), n - 1)


def _adf_rows(series: Array, lags: int) -> tuple[Array, Array]:
    """Change, and [level before, constant, trend, earlier changes], where all are known."""
    change = np.diff(series)
    rows = np.arange(lags, len(change))
    earlier = [change[rows - lag] for lag in range(1, lags + 1)]
    design = np.column_stack([series[rows], np.ones(len(rows)), rows, *earlier])
    known = np.isfinite(design).all(axis=1) & np.isfinite(change[rows])
    return change[rows][known], design[known]


def _lags_by_bic(target: Array, design: Array) -> int:
    orthogonal = np.linalg.qr(design)[0]
    explained = np.cumsum((orthogonal.T @ target) ** 2)[2:]
    left = np.maximum(target @ target - explained, np.finfo(float).tiny)
    return int(np.argmin(len(target) * np.log(left) + np.log(len(target)) * np.arange(len(left))))


def _t_of_level(target: Array, design: Array) -> float:
    solved, _, rank, _ = np.linalg.lstsq(design, target, rcond=None)
    if rank < design.shape[1]:
        return 0.0
    residual = target - design @ solved
    variance = residual @ residual / (len(target) - design.shape[1])
    scale = variance * np.linalg.inv(design.T @ design)[0, 0]
    return float(solved[0] / np.sqrt(scale)) if scale > 0 else 0.0
