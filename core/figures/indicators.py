"""One indicator by itself: a spark for a list, a trend for its page. Gaps stay gaps."""

import pandas as pd
import plotly.graph_objects as go

from core.figures.over_time import MOST_POINTS, cut, dots, period_ticks, starts, stroke, value_ticks
from core.figures.theme import Look, blank, nothing
from core.language import Amount, Text, counted, text


def sparkline(series: pd.Series, look: Look) -> go.Figure:
    """The series (PeriodIndex -> value) as a small line without axes, its last value marked."""
    figure = _lines(series, look, 56)
    known = series.dropna()
    if len(known):
        figure.add_scatter(
            x=starts(pd.PeriodIndex(known.index[-1:])),
            y=known.iloc[-1:],
            mode="markers",
            marker={"size": 8, "color": look.palette.indicator},
            hoverinfo="skip",
        )
    return figure.update_xaxes(visible=False).update_yaxes(visible=False)


def trend(series: pd.Series, look: Look) -> go.Figure:
    """The series (PeriodIndex -> value) with its axes."""
    if not series.notna().any():
        return nothing(look, text("No values yet."))
    figure = _lines(series, look, 260)
    figure.update_xaxes(
        title_text=cut(len(series), look),
        **period_ticks(pd.PeriodIndex(series.index[-MOST_POINTS:]), look),
    )
    return figure.update_yaxes(**value_ticks(series, look))


def trend_table(series: pd.Series, look: Look) -> pd.DataFrame:
    """One row per period; unknown values stay empty."""
    return pd.DataFrame(
        {
            look.say(text("Period")): [look.period(period) for period in series.index],
            look.name(str(series.name)): series.to_numpy(),
        }
    )


def trend_alt(series: pd.Series, look: Look) -> Text:
    """The line in one sentence."""
    known = series.dropna()
    if known.empty:
        return text("{name}: no values yet.", name=look.name(str(series.name)))
    return text(
        "{name} from {first} to {last}: {n}, from {low} to {high}; last {value}.",
        name=look.name(str(series.name)),
        first=known.index[0],
        last=known.index[-1],
        n=counted("{n} value", "{n} values", len(known)),
        low=Amount(float(known.min())),
        high=Amount(float(known.max())),
        value=Amount(float(known.iloc[-1])),
    )


def _lines(series: pd.Series, look: Look, height: int) -> go.Figure:
    shown = series.iloc[-MOST_POINTS:]
    periods = pd.PeriodIndex(shown.index)
    figure = blank(look, height)
    figure.add_scatter(
        x=starts(periods),
        y=shown,
        mode="lines+markers",
        connectgaps=False,
        line={"color": look.palette.indicator, "width": min(2, stroke(len(shown)))},
        marker={"size": dots(shown, 3 if height < 100 else 5)},
        hovertext=[
            f"{look.period(at)}: <b>{look.number(v)}</b>"
            for at, v in zip(periods, shown, strict=True)
        ],
        hoverinfo="text",
        showlegend=False,
    )
    return figure.update_layout(showlegend=False)
