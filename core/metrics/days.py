"""Daily records inside longer periods: which days count as missing.

A weekday on which a value usually stands is expected whenever its row exists; a day without a row
was a closed day. A period with far fewer recorded days than usual, and a first or last period
whose records begin later or stop earlier than in any other period, is not whole.
"""

import numpy as np
import pandas as pd

from core.periods import Frequency, Grain

_USUAL = 0.75  # share of a weekday's rows that hold a value, from which it is expected
_THIN = 0.7  # share of the usual number of recorded days under which a period is not whole


def expected_days(values: pd.Series) -> pd.Series:
    """Whether each day's weekday usually holds a value; same index as the values."""
    weekday = pd.PeriodIndex(values.index).day_of_week
    usual = values.notna().groupby(weekday).mean()
    return pd.Series(usual.reindex(weekday).to_numpy() >= _USUAL, index=values.index)


def thin_periods(values: pd.Series, frequency: Frequency) -> set[pd.Period]:
    """Periods with far fewer recorded days than usual; none for records that come now and then."""
    known = pd.PeriodIndex(values.dropna().index)
    days = pd.Series(1, index=known).groupby(known.asfreq(frequency.freq)).sum()
    if len(days) < 3:
        return set()
    length = (days.index[0].end_time - days.index[0].start_time).days + 1
    usual = float(days.median())
    return set(days.index[days < _THIN * usual]) if usual > length / 2 else set()


def last_is_partial(values: pd.Series, frequency: Frequency) -> pd.Period | None:
    """The last longer period, when its records stop earlier than in any other period.

    Judged by days for daily records, else by whether the next shorter period would belong to it.
    """
    known = pd.PeriodIndex(values.dropna().index)
    if not len(known):
        return None
    if known.freqstr == Grain.DAY.freq:
        return _short_end(known, frequency)
    last = known.max()
    return (
        _owner(last, frequency) if _owner(last + 1, frequency) == _owner(last, frequency) else None
    )


def first_is_partial(values: pd.Series, frequency: Frequency) -> pd.Period | None:
    """The first longer period, when daily records begin later in it than in any other."""
    known = pd.PeriodIndex(values.dropna().index)
    owners = known.asfreq(frequency.freq)
    missed = _days_between(owners.asfreq("D", how="S"), known, known)
    begins = pd.Series(missed, index=owners).groupby(level=0).min()
    if len(begins) < 2 or begins.iloc[0] <= begins.iloc[1:].max():
        return None
    return pd.PeriodIndex(begins.index)[0]


def _short_end(known: pd.PeriodIndex, frequency: Frequency) -> pd.Period | None:
    owners = known.asfreq(frequency.freq)
    missed = _days_between(known + 1, owners.asfreq("D", how="E") + 1, known)
    ends = pd.Series(missed, index=owners).groupby(level=0).min()
    others = ends.iloc[:-1].max() if len(ends) > 1 else 0
    return pd.PeriodIndex(ends.index)[-1] if ends.iloc[-1] > others else None


def _days_between(first: pd.PeriodIndex, end: pd.PeriodIndex, known: pd.PeriodIndex) -> np.ndarray:
    """Days from first up to before end, of the weekdays on which records usually stand."""
    span = (known.max() - known.min()).n + 1
    share = np.bincount(known.day_of_week, minlength=7) / max(span / 7, 1)
    usual = share >= _USUAL / 2
    mask = usual if usual.any() else np.ones(7, dtype=bool)
    starts, ends = (
        index.to_timestamp().to_numpy().astype("datetime64[D]") for index in (first, end)
    )
    between: np.ndarray = np.busday_count(starts, ends, weekmask=mask)
    return between


def _owner(period: pd.Period, frequency: Frequency) -> pd.Period:
    day = period.start_time
    if period.freqstr == Grain.WEEK.freq:
        day = day + pd.Timedelta(days=3)
    return pd.Period(day, freq=frequency.freq)
