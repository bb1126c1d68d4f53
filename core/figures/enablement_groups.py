"""A figure of each group beside that of all: estimate and interval, few records marked."""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from core.enablement.bands import group_said
from core.enablement.model import Measured
from core.enablement.rates import rate
from core.enablement.sentences import DIFFERENCES, interval_of, said, value_of
from core.enablement.shrunk import Ranked
from core.figures.explore import ticks
from core.figures.theme import Look, blank, nothing
from core.figures.whiskers import dots, whiskers
from core.language import Text, text

MOST_GROUPS = 30  # drawn
_ROW, _WIDE = 30, 22  # pixels; letters of a name
_ABOVE, _BELOW = "▲ ", "▼ "
_DIFFERS = {1: text("above the others"), -1: text("below the others"), 0: Text("")}


def groups(whole: Measured, ranked: Sequence[Ranked], look: Look) -> go.Figure:
    """A row for each group with a figure, in their order; a line where all together stand.

    Hollow: few records. A tick on the row: the rate drawn towards that of all. An arrow before the
    name: the group plainly differs from the others.
    """
    rows = _drawn(ranked)
    if not rows:
        return nothing(look, text("No group has enough records for a figure."))
    figure = blank(look, 108 + _ROW * len(rows))
    _intervals(figure, rows, look)
    _shrunk(figure, rows, look)
    if whole.value is not None and _apart_from(whole, ranked):
        _line(figure, _at(whole.value, whole), look)
    places = list(range(len(rows)))
    figure.update_yaxes(
        tickvals=places, ticktext=[_label(one, look) for one in rows],
        range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False,
    )  # fmt: skip
    return figure.update_xaxes(**_axis(rows, whole, look))


def all_of(ranked: Sequence[Ranked]) -> Measured:
    """Groups that share no record, taken together."""
    rows = [one.row for one in ranked]
    part, whole = (sum(getattr(one, side) or 0 for one in rows) for side in ("numerator", "n"))
    found = rate(part, whole)
    told = replace(rows[0], by="", group="", numerator=part, denominator=whole, n=int(whole))
    if found is None:
        return replace(told, value=None, low=None, high=None)
    return replace(told, value=found.value, low=found.low, high=found.high)


def groups_table(whole: Measured, ranked: Sequence[Ranked], look: Look) -> pd.DataFrame:
    """One row for each group and one for all together; figures of too few records are left out."""
    names = [_name(one.row, look) for one in ranked]
    rows = list(ranked)
    if _apart_from(whole, ranked):
        names, rows = [*names, look.say(text("All together"))], [*rows, Ranked(whole)]
    known = [None if one.only_counts else one.row for one in rows]
    table = {
        look.say(text("Group")): names,
        look.say(text("Figure")): [one.value if one else None for one in known],
        look.say(text("Lower end")): [one.low if one else None for one in known],
        look.say(text("Upper end")): [one.high if one else None for one in known],
        look.say(text("Drawn towards all")): [one.shrunk for one in rows],
        look.say(text("Counted")): [one.row.numerator for one in rows],
        look.say(text("Records")): [one.row.n for one in rows],
        look.say(text("Differs")): [look.say(_DIFFERS[one.differs]) for one in rows],
    }
    frame = pd.DataFrame(table)
    empty = [name for name in frame.columns[4:6] if frame[name].isna().all()]
    return frame.drop(columns=empty)


def groups_shares(look: Look) -> set[str]:
    """The columns of that table that hold fractions, where the figure is a rate."""
    names = (text("Figure"), text("Lower end"), text("Upper end"), text("Drawn towards all"))
    return {look.say(name) for name in names}


def groups_alt(ranked: Sequence[Ranked], look: Look) -> str:
    """The picture in one sentence: each group with its figure."""
    rows = [Text.joined(" ", [_name(one.row, look), value_of(one.row)]) for one in _drawn(ranked)]
    return look.say(Text.joined("; ", rows)) or look.say(
        text("No group has enough records for a figure.")
    )


def left_over(ranked: Sequence[Ranked]) -> int:
    """How many groups with a figure are not drawn."""
    return sum(not one.only_counts for one in ranked) - len(_drawn(ranked))


