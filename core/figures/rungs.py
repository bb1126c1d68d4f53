"""The evidence ladder as pictures: a colour and a sign for each rung (design.md, section 1).

Rungs 0 and 1 are grey and never green. The sign counts the rungs climbed, so that colour is never
needed to read it.
"""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from core.figures.theme import Look, blank
from core.language import Text, text
from core.lead_lag.names import TOP, rung_name, rung_sign


def ladder(rung: int, look: Look) -> go.Figure:
    """The six rungs side by side as a strip, filled up to the one reached; rung 0 fills none."""
    figure, palette = blank(look, 80), look.palette
    reached = palette.rungs[rung]
    figure.add_bar(
        x=[0.9] * TOP,
        base=list(range(TOP)),
        y=[0] * TOP,
        orientation="h",
        width=1,
        marker={
            "color": [reached if step <= rung else palette.ground for step in range(1, TOP + 1)],
            "line": {"color": palette.muted, "width": 1},
        },
        hovertext=[f"{step}: {look.say(rung_name(step))}" for step in range(1, TOP + 1)],
        hoverinfo="text",
    )
    words = "<br>".join(textwrap.wrap(f"{rung_sign(rung)} {look.say(rung_name(rung))}", 44))
    figure.add_annotation(
        text=words,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
    )
    figure.update_xaxes(visible=False).update_yaxes(visible=False, range=[-0.5, 0.5])
    return figure.update_layout(margin={"t": 46})


def ladder_table(look: Look) -> pd.DataFrame:
    """Every rung with its sign and meaning: the legend of the matrix."""
    rungs = range(TOP + 1)
    return pd.DataFrame(
        {
            look.say(text("Rung")): list(rungs),
            look.say(text("Sign")): [rung_sign(rung) for rung in rungs],
            look.say(text("Meaning")): [look.say(rung_name(rung)) for rung in rungs],
        }
    )


def ladder_alt(rung: int) -> Text:
    """The strip in one sentence."""
    return text(
        "Rung {rung} of {top} on the evidence ladder: {meaning}.",
        rung=rung,
        top=TOP,
        meaning=rung_name(rung),
    )
