"""How far deals came: a bar for each stage, by what became of the deals that reached it."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from core.figures.theme import Look, blank, nothing
from core.language import Share, Text, text

_ROW, _WIDE, _LEAST = 44, 22, 0.06  # pixels; letters of a name; share of a bar that holds words
_PARTS = {
    "advanced": text("Went on"),
    "open": text("Still open here"),
    "lost": text("Lost from here"),
    "other": text("Ended otherwise"),
}


def funnel(steps: pd.DataFrame, look: Look) -> go.Figure:
    """Stages from the first on top; `steps` has reached, advanced, lost, other, open by stage."""
    if steps.empty or not steps["reached"].max():
        return nothing(look, text("No deal has reached a stage."))
    figure = blank(look, 84 + _ROW * len(steps))
    places, whole = list(range(len(steps))), int(steps["reached"].max())
    for part in _parts(steps):
        figure.add_bar(
            x=steps[part].to_numpy(),
            y=places,
            orientation="h",
            name=look.say(_PARTS[part]),
            marker=_marker(part, look),
            text=[look.number(n, 0) if n > _LEAST * whole else "" for n in steps[part]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            insidetextfont={"color": _ink(part, look)},
            hovertext=[_hover(steps.iloc[at], part, look) for at in places],
            hoverinfo="text",
        )
    labels = [_label(str(stage)) for stage in steps.index]
    figure.update_yaxes(
        tickvals=places, ticktext=labels, autorange="reversed", showgrid=False, zeroline=False
    )
    figure.update_xaxes(title_text=look.say(text("Deals that reached the stage")), nticks=5)
    return figure.update_layout(
        barmode="stack",
        bargap=0.25,
        legend_traceorder="normal",
        uniformtext={"minsize": 11, "mode": "hide"},
    )


def funnel_table(steps: pd.DataFrame, look: Look) -> pd.DataFrame:
    """One row for each stage: reached, what became of them, skipped and come back."""
    table = {
        look.say(text("Stage")): [str(stage) for stage in steps.index],
        look.say(text("Reached")): steps["reached"].to_numpy(),
        **{look.say(_PARTS[part]): steps[part].to_numpy() for part in _PARTS},
        look.say(text("Passed without being in it")): steps["skipped"].to_numpy(),
        look.say(text("Came back into it")): steps["came_back"].to_numpy(),
    }
    return pd.DataFrame(table)


def funnel_alt(steps: pd.DataFrame, look: Look) -> str:
    """The picture in words: each stage with what became of its deals."""
    parts = [
        text(
            "{stage}: {reached} reached, {advanced} went on, {open} still open",
            stage=str(stage),
            reached=int(step["reached"]),
            advanced=int(step["advanced"]),
            open=int(step["open"]),
        )
        for stage, step in steps.iterrows()
    ]
    return look.say(Text.joined("; ", parts))


def _parts(steps: pd.DataFrame) -> list[str]:
    return [part for part in _PARTS if steps[part].any()]


def _marker(part: str, look: Look) -> dict[str, object]:
    palette = look.palette
    colours = {"advanced": palette.result, "open": palette.ground, "lost": palette.quiet}
    line = {"color": palette.result if part == "open" else palette.ground, "width": 1.5}
    return {"color": colours.get(part, palette.line), "line": line}


def _ink(part: str, look: Look) -> str:
    """Words on that colour."""
    inverse = part == "advanced" or (part == "lost" and look.mode == "dark")
    return look.palette.ground if inverse else look.palette.ink


def _hover(step: "pd.Series[int]", part: str, look: Look) -> str:
    n, reached = int(step[part]), int(step["reached"])
    share = Share(n / reached if reached else 0.0)
    return look.say(
        text(
            "{what}: {n} of {reached} ({share})",
            what=_PARTS[part],
            n=n,
            reached=reached,
            share=share,
        )
    )


def _label(stage: str) -> str:
    return html.escape(textwrap.shorten(stage, _WIDE, placeholder=" …"), quote=False)
