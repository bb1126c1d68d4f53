"""What the spreadsheet would have told you: the best |CORREL| over the lags, on the raw columns.

Its p is the naive one of that lag alone (t test of a correlation), as if no lag had been chosen.
"""

import numpy as np
from scipy.special import stdtr

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.model import Spreadsheet
from core.lead_lag.windows import lagged

FEWEST = 3
CERTAIN = 1 - 1e-15


def spreadsheets(leading: Array, lagging: Array, furthest: Rows) -> list[Spreadsheet | None]:
    """Best raw correlation of each pair over lags 0..furthest; None where nothing varies.

    leading, lagging: (pairs, periods), NaN unknown; furthest (pairs,).
    """
    lags = range(int(furthest.max(initial=0)) + 1)
    found = [correlation(leading, lagging, lag) for lag in lags]
    r, n = (np.stack(one, axis=1) for one in zip(*found, strict=True))
    allowed = (np.array(lags) <= furthest[:, None]) & np.isfinite(r)
    best = np.where(allowed, np.abs(np.nan_to_num(r)), -1.0).argmax(axis=1)
    return [
        Spreadsheet(
            int(lag), float(r[row, lag]), naive_p(r[row, lag], n[row, lag]), int(n[row, lag])
        )
        if allowed[row, lag]
        else None
        for row, lag in enumerate(best)
    ]


def totals(values: Array, units: Array, counted: Mask) -> Array:
    """Sum over the segments that count: (pairs, periods), NaN where one of them is unknown.

    values (pairs, segments, periods) in units (pairs, segments).
    """
    sizes = np.where(counted, units, 0.0)
    shares = sizes / np.maximum(sizes.max(axis=1, keepdims=True), np.finfo(float).tiny)
    seen = np.where(counted[..., None], values * shares[..., None], 0.0)
    summed: Array = seen.sum(axis=1)
    return summed


def correlation(leading: Array, lagging: Array, lag: int) -> tuple[Array, Array]:
    """Pearson's r of x(t - lag) with y(t) over common periods, and their number; (pairs,)."""
    known = np.isfinite(lagging) & lagged(np.isfinite(leading), lag)
    x = _centred(lagged(leading, lag), known)
    y = _centred(lagging, known)
    n = known.sum(axis=1)
    size = (x**2).sum(axis=1) * (y**2).sum(axis=1)
    varies = (size > 0) & (n >= FEWEST)
    r = np.where(varies, (x * y).sum(axis=1) / np.sqrt(np.where(varies, size, 1.0)), np.nan)
    return r, n


def naive_p(r: float, n: float) -> float:
    """Two-sided p of one correlation."""
    bounded = min(abs(float(r)), CERTAIN)
    t = bounded * np.sqrt((n - 2) / (1 - bounded**2))
    return float(2 * stdtr(n - 2, -t))


def _centred(values: Array, known: Array) -> Array:
    """Deviations from the mean over known periods, scaled; 0 where constant or unknown."""
    n = np.maximum(known.sum(axis=1, keepdims=True), 1)
    seen = np.where(known, values, 0.0)
    mean = seen.sum(axis=1, keepdims=True) / n
    off = np.where(known, values - mean, 0.0)
    largest = np.abs(off).max(axis=1, keepdims=True)
    rounding = largest <= 1e-13 * np.abs(seen).max(axis=1, keepdims=True)
    return np.asarray(np.where(rounding, 0.0, off / np.where(largest > 0, largest, 1.0)))
