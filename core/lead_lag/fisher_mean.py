"""Correlations of several segments as one: the mean of Fisher's z, and what it is worth.

Segments weigh by their effective periods less 3, the inverse variance of z (Fisher 1921). What the
mean is worth comes from the re-runs, which keep what the segments share: where a common shock moves
all branches at once, twelve of them say little more than one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array
from core.lead_lag.windows import FEWEST

SPENT = 3.0  # effective periods that z costs


@dataclass(frozen=True)
class Correlations:
    """Of one segment: r (runs, followers, windows), the real run first; common periods n."""

    r: Array
    n: Array  # (followers, windows)
    lost: Array  # (followers,) degrees of freedom that the preparation cost


@dataclass(frozen=True)
class Pooled:
    """Of all segments together."""

    r: Array  # (runs, followers, windows)
    n: Array  # (followers, windows)
    effective: Array  # (followers, windows) independent periods behind r
    gain: Array  # (followers, windows) of them that each further period adds
    apart: Array  # (runs, followers, windows) how much the segments differ: 0 expected, sd about 1


def fisher_mean(parts: Sequence[Correlations]) -> Pooled:
    """The segments as one; a single segment stays as it is."""
    if len(parts) == 1:
        one = parts[0]
        effective = np.maximum(one.n - one.lost[:, None], 1.0)
        return Pooled(one.r, one.n, effective, np.ones(one.n.shape), np.zeros(one.r.shape))
    z = np.arctanh(np.stack([one.r for one in parts]))
    n = np.stack([one.n for one in parts])
    weights = weights_of(n, np.stack([one.lost for one in parts])[:, :, None])
    total, read = weights.sum(axis=0), (weights > 0).sum(axis=0)
    shares = weights / np.where(total > 0, total, 1.0)
    mean = np.einsum("sfw,srfw->rfw", shares, z)
    independence = _independence(z, shares, mean)
    spread = np.einsum("sfw,srfw->rfw", weights, z**2) - total * mean**2
    spare = np.maximum(read - 1, 0)
    return Pooled(
        r=np.tanh(mean),
        n=np.where(weights > 0, n, 0.0).sum(axis=0),
        effective=np.where(total > 0, independence * total + SPENT, 1.0),
        gain=independence * np.maximum(read, 1),
        apart=np.where(spare > 0, (spread - spare) / np.sqrt(2.0 * np.maximum(spare, 1)), 0.0),
    )


def weights_of(n: Array, lost: Array) -> Array:
    """What each segment weighs; 0 where too few periods are common to be read."""
    return np.where(n >= FEWEST, np.maximum(n - lost - SPENT, 1.0), 0.0)


def _independence(z: Array, shares: Array, mean: Array) -> Array:
    """Variance the mean would have if the segments shared nothing, over that of the re-runs."""
    if len(mean) < 3:
        return np.ones(mean.shape[1:])
    apart = (shares**2 * z[:, 1:].var(axis=1)).sum(axis=0)
    real = mean[1:].var(axis=0)
    found: Array = np.where(real > 0, apart / np.where(real > 0, real, 1.0), 1.0)
    return np.clip(found, 1 / len(z), 1.0)
