"""Result and indicator on one clock: the indicator drawn as many periods later as it leads.

Both are drawn as distance from their own average in their own standard deviations, so that no
choice of axis can make two lines meet; true values are in the hover and the table. An indicator
with a negative sign is drawn upside down and says so. Beyond the last result the headlights begin:
what the indicator already shows.
"""

import math

import pandas as pd
import plotly.graph_objects as go

from core.figures import durations
from core.figures.over_time import MOST_POINTS, cut, dots, period_ticks, starts, stroke
from core.figures.theme import Look, blank, nothing
from core.language import Text, text
from core.lead_lag.model import LeadLag
from core.lead_lag.open_days import on_open_days, onward


def overlay(values: pd.DataFrame, pair: LeadLag, shift: int, look: Look) -> go.Figure:
    """Both series of the pair from the panel's `values`, the indicator `shift` periods later."""
    every = _both(values, pair, shift)
    both, drawn = every.iloc[-MOST_POINTS:], every.apply(_standardised).iloc[-MOST_POINTS:]
    if both.isna().all().any():
        return nothing(look, text("One of the two series has no values."))
    figure, palette = blank(look, 360), look.palette
    turned = -1 if pair.sign < 0 else 1
    calendar = pd.PeriodIndex(both.index)
    lines = (
        (pair.lagging, 0, 1, palette.result, look.label(pair.lagging, 30)),
        (pair.leading, shift, turned, palette.indicator, _indicator_name(pair, shift, look)),
    )
    for one, later, direction, colour, name in lines:
        figure.add_scatter(
            x=starts(calendar),
            y=direction * drawn[one],
            mode="lines+markers",
            name=name,
            line={"color": colour, "width": stroke(len(both))},
            marker={
                "size": dots(both[one], 6),
                "symbol": "diamond" if one == pair.leading else "circle",
            },
            hovertext=_hovers(both[one], later, look),
            hoverinfo="text",
        )
    _beam(figure, both[pair.lagging], look)
    figure.update_xaxes(title_text=cut(len(every), look), **period_ticks(calendar, look))
    return figure.update_yaxes(**_distances(drawn, look))


def overlay_table(values: pd.DataFrame, pair: LeadLag, shift: int, look: Look) -> pd.DataFrame:
    """True values by period, the indicator `shift` periods later."""
    both = _both(values, pair, shift)
    moved = look.say(durations.moved(shift, pair.grain))
    return pd.DataFrame(
        {
            look.say(text("Period")): [look.period(period) for period in both.index],
            look.name(pair.lagging): both[pair.lagging].to_numpy(),
            f"{look.name(pair.leading)} ({moved})": both[pair.leading].to_numpy(),
        }
    )


def overlay_alt(pair: LeadLag, shift: int, look: Look) -> Text:
    """The picture in one sentence."""
    return text(
        "Two lines from {first} to {last}: {result}, and {indicator} {moved}.",
        first=pair.first,
        last=pair.last,
        result=look.name(pair.lagging),
        indicator=look.name(pair.leading),
        moved=durations.moved(shift, pair.grain),
    )


def _both(values: pd.DataFrame, pair: LeadLag, shift: int) -> pd.DataFrame:
    """The pair's series on one calendar of open days, edges where both are unknown cut off."""
    here = on_open_days(values)
    index = pd.PeriodIndex(here.index)
    calendar = index.append(onward(index, max(shift, 0)))
    indicator = here[pair.leading].reindex(calendar).shift(shift)
    both = pd.DataFrame(
        {pair.lagging: here[pair.lagging].reindex(calendar), pair.leading: indicator}
    )
    known = both.notna().any(axis=1).to_numpy().nonzero()[0]
    return both.iloc[known[0] : known[-1] + 1] if len(known) else both


def _standardised(series: pd.Series) -> pd.Series:
    spread = series.std()
    return (series - series.mean()) / (spread if spread > 0 else 1.0)


def _distances(drawn: pd.DataFrame, look: Look) -> dict[str, object]:
    """An axis in standard deviations, with room on top for the word of the headlights."""
    furthest = float(drawn.abs().max().max())
    steps = range(-math.floor(furthest), math.floor(furthest) + 1)
    words = [look.say(text("{n} SD", n=f"{step:+d}".replace("-", "−"))) for step in steps]
    words[len(words) // 2] = look.say(text("average"))
    return {
        "tickvals": list(steps),
        "ticktext": words,
        "range": [-furthest - 0.3, furthest + 0.7],
        "title_text": look.say(text("Distance from own average")),
    }


def _indicator_name(pair: LeadLag, shift: int, look: Look) -> str:
    moved = look.say(durations.moved(shift, pair.grain))
    if pair.sign < 0:
        moved += ", " + look.say(text("upside down"))
    return f"{look.label(pair.leading, 30)}<br>({moved})"


def _hovers(series: pd.Series, later: int, look: Look) -> list[str]:
    """True values under their own period, not the one they are drawn at."""
    name, own = look.label(str(series.name)), pd.PeriodIndex(series.index) - later
    return [
        f"{name}<br>{look.period(period)}: <b>{look.number(value)}</b>"
        for period, value in zip(own, series, strict=True)
    ]


def _beam(figure: go.Figure, result: pd.Series, look: Look) -> None:
    last, end = starts(pd.PeriodIndex([result.dropna().index[-1], result.index[-1]]))
    if last == end:
        return
    figure.add_vrect(
        x0=last,
        x1=end,
        fillcolor=look.palette.beam,
        line_width=0,
        layer="below",
    )
    figure.add_annotation(
        text=look.say(text("Headlights")),
        hovertext=look.say(text("What the indicator already shows, beyond the last result")),
        x=end,
        y=1,
        yref="paper",
        xanchor="right",
        yanchor="top",
        showarrow=False,
        font={"size": 12},
    )
