"""For how long a period the figures of a column were written."""

import pandas as pd

from core.periods import Frequency, Grain, infer_grain
from core.tables.model import Column

GRAINS = tuple(Grain)  # shortest first


def written_for(column: Column, dates: pd.Series, year_starts: int) -> Frequency:
    """The frequency of the column's own labels; else that of years which start in `year_starts`,
    where its quarters or years lie in theirs or its days end or begin theirs; else the calendar's.
    """
    grain = _grain(column, dates)
    if column.year_starts is not None:
        return Frequency(grain, column.year_starts)
    wanted = Frequency(grain, year_starts)
    fits = wanted.holds(Frequency(grain)) or _are_ends(pd.DatetimeIndex(dates.unique()), wanted)
    return wanted if fits else Frequency(grain)


def _are_ends(days: pd.DatetimeIndex, frequency: Frequency) -> bool:
    """Whether all days are the first, or all the last, of their periods."""
    periods = pd.PeriodIndex(days, freq=frequency.freq)
    whole = days.normalize()
    return bool(
        (whole == periods.start_time).all() or (whole == periods.end_time.normalize()).all()
    )


def _grain(column: Column, dates: pd.Series) -> Grain:
    """The grain the column declares, or a longer one at which its dates stand one by one."""
    declared = column.grain or Grain.DAY
    days = pd.DatetimeIndex(dates.unique())
    wide = GRAINS[GRAINS.index(declared) : GRAINS.index(infer_grain(d.date() for d in days)) + 1]
    for grain in reversed(wide):
        alone = pd.PeriodIndex(days, freq=grain.freq)
        if float(alone.duplicated().mean()) <= 0.1:
            return grain
    return declared
