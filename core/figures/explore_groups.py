"""One indicator in every group of a column: one small chart a group, all on the same scale."""

import html
import textwrap
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from core.figures.explore import records, ticks
from core.figures.over_time import MOST_POINTS, period_ticks, starts, stroke
from core.figures.theme import Look, blank, nothing
from core.language import Text, counted, text
from core.metrics import Panel, value_said

MOST_GROUPS = 12
NO_GROUP = text("(left blank)")
_ROW, _FOOT, _NAME = 92, 48, 40  # pixels of a row and of the axis below; letters of a name


def largest(segments: Mapping[str, Panel], id: str) -> tuple[list[str], list[str]]:
    """The groups with most records behind the indicator, that are drawn, and the others."""
    sizes = {
        name: int(own.counts[id].sum())
        for name, own in segments.items()
        if id in own.values.columns and own.values[id].notna().any()
    }
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    return order[:MOST_GROUPS], order[MOST_GROUPS:]


def groups(segments: Mapping[str, Panel], id: str, look: Look) -> go.Figure:
    """A row for each of the largest groups."""
    drawn, _ = largest(segments, id)
    if not drawn:
        return nothing(look, text("No group has a value."))
    unit = segments[drawn[0]].indicator(id).unit
    every = pd.concat([segments[name].values[id].iloc[-MOST_POINTS:] for name in drawn])
    figure = blank(look, _ROW * len(drawn) + _FOOT)
    low, high = float(every.min()), float(every.max())
    edge = (high - low or abs(high) or 1.0) * 0.08
    scale = {**ticks(pd.Series([low, high]), unit, look), "title_text": None}
    for place, name in enumerate(drawn):
        _row(figure, (segments[name], id), (place, len(drawn)), look)
        axis = "yaxis" if place == 0 else f"yaxis{place + 1}"
        figure.update_layout(
            {axis: {**_fewer(scale, high + edge), "range": [low - edge, high + edge]}}
        )
        figure.add_annotation(
            text=f"<b>{_name(_called(name, look))}</b>",
            x=0,
            xref="paper",
            y=_domain(place, len(drawn))[1],
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
        )
    periods = pd.PeriodIndex(segments[drawn[0]].values.index[-MOST_POINTS:])
    last = "y" if len(drawn) == 1 else f"y{len(drawn)}"
    figure.update_xaxes(anchor=last, **period_ticks(periods, look))
    return figure.update_layout(showlegend=False, margin={"l": 8, "r": 8, "t": 24, "b": 8})


def groups_table(segments: Mapping[str, Panel], id: str, look: Look) -> pd.DataFrame:
    """One row per group and period with a value, the largest groups first, newest period first."""
    drawn, rest = largest(segments, id)
    parts = []
    for name in [*drawn, *rest]:
        own = segments[name]
        known = own.values[id].dropna().iloc[::-1]
        parts.append(
            pd.DataFrame(
                {
                    look.say(text("Group")): _called(name, look),
                    look.say(text("Period")): [look.period(period) for period in known.index],
                    look.name(id): known.to_numpy(),
                    look.say(text("Records")): own.counts[id].reindex(known.index).to_numpy(),
                }
            )
        )
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def groups_alt(segments: Mapping[str, Panel], id: str, look: Look) -> Text:
    """The picture in one sentence: each drawn group with its last value."""
    drawn, _ = largest(segments, id)
    lasts = []
    for name in drawn:
        known, unit = segments[name].values[id].dropna(), segments[name].indicator(id).unit
        lasts.append(
            Text.joined(" ", [_called(name, look), value_said(float(known.iloc[-1]), unit)])
        )
    return text(
        "{name} in {groups}; last values: {values}.",
        name=look.name(id),
        groups=counted("{n} group", "{n} groups", len(drawn)),
        values=Text.joined(", ", lasts),
    )


def _row(figure: go.Figure, which: tuple[Panel, str], place: tuple[int, int], look: Look) -> None:
    own, id = which
    values = own.values[id].iloc[-MOST_POINTS:]
    at, rows = place
    axis = "y" if at == 0 else f"y{at + 1}"
    unit = own.indicator(id).unit
    figure.add_scatter(
        x=starts(pd.PeriodIndex(values.index)),
        y=values,
        mode="lines+markers",
        yaxis=axis,
        connectgaps=False,
        line={"color": look.palette.indicator, "width": min(2, stroke(len(values)))},
        marker={"size": 4 if len(values) <= 80 else 0},
        hovertext=[
            f"{look.period(period)}: <b>"
            f"{look.say(value_said(float(value), unit)) if pd.notna(value) else '–'}</b>"
            f"<br>{look.say(records(int(n)))}"
            for period, value, n in zip(
                values.index, values, own.counts[id].reindex(values.index), strict=True
            )
        ],
        hoverinfo="text",
    )
    base = figure.layout.yaxis.to_plotly_json()
    name = "yaxis" if at == 0 else f"yaxis{at + 1}"
    figure.update_layout({name: {**base, "domain": _domain(at, rows), "anchor": "x"}})


def _domain(place: int, rows: int) -> list[float]:
    """The part of the height a row takes, the first on top, room for its name above it."""
    height = 1 / rows
    top = 1 - place * height
    return [max(0.0, top - height * 0.74), top]


def _fewer(scale: dict[str, object], top: float) -> dict[str, object]:
    """The lowest tick and the highest below the top only: a row is low."""
    at, words = scale["tickvals"], scale["ticktext"]
    assert isinstance(at, list) and isinstance(words, list)
    last = max((place for place, value in enumerate(at) if value <= top), default=len(at) - 1)
    return {**scale, "tickvals": [at[0], at[last]], "ticktext": [words[0], words[last]]}


def _called(name: str, look: Look) -> str:
    """The group as the file writes it; rows that name none have words of their own."""
    return name or look.say(NO_GROUP)


def _name(name: str) -> str:
    return html.escape(textwrap.shorten(name, _NAME, placeholder=" …"), quote=False)
