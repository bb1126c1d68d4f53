"""Would it have helped? Past forecasts with and without the indicator, beside what then happened.

Each forecast used only what was known before its period.
"""

import pandas as pd
import plotly.graph_objects as go

from core.figures.over_time import MOST_POINTS, cut, dots, period_ticks, starts, stroke, value_ticks
from core.figures.theme import Look, blank, nothing
from core.language import Share, Text, text
from core.lead_lag.model import LeadLag


def past_skill(pair: LeadLag, look: Look) -> go.Figure:
    """What happened, the baseline's forecast and the forecast with the indicator, by period."""
    rows = pair.past.iloc[-MOST_POINTS:]
    if rows.empty:
        return nothing(look, text("The history is too short to try forecasts on its past."))
    figure, palette = blank(look, 340), look.palette
    lines = (
        ("baseline", baseline_name(pair.baseline), palette.muted, "dot", "x"),
        ("with_indicator", text("With the indicator"), palette.indicator, "dash", "diamond"),
        ("actual", text("What happened"), palette.result, "solid", "circle"),
    )
    for column, words, colour, dash, symbol in lines:
        name = look.say(words)
        figure.add_scatter(
            x=starts(pd.PeriodIndex(rows.period)),
            y=rows[column],
            mode="lines+markers",
            name=name,
            line={"color": colour, "width": stroke(len(rows)), "dash": dash},
            marker={"size": dots(rows[column], 6), "symbol": symbol},
            hovertext=_hovers(rows, column, name, look),
            hoverinfo="text",
        )
    every = pd.concat([rows[column] for column, *_ in lines])
    figure.update_xaxes(
        title_text=cut(len(pair.past), look), **period_ticks(pd.PeriodIndex(rows.period), look)
    )
    return figure.update_yaxes(title_text=look.label(pair.lagging), **value_ticks(every, look))


def past_skill_table(pair: LeadLag, look: Look) -> pd.DataFrame:
    """One row per past forecast, in the result's own units."""
    rows = pair.past
    return pd.DataFrame(
        {
            look.say(text("Period")): [look.period(period) for period in rows.period],
            look.say(text("What happened")): rows.actual.to_numpy(),
            look.say(baseline_name(pair.baseline)): rows.baseline.to_numpy(),
            look.say(text("With the indicator")): rows.with_indicator.to_numpy(),
        }
    )


def past_skill_alt(pair: LeadLag, look: Look) -> Text:
    """The picture in one sentence."""
    if pair.skill is None or pair.past.empty:
        return text("The history is too short to try forecasts on its past.")
    names = {
        "result": look.name(pair.lagging),
        "indicator": look.name(pair.leading),
        "share": Share(abs(pair.skill)),
    }
    if pair.skill > 0:
        return text(
            "Past forecasts of {result}: with {indicator} the error was {share} smaller.", **names
        )
    return text(
        "Past forecasts of {result}: with {indicator} the error was {share} larger.", **names
    )


def baseline_name(baseline: str) -> Text:
    """The forecast without the indicator, in words."""
    match baseline:
        case "seasonal_naive":
            return text("Same as last year")
        case "autoregression":
            return text("From its own past")
        case _:
            return text("Without the indicator")


def _hovers(rows: pd.DataFrame, column: str, name: str, look: Look) -> list[str]:
    pairs = zip(rows.period, rows[column], strict=True)
    return [f"{name}<br>{look.period(at)}: <b>{look.number(value)}</b>" for at, value in pairs]
