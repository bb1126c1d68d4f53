"""eNPS of the groups that may be shown: dots with whiskers, and a table with the hidden ones."""

import html
import textwrap
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from core.figures.explore_groups import NO_GROUP
from core.figures.theme import Look, blank, nothing
from core.figures.whiskers import whiskers
from core.language import Text, text
from core.people.enps import HIGHEST, LOWEST, Score
from core.people.enps_words import rest_said, score_said
from core.people.privacy.plan import Group
from core.people.released import Withheld
from core.people.rest import Rest

_ROW, _WIDE = 30, 22  # pixels; letters of a name
_MOST = 40  # groups drawn
Figures = Mapping[Group, Score | Withheld]


def groups(
    found: Figures, overall: Score | Withheld, rest: Mapping[Group, Rest], look: Look
) -> go.Figure:
    """A row for each shown group, the best first; filled where it differs from the rest."""
    rows = _drawn(found)
    if not rows:
        return nothing(look, text("No group is large enough to be shown."))
    figure = blank(look, 96 + _ROW * len(rows))
    differs = [one in rest and bool(rest[one].differs) for one, _ in rows]
    figure.add_scatter(
        x=[one.value for _, one in rows], y=list(range(len(rows))), mode="markers",
        name=look.say(text("Score with its 95% interval; filled: differs from the rest")),
        marker={"size": 11, "symbol": ["circle" if one else "circle-open" for one in differs],
                "color": look.palette.result, "line": {"width": 2}},
        error_x=whiskers([one.value for _, one in rows], [one.low for _, one in rows],
                         [one.high for _, one in rows], look.palette.muted),
        hovertext=[_hover(group, one, look) for group, one in rows], hoverinfo="text",
        cliponaxis=False,
    )  # fmt: skip
    if isinstance(overall, Score):
        figure.add_vline(x=overall.value, line={"color": look.palette.muted, "dash": "dot"})
    figure.update_yaxes(
        tickvals=list(range(len(rows))), ticktext=[_label(group, look) for group, _ in rows],
        range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False,
    )  # fmt: skip
    return figure.update_xaxes(
        range=[LOWEST - 4, HIGHEST + 4], tickvals=[-100, -50, 0, 50, 100], showgrid=True
    )


def groups_table(found: Figures, rest: Mapping[Group, Rest], look: Look) -> pd.DataFrame:
    """A row for each group; of hidden ones the reason why, and what would open them."""
    rows = [*_ordered(found), *((g, one) for g, one in found.items() if isinstance(one, Withheld))]
    known = [one if isinstance(one, Score) else None for _, one in rows]
    return pd.DataFrame(
        {
            look.say(text("Group")): [group_name(group, look) for group, _ in rows],
            look.say(text("eNPS")): [one.value if one else None for one in known],
            look.say(text("Lower end")): [one.low if one else None for one in known],
            look.say(text("Upper end")): [one.high if one else None for one in known],
            look.say(text("Answers")): [one.counts.n if one else None for one in known],
            look.say(text("Promoters")): [one.counts.promoters if one else None for one in known],
            look.say(text("Passives")): [one.counts.passives if one else None for one in known],
            look.say(text("Detractors")): [one.counts.detractors if one else None for one in known],
            look.say(text("Beside the rest, or why hidden")): [
                look.say(one.reason if isinstance(one, Withheld) else rest_said(rest.get(group)))
                for group, one in rows
            ],
        }
    )


def groups_alt(found: Figures, look: Look) -> str:
    """The picture in words."""
    told = (f"{group_name(group, look)}: {look.number(one.value, 0)}" for group, one in
            _drawn(found))  # fmt: skip
    return "; ".join(told) or look.say(text("No group is large enough to be shown."))


def group_name(group: Group, look: Look) -> str:
    """A group by its words."""
    return " × ".join(word or look.say(NO_GROUP) for _, word in group)


def _ordered(found: Figures) -> list[tuple[Group, Score]]:
    shown = [(group, one) for group, one in found.items() if isinstance(one, Score)]
    return sorted(shown, key=lambda row: (-row[1].value, row[0]))


def _drawn(found: Figures) -> list[tuple[Group, Score]]:
    return _ordered(found)[:_MOST]


def _label(group: Group, look: Look) -> str:
    short = textwrap.shorten(group_name(group, look), _WIDE, placeholder=" …")
    return html.escape(short, quote=False)


def _hover(group: Group, one: Score, look: Look) -> str:
    told: list[Text | str] = [html.escape(group_name(group, look), quote=False), score_said(one)]
    return "<br>".join(look.say(one) if isinstance(one, Text) else one for one in told)
