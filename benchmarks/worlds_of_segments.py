"""Pairs measured in several segments whose truth is known: (runs, segments, periods) arrays x, y.

What branches share (shocks, season, trend) they share within x and within y; only `leads` and what
is named for it ties y to x.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks.worlds_of_study import BURN, memory

Array = NDArray[np.float64]
Pairs = tuple[Array, Array]
Shape = tuple[int, int, int]
LEAD = 3


def news(rng, shape: Shape, shared: float) -> Array:
    """White news of every segment, of which that share of the variance is common to all."""
    runs, segments, periods = shape
    common = rng.normal(size=(runs, 1, periods + BURN))
    own = rng.normal(size=(runs, segments, periods + BURN))
    return np.sqrt(shared) * common + np.sqrt(1 - shared) * own


def remembered(noise: Array, coefficient: float) -> Array:
    flat = memory(noise.reshape(-1, noise.shape[-1]), coefficient)
    return flat.reshape(noise.shape)


def _twice(make) -> Pairs:
    return make()[..., BURN:], make()[..., BURN:]


def white(shared: float):
    return lambda rng, shape: _twice(lambda: news(rng, shape, shared))


def factor(rng, shape: Shape) -> Pairs:
    """A common factor that remembers (.8), news of each branch that hardly does (.3)."""

    def make() -> Array:
        runs, _, periods = shape
        common = memory(rng.normal(size=(runs, periods + BURN)), 0.8)[:, None] * 0.6
        return common + remembered(news(rng, shape, 0.0), 0.3)

    return _twice(make)


def walks(rng, shape: Shape) -> Pairs:
    return _twice(lambda: np.cumsum(news(rng, shape, 0.5), axis=-1))


def season(rng, shape: Shape) -> Array:
    """The same months are high in all branches and in both series."""
    months = np.arange(shape[2] + BURN) % 12
    common = 2 * np.sin(2 * np.pi * months / 12) + 1.6 * (months == 11)
    return common + 0.6 * rng.normal(size=(shape[0], shape[1], 12))[..., months]


def shared_season(rng, shape: Shape) -> Pairs:
    return _twice(lambda: season(rng, shape) + news(rng, shape, 0.3))


def shared_trend(rng, shape: Shape) -> Pairs:
    steps = 0.1 * np.arange(shape[2] + BURN)
    return _twice(lambda: steps + news(rng, shape, 0.3))


def grown(rng, fresh: Array) -> Array:
    """Growth and season, multiplied, round the memory of given news."""
    runs, segments, periods = fresh.shape
    shape = runs, segments, periods - BURN
    growth = rng.uniform(0.005, 0.015, size=(runs, segments, 1)) * np.arange(periods)
    level = rng.uniform(3, 6, size=(runs, segments, 1))
    return np.exp(level + growth + 0.08 * season(rng, shape) + 0.06 * remembered(fresh, 0.6))


def growth_and_season(rng, shape: Shape) -> Pairs:
    return _twice(lambda: grown(rng, news(rng, shape, 0.3)))


def one_shock(rng, shape: Shape) -> Pairs:
    """One month hits both series in all branches, eight standard deviations, and fades."""
    at = BURN + rng.integers(shape[2] // 4, 3 * shape[2] // 4, size=shape[0])
    made = [news(rng, shape, 0.3) for _ in range(2)]
    for one in made:
        one[np.arange(shape[0]), :, at] -= 8
    x, y = (remembered(one, 0.5)[..., BURN:] for one in made)
    return x, y


def same_month(rng, shape: Shape) -> Pairs:
    """News correlated 0.7 within the month only."""
    first = news(rng, shape, 0.3)
    second = 0.7 * first + np.sqrt(1 - 0.49) * news(rng, shape, 0.3)
    return grown(rng, first)[..., BURN:], grown(rng, second)[..., BURN:]


def gaps(rng, shape: Shape) -> Pairs:
    """Common shocks; one month in ten unknown, every second branch opened a third later."""
    pair = _twice(lambda: remembered(news(rng, shape, 0.5), 0.5))
    for one in pair:
        one[rng.random(one.shape) < 0.1] = np.nan
        one[:, ::2, : shape[2] // 3] = np.nan
    return pair


def leads(share: float, shared: float = 0.3, against: float = 0.0):
    """y repeats x three months late, that share of its variance; against: the other way there."""

    def make(rng, shape: Shape) -> Pairs:
        first, own = news(rng, shape, shared), news(rng, shape, shared)
        sign = np.where(np.arange(shape[1]) < against * shape[1], -1.0, 1.0)[:, None]
        second = sign * np.sqrt(share) * np.roll(first, LEAD, axis=-1) + np.sqrt(1 - share) * own
        return first[..., BURN:], second[..., BURN:]

    return make


def reverse(rng, shape: Shape) -> Pairs:
    y, x = leads(0.3)(rng, shape)
    return x, y


UNRELATED = {
    "white, nothing shared": white(0.0),
    "half of the news shared": white(0.5),
    "nearly all news shared": white(0.9),
    "common factor with memory": factor,
    "random walks, half shared": walks,
    "shared season": shared_season,
    "shared trend": shared_trend,
    "growth + season": growth_and_season,
    "one shock hits all": one_shock,
    "same month only": same_month,
    "gaps, branches opened later": gaps,
    "reverse (y leads x)": reverse,
}
