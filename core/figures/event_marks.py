"""The marks that events and holidays leave on a chart: lines, bands, numbered badges.

Numbers that would touch share one badge, and badges that would touch stand in rows at the foot.
"""

import html
import textwrap
from collections.abc import Sequence

import pandas as pd

from core.figures.theme import Look, Mode
from core.figures.time_axis import Axis
from core.holidays import Holiday, Season
from core.language import Text, text
from core.workspace import Event, EventKind

KINDS = {
    EventKind.CAMPAIGN: text("Campaign"),
    EventKind.TRAINING: text("Training"),
    EventKind.PRICE_CHANGE: text("Price change"),
    EventKind.LAUNCH: text("Launch"),
    EventKind.COMPETITOR: text("Competitor"),
    EventKind.HOLIDAY: text("Holiday"),
    EventKind.OTHER: text("Something else"),
}
SHADES: dict[Mode, dict[Season, str]] = {
    "light": {Season.RAMADAN: "rgba(0,112,90,0.11)", Season.LEBARAN: "rgba(0,112,90,0.34)"},
    "dark": {Season.RAMADAN: "rgba(62,199,159,0.14)", Season.LEBARAN: "rgba(62,199,159,0.42)"},
}
WIDTH = 1 / 16  # of the axis that one badge takes, on a phone
_ROWS = 3  # enough: badges are more than a width apart, those of a row more than two
_STEP = 20  # pixels between rows
_WIDE, _LINES = 50, 6  # letters and lines of a note in a hover


def told(event: Event) -> Text:
    """When it was, of what kind, what it is called."""
    kind = KINDS[event.kind]
    return text("{days}: {kind} · {name}", days=_days(event), kind=kind, name=event.name)


def shade(axis: Axis, one: Holiday, look: Look) -> dict[str, object]:
    """A holiday of several days."""
    fill = SHADES[look.mode][one.season]
    return _band(axis, *axis.span(one.first, one.last)) | {"fillcolor": fill, "line": {"width": 0}}


def dot(axis: Axis, one: Holiday, look: Look) -> dict[str, object]:
    """A mark on top whose hover names the holiday of that day."""
    said = look.say(text("{day}: {name}", day=one.first, name=one.name))
    return _note(axis.noon(one.first), "▾", said, look) | {
        "y": 1,
        "yanchor": "top",
        "bgcolor": None,
        "borderpad": 0,
        "font": {"color": look.palette.muted, "size": 11},
    }


def lines(axis: Axis, event: Event, look: Look) -> list[dict[str, object]]:
    """A dashed line on a day; for several a grey band, dashed where it begins and ends."""
    line = {"color": look.palette.muted, "width": 1, "dash": "dash"}
    if event.ends is None:
        at = axis.noon(event.begins)
        return [_band(axis, at, at) | {"type": "line", "line": line}]
    ends = axis.span(event.begins, event.ends)
    known = (axis.first <= event.begins, event.ends <= axis.last)
    fill = {"fillcolor": look.palette.envelope, "line": {"width": 0}}
    edges = [at for at, shown in zip(ends, known, strict=True) if shown]
    return [
        _band(axis, *ends) | fill,
        *(_band(axis, at, at) | {"type": "line", "line": line} for at in edges),
    ]


def badges(axis: Axis, events: Sequence[Event], look: Look) -> list[dict[str, object]]:
    """The numbers of the events, from 1, where each begins."""
    left, right = axis.ends
    width = (right - left) * WIDTH
    rows = [left - 3 * width] * _ROWS
    drawn = []
    for group in _together([_start(axis, one) for one in events], width):
        first, last = group[0], group[-1]
        at = _start(axis, events[first])
        row = next(row for row, end in enumerate(rows) if at - end > 2 * width)
        rows[row] = at
        words = f"<b>{first + 1}</b>" if first == last else f"<b>{first + 1}–{last + 1}</b>"
        hover = "<br>".join(_hover(events[n], look) for n in group)
        drawn.append(_note(at, words, hover, look) | {"y": axis.floor, "yshift": row * _STEP})
    return drawn


def _together(starts: Sequence[pd.Timestamp], width: pd.Timedelta) -> list[list[int]]:
    """Places of the starts (ascending), those within one width of the first as a group."""
    groups: list[list[int]] = []
    for n, at in enumerate(starts):
        if not groups or at - starts[groups[-1][0]] > width:
            groups.append([])
        groups[-1].append(n)
    return groups


def _start(axis: Axis, event: Event) -> pd.Timestamp:
    """One day is marked in its middle, several where they begin."""
    return axis.noon(event.begins) if event.ends is None else axis.span(event.begins, event.ends)[0]


def _hover(event: Event, look: Look) -> str:
    """All that was written down, markup disarmed."""
    note = textwrap.wrap(event.note, _WIDE, max_lines=_LINES, placeholder=" …")
    head = textwrap.wrap(look.say(told(event)), _WIDE)
    return "<br>".join(html.escape(line, quote=False) for line in [*head, *note])


def _band(axis: Axis, x0: pd.Timestamp, x1: pd.Timestamp) -> dict[str, object]:
    heights = {"y0": axis.floor, "y1": 1, "yref": "paper"}
    return {"type": "rect", "layer": "below", "x0": x0, "x1": x1, **heights}


def _note(at: pd.Timestamp, words: str, hover: str, look: Look) -> dict[str, object]:
    return {
        "x": at,
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "text": words,
        "hovertext": hover,
        "showarrow": False,
        "bgcolor": look.palette.ground,
        "borderpad": 1,
        "font": {"color": look.palette.ink, "size": 12},
    }


def _days(event: Event) -> Text:
    if event.ends is None:
        return Text("{day}", (("day", event.begins),))
    return text("{first} to {last}", first=event.begins, last=event.ends)
