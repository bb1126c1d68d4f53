"""Does the lead hold through time? The same statistic in five windows of half the length.

Stable means: the same sign and at least half the size it has over the whole (method.md, step 8).
"""

from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.fisher_mean import SPENT
from core.lead_lag.windows import CERTAIN, common_periods, lagged, moving_sum

PARTS = 5
FEWEST = 8  # common periods a part needs


@dataclass(frozen=True)
class Stability:
    """(pairs, parts): first and last period of each part as places, and r there (NaN: unread)."""

    start: Rows
    end: Rows
    r: Array

    def same(self, whole: Array) -> Mask:
        """Parts whose r has the sign of the whole and at least half its size."""
        held: Mask = np.nan_to_num(self.r * np.sign(whole)[:, None]) >= np.abs(whole)[:, None] / 2
        return held & np.isfinite(self.r)


def halves(
    leading: tuple[Array, Mask], lagging: tuple[Array, Mask], first: Rows, last: Rows
) -> Stability:
    """r of each pair's best window of lags (first..last) in five half-length parts.

    Values and masks are (pairs, segments, periods); the parts are the same for all segments.
    """
    common, lead, own = _aligned(leading, lagging, first, last)
    at_all: Mask = np.asarray(common.any(axis=1))
    places = np.arange(at_all.shape[1])
    start = np.where(at_all.any(1), at_all.argmax(1), 0)
    end = np.where(at_all.any(1), at_all.shape[1] - at_all[:, ::-1].argmax(1), 0)
    length = np.maximum((end - start + 1) // 2, 1)
    starts = start[:, None] + np.round(
        np.linspace(0, 1, PARTS) * np.maximum(end - start - length, 0)[:, None]
    ).astype(np.intp)
    ends = np.minimum(starts + length[:, None], at_all.shape[1])
    r = np.empty(starts.shape)
    for part in range(PARTS):
        within = (places >= starts[:, [part]]) & (places < ends[:, [part]])
        r[:, part] = _partial(common & within[:, None], lead, lagging[0], own)
    return Stability(starts, ends - 1, r)


def _aligned(
    leading: tuple[Array, Mask], lagging: tuple[Array, Mask], first: Rows, last: Rows
) -> tuple[Mask, Array, Array]:
    """Common periods, the leader's and the follower's own sum over each pair's window."""
    common = np.zeros(lagging[1].shape, dtype=bool)
    lead, own = np.zeros(lagging[0].shape), np.zeros(lagging[0].shape)
    for one, other in np.unique(np.column_stack([first, last]), axis=0).tolist():
        rows = (first == one) & (last == other)
        wide = other - one + 1
        common[rows] = common_periods(leading[1][rows], lagging[1][rows], one, wide)
        lead[rows] = lagged(moving_sum(leading[0][rows], wide), one)
        own[rows] = lagged(moving_sum(lagging[0][rows], wide), one)
    return common, lead, own


def _partial(common: Mask, lead: Array, result: Array, own: Array) -> Array:
    """Partial correlation of result with lead given own, mean of the segments; (pairs,)."""
    n = common.sum(axis=-1)
    rows = [np.where(common, one, 0.0) for one in (lead, result, own)]
    means = [one.sum(axis=-1) / np.maximum(n, 1) for one in rows]
    a, b, c = (
        np.where(common, one - mean[..., None], 0.0) for one, mean in zip(rows, means, strict=True)
    )
    ab, ac, bc = ((x * y).sum(axis=-1) for x, y in ((a, b), (a, c), (b, c)))
    aa, bb, cc = ((x * x).sum(axis=-1) for x in (a, b, c))
    size = (aa * cc - ac**2) * (bb * cc - bc**2)
    read = (size > 1e-18) & (n >= FEWEST)
    r = np.where(read, (ab * cc - ac * bc) / np.sqrt(np.where(read, size, 1.0)), 0.0)
    return _mean(r, np.where(read, n - SPENT, 0.0))


def _mean(r: Array, weights: Array) -> Array:
    """Fisher's mean of (pairs, segments); NaN where no segment could be read."""
    total = weights.sum(axis=1)
    z = np.arctanh(np.clip(r, -CERTAIN, CERTAIN))
    mean = (weights * z).sum(axis=1) / np.where(total > 0, total, 1.0)
    found: Array = np.where(total > 0, np.tanh(mean), np.nan)
    return found
