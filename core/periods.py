"""Calendar periods: day, week (ISO, from Monday), month, quarter, year.

A period's label is what the command line prints and reads: `2025-01-31`, `2025-W05`,
`2025-01`, `2025-Q1`, `2025`.
"""

import re
from collections.abc import Iterable
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
        """The pandas period frequency."""
        return _FREQ[self]

    @property
    def season(self) -> int:
        """Periods in one season: a week of days, else a year."""
        return _SEASON[self]

    @property
    def furthest_lead(self) -> int:
        """The longest lead searched when none is declared (method.md, step 3)."""
        return _FURTHEST_LEAD[self]


_FREQ = {
    Grain.DAY: "D",
    Grain.WEEK: "W-SUN",
    Grain.MONTH: "M",
    Grain.QUARTER: "Q-DEC",
    Grain.YEAR: "Y-DEC",
}
_SEASON = {Grain.DAY: 7, Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}
_FURTHEST_LEAD = {
    Grain.DAY: 14,
    Grain.WEEK: 13,
    Grain.MONTH: 12,
    Grain.QUARTER: 8,
    Grain.YEAR: 5,
}
_LABEL = re.compile(r"(\d{4})(?:-(?:W(\d\d?)|Q([1-4])|(\d\d?)(?:-(\d\d?))?))?$")


def grain_of(period: pd.Period) -> Grain:
    """The grain a pandas period has."""
    return next(grain for grain, freq in _FREQ.items() if period.freqstr == freq)


def label(period: pd.Period) -> str:
    """The period as text, unambiguous and sortable within one grain."""
    grain = grain_of(period)
    if grain is Grain.DAY:
        return period.start_time.date().isoformat()
    if grain is Grain.WEEK:
        year, week, _ = period.start_time.date().isocalendar()
        return f"{year}-W{week:02d}"
    if grain is Grain.MONTH:
        return f"{period.year}-{period.month:02d}"
    if grain is Grain.QUARTER:
        return f"{period.year}-Q{period.quarter}"
    return str(period.year)


def parse_label(written: str) -> pd.Period:
    """The period a label names. Raises ValueError for any other text."""
    match = _LABEL.match(written.strip())
    if match is None:
        raise ValueError(written)
    year, week, quarter, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if week is not None:
        return pd.Period(date.fromisocalendar(year, week, 1), freq=Grain.WEEK.freq)
    if quarter is not None:
        return pd.Period(year=year, quarter=quarter, freq=Grain.QUARTER.freq)
    if month is None:
        return pd.Period(year=year, freq=Grain.YEAR.freq)
    if day is None:
        return pd.Period(date(year, month, 1), freq=Grain.MONTH.freq)
    return pd.Period(date(year, month, day), freq=Grain.DAY.freq)


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
