"""How surprising is the best of all lags tried, for one leader against all its followers?

The leader's re-runs, which have its memory and no relation to anyone, give the distribution of the
largest |t| over the windows searched: p = (1 + #{max|t*| >= max|t|}) / (B + 1), and the envelope
that only 5 % of unrelated pairs leave at any lag (max-T, so a bar outside it has survived the
search among all lags). Lag 0 is tested apart. Several pairs: Benjamini & Hochberg 1995.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.fisher_mean import Correlations, Pooled, fisher_mean
from core.lead_lag.windows import Windows, partial_correlations, same_period, t_of

ENVELOPE = 0.95
BLOCK = 4_000_000  # numbers held at once by one block of followers
CLOSE = 1e-9  # re-runs this close to the real statistic count as equal


@dataclass(frozen=True)
class Part:
    """One segment: leader and followers on its calendar."""

    leader: tuple[Array, Mask]  # runs (1 + B, periods), the real series first, and its mask
    followers: tuple[Array, Mask]  # (followers, periods)
    lost: Array  # (followers,) degrees of freedom that the preparation cost

    def only(self, kept: slice) -> "Part":
        """Those followers."""
        values, known = self.followers
        return Part(self.leader, (values[kept], known[kept]), self.lost[kept])


@dataclass(frozen=True)
class Search:
    """One leader against its followers; arrays over (followers, windows) or (followers,)."""

    r: Array
    t: Array
    n: Array
    effective: Array  # independent periods behind r
    gain: Array  # of them that each further period adds
    best: Rows  # window of the largest |t| among those searched
    p: Array
    critical: Array  # |t| that 5 % of re-runs exceed somewhere
    same_r: Array
    same_n: Array
    same_p: Array
    same_critical: Array  # |r| that 5 % of re-runs exceed at lag 0
    apart: Rows  # window in which segments differ most
    apart_p: Array  # of differing as much somewhere; 1 for one segment


def search(parts: Sequence[Part], windows: Windows, searched: Mask) -> Search:
    """The search of one leader in one segment or in several; searched (followers, windows)."""
    followers = len(searched)
    held = len(parts) * len(parts[0].leader[0]) * len(windows)
    size = max(1, BLOCK // max(1, held))
    blocks = []
    for at in range(0, followers, size):
        kept = slice(at, at + size)
        blocks.append(_search([one.only(kept) for one in parts], windows, searched[kept]))
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


def without(parts: Sequence[Part], windows: Windows, searched: Mask) -> list[Search]:
    """The search without each of the parts in turn; of two or more."""
    lags = [_correlations(one, windows) for one in parts]
    within = [_within_period(one) for one in parts]
    found = []
    for at in range(len(parts)):
        over, same = (fisher_mean([*each[:at], *each[at + 1 :]]) for each in (lags, within))
        found.append(_judged(over, same, searched))
    return found


def _search(parts: Sequence[Part], windows: Windows, searched: Mask) -> Search:
    lags = fisher_mean([_correlations(one, windows) for one in parts])
    return _judged(lags, fisher_mean([_within_period(one) for one in parts]), searched)


def _judged(lags: Pooled, same: Pooled, searched: Mask) -> Search:
    """The best of all lags searched, beside its re-runs."""
    read = searched & (lags.n > 0)
    size = np.where(read, np.abs(t_of(lags.r, lags.n)), 0.0)
    largest = size.max(axis=2, initial=0.0)
    within = np.abs(same.r[..., 0])
    apart = np.where(read, lags.apart, -np.inf)
    return Search(
        r=lags.r[0],
        t=t_of(lags.r[0], lags.n),
        n=lags.n,
        effective=lags.effective,
        gain=lags.gain,
        best=_largest(size[0]),
        p=_p(largest),
        critical=_critical(largest),
        same_r=same.r[0, :, 0],
        same_n=same.n[:, 0],
        same_p=_p(within),
        same_critical=_critical(within),
        apart=_largest(apart[0]),
        apart_p=_p(apart.max(axis=2, initial=0.0)),
    )


def _correlations(part: Part, windows: Windows) -> Correlations:
    return Correlations(*partial_correlations(part.leader, part.followers, windows), part.lost)


def _within_period(part: Part) -> Correlations:
    r, n = same_period(part.leader, part.followers)
    return Correlations(r[..., None], n[:, None], part.lost)


def _largest(size: Array) -> Rows:
    """The window of the largest size, (followers,); the first when there is none."""
    return size.argmax(axis=1) if size.shape[1] else np.zeros(len(size), dtype=np.intp)


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
