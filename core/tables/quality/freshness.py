"""How old a table's newest period is, and when the next one should come.

The usual delay is the median number of days from a period's last day to the day it first arrived;
fewer than FEWEST arrivals say nothing. The next period is expected on its last day plus that delay
(plus one day while the delay is unknown). After that it is due, and late once the slowest tenth of
the arrivals would have come, or, with too few arrivals, one more period has passed.
"""

import math
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from core.tables.quality.model import Arrival, Freshness, Status
from core.tables.quality.strands import View

FEWEST = 3
GRACE = 1  # days beyond the slowest tenth


def freshness(view: View, today: date | None, arrivals: Sequence[Arrival]) -> Freshness:
    """Freshness on the day `today`; without a day, or without periods, what can be said."""
    newest = newest_period(view)
    if newest is None:
        return Freshness()
    delays = _delays(arrivals, str(newest.freqstr))
    usual = float(np.median(delays)) if len(delays) >= FEWEST else None
    slowest = float(np.quantile(delays, 0.9)) if len(delays) >= FEWEST else None
    ended, following = _last_day(newest), _last_day(newest + 1)
    expected = following + timedelta(days=1 if usual is None else math.ceil(usual))
    if slowest is None:
        patience = _last_day(newest + 2)
    else:
        patience = max(expected, following + timedelta(days=math.ceil(slowest) + GRACE))
    if today is None:
        return Freshness(newest, None, usual, expected)
    status = Status.FRESH if today < expected else Status.DUE if today <= patience else Status.LATE
    return Freshness(newest, max(0, (today - ended).days), usual, expected, status)


def newest_period(view: View) -> pd.Period | None:
    """The last period that any series has a value for."""
    time = view.time
    if time is None:
        return None
    ends = [int(one.ordinals.max()) for one in view.strands if one.timed and len(one.ordinals)]
    return time.period(max(ends) if ends else int(time.ordinals[time.known].max()))


def _delays(arrivals: Sequence[Arrival], freq: str) -> list[int]:
    """Days from the end of each period to its first arrival."""
    first: dict[pd.Period, date] = {}
    for one in arrivals:
        period = pd.Period(one.newest, freq=freq)
        first[period] = min(one.on, first.get(period, one.on))
    return [(on - _last_day(period)).days for period, on in first.items()]


def _last_day(period: pd.Period) -> date:
    return date.fromordinal(period.end_time.toordinal())
