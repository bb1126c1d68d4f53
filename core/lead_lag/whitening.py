"""Take a series' own memory out, for one series or for a thousand re-runs of it at once.

A series becomes what is new in it: residuals of its design (constant, trend or season), then of
its own autoregression, then of one seasonal autoregressive term. All series stand as rows of one
array (runs, periods); whatever is unknown is 0, the mean of a residual, so that filters run.
Sources: Box, Jenkins & Reinsel, Time Series Analysis, ch. 11 (prewhitening); Haugh 1976 (both
series); Hurvich & Tsai 1989 (AICc).
"""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from core.lead_lag.arrays import Array, Mask

SEASONAL_MEMORY = 1.645  # standard errors at which one seasonal term is added
BURN_IN = 100
NEAR_ONE = 0.98  # largest root allowed to a re-run


@dataclass(frozen=True)
class Filter:
    """Everything decided on the real series, to be done alike to its re-runs."""

    usable: Mask  # (periods,) known after bridging
    basis: Array  # (periods, columns): orthonormal columns of the design, 0 where unusable
    order: int
    season: int  # lag of the seasonal term; 0: none


@dataclass(frozen=True)
class Whitened:
    """What is new (runs, periods), and the coefficients that were taken out of each run."""

    values: Array
    coefficients: Array  # (runs, order)
    seasonal: Array  # (runs,)


def basis_of(design: Array, usable: Mask) -> Array:
    """Orthonormal columns that span a design (periods, columns) over its usable periods."""
    orthogonal, size, _ = np.linalg.svd(design * usable[:, None], full_matrices=False)
    basis: Array = orthogonal[:, size > 1e-9 * size.max(initial=0)]
    return basis


def residual_of(series: Array, usable: Mask, basis: Array) -> Array:
    """What the design does not explain of each row (runs, periods); 0 where unusable."""
    seen = series * usable
    left: Array = seen - (seen @ basis) @ basis.T
    return left * usable


def whiten(series: Array, filter: Filter) -> Whitened:
    """What is new in each row of series (runs, periods)."""
    residual = residual_of(series, filter.usable, filter.basis)
    coefficients = autoregression(residual, filter.usable, filter.order)
    values = _filtered(residual, coefficients) * filter.usable
    if not filter.season:
        return Whitened(values, coefficients, np.zeros(len(series)))
    seasonal = seasonal_memory(values, filter.usable, filter.season)
    return Whitened(_deseasoned(values, seasonal, filter), coefficients, seasonal)


def order_by_aicc(residual: Array, usable: Mask, most: int, columns: int) -> int:
    """Order of the autoregression of one series (periods,) by corrected AIC.

    columns of the design that was taken out count as parameters too.
    """
    while most and _complete(usable, most).sum() < 3 * most + columns + 6:
        most -= 1
    rows = _complete(usable, most)
    n = int(rows.sum())
    if not most or n < 6:
        return 0
    orthogonal = np.linalg.qr(_lagged(residual[None], most)[0][rows])[0]
    target = residual[rows]
    total = float(target @ target)
    explained = np.concatenate([[0.0], np.cumsum((orthogonal.T @ target) ** 2)])
    left = np.maximum(total - explained, 1e-12 * total + np.finfo(float).tiny)
    count = np.arange(most + 1) + 1 + columns
    return int(np.argmin(n * np.log(left / n) + 2 * count * n / (n - count - 1)))


def autoregression(residual: Array, usable: Mask, order: int) -> Array:
    """Least-squares coefficients (runs, order) of each row on its own past."""
    if order == 0:
        return np.empty((len(residual), 0))
    rows = _complete(usable, order)
    past = _lagged(residual, order)[:, rows]
    gram = np.swapaxes(past, 1, 2) @ past
    size = np.trace(gram, axis1=1, axis2=2)[:, None, None] / order
    gram = gram + np.eye(order) * (1e-10 * size + np.finfo(float).tiny)
    return np.linalg.solve(gram, np.swapaxes(past, 1, 2) @ residual[:, rows, None])[:, :, 0]


def seasonal_memory(values: Array, usable: Mask, season: int) -> Array:
    """Coefficient (runs,) of each row on itself one season before."""
    both = usable[season:] & usable[:-season]
    before, now = values[:, :-season][:, both], values[:, season:][:, both]
    size = (before**2).sum(axis=1)
    found = (before * now).sum(axis=1) / np.where(size > 0, size, 1.0)
    return np.asarray(np.clip(found, -NEAR_ONE, NEAR_ONE))


def has_seasonal_memory(values: Array, usable: Mask, season: int, taken: bool) -> bool:
    """Whether one row (periods,) remembers its last season (method.md, step 2).

    taken: a column per place in the season was taken out, which alone makes residuals a season
    apart correlate by -1 / seasons; only what differs from that is memory.
    """
    n = int(usable.sum())
    if season < 2 or n < 2 * season:
        return False
    own = float(values[season:] @ values[:-season]) / max(float(values @ values), 1e-300)
    expected = -season / n if taken else 0.0
    return bool(abs(own - expected) > SEASONAL_MEMORY / np.sqrt(n))


def rerun(innovations: Array, coefficients: Array, seasonal: float, season: int) -> Array:
    """Series (runs, periods) that the same memory makes of other innovations.

    The first BURN_IN columns of innovations start the memory and are dropped.
    """
    memory = np.concatenate([[1.0], -_steady(coefficients)])
    if season:
        yearly = np.zeros(season + 1)
        yearly[0], yearly[season] = 1.0, -seasonal
        memory = np.convolve(memory, yearly)
    made: Array = lfilter([1.0], memory, innovations, axis=1)
    return made[:, BURN_IN:]


def _steady(coefficients: Array) -> Array:
    """The coefficients, shrunk where they would make a re-run explode."""
    if not len(coefficients):
        return coefficients
    largest = float(np.abs(np.roots(np.concatenate([[1.0], -coefficients]))).max(initial=0))
    shrink = min(1.0, NEAR_ONE / largest) if largest > 0 else 1.0
    shrunk: Array = coefficients * shrink ** np.arange(1, len(coefficients) + 1)
    return shrunk


def _lagged(series: Array, order: int) -> Array:
    """Past of each row: (runs, periods, order), 0 before the first period."""
    past = np.zeros((*series.shape, order))
    for lag in range(1, order + 1):
        past[:, lag:, lag - 1] = series[:, :-lag]
    return past


def _complete(usable: Mask, order: int) -> Mask:
    """Periods known together with their whole past of that order."""
    rows = usable.copy()
    rows[:order] = False
    for lag in range(1, order + 1):
        rows[lag:] &= usable[:-lag]
    return rows


def _filtered(residual: Array, coefficients: Array) -> Array:
    values = residual.copy()
    for lag in range(1, coefficients.shape[1] + 1):
        values[:, lag:] -= coefficients[:, lag - 1, None] * residual[:, :-lag]
    return values


def _deseasoned(values: Array, seasonal: Array, filter: Filter) -> Array:
    """Residuals of the seasonal term; without a known last season, only brought to their size."""
    earlier = np.zeros_like(values)
    earlier[:, filter.season :] = values[:, : -filter.season]
    known = np.zeros_like(filter.usable)
    known[filter.season :] = filter.usable[: -filter.season]
    alone = np.sqrt(1 - seasonal**2)[:, None]
    left: Array = np.where(known, values - seasonal[:, None] * earlier, alone * values)
    return left * filter.usable
