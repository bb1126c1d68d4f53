"""Everybody's answers: promoters, passives and detractors in one bar, and every point by itself."""

import pandas as pd
import plotly.graph_objects as go

from core.figures.over_time import value_ticks
from core.figures.theme import Look, blank
from core.language import Text, counted, text
from core.people.enps import Counts, Scale

_NARROW = 0.07  # share of the bar under which a number does not fit


def _bands(look: Look) -> list[tuple[Text, str, str]]:
    """Each band of a score: its word, its colour, that of the number on it."""
    palette = look.palette
    return [
        (text("Promoters"), palette.result, palette.ground),
        (text("Passives"), palette.line, palette.ink),
        (text("Detractors"), palette.indicator, palette.ground),
    ]


def bands(counts: Counts, look: Look) -> go.Figure:
    """One bar of three parts with their counts."""
    figure = blank(look, 120)
    every = (counts.promoters, counts.passives, counts.detractors)
    for n, (word, colour, ink) in zip(every, _bands(look), strict=True):
        figure.add_bar(
            x=[n], y=[""], orientation="h", name=look.say(word),
            marker={"color": colour, "line": {"color": look.palette.ground, "width": 2}},
            text=[look.number(n, 0) if n >= _NARROW * counts.n else ""],
            textposition="inside", insidetextanchor="middle", textangle=0,
            textfont={"color": ink, "size": 16},
            hovertext=f"{look.say(word)}: {look.number(n, 0)}", hoverinfo="text",
        )  # fmt: skip
    figure.update_xaxes(visible=False, range=[0, counts.n]).update_yaxes(visible=False)
    return figure.update_layout(barmode="stack", legend={"traceorder": "normal"})


def bands_table(counts: Counts, look: Look) -> pd.DataFrame:
    """A row for each band."""
    every = (counts.promoters, counts.passives, counts.detractors)
    return pd.DataFrame(
        {
            look.say(text("Band")): [look.say(word) for word, _, _ in _bands(look)],
            look.say(text("Answers")): every,
            look.say(text("Share")): [n / counts.n for n in every],
        }
    )


def bands_shares(look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    return {look.say(text("Share"))}


def bands_alt(counts: Counts, look: Look) -> str:
    """The bar in words."""
    return look.say(
        text(
            "{promoters} promoters, {passives} passives, {detractors} detractors",
            promoters=counts.promoters,
            passives=counts.passives,
            detractors=counts.detractors,
        )
    )


def points(every: "pd.Series[int]", scale: Scale, look: Look) -> go.Figure:
    """A bar for each point of the scale, in the colour of its band."""
    figure = blank(look, 220)
    colours = [_bands(look)[_band(point, scale)][1] for point in every.index]
    edge = {"color": look.palette.muted, "width": 1}
    figure.add_bar(
        x=list(every.index), y=list(every), marker={"color": colours, "line": edge},
        text=[look.number(n, 0) for n in every], textposition="outside", cliponaxis=False,
        hovertext=_hovers(every, look), hoverinfo="text",
    )  # fmt: skip
    figure.update_xaxes(
        tickvals=list(every.index), title_text=look.say(text("Answer")), zeroline=False
    )
    ticks = value_ticks(pd.Series([0.0, float(every.max())]), look)
    return figure.update_yaxes(**ticks).update_layout(showlegend=False, bargap=0.15)


def points_table(every: "pd.Series[int]", look: Look) -> pd.DataFrame:
    """A row for each point."""
    return pd.DataFrame(
        {look.say(text("Answer")): every.index, look.say(text("Answers")): every.to_numpy()}
    )


def points_alt(every: "pd.Series[int]", look: Look) -> str:
    """The bars in words."""
    return "; ".join(_hovers(every, look))


def _band(point: int, scale: Scale) -> int:
    return 0 if point >= scale.promoter else 1 if point >= scale.passive else 2


def _hovers(every: "pd.Series[int]", look: Look) -> list[str]:
    return [
        look.say(counted("{point}: {n} answer", "{point}: {n} answers", n, point=str(point)))
        for point, n in every.items()
    ]
