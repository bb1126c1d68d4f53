"""Does the lead hold through time? The same statistic in five windows of half the length.

Stable means: the same sign and at least half the size it has over the whole (method.md, step 8).
"""

from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.windows import common_periods, lagged, moving_sum

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
    leading: tuple[Array, Mask], lagging: tuple[Array, Mask], first: Array, last: Array
) -> Stability:
    """r of each pair's best window of lags (first..last) in five half-length parts."""
    common, lead, own = _aligned(leading, lagging, first, last)
    places = np.arange(common.shape[1])
    start = np.where(common.any(1), common.argmax(1), 0)
    end = np.where(common.any(1), common.shape[1] - common[:, ::-1].argmax(1), 0)
    length = np.maximum((end - start + 1) // 2, 1)
    starts = start[:, None] + np.round(
        np.linspace(0, 1, PARTS) * np.maximum(end - start - length, 0)[:, None]
    ).astype(np.intp)
    ends = np.minimum(starts + length[:, None], common.shape[1])
    r = np.stack(
        [
            _partial(
                common & (places >= starts[:, [part]]) & (places < ends[:, [part]]),
                lead,
                lagging[0],
                own,
            )
            for part in range(PARTS)
        ],
        axis=1,
    )
    return Stability(starts, ends - 1, r)


def _aligned(
    leading: tuple[Array, Mask], lagging: tuple[Array, Mask], first: Array, last: Array
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
    """Partial correlation of result with lead given own over common periods; (pairs,)."""
    n = common.sum(axis=1)
    rows = [np.where(common, one, 0.0) for one in (lead, result, own)]
    means = [one.sum(axis=1) / np.maximum(n, 1) for one in rows]
    a, b, c = (
        np.where(common, one - mean[:, None], 0.0) for one, mean in zip(rows, means, strict=True)
    )
    ab, ac, bc = ((x * y).sum(axis=1) for x, y in ((a, b), (a, c), (b, c)))
    aa, bb, cc = ((x * x).sum(axis=1) for x in (a, b, c))
    size = (aa * cc - ac**2) * (bb * cc - bc**2)
    read = (size > 1e-18) & (n >= FEWEST)
    r: Array = np.where(read, (ab * cc - ac * bc) / np.sqrt(np.where(read, size, 1.0)), np.nan)
    return r
