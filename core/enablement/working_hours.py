"""Seconds of working hours between two moments, on the clock that the file writes.

Monday to Friday without Indonesian public holidays, from opening to closing (settings).
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.holidays import working_days
from core.settings import settings

HOUR_S, DAY_S = 3600.0, 86_400.0


def working_seconds(
    begun: "pd.Series[pd.Timestamp]", ended: "pd.Series[pd.Timestamp]"
) -> npt.NDArray[np.float64]:
    """Working seconds from each moment to the other; NaN where one is missing."""
    both = pd.concat([begun, ended]).dropna()
    if both.empty:
        return np.full(len(begun), np.nan)
    first = both.min().normalize()
    days = pd.date_range(first, both.max().normalize() + pd.Timedelta(days=1))
    worked = working_days(days[0].date(), days[-1].date())
    open_days = np.array([day.date() in worked for day in days], dtype=float)
    passed = np.concatenate([[0.0], open_days.cumsum()])  # working days before each day
    return _so_far(ended, first, passed) - _so_far(begun, first, passed)


def _so_far(
    moments: "pd.Series[pd.Timestamp]", first: pd.Timestamp, passed: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Working seconds from the first day's beginning to each moment."""
    opens, closes = settings().opens * HOUR_S, settings().closes * HOUR_S
    since = (moments - first).dt.total_seconds().to_numpy(float, na_value=np.nan)
    day = np.floor(np.nan_to_num(since) / DAY_S).astype(int)
    today = passed[day + 1] - passed[day]
    into = np.clip(since - day * DAY_S, opens, closes) - opens
    found: npt.NDArray[np.float64] = passed[day] * (closes - opens) + today * into
    return found
