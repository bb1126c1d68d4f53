"""Several segments side by side in time: what they share, in the real history and in re-runs.

What all segments share may remember its past longer than any of them seems to, for the noise of
one branch hides it; their mean shows it, and it is taken out of all (a common cycle over 12
branches gave 13-23 % false leads before). What is new is then drawn from the same periods in all
segments, so a shock that all branches share in the real history is shared in every re-run too.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.lead_lag.arrays import Array, Mask
from core.lead_lag.recipe import FEWEST
from core.lead_lag.transforms import Prepared
from core.lead_lag.whitening import autoregression
from core.lead_lag.windows import lagged

ORDER = 2  # of the memory of what is shared
SHORT = 1.0  # times the shortfall of an estimated memory around a trend (Kendall 1954)


def without_shared_memory(segments: Sequence[Prepared]) -> list[Prepared]:
    """The same series less what the mean of all of them remembers; one alone stays as it is."""
    known = np.stack([one.known for one in segments])
    if known.any(axis=1).sum() < 2:
        return list(segments)
    cover = known.sum(axis=0)
    mean = np.stack([one.values for one in segments]).sum(axis=0) / np.maximum(cover, 1)
    old = _remembered(mean * (cover > 0), np.asarray(cover > 0))
    return [_less(one, mean, old) for one in segments]


def joint_innovations(segments: Sequence[Prepared], draws: Array) -> list[Array]:
    """Innovations (runs, periods) of each segment's re-runs, from its own news.

    draws, uniform in [0, 1), choose a period, the same for all segments.
    """
    drawn = _widely_known(np.stack([one.known for one in segments]))
    places = (draws * int(drawn.sum())).astype(np.intp)
    return [_news(one, drawn)[places] for one in segments]


def _remembered(mean: Array, known: Mask) -> Array:
    """What the mean (periods,) of the segments repeats of its own past."""
    periods = int(known.sum())
    own = autoregression(mean[None], known, min(ORDER, periods // FEWEST))[0]
    if len(own):
        own[0] += SHORT * (2 + 4 * own.sum()) / periods
    old = np.zeros(len(mean))
    for lag, coefficient in enumerate(own, start=1):
        old += coefficient * lagged(mean, lag)
    return old


def _less(segment: Prepared, mean: Array, old: Array) -> Prepared:
    """A segment less its share (slope on the mean) of what is old in the mean."""
    common = mean[segment.known]
    size = float(common @ common)
    if size == 0:
        return segment
    share = float(common @ segment.values[segment.known]) / size
    left = (segment.values - share * old) * segment.known
    return replace(segment, values=left / np.std(left[segment.known]))


def _widely_known(known: Mask) -> Mask:
    """The periods drawn from: those known in the most segments, half of all or more.

    A period known in few segments would be drawn in few, and what is shared would seem less shared.
    """
    cover = known.sum(axis=0)
    most = np.sort(cover[cover > 0])[::-1]
    if not len(most):
        return np.asarray(cover > 0)
    least = most[min(len(most) - 1, max(FEWEST - 1, (len(most) - 1) // 2))]
    return np.asarray(cover >= least)


def _news(segment: Prepared, drawn: Mask) -> Array:
    """The segment's news there, mean 0; where it has none, others of its own stand in."""
    own = segment.values[segment.known]
    if not len(own):
        return np.zeros(int(drawn.sum()))
    found = segment.values[drawn]
    unknown = ~segment.known[drawn]
    found[unknown] = np.resize(own, int(unknown.sum()))
    centred: Array = found - found.mean()
    return centred
