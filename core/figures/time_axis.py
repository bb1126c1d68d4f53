"""Where days stand on a chart over periods.

A point of such a chart stands at the start of its period and speaks for all of it. A day is
therefore drawn as far from the point as it lies from the middle of the period, so that what
happened in a period stands at its point and never nearer to another one.
"""

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.periods import Frequency

NOON, DAWN, MIDNIGHT = 0.5, 0.0, 1.0  # how far through a day


def place(day: date, frequency: Frequency, through: float = NOON) -> pd.Timestamp:
    """Where a moment stands: a day, and how far through it (0 to 1)."""
    period = pd.Period(day, freq=frequency.freq)
    start, end = period.start_time, (period + 1).start_time
    share = (pd.Timestamp(day) + through * pd.Timedelta(days=1) - start) / (end - start)
    before = start - (period - 1).start_time
    at: pd.Timestamp = start + (share - 0.5) * (end - start if share >= 0.5 else before)
    return at


@dataclass(frozen=True)
class Axis:
    """The calendar of a chart: the first and last day of its periods, and how it is cut."""

    first: date
    last: date
    frequency: Frequency
    floor: float = 0.0  # where the time axis lies: 0 is the foot of the picture, 1 its top

    @classmethod
    def of(cls, figure: go.Figure, frequency: Frequency) -> "Axis | None":
        """The calendar of the points that are known; None where none has a time."""
        known = [at for one in figure.data if _has_time(one) for at in _ends(one)]
        if not known:
            return None
        first, last = (pd.Period(at, freq=frequency.freq) for at in (min(known), max(known)))
        floors = [one.domain[0] for one in figure.select_yaxes() if one.domain]
        return cls(
            first.start_time.date(), last.end_time.date(), frequency, min(floors, default=0.0)
        )

    @property
    def ends(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """Where its first day begins and its last ends."""
        return self.span(self.first, self.last)

    def noon(self, day: date) -> pd.Timestamp:
        """The middle of a day."""
        return place(day, self.frequency)

    def span(self, first: date, last: date) -> tuple[pd.Timestamp, pd.Timestamp]:
        """From the beginning of one day to the end of another, no further than the chart."""
        return (
            place(max(first, self.first), self.frequency, DAWN),
            place(min(last, self.last), self.frequency, MIDNIGHT),
        )


def _ends(trace: go.Trace) -> list[pd.Timestamp]:
    """The first and the last point that has a value."""
    at = pd.DatetimeIndex(trace.x)[pd.notna(pd.Series(trace.y)).to_numpy()]
    return [at.min(), at.max()] if len(at) else []


def _has_time(trace: go.Trace) -> bool:
    x = getattr(trace, "x", None)
    return x is not None and len(x) > 0 and isinstance(x[0], datetime | np.datetime64)
