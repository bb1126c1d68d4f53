"""How long it takes: the share not yet done by each day, what still runs counted as running."""

import html
import textwrap
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.enablement.durations import Survival
from core.figures.over_time import value_ticks
from core.figures.theme import Look, blank, nothing
from core.language import Share, Text, text

MOST_CURVES = 6
_STEPS = 300  # of a curve; more cannot be told apart
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_WIDE = 22


def curves(found: Mapping[str, Survival], look: Look, what: Text) -> go.Figure:
    """A line for each group, the largest first; the band of 95 % where there is one alone.

    what: what the days are counted from, for the axis below.
    """
    if not found:
        return nothing(look, text("None has come to its end so far."))
    figure = blank(look, 340)
    drawn = {name: _thinned(one) for name, one in largest(found).items()}
    if len(drawn) == 1:
        _band(figure, next(iter(drawn.values())), look)
    colours = (look.palette.result, look.palette.indicator, look.palette.muted)
    for at, (name, one) in enumerate(drawn.items()):
        figure.add_scatter(
            x=np.r_[0.0, one.durations],
            y=np.r_[1.0, one.share],
            mode="lines",
            name=_label(name, look),
            line={"shape": "hv", "width": 2.5, "color": colours[at % 3], "dash": _DASHES[at]},
            hovertext=_hover(name, one, look),
            hoverinfo="text",
        )
    figure.update_yaxes(
        range=[0, 1.02],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["0%", "25%", "50%", "75%", "100%"],
    )
    longest = max(float(one.durations.max()) for one in drawn.values())
    figure.add_hline(y=0.5, line={"color": look.palette.muted, "width": 1, "dash": "dot"})
    return figure.update_xaxes(
        title_text=look.say(what), **value_ticks(pd.Series([0.0, longest]), look)
    )


def curves_table(found: Mapping[str, Survival], look: Look) -> pd.DataFrame:
    """One row for each group and day on which something was done."""
    parts = [
        pd.DataFrame(
            {
                look.say(text("Group")): name or look.say(text("All together")),
                look.say(text("Days")): one.durations,
                look.say(text("Not yet done")): one.share,
                look.say(text("Lower end")): one.low,
                look.say(text("Upper end")): one.high,
            }
        )
        for name, one in ((name, _thinned(one)) for name, one in found.items())
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def curves_shares(look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    return {look.say(one) for one in (text("Not yet done"), text("Lower end"), text("Upper end"))}


def curves_alt(found: Mapping[str, Survival], look: Look) -> str:
    """The picture in words: by when half of each group was done."""
    said = []
    for name, one in largest(found).items():
        group = name or text("All together")
        half = one.durations[one.share <= 0.5 + 1e-9]
        if len(half):
            day = round(float(half[0]))
            said.append(text("{group}: half done by day {day}", group=group, day=day))
        else:
            said.append(text("{group}: less than half done so far", group=group))
    return look.say(Text.joined("; ", said))


def largest(found: Mapping[str, Survival]) -> dict[str, Survival]:
    """The groups of most records, as many as are drawn."""
    order = sorted(found, key=lambda name: (-found[name].n, name))[:MOST_CURVES]
    return {name: found[name] for name in order}


def _thinned(one: Survival) -> Survival:
    """The same with the last of the steps that would stand upon each other."""
    if len(one.durations) <= _STEPS:
        return one
    at = np.floor(one.durations / one.durations[-1] * _STEPS)
    last = np.append(at[1:] != at[:-1], True)
    return replace(
        one,
        durations=one.durations[last],
        share=one.share[last],
        low=one.low[last],
        high=one.high[last],
    )


def _band(figure: go.Figure, one: Survival, look: Look) -> None:
    known = np.isfinite(one.low) & np.isfinite(one.high)
    days = np.repeat(one.durations[known], 2)[1:]
    high, low = (np.repeat(side[known], 2)[:-1] for side in (one.high, one.low))
    figure.add_scatter(
        x=[*days, *days[::-1]],
        y=[*high, *low[::-1]],
        mode="lines",
        fill="toself",
        name=look.say(text("95% interval")),
        fillcolor=look.palette.envelope,
        line={"width": 0},
        hoverinfo="skip",
    )


def _hover(name: str, one: Survival, look: Look) -> list[str]:
    shares = np.r_[1.0, one.share]
    return [
        look.say(
            text(
                "{group}, day {day}: {share} not yet done",
                group=_label(name, look),
                day=round(float(day)),
                share=Share(float(share)),
            )
        )
        for day, share in zip(np.r_[0.0, one.durations], shares, strict=True)
    ]


def _label(name: str, look: Look) -> str:
    if not name:
        return look.say(text("All together"))
    return html.escape(textwrap.shorten(name, _WIDE, placeholder=" …"), quote=False)
