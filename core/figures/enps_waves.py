"""A figure wave by wave with its interval, so that a change within noise looks like one."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from core.figures.over_time import value_ticks
from core.figures.theme import Look, blank
from core.language import text

_MOST_NAMED = 8  # waves under the axis


@dataclass(frozen=True)
class Point:
    """A figure of one wave with its 95 % interval; all None where it is hidden."""

    wave: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None


def waves(points: Sequence[Point], look: Look, name: str, digits: int = 0) -> go.Figure:
    """The line on its band; a gap where a wave is hidden."""
    figure = blank(look, 300)
    for part in _stretches(points):
        _band(figure, [(at, points[at]) for at in part], look)
    figure.add_scatter(
        x=list(range(len(points))), y=[one.value for one in points], mode="lines+markers",
        name=name, line={"color": look.palette.result, "width": 2.5}, marker={"size": 8},
        hovertext=[_hover(one, look, digits) for one in points], hoverinfo="text",
    )  # fmt: skip
    every = [end for one in points for end in (one.low, one.high) if end is not None]
    step = -(-len(points) // _MOST_NAMED)
    named = list(range(len(points) - 1, -1, -step))
    figure.update_xaxes(
        tickvals=named, ticktext=[html.escape(points[at].wave, quote=False) for at in named],
        range=[-0.4, len(points) - 0.6], zeroline=False,
    )  # fmt: skip
    return figure.update_yaxes(**value_ticks(pd.Series(every or [0.0, 1.0]), look))


def waves_table(points: Sequence[Point], look: Look) -> pd.DataFrame:
    """A row for each wave."""
    return pd.DataFrame(
        {
            look.say(text("Wave")): [one.wave for one in points],
            look.say(text("Figure")): [one.value for one in points],
            look.say(text("Lower end")): [one.low for one in points],
            look.say(text("Upper end")): [one.high for one in points],
            look.say(text("Answers")): [one.n for one in points],
        }
    )


def waves_alt(points: Sequence[Point], look: Look, digits: int = 0) -> str:
    """The line in words."""
    told = (
        f"{one.wave}: {look.number(one.value, digits)}" for one in points if one.value is not None
    )
    return "; ".join(told) or look.say(text("Hidden in every wave."))


def _stretches(points: Sequence[Point]) -> list[list[int]]:
    """The places of waves on show, those without a gap together."""
    found: list[list[int]] = []
    for at, one in enumerate(points):
        if one.value is None:
            continue
        if found and found[-1][-1] == at - 1:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _band(figure: go.Figure, part: Sequence[tuple[int, Point]], look: Look) -> None:
    x = [float(at) for at, _ in part]
    low, high = [one.low for _, one in part], [one.high for _, one in part]
    if len(x) == 1:
        x, low, high = [x[0] - 0.1, x[0] + 0.1], low * 2, high * 2
    figure.add_scatter(
        x=[*x, *reversed(x)], y=[*high, *reversed(low)], mode="lines", fill="toself",
        name=look.say(text("95% interval of each wave")), legendgroup="band",
        showlegend=not figure.data, fillcolor=look.palette.envelope, line={"width": 0},
        hoverinfo="skip",
    )  # fmt: skip


def _hover(one: Point, look: Look, digits: int) -> str:
    if one.value is None or one.low is None or one.high is None:
        return html.escape(one.wave, quote=False)
    return look.say(
        text(
            "{wave}: {value} ({low} to {high}), n = {n}",
            wave=html.escape(one.wave, quote=False),
            value=look.number(one.value, digits),
            low=look.number(one.low, digits),
            high=look.number(one.high, digits),
            n=one.n,
        )
    )