def _apart_from(whole: Measured, ranked: Sequence[Ranked]) -> bool:
    """Whether that is of all together and not one of the groups itself, as of stages."""
    return all((one.row.by, one.row.group) != (whole.by, whole.group) for one in ranked)


def _drawn(ranked: Sequence[Ranked]) -> list[Ranked]:
    return [one for one in ranked if not one.only_counts][:MOST_GROUPS]


def _intervals(figure: go.Figure, rows: Sequence[Ranked], look: Look) -> None:
    at = [_at(one.row.value, one.row) for one in rows]
    low = [_at(one.row.low, one.row) for one in rows]
    high = [_at(one.row.high, one.row) for one in rows]
    figure.add_scatter(
        x=at,
        y=list(range(len(rows))),
        mode="markers",
        name=look.say(text("Figure with its 95% interval")),
        marker=dots(rows, [one.on_few for one in rows], look),
        error_x=whiskers(at, low, high, look.palette.ink),
        hovertext=[_hover(one, look) for one in rows],
        hoverinfo="text",
        cliponaxis=False,
    )


def _shrunk(figure: go.Figure, rows: Sequence[Ranked], look: Look) -> None:
    drawn = [(one.shrunk, at) for at, one in enumerate(rows) if one.shrunk is not None]
    if len(drawn) < 2:
        return
    figure.add_scatter(
        x=[value for value, _ in drawn],
        y=[at for _, at in drawn],
        mode="markers",
        name=look.say(text("Drawn towards all")),
        marker={"symbol": "line-ns-open", "size": 16, "color": look.palette.indicator,
                "line": {"width": 2.5}},
        hoverinfo="skip",
        cliponaxis=False,
    )  # fmt: skip


def _line(figure: go.Figure, at: float | None, look: Look) -> None:
    """Where all together stand, with its name in the legend."""
    line = {"color": look.palette.muted, "width": 1}
    figure.add_vline(x=at, line=line)
    name = look.say(text("All together"))
    figure.add_scatter(x=[None], y=[None], mode="lines", name=name, line=line)


def _axis(rows: Sequence[Ranked], whole: Measured, look: Look) -> dict[str, object]:
    ends = [end for one in rows for end in (one.row.low, one.row.value, one.row.high)]
    known = pd.Series([_at(end, whole) for end in ends if end is not None])
    scale = ticks(known, "rate" if whole.unit == "rate" else "count", look)
    unit = {"days": text("Days"), "s": text("Hours")}.get(whole.unit)
    every, words = scale["tickvals"], scale["ticktext"]
    assert isinstance(every, list) and isinstance(words, list)
    if whole.unit == "rate" and whole.name in DIFFERENCES:
        unit = text("Percentage points")
        scale = {**scale, "ticktext": [one.removesuffix("%") for one in words]}
    elif whole.unit == "rate":
        kept = [at for at, value in enumerate(every) if -1e-9 <= value <= 1 + 1e-9]
        scale = {**scale, "tickvals": [every[at] for at in kept],
                 "ticktext": [words[at] for at in kept]}  # fmt: skip
    return {**scale, "showgrid": True, "title_text": look.say(unit) if unit else None}


def _at(value: float | None, row: Measured) -> float | None:
    """Where a value stands on the axis: seconds in hours."""
    return None if value is None else value / 3600 if row.unit == "s" else value


def _hover(one: Ranked, look: Look) -> str:
    range_ = interval_of(one.row)
    told = [f"<b>{html.escape(_name(one.row, look), quote=False)}</b>", look.say(value_of(one.row))]
    told += [look.say(range_)] if range_ is not None else []
    told += [look.say(text("records behind it: {n}", n=one.row.n))]
    if one.shrunk is not None:
        drawn = said(one.shrunk, one.row.unit)
        told.append(look.say(text("drawn towards all: {value}", value=drawn)))
    return "<br>".join(told)


def _label(one: Ranked, look: Look) -> str:
    name = html.escape(textwrap.shorten(_name(one.row, look), _WIDE, placeholder=" …"), quote=False)
    arrow = {1: _ABOVE, -1: _BELOW}.get(one.differs, "")
    return f"<b>{arrow}{name}</b>" if arrow else name


def _name(row: Measured, look: Look) -> str:
    return look.say(group_said(row.by, row.group))
