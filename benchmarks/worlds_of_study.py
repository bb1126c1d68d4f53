"""Pairs of monthly series whose truth is known: unrelated in many ways, or one truly leading.

Each world makes (runs, periods) arrays x and y from one generator; `leads` also returns the lags.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

Array = NDArray[np.float64]
Pairs = tuple[Array, Array]
BURN = 100


def memory(noise: Array, coefficient: float) -> Array:
    """First-order autoregression of each row, started long before."""
    return lfilter([1.0], [1.0, -coefficient], noise, axis=1)


def _twice(make: Callable[[], Array]) -> Pairs:
    return make()[:, BURN:], make()[:, BURN:]


def _noise(rng: np.random.Generator, runs: int, periods: int) -> Array:
    return rng.normal(size=(runs, periods + BURN))


def _season(rng: np.random.Generator, runs: int, periods: int) -> Array:
    """A yearly pattern: the same months are high, each run with its own shape on top."""
    months = np.arange(periods + BURN) % 12
    common = np.sin(2 * np.pi * months / 12) + 0.8 * (months == 11)
    own = rng.normal(size=(runs, 12))[:, months]
    return 2 * common + 0.6 * own


def white(rng, runs, periods) -> Pairs:
    return _twice(lambda: _noise(rng, runs, periods))


def persistent(coefficient: float):
    return lambda rng, runs, periods: _twice(
        lambda: memory(_noise(rng, runs, periods), coefficient)
    )


def random_walks(rng, runs, periods) -> Pairs:
    return _twice(lambda: np.cumsum(_noise(rng, runs, periods), axis=1))


def shared_trend(rng, runs, periods) -> Pairs:
    steps = 0.1 * np.arange(periods + BURN)
    return _twice(lambda: steps + _noise(rng, runs, periods))


def shared_season(rng, runs, periods) -> Pairs:
    return _twice(lambda: _season(rng, runs, periods) + _noise(rng, runs, periods))


def grown(rng, news: Array) -> Array:
    """Multiplicative growth and season round the memory of given news (runs, BURN + periods)."""
    runs, periods = news.shape[0], news.shape[1] - BURN
    growth = rng.uniform(0.005, 0.015, size=(runs, 1)) * np.arange(periods + BURN)
    return np.exp(4 + growth + 0.08 * _season(rng, runs, periods) + 0.06 * memory(news, 0.6))


def growth_and_season(rng, runs, periods) -> Pairs:
    return _twice(lambda: grown(rng, _noise(rng, runs, periods)))


def local_level(rng, runs, periods) -> Pairs:
    return _twice(
        lambda: np.cumsum(0.4 * _noise(rng, runs, periods), axis=1) + _noise(rng, runs, periods)
    )


def evolving_season(rng, runs, periods) -> Pairs:
    def make() -> Array:
        years = (periods + BURN) // 12 + 1
        steps = 0.4 * rng.normal(size=(runs, years, 12))
        pattern = np.cumsum(steps, axis=1).reshape(runs, -1)[:, : periods + BURN]
        return _season(rng, runs, periods) + pattern + _noise(rng, runs, periods)

    return _twice(make)


def heavy_tails(rng, runs, periods) -> Pairs:
    return _twice(lambda: memory(rng.standard_t(3, size=(runs, periods + BURN)), 0.5))


def garch(rng, runs, periods) -> Pairs:
    def make() -> Array:
        noise = _noise(rng, runs, periods)
        out, variance = np.zeros_like(noise), np.ones(runs)
        for at in range(noise.shape[1]):
            out[:, at] = np.sqrt(variance) * noise[:, at]
            variance = 0.1 + 0.2 * out[:, at] ** 2 + 0.7 * variance
        return out

    return _twice(make)


def common_shock(rng, runs, periods) -> Pairs:
    """One month hits both, eight standard deviations, and fades with each one's own memory."""
    at = BURN + rng.integers(periods // 4, 3 * periods // 4, size=runs)
    news = [_noise(rng, runs, periods) for _ in range(2)]
    for one in news:
        one[np.arange(runs), at] -= 8
    return memory(news[0], 0.5)[:, BURN:], memory(news[1], 0.5)[:, BURN:]


def same_month(rng, runs, periods) -> Pairs:
    """News correlated 0.7 within the month only."""
    shared = _noise(rng, runs, periods)
    x = shared
    y = 0.7 * shared + np.sqrt(1 - 0.49) * _noise(rng, runs, periods)
    return grown(rng, x)[:, BURN:], grown(rng, y)[:, BURN:]


def reverse(rng, runs, periods) -> Pairs:
    y, x, _ = leads(0.3)(rng, runs, periods)
    return x, y


def leads(share: float):
    """Growth and season; y's news repeats x's 1 to 6 months late, that share of its variance."""

    def make(rng, runs, periods) -> tuple[Array, Array, NDArray[np.int64]]:
        lags = rng.integers(1, 7, size=runs)
        first = _noise(rng, runs, periods)
        own = _noise(rng, runs, periods)
        late = np.stack([np.roll(row, lag) for row, lag in zip(first, lags, strict=True)])
        second = np.sqrt(share) * late + np.sqrt(1 - share) * own
        return grown(rng, first)[:, BURN:], grown(rng, second)[:, BURN:], lags

    return make


def white_lead(r: float, lag: int):
    """White series; y repeats x so many months late, correlated r."""

    def make(rng, runs, periods) -> Pairs:
        x = rng.normal(size=(runs, periods + lag))
        y = r * x[:, :periods] + np.sqrt(1 - r**2) * rng.normal(size=(runs, periods))
        return x[:, lag:], y

    return make


UNRELATED = {
    "white": white,
    "AR .8": persistent(0.8),
    "AR .95": persistent(0.95),
    "random walks": random_walks,
    "shared trend": shared_trend,
    "shared season": shared_season,
    "growth + season": growth_and_season,
    "local level": local_level,
    "evolving season": evolving_season,
    "heavy tails (t3)": heavy_tails,
    "GARCH": garch,
    "common shock": common_shock,
    "same month only": same_month,
    "reverse (y leads x)": reverse,
}
