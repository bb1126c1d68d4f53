"""The months before and after a training: those trained beside those who were not."""

import pandas as pd
import plotly.graph_objects as go

from core.enablement.effect_trend import Trend
from core.enablement.figure_words import RESULTS
from core.figures.explore import ticks
from core.figures.theme import Look, blank
from core.language import Text, counted, text

_LINES = (("others", text("Not trained")), ("trained", text("Trained")))


def named(trend: Trend) -> Text:
    """The course and what people are looked at by."""
    return Text.joined(" · ", [trend.course, RESULTS[trend.metric]])


def before_and_after(trend: Trend, look: Look) -> go.Figure:
    """A line for each side by month; the training stands between month -1 and month 0."""
    figure, rows = blank(look, 320), trend.rows
    colours = {"others": look.palette.result, "trained": look.palette.indicator}
    for side, name in _LINES:
        figure.add_scatter(
            x=rows["month"],
            y=rows[side],
            mode="lines+markers",
            name=look.say(_people(name, int(rows[f"n_{side}"].max()))),
            line={
                "width": 2.5,
                "color": colours[side],
                "dash": "dot" if side == "others" else "solid",
            },
            marker={"size": 6},
            hoverinfo="skip",
        )
    figure.add_vline(x=-0.5, line={"color": look.palette.muted, "width": 1})
    levels = pd.concat([rows["trained"], rows["others"]])
    figure.update_yaxes(**ticks(levels, trend.unit, look))
    return figure.update_xaxes(
        title_text=look.say(text("Months from the training, which begins month 0")),
        dtick=3,
        zeroline=False,
    )


def _people(side: Text, n: int) -> Text:
    return counted("{side}: {n} person", "{side}: {n} people", n, side=side)


def before_and_after_table(trend: Trend, look: Look) -> pd.DataFrame:
    """One row a month: the mean of each side, and how many people it rests on."""
    rows = trend.rows
    return pd.DataFrame(
        {
            look.say(text("Month")): rows["month"],
            look.say(text("Trained")): rows["trained"],
            look.say(text("People trained")): rows["n_trained"],
            look.say(text("Not trained")): rows["others"],
            look.say(text("People not trained")): rows["n_others"],
        }
    )


def before_and_after_shares(trend: Trend, look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    return {look.say(name) for _, name in _LINES} if trend.unit == "rate" else set()


def before_and_after_alt(trend: Trend, look: Look) -> str:
    """The picture in words."""
    before, after = trend.rows["month"] < 0, trend.rows["month"] >= 0
    values = [
        look.number(float(trend.rows.loc[part, side].mean()), 2)
        for side, _ in _LINES
        for part in (before, after)
    ]
    return look.say(
        text(
            "{what}: those not trained went from {a} to {b} on average, those trained from {c} to "
            "{d}.",
            what=named(trend),
            **dict(zip("abcd", values, strict=True)),
        )
    )
