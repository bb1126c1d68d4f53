"""Expanding-window least squares for many pairs at once: one Gram matrix per pair and period.

Coefficients of the baseline (memory's length by corrected AIC), and of one regressor beside it,
the one that fits best among several, for every training part from the same running sums.
"""

from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows

SPARE = 6  # rows a fit needs beyond its columns
MEMORY = 4  # the last columns of a design, used from the first on


@dataclass(frozen=True)
class Running:
    """Sums over the rows before each period to be forecast; leading axes (pairs, periods)."""

    rows: Array
    target: Array  # target x target
    design: Array  # (…, columns, columns)
    design_target: Array  # (…, columns)
    other: Array  # (…, windows) window x window
    other_target: Array  # (…, windows)
    design_other: Array  # (…, columns, windows)
    now: Array  # design at the period itself
    other_now: Array  # windows at the period itself


@dataclass(frozen=True)
class Fit:
    """Forecasts of the target (pairs, periods), NaN where none; variance on the training part."""

    baseline: Array
    with_indicator: Array
    variance: Array


def cumulated(target: Array, design: Array, others: Array, part: tuple[int, int]) -> Running:
    """Running sums for the periods part[0] .. part[1] - 1.

    target (pairs, periods), design (pairs, periods, columns), others (pairs, periods, windows);
    a row counts when all of it is known.
    """
    start, end = part
    seen = np.isfinite(target) & np.isfinite(design).all(2) & np.isfinite(others).all(2)
    y, x, w = (np.where(_wide(seen, one), one, 0.0) for one in (target, design, others))

    def running(first: str, left: Array, right: Array) -> Array:
        head = np.einsum(first, left[:, :start], right[:, :start], optimize=True)[:, None]
        spec = first.replace("->n", "->nt")
        rest = np.einsum(spec, left[:, start : end - 1], right[:, start : end - 1], optimize=True)
        return np.asarray(np.concatenate([head, head + np.cumsum(rest, axis=1)], axis=1))

    counts = np.cumsum(seen, axis=1)[:, start - 1 : end - 1].astype(float)
    return Running(
        rows=counts,
        target=running("nt,nt->n", y, y),
        design=running("ntc,ntd->ncd", x, x),
        design_target=running("ntc,nt->nc", x, y),
        other=running("ntw,ntw->nw", w, w),
        other_target=running("ntw,nt->nw", w, y),
        design_other=running("ntc,ntw->ncw", x, w),
        now=design[:, start:end],
        other_now=others[:, start:end],
    )


def fit_baseline(sums: Running, used: Mask, allowed: Mask, segments: int = 1) -> Fit:
    """Forecasts by the design's used columns (pairs, columns), and with the best allowed window.

    So many rows one after the other are segments of one pair and share window and coefficient.
    """
    fits = [_fit_order(sums, _with_memory(used, order)) for order in _orders(used)]
    score = np.stack([one.score for one in fits])
    best = score.argmin(axis=0)
    chosen = np.stack([one.used for one in fits])[best, np.arange(len(used))[:, None]]
    final = _fit_order(sums, chosen)
    gained = _beside(sums, final, allowed, segments)
    possible = np.isfinite(final.score)
    baseline = np.where(possible, _dot(sums.now, final.solved, chosen), np.nan)
    variance = np.where(possible, final.left / np.maximum(sums.rows - final.count, 1), np.inf)
    return Fit(baseline, baseline + gained, variance)


@dataclass(frozen=True)
class _Solved:
    solved: Array  # (pairs, periods, columns)
    left: Array  # residual sum of squares
    count: Array
    score: Array  # AICc, infinite where there are too few rows
    used: Mask


def _orders(used: Mask) -> range:
    return range(MEMORY + 1) if used[:, -MEMORY:].any() else range(1)


def _with_memory(used: Mask, order: int) -> Mask:
    kept = used.copy()
    if order < MEMORY:
        kept[:, used.shape[1] - MEMORY + order :] = False
    return kept


def _fit_order(sums: Running, used: Mask) -> _Solved:
    """used: (pairs, columns), or (pairs, periods, columns)."""
    kept = used if used.ndim == 3 else used[:, None, :]
    known = np.where(kept, sums.design_target, 0.0)[..., None]
    solved = np.asarray(np.linalg.solve(_only(sums.design, kept), known)[..., 0], dtype=np.float64)
    left = np.asarray(np.maximum(sums.target - (solved * sums.design_target * kept).sum(-1), 1e-12))
    count = np.asarray(np.broadcast_to(kept.sum(-1), sums.rows.shape) + 1.0)
    n = sums.rows
    enough = n - count >= SPARE
    spare = np.where(enough, n - count - 1, 1.0)
    score = n * np.log(left / np.maximum(n, 1)) + 2 * count * n / spare
    return _Solved(solved, left, count, np.where(enough, score, np.inf), used)


def _only(gram: Array, kept: Mask) -> Array:
    """The Gram matrix of the used columns; the others solve to 0."""
    columns = gram.shape[-1]
    both = kept[..., :, None] & kept[..., None, :]
    size = np.einsum("...cc->...c", gram)
    ridge = np.where(kept, 1e-9 * size + 1e-9, 1.0)
    return np.asarray(np.where(both, gram, 0.0) + np.eye(columns) * ridge[..., None, :])


def _beside(sums: Running, final: _Solved, allowed: Mask, segments: int) -> Array:
    """What the best window adds to the baseline's forecast: (pairs, periods)."""
    if not allowed.any():
        return np.full(sums.rows.shape, np.nan)
    kept = final.used
    across = np.where(kept[..., None], sums.design_other, 0.0)
    explained = np.linalg.solve(_only(sums.design, kept), across)
    spread = sums.other - (across * explained).sum(-2)
    product = sums.other_target - np.einsum("ntcw,ntc->ntw", across, final.solved * kept)
    possible = allowed & (spread > 1e-6 * np.maximum(sums.other, 1e-12))
    possible &= np.isfinite(final.score)[..., None]
    sizes = np.sqrt(np.where(possible, spread, 1.0) / final.left[..., None])
    r = np.where(possible, product / np.where(possible, spread, 1.0) * sizes, 0.0)
    best, shared = _together(r, possible * sums.rows[..., None], segments)
    gamma = np.where(_take(possible, best), shared / _take(sizes, best), np.nan)
    expected = np.einsum("ntc,ntcw->ntw", np.where(kept, np.nan_to_num(sums.now), 0.0), explained)
    return np.asarray(gamma * (_take(sums.other_now, best) - _take(expected, best)))


def _together(r: Array, rows: Array, segments: int) -> tuple[Rows, Array]:
    """The window that fits all segments of a pair best, and their mean r there, for each row."""
    shape = (-1, segments, *r.shape[1:])
    each, counts = r.reshape(shape), rows.reshape(shape)
    total = counts.sum(axis=1)
    mean = (each * counts).sum(axis=1) / np.maximum(total, 1.0)
    best = (mean**2 * total).argmax(axis=-1)[..., None]
    shared = _take(mean, best)
    return np.repeat(best, segments, axis=0), np.repeat(shared, segments, axis=0)


def _take(values: Array | Mask, best: Rows) -> Array:
    return np.asarray(np.take_along_axis(values, best, axis=-1)[..., 0])


def _dot(now: Array, solved: Array, kept: Mask) -> Array:
    return np.asarray((np.where(kept, now, 0.0) * solved).sum(-1))


def _wide(seen: Mask, like: Array) -> Mask:
    return seen if like.ndim == 2 else seen[..., None]
