"""Rates of groups drawn towards the rate of all, and which of them differ from the others.

Empirical Bayes, beta-binomial: how far the true rates of groups lie apart is estimated by the
moments of Kleinman (1973), Proportions with Extraneous Variance, JASA 68, 46-54, weighted by
size; a group's rate is then the mean of its posterior. A group of few records has little say, so
that the best and the worst of a ranking are not those of which least is known.

A group differs where Newcombe's interval of its rate less that of all the others leaves out zero;
among more than FAMILY groups the exact tests of Fisher are also held to a false discovery rate of
5 % (Benjamini and Hochberg 1995).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests

from core.enablement.model import Measured
from core.enablement.rates import FEW, FEWEST, difference

FAMILY = 5  # groups up to which each is compared by itself
Counts = Sequence[tuple[int, int]]  # (part, whole) of each group


@dataclass(frozen=True)
class Ranked:
    """A group with its place among the others.

    `shrunk` is None where the figure is no rate or rests on too few; `differs` is 1 above the
    others, -1 below, 0 where nothing tells.
    """

    row: Measured
    shrunk: float | None = None
    differs: int = 0

    @property
    def only_counts(self) -> bool:
        """Too few records for a rate."""
        return self.row.value is None or (self.row.unit == "rate" and self.row.n < FEWEST)

    @property
    def on_few(self) -> bool:
        """Few enough records to be marked."""
        return not self.only_counts and self.row.n < FEW


def ranked(rows: Sequence[Measured]) -> tuple[Ranked, ...]:
    """The groups, highest shrunken rate first; those of other units by their size.

    Groups of too few records for a rate stand last.
    """
    rated = [one for one in rows if _countable(one)]
    counts = [_counts(one) for one in rated]
    drawn = zip(rated, shrunk(counts), differing(counts), strict=True)
    others = [Ranked(one) for one in rows if not _countable(one)]
    return tuple(sorted([*(Ranked(*one) for one in drawn), *others], key=_place))


def _place(one: Ranked) -> tuple[bool, float, int, str]:
    return one.only_counts, -(one.shrunk or 0.0), -one.row.n, one.row.group


def _countable(row: Measured) -> bool:
    told = row.unit == "rate" and row.numerator is not None and row.denominator is not None
    whole = told and float(row.numerator or 0).is_integer() and row.denominator == row.n
    return whole and row.n >= FEWEST and row.value is not None


def _counts(row: Measured) -> tuple[int, int]:
    return int(row.numerator or 0), int(row.denominator or 0)


def shrunk(counts: Counts) -> list[float]:
    """The rate of each group, drawn towards that of all; between the two, its own without limit."""
    if not counts:
        return []
    part, whole = np.array(counts, float).T
    mean = part.sum() / whole.sum()
    alike = _alike(part, whole)
    if alike <= 0:
        return [float(mean)] * len(counts)
    strength = 1 / alike - 1  # records that the rate of all weighs as much as
    return [float(one) for one in (strength * mean + part) / (strength + whole)]


def _alike(part: npt.NDArray[np.float64], whole: npt.NDArray[np.float64]) -> float:
    """How alike records of one group are (0: groups differ by chance alone; 1: wholly)."""
    total, mean = whole.sum(), part.sum() / whole.sum()
    spread = mean * (1 - mean)
    spare = (whole * (1 - whole / total)).sum() - (len(whole) - 1)
    if spread * spare <= 0:
        return 0.0
    seen = (whole * (part / whole - mean) ** 2).sum()
    return float(np.clip((seen - spread * (len(whole) - 1)) / (spread * spare), 0, 1))


def differing(counts: Counts) -> list[int]:
    """Whether each group is above the rate of the others (1), below it (-1), or neither (0)."""
    if len(counts) < 2:
        return [0] * len(counts)
    part, whole = np.array(counts).sum(axis=0).tolist()
    pairs = [((x, n), (part - x, whole - n)) for x, n in counts]
    signs = [_sign(*pair) for pair in pairs]
    if len(counts) <= FAMILY:
        return signs
    p = [float(fisher_exact([[x, n - x], [y, m - y]])[1]) for (x, n), (y, m) in pairs]
    kept = multipletests(p, alpha=0.05, method="fdr_bh")[0]
    return [sign if one else 0 for sign, one in zip(signs, kept, strict=True)]


def _sign(own: tuple[int, int], others: tuple[int, int]) -> int:
    found = difference(own, others)
    if found is None:
        return 0
    return int(found.low > 0) - int(found.high < 0)
