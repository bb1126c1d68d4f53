"""The answer to “Did it work?”, with all that it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from core.language import Text
from core.metrics import Indicator


class Verdict(StrEnum):
    """What may be said. Without a comparison never more than that something changed."""

    NO_EVIDENCE = "no_evidence"
    CHANGE = "change_not_effect"
    HIGHER = "higher_than_expected"
    LOWER = "lower_than_expected"


@dataclass(frozen=True)
class Range:
    """An estimate with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Asked:
    """Which groups were treated, what to hold them against, for how many periods after."""

    treated: tuple[str, ...] = ()  # empty: the whole panel
    comparison: tuple[str, ...] = ()
    control: str | None = None  # an indicator that the event cannot have moved
    periods: int | None = None  # None: half a year, or one sales cycle where that is longer
    events: tuple[date, ...] = ()  # other things that happened


@dataclass(frozen=True)
class Others:
    """The same question asked at every other date at which nothing is known to have happened."""

    rows: pd.DataFrame  # period -> estimate, strength: the estimate as a share of its own margin
    strength: float  # of the date asked about

    @property
    def n(self) -> int:
        """Dates that could be tried."""
        return len(self.rows)

    @property
    def as_much(self) -> int:
        """Dates, of those, that look at least as striking, in either direction."""
        return int((self.rows["strength"].abs() >= abs(self.strength)).sum())

    @property
    def share(self) -> float:
        """The share of all dates, the one asked about among them, that look as striking."""
        return (1 + self.as_much) / (1 + self.n)


@dataclass(frozen=True)
class Impact:
    """How one indicator ran after a date, beside what its past and others let expect.

    series: period -> actual, expected, low, high (where single periods would usually lie), part
    (before, out, after, later). paths: period -> treated, comparison, as shares of their means
    before. Amounts are in the unit of the indicator, for each period.
    """

    metric: Indicator
    when: date
    asked: Asked
    first: pd.Period  # the first full period after the date
    effect: Range  # actual less expected, mean of the periods after
    relative: Range | None  # as a share of what was expected; None where that is not above 0
    p: float
    before: int
    after: int
    mean_before: float  # of as many periods before as there are after
    mean_after: float
    series: pd.DataFrame
    paths: pd.DataFrame
    paths_unit: str  # rate: shares of a mean, or a rate itself
    others: Others
    verdict: Verdict
    warnings: tuple[Text, ...]
