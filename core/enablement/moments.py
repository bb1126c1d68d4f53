"""Days from one moment to another, whole where only a day is known: the rule of the panel."""

import pandas as pd

_DAY = pd.Timedelta(days=1)


def only_days(*columns: "pd.Series[pd.Timestamp]") -> bool:
    """Whether one of the columns never has a time of day."""
    return any(bool((one.dropna() == one.dropna().dt.normalize()).all()) for one in columns)


def days(
    since: "pd.Series[pd.Timestamp]",
    until: "pd.Series[pd.Timestamp]",
    *,
    whole: "bool | pd.Series[bool]",
) -> "pd.Series[float]":
    """Days with their fraction, or whole ones; negative where the end is before the beginning."""
    exactly = (until - since) / _DAY
    by_day = (until.dt.normalize() - since.dt.normalize()) / _DAY
    return exactly.where(~pd.Series(whole, exactly.index, dtype=bool), by_day)


def days_so_far(
    since: "pd.Series[pd.Timestamp]", end: pd.Timestamp, *, whole: bool
) -> "pd.Series[float]":
    """Days up to the last one, of what still runs; `end`: the first moment of the day after it."""
    last = end - _DAY if whole else end
    return (last - (since.dt.normalize() if whole else since)) / _DAY
