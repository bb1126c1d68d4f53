"""How surprising is the best of all lags tried, for one leader against all its followers?

The leader's re-runs, which have its memory and no relation to anyone, give the distribution of the
largest |t| over the windows searched: p = (1 + #{max|t*| >= max|t|}) / (B + 1), and the envelope
that only 5 % of unrelated pairs leave at any lag (max-T, so a bar outside it has survived the
search among all lags). Lag 0 is tested apart. Several pairs: Benjamini & Hochberg 1995.
"""

from dataclasses import dataclass, replace

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.windows import Windows, partial_correlations, same_period, t_of

ENVELOPE = 0.95
BLOCK = 4_000_000  # numbers held at once by one block of followers
CLOSE = 1e-9  # re-runs this close to the real statistic count as equal


@dataclass(frozen=True)
class Search:
    """One leader against its followers; arrays over (followers, windows) or (followers,)."""

    r: Array
    t: Array
    n: Array
    best: Array  # window of the largest |t| among those searched, as integers
    p: Array
    critical: Array  # |t| that 5 % of re-runs exceed somewhere
    same_r: Array
    same_n: Array
    same_p: Array
    same_critical: Array  # |r| that 5 % of re-runs exceed at lag 0


def search(
    leader: tuple[Array, Mask], followers: tuple[Array, Mask], windows: Windows, searched: Mask
) -> Search:
    """The search of one leader: runs (1 + B, periods), the real series first, and its mask.

    followers: values and masks (followers, periods); searched (followers, windows).
    """
    size = max(1, BLOCK // max(1, len(leader[0]) * len(windows)))
    blocks = [
        _search(
            leader,
            (followers[0][at : at + size], followers[1][at : at + size]),
            windows,
            searched[at : at + size],
        )
        for at in range(0, len(followers[0]), size)
    ]
    if len(blocks) == 1:
        return blocks[0]
    names = Search.__dataclass_fields__
    return Search(*(np.concatenate([getattr(one, name) for one in blocks]) for name in names))


def sharpened(found: Search, more: Search, at: Rows, behind: tuple[int, int]) -> Search:
    """The search with the p of the followers at those places over more re-runs too.

    behind: re-runs behind `found` and behind `more`, which holds those followers only.
    """
    runs, more_runs = behind
    p, same_p = found.p.copy(), found.same_p.copy()
    for whole, further in ((p, more.p), (same_p, more.same_p)):
        as_large = whole[at] * (runs + 1) + further * (more_runs + 1) - 1
        whole[at] = as_large / (runs + more_runs + 1)
    return replace(found, p=p, same_p=same_p)


def false_discovery(p: Array) -> Array:
    """Benjamini-Hochberg q of each p; NaN stays NaN and does not count."""
    known = np.flatnonzero(np.isfinite(p))
    q = np.full(len(p), np.nan)
    order = known[np.argsort(p[known], kind="stable")]
    steps = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return q


def _search(
    leader: tuple[Array, Mask], followers: tuple[Array, Mask], windows: Windows, searched: Mask
) -> Search:
    r, n = partial_correlations(leader, followers, windows)
    size = np.where(searched & (n > 0), np.abs(t_of(r, n)), 0.0)
    largest = size.max(axis=2, initial=0.0)
    same, same_n = same_period(leader, followers)
    return Search(
        r=r[0],
        t=t_of(r[0], n),
        n=n,
        best=size[0].argmax(axis=1) if len(windows) else np.zeros(len(n), dtype=int),
        p=_p(largest),
        critical=_critical(largest),
        same_r=same[0],
        same_n=same_n,
        same_p=_p(np.abs(same)),
        same_critical=_critical(np.abs(same)),
    )


def _p(largest: Array) -> Array:
    """Share of runs (first: the real one) at least as large as the real one."""
    as_large = largest[1:] >= largest[0] * (1 - CLOSE)
    p: Array = (1 + as_large.sum(axis=0)) / len(largest)
    return p


def _critical(largest: Array) -> Array:
    if len(largest) < 2:
        return np.full(largest.shape[1], np.inf)
    critical: Array = np.quantile(largest[1:], ENVELOPE, axis=0)
    return critical
