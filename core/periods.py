"""Calendar periods: day, week (ISO, from Monday), month, quarter, year.

A period's label is what the command line prints: `2025-01-31`, `2025-W05`,
`2025-01`, `2025-Q1`, `2025`. Years that start in another month than January are financial years,
named by the year they end in: `FY2026` is April 2025 to March 2026, `FY2026-Q1` its first quarter.
One that starts in January is the calendar year and labelled as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd


class Grain(StrEnum):
    """How long one period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def freq(self) -> str:
        """The pandas period frequency on the calendar."""
        return Frequency(self).freq

    @property
    def season(self) -> int:
        """Periods in one season: a week of days, else a year."""
        return _SEASON[self]

    @property
    def furthest_lead(self) -> int:
        """The longest lead searched when none is declared (method.md, step 3)."""
        return _FURTHEST_LEAD[self]


_SEASON = {Grain.DAY: 7, Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}
_FURTHEST_LEAD = {
    Grain.DAY: 14,
    Grain.WEEK: 13,
    Grain.MONTH: 12,
    Grain.QUARTER: 8,
    Grain.YEAR: 5,
}
_CODES = {Grain.DAY: "D", Grain.WEEK: "W", Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y"}
_ANCHORED = (Grain.QUARTER, Grain.YEAR)  # what depends on the month that years start in
_ENDS = ("DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV")


@dataclass(frozen=True)
class Frequency:
    """How the time line is cut: a grain, and the month (1-12) in which years start."""

    grain: Grain
    year_starts: int = 1

    def __post_init__(self) -> None:
        """Periods up to a month are the same whenever years start."""
        if self.grain not in _ANCHORED:
            object.__setattr__(self, "year_starts", 1)

    @property
    def freq(self) -> str:
        """The pandas period frequency."""
        if self.grain is Grain.WEEK:
            return "W-SUN"
        end = f"-{_ENDS[self.year_starts - 1]}" if self.grain in _ANCHORED else ""
        return _CODES[self.grain] + end

    @property
    def shift(self) -> int:
        """Months by which its periods begin later than those of the calendar."""
        length = {Grain.QUARTER: 3, Grain.YEAR: 12}.get(self.grain, 1)
        return (self.year_starts - 1) % length

    @property
    def is_fiscal(self) -> bool:
        """Whether its periods are called after financial years."""
        return self.year_starts > 1

    def holds(self, shorter: "Frequency") -> bool:
        """Whether each period of an equal or shorter grain lies within one period of this one."""
        if shorter.grain not in _ANCHORED:
            return True
        length = 3 if shorter.grain is Grain.QUARTER else 12
        return (self.year_starts - shorter.year_starts) % length == 0


def grain_of(period: pd.Period) -> Grain:
    """The grain a pandas period has."""
    return frequency_of(period.freqstr).grain


def frequency_of(freq: str) -> Frequency:
    """The frequency that a pandas period frequency names."""
    code, _, end = freq.partition("-")
    grain = next(grain for grain, known in _CODES.items() if known == code)
    return Frequency(grain, _ENDS.index(end) + 1 if end in _ENDS else 1)


def label(period: pd.Period) -> str:
    """The period as text, unambiguous and sortable within one frequency."""
    frequency = frequency_of(period.freqstr)
    start = period.start_time.date()
    match frequency.grain:
        case Grain.DAY:
            return start.isoformat()
        case Grain.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02d}"
        case Grain.MONTH:
            return f"{period.year}-{period.month:02d}"
    called = f"{'FY' if frequency.is_fiscal else ''}{period.qyear}"
    return f"{called}-Q{period.quarter}" if frequency.grain is Grain.QUARTER else called


def infer_grain(dates: Iterable[date]) -> Grain:
    """The grain at which dates stand one by one: the shortest step that is usual among them.

    Judged by the median step between distinct dates, so gaps do not widen it.
    Fewer than two distinct dates are taken as months.
    """
    days = pd.DatetimeIndex(pd.to_datetime(sorted(set(dates))))
    if len(days) < 2:
        return Grain.MONTH
    step = float(pd.Series(days).diff().dt.days.median())
    limits = ((4.0, Grain.DAY), (20.0, Grain.WEEK), (60.0, Grain.MONTH), (200.0, Grain.QUARTER))
    return next((grain for limit, grain in limits if step < limit), Grain.YEAR)


def calendar(first: pd.Period, last: pd.Period) -> pd.PeriodIndex:
    """Every period from first to last, without gaps."""
    return pd.period_range(first, last, freq=first.freq, name="period")
