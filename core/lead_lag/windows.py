"""The statistic of one lag, or of a few lags in a row, for many pairs and re-runs at once.

For a window W of lags: the partial correlation of b(t) with the sum over W of a(t - k), given b's
own sum over W, so that a same-period tie neither fakes nor hides a lead. a leads, b follows; both
are prepared series, 0 where not known. t = r sqrt(n / (1 - r^2)).
A moving sum of width w serves every window of that width, shifted: all sums over time are then
matrix products of (runs, periods) with (periods, pairs x windows), and no pair is looped over.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows

WIDTHS = (1, 3, 6)
FEWEST = 8  # common periods below which a window is not read
CERTAIN = 1 - 1e-9
Some = TypeVar("Some", Array, Mask)


@dataclass(frozen=True)
class Windows:
    """Windows of consecutive lags, single lags first: first and last lag of each."""

    first: Rows
    last: Rows

    def __len__(self) -> int:
        return len(self.first)

    def only(self, kept: Mask) -> "Windows":
        """Those kept."""
        return Windows(self.first[kept], self.last[kept])


@dataclass(frozen=True)
class Sums:
    """Sums over common periods of the followers' side; (pairs, windows)."""

    n: Array
    b: Array
    own: Array  # of b's own sum over the window
    bb: Array
    ownown: Array
    bown: Array


def windows_to(furthest: int) -> Windows:
    """Every window of 1, 3 and 6 consecutive lags within 1..furthest."""
    pairs = [
        (first, first + width - 1) for width in WIDTHS for first in range(1, furthest - width + 2)
    ]
    lags = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return Windows(lags[:, 0], lags[:, 1])


def partial_correlations(
    leader: tuple[Array, Mask], followers: tuple[Array, Mask], windows: Windows
) -> tuple[Array, Array]:
    """r (runs, pairs, windows) and n (pairs, windows).

    leader: values (runs, periods) and one mask (periods,); followers: values and masks, both
    (pairs, periods). Where fewer than 8 periods are common, or nothing varies, r is 0.
    """
    runs, known = leader
    r = np.empty((len(runs), len(followers[0]), len(windows)))
    n = np.empty((len(followers[0]), len(windows)))
    width = windows.last - windows.first + 1
    for wide in np.unique(width):
        of_width = np.flatnonzero(width == wide)
        moving, whole = moving_sum(runs, int(wide)), _whole(known, int(wide))
        firsts = windows.first[of_width]
        r[:, :, of_width], n[:, of_width] = _of_one_width(
            (moving, whole), followers, firsts, int(wide)
        )
    return r, n


def same_period(leader: tuple[Array, Mask], followers: tuple[Array, Mask]) -> tuple[Array, Array]:
    """Correlations within the period: r (runs, pairs) and n (pairs,)."""
    common = followers[1] & leader[1]
    both = common.astype(float)
    n = both.sum(axis=1)
    count = np.maximum(n, 1)
    b = followers[0] * both
    sum_a, sum_aa, sum_ab = (leader[0] @ both.T, leader[0] ** 2 @ both.T, leader[0] @ b.T)
    sum_b, sum_bb = b.sum(axis=1), (b**2).sum(axis=1)
    across = sum_ab - sum_a * sum_b / count
    size = (sum_aa - sum_a**2 / count) * (sum_bb - sum_b**2 / count)
    return _ratio(across, size, n), n


def moving_sum(rows: Array, wide: int) -> Array:
    """Sum of each value and the wide - 1 before it, 0 before the first period."""
    moved = rows.copy()
    for lag in range(1, wide):
        moved[..., lag:] += rows[..., :-lag]
    return moved


def lagged(rows: Some, lag: int) -> Some:
    """Rows (…, periods) as they stood lag periods before; 0 before the first period."""
    moved = np.zeros_like(rows)
    if lag < rows.shape[-1]:
        moved[..., lag:] = rows[..., : rows.shape[-1] - lag]
    return moved


def t_of(r: Array, n: Array) -> Array:
    """The statistic that windows of different length share."""
    t: Array = r * np.sqrt(n / (1 - r**2))
    return t


def common_periods(known: Mask, followers: Mask, first: int, wide: int) -> Mask:
    """Periods (…, periods) at which a window can be read."""
    whole = lagged(_whole(known, wide), first)
    common: Mask = followers & whole & lagged(_whole(followers, wide), first)
    return common


def _of_one_width(
    leader: tuple[Array, Mask], followers: tuple[Array, Mask], firsts: Rows, wide: int
) -> tuple[Array, Array]:
    moving, whole = leader
    values, known = followers
    shape = (len(values), len(firsts), values.shape[1])
    masks, b_seen, own_seen = (np.zeros(shape) for _ in range(3))
    sums = np.zeros((6, *shape[:2]))
    own_moving, own_whole = moving_sum(values, wide), _whole(known, wide)
    for place, first in enumerate(firsts):
        lag = int(first)
        common = known & lagged(whole, lag) & lagged(own_whole, lag)
        b, own = values * common, lagged(own_moving, lag) * common
        sums[:, :, place] = _followers_sums(common, b, own)
        for kept, seen in zip((masks, b_seen, own_seen), (common, b, own), strict=True):
            kept[:, place, : shape[2] - lag] = seen[:, lag:]
    follower = Sums(*sums)
    products = [_product(moving, seen) for seen in (masks, b_seen, own_seen)]
    return _partial(_product(moving**2, masks), products, follower), follower.n


def _followers_sums(common: Mask, b: Array, own: Array) -> tuple[Array, ...]:
    return (
        common.sum(axis=1),
        b.sum(axis=1),
        own.sum(axis=1),
        (b * b).sum(axis=1),
        (own * own).sum(axis=1),
        (b * own).sum(axis=1),
    )


def _product(runs: Array, seen: Array) -> Array:
    flat = seen.reshape(-1, seen.shape[2])
    return (runs @ flat.T).reshape(len(runs), *seen.shape[:2])


def _partial(squares: Array, products: list[Array], of: Sums) -> Array:
    """Partial correlation of b with a given own, from sums over common periods."""
    sum_a, sum_ab, sum_aown = products
    n = np.maximum(of.n, 1)
    bb, ownown = of.bb - of.b**2 / n, of.ownown - of.own**2 / n
    bown = of.bown - of.b * of.own / n
    spread = squares - sum_a**2 / n
    across = sum_ab - sum_a * of.b / n
    across_own = sum_aown - sum_a * of.own / n
    left = (bb * ownown - bown**2) * (spread * ownown - across_own**2)
    return _ratio(across * ownown - across_own * bown, left, of.n)


def _ratio(across: Array, size: Array, n: Array) -> Array:
    enough = (size > 1e-18) & (n >= FEWEST)
    r = np.where(enough, across / np.sqrt(np.where(enough, size, 1.0)), 0.0)
    clipped: Array = np.clip(r, -CERTAIN, CERTAIN)
    return clipped


def _whole(known: Mask, wide: int) -> Mask:
    """Periods known together with the wide - 1 before them."""
    whole: Mask = moving_sum(known.astype(float), wide) > wide - 0.5
    return whole
