"""Content by its use and what became of the deals that were given it: use across, wins upward."""

import html
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from core.enablement.rates import FEWEST
from core.enablement.sentences import interval_of, value_of
from core.enablement.shrunk import Ranked
from core.figures.over_time import value_ticks
from core.figures.theme import Look, blank, nothing
from core.figures.whiskers import dots, whiskers
from core.language import Text, text

MOST_NAMED = 8  # pieces with a number in the picture


def matrix(ranked: Sequence[Ranked], look: Look) -> go.Figure:
    """A dot for each piece of content given to enough deals.

    Filled: the piece plainly differs from the other pieces. Numbered: those that differ, then those
    most given; `numbered` says their names.
    """
    drawn = _drawn(ranked)
    if not drawn:
        return nothing(look, text("No content was given to enough closed deals."))
    figure = blank(look, 400)
    numbers = {one.row.group: str(at) for at, one in enumerate(_named(drawn), 1)}
    figure.add_scatter(
        x=[one.row.n for one in drawn],
        y=[one.row.value for one in drawn],
        mode="markers+text",
        text=[numbers.get(one.row.group, "") for one in drawn],
        textposition="top center",
        textfont={"size": 12, "color": look.palette.ink},
        marker=dots(drawn, [not one.differs for one in drawn], look),
        error_y=_spread(drawn, look),
        hovertext=[_hover(one, look) for one in drawn],
        hoverinfo="text",
    )
    most = max(one.row.n for one in drawn)
    figure.update_xaxes(
        title_text=look.say(text("Closed deals given it")),
        **value_ticks(pd.Series([0.0, float(most)]), look),
    )
    figure.update_yaxes(
        title_text=look.say(text("Share won")),
        range=[-0.02, 1.02],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["0%", "25%", "50%", "75%", "100%"],
    )
    return figure.update_layout(showlegend=False)


def _spread(drawn: Sequence[Ranked], look: Look) -> dict[str, object]:
    """Thin whiskers: the pieces stand close together."""
    rows = [one.row for one in drawn]
    at, low, high = ([getattr(row, end) for row in rows] for end in ("value", "low", "high"))
    return {**whiskers(at, low, high, look.palette.quiet), "thickness": 1, "width": 0}


def numbered(ranked: Sequence[Ranked]) -> list[tuple[int, Text]]:
    """The number and the words of each piece that has one in the picture."""
    return [
        (
            at,
            text(
                "{name}: given to {n}, won {share}",
                name=one.row.group,
                n=one.row.n,
                share=value_of(one.row),
            ),
        )
        for at, one in enumerate(_named(_drawn(ranked)), 1)
    ]


def matrix_table(ranked: Sequence[Ranked], without: Ranked | None, look: Look) -> pd.DataFrame:
    """One row for each piece, most given first, and one for deals given nothing."""
    none = look.say(text("(nothing given)"))
    rows = sorted(ranked, key=lambda one: (-one.row.n, one.row.group))
    every = [(one.row.group, one) for one in rows] + ([(none, without)] if without else [])
    told = [one.row if one.row.n >= FEWEST else None for _, one in every]
    return pd.DataFrame(
        {
            look.say(text("Content")): [name for name, _ in every],
            look.say(text("Closed deals given it")): [one.row.n for _, one in every],
            look.say(text("Won")): [one.row.numerator for _, one in every],
            look.say(text("Share won")): [one.value if one else None for one in told],
            look.say(text("Lower end")): [one.low if one else None for one in told],
            look.say(text("Upper end")): [one.high if one else None for one in told],
            look.say(text("Drawn towards all")): [one.shrunk for _, one in every],
        }
    )


def matrix_shares(look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    names = (text("Share won"), text("Lower end"), text("Upper end"), text("Drawn towards all"))
    return {look.say(name) for name in names}


def matrix_alt(ranked: Sequence[Ranked], look: Look) -> str:
    """The picture in words: the pieces most given, with their wins."""
    return look.say(Text.joined("; ", [said for _, said in numbered(ranked)]))


def _drawn(ranked: Sequence[Ranked]) -> list[Ranked]:
    return [one for one in ranked if not one.only_counts]


def _named(drawn: Sequence[Ranked]) -> list[Ranked]:
    return sorted(drawn, key=lambda one: (not one.differs, -one.row.n))[:MOST_NAMED]


def _hover(one: Ranked, look: Look) -> str:
    range_ = interval_of(one.row)
    told = [f"<b>{html.escape(one.row.group, quote=False)}</b>", look.say(value_of(one.row))]
    told += [look.say(range_)] if range_ is not None else []
    return "<br>".join([*told, look.say(text("records behind it: {n}", n=one.row.n))])
