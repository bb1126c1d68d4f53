"""The same test at other dates: how often nothing looks as striking as what followed this one."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from core.enablement.impact import Impact, placebo
from core.figures.theme import Look, blank, nothing
from core.language import text

Edges = npt.NDArray[np.float64]
_BINS = 0.25  # of the margin


def others(found: Impact, look: Look) -> go.Figure:
    """How striking each other date looks, with the date asked about as a line."""
    if not found.others.n:
        return nothing(look, placebo(found))
    figure, palette = blank(look, 300), look.palette
    strengths = found.others.rows["strength"]
    reach = _BINS * np.ceil(max(strengths.abs().max(), abs(found.others.strength), 1.2) / _BINS)
    edges = np.arange(-reach, reach + _BINS, _BINS)
    as_much = strengths.abs() >= abs(found.others.strength)
    parts = (
        (text("As much as this date, or more"), palette.indicator, as_much),
        (text("Less"), palette.quiet, ~as_much),
    )
    for words, colour, part in parts:
        figure.add_bar(
            x=edges[:-1] + _BINS / 2,
            y=np.histogram(strengths[part], edges)[0],
            width=_BINS * 0.9,
            marker_color=colour,
            name=look.say(words),
            hoverinfo="skip",
        )
    figure.add_vline(x=found.others.strength, line={"color": palette.result, "width": 3})
    figure.add_annotation(
        x=found.others.strength,
        y=1,
        yref="paper",
        yanchor="bottom",
        text="<b>" + look.say(text("this date")) + "</b>",
        showarrow=False,
        font={"color": palette.result, "size": 12},
    )
    for at in (-1, 1):
        figure.add_vline(x=at, line={"color": palette.muted, "width": 1, "dash": "dot"})
    figure.update_layout(barmode="stack", legend_traceorder="normal", margin_t=52, legend_y=1.16)
    axis = text("Difference as a share of its margin")
    figure.update_xaxes(title_text=look.say(axis))
    return figure.update_yaxes(
        title_text=look.say(text("Other dates")), dtick=_step(strengths, edges)
    )


def _step(strengths: "pd.Series[float]", edges: Edges) -> int:
    """Dates between two lines of the axis: about five lines."""
    return max(1, int(np.ceil(np.histogram(strengths, edges)[0].max() / 5)))


def others_table(found: Impact, look: Look) -> pd.DataFrame:
    """One row a date."""
    rows = found.others.rows
    return pd.DataFrame(
        {
            look.say(text("Period")): [look.period(one) for one in pd.PeriodIndex(rows.index)],
            look.say(text("Difference as a share of its margin")): rows["strength"].to_numpy(),
        }
    )
