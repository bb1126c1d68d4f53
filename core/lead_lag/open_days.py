"""Daily series of those who are closed on some weekdays: a closed day is no missing value.

Weekdays on which no series ever has a value are taken out of the calendar, so that a delay counts
open days; bridging two days in seven would make up a rhythm that nobody measured.
"""

import pandas as pd

from core.periods import Grain, grain_of

FEWEST = 21  # days below which a weekday without values may be chance


def on_open_days(values: pd.DataFrame) -> pd.DataFrame:
    """The rows of a panel (PeriodIndex x ids) without weekdays that never have a value."""
    index = pd.PeriodIndex(values.index)
    if len(index) < FEWEST or grain_of(index[0]) is not Grain.DAY:
        return values
    weekdays = pd.Series(index.day_of_week, index=index)
    known = values.notna().any(axis=1)
    return values[weekdays.isin(weekdays[known].unique())]


def onward(index: pd.PeriodIndex, steps: int) -> pd.PeriodIndex:
    """The next periods after an index; days go on over the weekdays that it has."""
    following = pd.period_range(index[-1] + 1, periods=7 * steps + 7, freq=index.freq)
    if grain_of(index[-1]) is Grain.DAY and len(index) >= FEWEST:
        following = following[following.day_of_week.isin(set(index.day_of_week))]
    return following[:steps]


def days_a_week(index: pd.PeriodIndex) -> int:
    """Periods in one season of an index: its grain's, or the weekdays that it has."""
    grain = grain_of(index[0])
    if grain is not Grain.DAY or len(index) < FEWEST:
        return grain.season
    return len(set(index.day_of_week))
