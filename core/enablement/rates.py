"""Shares of a count with their intervals, and the difference between two of them.

Wilson (1927), as recommended by Brown, Cai and DasGupta (2001); Newcombe (1998), method 10, for the
difference. All at 95 %, worked out by statsmodels.
"""

from dataclasses import dataclass

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

FEWEST = 5  # records under which a rate is no more than its counts
FEW = 30  # records under which a rate is marked as resting on few


@dataclass(frozen=True)
class Interval:
    """An estimate and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def rate(part: float, whole: float) -> Interval | None:
    """part / whole with its Wilson interval; None of nothing."""
    if not whole:
        return None
    low, high = proportion_confint(part, whole, method="wilson")
    return Interval(part / whole, float(low), float(high))


def difference(one: tuple[int, int], other: tuple[int, int]) -> Interval | None:
    """The rate of `one` less that of `other`, each (part, whole); None where one has none."""
    if not one[1] or not other[1]:
        return None
    low, high = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    return Interval(one[0] / one[1] - other[0] / other[1], float(low), float(high))
