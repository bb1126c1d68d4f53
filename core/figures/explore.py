"""One indicator by itself: its trend beside the year before."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from core.figures.over_time import MOST_POINTS, cut, dots, period_ticks, starts, stroke, value_ticks
from core.figures.theme import Look, blank, nothing
from core.language import Text, text
from core.metrics.values import value_said
from core.periods import Grain, frequency_of

_CHANGE = text("Change in a year")
_UNITS = {"days": text("Days"), "hours": text("Hours")}
_POINTS = text("Change in a year, percentage points")


@dataclass(frozen=True)
class Shown:
    """One indicator: its values and counts by period, the unit they are in."""

    values: pd.Series
    counts: pd.Series
    unit: str

    @property
    def year_before(self) -> pd.Series:
        """For each period the value of the same period a year before; NaN where unknown."""
        grain = frequency_of(pd.PeriodIndex(self.values.index).freqstr).grain
        return self.values.shift(364 if grain is Grain.DAY else grain.season)


def trend(shown: Shown, look: Look) -> go.Figure:
    """The line with its axes, the year before behind it."""
    values = shown.values.iloc[-MOST_POINTS:]
    if not values.notna().any():
        return nothing(look, text("No values yet."))
    figure = blank(look, 320)
    palette, periods = look.palette, pd.PeriodIndex(values.index)
    before = shown.year_before.reindex(values.index)
    if before.notna().any():
        figure.add_scatter(
            x=starts(periods),
            y=before,
            mode="lines",
            name=look.say(text("The year before")),
            line={"color": palette.muted, "width": 1.5, "dash": "dot"},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=starts(periods),
        y=values,
        mode="lines+markers",
        name=look.label(str(values.name)),
        connectgaps=False,
        line={"color": palette.indicator, "width": stroke(len(values))},
        marker={"size": dots(values, 6)},
        hovertext=_hover(shown, values, look),
        hoverinfo="text",
    )
    figure.update_xaxes(title_text=cut(len(shown.values), look), **period_ticks(periods, look))
    return figure.update_yaxes(**ticks(values, shown.unit, look))


def ticks(values: pd.Series, unit: str, look: Look) -> dict[str, object]:
    """Axis settings with round values; rates in percent, the unit of times beside the axis."""
    if unit in _UNITS:
        return {**value_ticks(values, look), "title_text": look.say(_UNITS[unit])}
    if unit != "rate":
        return value_ticks(values, look)
    percent = value_ticks(values * 100, look)
    at, words = percent["tickvals"], percent["ticktext"]
    assert isinstance(at, list) and isinstance(words, list)
    return {
        "tickmode": "array",
        "tickvals": [one / 100 for one in at],
        "ticktext": [f"{one}%" for one in words],
    }


def trend_table(shown: Shown, look: Look) -> pd.DataFrame:
    """One row per period, newest first: value, records behind it, the year before, the change."""
    values, before = shown.values, shown.year_before
    rate = shown.unit == "rate"
    change = 100 * (values - before) if rate else values / before.where(before > 0) - 1
    table = {
        look.say(text("Period")): [look.period(period) for period in values.index],
        look.name(str(values.name)): values.to_numpy(),
        look.say(text("Records")): shown.counts.to_numpy(),
        look.say(text("The year before")): before.to_numpy(),
        look.say(_POINTS if rate else _CHANGE): change.to_numpy(),
    }
    return pd.DataFrame(table).iloc[::-1].reset_index(drop=True)


def shares(shown: Shown, look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    if shown.unit != "rate":
        return {look.say(_CHANGE)}
    return {look.name(str(shown.values.name)), look.say(text("The year before"))}


def _hover(shown: Shown, values: pd.Series, look: Look) -> list[str]:
    counts = shown.counts.reindex(values.index)
    return [
        f"{look.period(at)}: <b>{_value(value, shown.unit, look)}</b>"
        f"<br>{look.say(records(int(n)))}"
        for at, value, n in zip(values.index, values, counts, strict=True)
    ]


def records(n: int) -> Text:
    """How many records are behind a value."""
    return text("records behind it: {n}", n=n)


def _value(value: float, unit: str, look: Look) -> str:
    return look.say(value_said(float(value), unit)) if pd.notna(value) else "–"
