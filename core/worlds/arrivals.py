"""When things happen: swings of demand by month, days after a delay, hours of the day."""

import numpy as np
import pandas as pd

Random = np.random.Generator
OPENS, SHUTS = 8, 17  # o'clock


def swings(random: Random, months: int, spread: float, memory: float = 0.2) -> np.ndarray:
    """Monthly shocks in logs with that standard deviation and a little memory."""
    fresh = random.normal(0, spread * np.sqrt(1 - memory**2), months)
    found = np.zeros(months)
    for t in range(months):
        found[t] = fresh[t] + (memory * found[t - 1] if t else 0)
    return found


def after(random: Random, times: pd.DatetimeIndex, days: float, spread: float) -> pd.DatetimeIndex:
    """Those times, about `days` later (standard deviation `spread` days, one hour at least)."""
    delay = np.maximum(random.normal(days, spread, len(times)), 1 / 24)
    return times + pd.to_timedelta((delay * 86_400).round(), unit="s")


def in_office(random: Random, times: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """The same day, or the next Monday, at some time between opening and closing; NaT stays."""
    day = times.normalize()
    day = day + pd.to_timedelta(np.where(day.day_of_week >= 5, 7 - day.day_of_week, 0), unit="D")
    seconds = random.integers(OPENS * 60, SHUTS * 60, len(times)) * 60
    return day + pd.to_timedelta(seconds, unit="s")


def spread_over(random: Random, months: pd.PeriodIndex, counts: np.ndarray) -> pd.DatetimeIndex:
    """So many times of the day in each month, evenly over its days, in order."""
    start = np.repeat(months.start_time.to_numpy(), counts)
    length = np.repeat(np.asarray(months.days_in_month), counts)
    seconds = (random.random(len(start)) * length * 86_400).astype(int)
    return pd.DatetimeIndex(start + seconds.astype("timedelta64[s]")).sort_values()


def arrivals(
    random: Random, months: pd.PeriodIndex, usual: float, swing: float
) -> pd.DatetimeIndex:
    """Times of what comes `usual` times an ordinary month, in months that swing, in order."""
    expected = usual * np.exp(swings(random, len(months), swing))
    return spread_over(random, months, random.poisson(expected))
