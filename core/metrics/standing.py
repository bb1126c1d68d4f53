"""Where an indicator stands: its last complete period, beside the period and the year before."""

from dataclasses import dataclass

import pandas as pd

from core.metrics.panel import Panel


@dataclass(frozen=True)
class Point:
    """One known value and the records behind it."""

    period: pd.Period
    value: float
    n: int


@dataclass(frozen=True)
class Standing:
    """The last known value; `before` and `year_ago` are None where they are unknown.

    behind: periods of the panel that other indicators know already and this one does not.
    """

    last: Point
    before: Point | None
    year_ago: Point | None
    known: int  # periods with a value
    behind: int


def standing(panel: Panel, id: str) -> Standing | None:
    """Where the indicator stands; None when no period is known. Raises KeyError."""
    known = panel.values[id].dropna()
    if known.empty:
        return None
    last = known.index[-1]
    newest = panel.values.dropna(how="all").index[-1]
    year = pd.Period(last.start_time - pd.DateOffset(years=1), freq=last.freq)
    if panel.grain.season == 7:  # days: the same weekday
        year = last - 364
    return Standing(
        _point(panel, id, last),
        _at(panel, id, last - 1),
        _at(panel, id, year),
        len(known),
        len(panel.values.loc[last:newest]) - 1,
    )


def _at(panel: Panel, id: str, period: pd.Period) -> Point | None:
    values = panel.values[id]
    return _point(panel, id, period) if bool(values.notna().get(period, False)) else None


def _point(panel: Panel, id: str, period: pd.Period) -> Point:
    at = list(panel.values.index).index(period)
    return Point(period, float(panel.values[id].iloc[at]), int(panel.counts[id].iloc[at]))
