"""The pipeline from the start of a period to its end: what came, what went, what changed."""

import pandas as pd
import plotly.graph_objects as go

from core.figures.explore import ticks
from core.figures.theme import Look, blank
from core.language import Text, text
from core.language.formats import compact
from core.metrics import value_said

_NAMES = {
    "start": text("At the start"),
    "created": text("Created"),
    "won": text("Won"),
    "lost": text("Lost"),
    "other": text("Closed otherwise"),
    "changes": text("Amounts changed"),
    "end": text("At the end"),
}
_LONG = 10_000
_LEAVING = ("won", "lost", "other")
_ALWAYS = ("start", "created", "won", "lost", "end")  # the others where there are any


def bridge(steps: pd.Series, look: Look) -> go.Figure:
    """A waterfall of one period; `steps` has start, created, won, lost, other, changes, end."""
    drawn = _drawn(steps)
    signed = _signed(steps)
    palette = look.palette
    figure = blank(look, 300)
    figure.add_waterfall(
        x=[look.say(_NAMES[one]).replace(" ", "<br>", 1) for one in drawn],
        y=[signed[one] for one in drawn],
        measure=["absolute" if one in ("start", "end") else "relative" for one in drawn],
        text=[_short(signed[one], look) for one in drawn],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
        connector={"line": {"color": palette.muted, "width": 1, "dash": "dot"}},
        increasing={"marker": {"color": palette.indicator}},
        decreasing={"marker": {"color": palette.quiet}},
        totals={"marker": {"color": palette.result}},
    )
    tops = pd.Series([0.0, *_levels(signed, drawn)])
    tops = pd.concat([tops, tops * 1.12])  # room for the words above the bars
    return figure.update_yaxes(**ticks(tops, "count", look)).update_layout(showlegend=False)


def bridge_table(every: pd.DataFrame, look: Look) -> pd.DataFrame:
    """One row a period, newest first, what left with a minus."""
    steps = every.assign(**{one: -every[one] + 0.0 for one in _LEAVING})
    named = {look.say(words): steps[one].to_numpy() for one, words in _NAMES.items()}
    periods = [look.period(period) for period in every.index]
    table = pd.DataFrame({look.say(text("Period")): periods, **named})
    return table.iloc[::-1].reset_index(drop=True)


def bridge_alt(steps: pd.Series, period: pd.Period, look: Look) -> Text:
    """The picture in words."""
    signed = _signed(steps)
    parts = [
        text("{step}: {value}", step=_NAMES[one], value=value_said(signed[one], "count"))
        for one in _drawn(steps)
    ]
    return text(
        "The pipeline in {period}. {steps}.",
        period=look.period(period),
        steps=Text.joined("; ", parts),
    )


def _short(value: float, look: Look) -> str:
    """As few letters as a bar on a phone has room for."""
    return compact(value, look.language) if abs(value) >= _LONG else look.number(value, 0)


def _drawn(steps: pd.Series) -> list[str]:
    return [one for one in _NAMES if one in _ALWAYS or steps[one]]


def _signed(steps: pd.Series) -> dict[str, float]:
    return {one: float(-steps[one] if one in _LEAVING else steps[one]) + 0.0 for one in _NAMES}


def _levels(signed: dict[str, float], drawn: list[str]) -> list[float]:
    """How high the bars reach."""
    found, at = [], 0.0
    for one in drawn:
        at = signed[one] if one in ("start", "end") else at + signed[one]
        found.append(at)
    return found
