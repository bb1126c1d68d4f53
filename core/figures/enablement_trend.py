"""A rate over time with the interval of each period, so that a small period is not over-read."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from core.enablement.trend import band
from core.figures import explore
from core.figures.explore import Shown
from core.figures.over_time import MOST_POINTS, starts
from core.figures.theme import Look
from core.language import text

_ASIDE = 0.1  # of a period


def known(shown: Shown) -> Shown:
    """The same from the first period of which something is known to the last."""
    first, last = shown.values.first_valid_index(), shown.values.last_valid_index()
    if first is None:
        return shown
    return replace(shown, values=shown.values[first:last], counts=shown.counts[first:last])


def trend(shown: Shown, look: Look, *, banded: bool) -> go.Figure:
    """The line beside the year before; `banded`: on the 95 % interval of each period's share."""
    shown = known(shown)
    figure = explore.trend(shown, look)
    if not banded:
        return figure
    ends = band(shown.values, shown.counts).iloc[-MOST_POINTS:]
    x, y = _outline(ends)
    if not x or len(figure.data) == 0:
        return figure
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        name=look.say(text("95% interval of each period")),
        fillcolor=look.palette.envelope,
        line={"width": 0},
        hoverinfo="skip",
    )
    figure.data = (figure.data[-1], *figure.data[:-1])
    reach = pd.concat([shown.values.iloc[-MOST_POINTS:], ends["low"], ends["high"]])
    return figure.update_yaxes(**explore.ticks(reach, shown.unit, look))


def _outline(ends: pd.DataFrame) -> tuple[list[pd.Timestamp | None], list[float | None]]:
    """Round each stretch of periods without a gap, a break between two of them."""
    known = ends["low"].notna()
    x: list[pd.Timestamp | None] = []
    y: list[float | None] = []
    for _, part in ends[known].groupby((~known).cumsum()[known]):
        periods = starts(pd.PeriodIndex(part.index))
        if len(part) == 1:  # a bar of its own, as wide as can be seen
            aside = (part.index[0].end_time - part.index[0].start_time) * _ASIDE
            periods = [max(ends.index[0].start_time, periods[0] - aside), periods[0] + aside]
            part = pd.concat([part, part])
        x += [*periods, *reversed(periods), None]
        y += [*part["high"], *part["low"].iloc[::-1], None]
    return x[:-1], y[:-1]
