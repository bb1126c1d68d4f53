"""How sure a change in level is when a series remembers: all strengths of memory weighed together.

Errors follow e(t) = rho e(t-1) + u(t). For each rho on a grid the regression is solved by
generalised least squares; the answers are weighed by how well each rho explains the series once
coefficients and size of errors are integrated out (Zellner & Tiao 1964, Bayesian analysis of the
regression model with autocorrelated errors, JASA 59). Before the data all lengths of memory count
alike on a logarithmic scale. Taking one estimated rho as if it were known makes intervals of short
series far too narrow; these hold their level (benchmarks/impact_study.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import stdtr, stdtrit

Array = NDArray[np.float64]
RHOS = 1 - np.geomspace(1.3, 0.02, 33)  # evenly spaced in log(1 - rho)
_FAR = 60.0  # standard errors beyond which nothing lies


@dataclass(frozen=True)
class Estimate:
    """A coefficient whose error is a mixture of Student's t, one for each strength of memory."""

    centres: Array  # (rhos,)
    errors: Array  # (rhos,) standard errors
    weights: Array  # (rhos,) sum to 1
    df: int

    @property
    def value(self) -> float:
        """The coefficient."""
        return float(self.weights @ self.centres)

    @property
    def p(self) -> float:
        """Two-sided probability of so large a coefficient where there is none."""
        below = self._below(0.0)
        return 2.0 * min(below, 1.0 - below)

    def quantile(self, share: float) -> float:
        """The value below which that share of the mixture lies."""
        low = float(np.min(self.centres - _FAR * self.errors))
        high = float(np.max(self.centres + _FAR * self.errors))
        return float(brentq(lambda at: self._below(at) - share, low, high))

    @property
    def interval(self) -> tuple[float, float]:
        """The middle 95 %."""
        return self.quantile(0.025), self.quantile(0.975)

    @property
    def margin(self) -> float:
        """Half the width of the 95 % interval, close enough to compare many dates with."""
        spread = self.weights @ (self.errors**2 + (self.centres - self.value) ** 2)
        return float(stdtrit(self.df, 0.975) * np.sqrt(spread))

    def _below(self, at: float) -> float:
        return float(self.weights @ stdtr(self.df, (at - self.centres) / self.errors))


@dataclass(frozen=True)
class Solved:
    """A regression solved for each strength of memory."""

    coefficients: Array  # (rhos, columns)
    covariances: Array  # (rhos, columns, columns)
    sizes: Array  # (rhos,) standard deviation of the errors e
    weights: Array  # (rhos,)
    df: int

    def estimate(self, column: int) -> Estimate:
        """What it says of one column."""
        errors = np.sqrt(self.covariances[:, column, column])
        return Estimate(self.coefficients[:, column], errors, self.weights, self.df)

    def path(self, design: Array) -> tuple[Array, Array]:
        """What the columns given expect, (rows,), and the spread of single periods around it."""
        means = self.coefficients @ design.T
        shaky = np.einsum("ij,rjk,ik->ri", design, self.covariances, design)
        middle = self.weights @ means
        spread = self.weights @ (shaky + self.sizes[:, None] ** 2 + (means - middle) ** 2)
        return middle, np.sqrt(spread)


def solve(values: Array, design: Array, at: Array) -> Solved:
    """The regression of values (rows,) on design (rows, columns); `at`: the period of each row.

    Periods may be missing between rows. Needs more rows than columns and independent columns.
    """
    white, log_sizes = _whitened(np.column_stack([values, design]), at)
    y, x = white[:, :, 0], white[:, :, 1:]
    crossed = np.swapaxes(x, 1, 2) @ x
    solved = np.linalg.inv(crossed)
    coefficients = (solved @ np.swapaxes(x, 1, 2) @ y[:, :, None])[:, :, 0]
    left = y - (x @ coefficients[:, :, None])[:, :, 0]
    df = len(values) - design.shape[1]
    squares = np.maximum((left**2).sum(axis=1), np.finfo(float).tiny)
    likely = -log_sizes - (np.linalg.slogdet(crossed)[1] + df * np.log(squares)) / 2
    weights = np.exp(likely - likely.max())
    variances = squares / df
    return Solved(
        coefficients,
        solved * variances[:, None, None],
        np.sqrt(variances),
        weights / weights.sum(),
        df,
    )


def _whitened(series: Array, at: Array) -> tuple[Array, Array]:
    """For each rho the news in each column (rhos, rows, columns), and half their log determinant.

    What a row repeats of the row before fades with the periods between them.
    """
    kept = RHOS[:, None] ** np.diff(at)[None, :].astype(int)  # (rhos, rows - 1)
    spread = np.sqrt(1 - kept**2)
    news = (series[None, 1:] - kept[:, :, None] * series[None, :-1]) / spread[:, :, None]
    first = np.broadcast_to(series[:1], (len(RHOS), 1, series.shape[1]))
    return np.concatenate([first, news], axis=1), np.log(spread).sum(axis=1)
