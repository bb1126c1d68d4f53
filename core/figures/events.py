"""Events and holidays on any chart over time, and the words for what is marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from core.figures.event_marks import KINDS, SHADES, badges, dot, lines, shade, told
from core.figures.theme import Look
from core.figures.time_axis import Axis
from core.holidays import Holiday, Season, public_holidays, seasons
from core.language import Text, counted, text
from core.periods import Frequency, Grain
from core.workspace import Event, Shading

__all__ = ["KINDS", "MOST_DAYS", "Marked", "marked", "told", "within"]
MOST_DAYS = 60  # public holidays that are marked one by one


@dataclass(frozen=True)
class Marked:
    """A chart with what happened on it: events in the order of their numbers, from 1."""

    figure: go.Figure
    look: Look
    events: tuple[Event, ...] = ()
    seasons: tuple[Season, ...] = ()  # that are shaded
    days: int = 0  # public holidays marked
    left_out: int = 0  # too many to mark

    @property
    def listed(self) -> list[tuple[int, Text]]:
        """Number and words of each event."""
        return [(n, told(one)) for n, one in enumerate(self.events, 1)]

    @property
    def shades(self) -> list[tuple[str, str, str]]:
        """(words, background, ink) of each colour that is shaded."""
        names = {Season.RAMADAN: text("Ramadan"), Season.LEBARAN: text("Lebaran")}
        colours, ink = SHADES[self.look.mode], self.look.palette.ink
        return [(self.look.say(names[one]), colours[one], ink) for one in self.seasons]

    @property
    def holidays(self) -> Text | None:
        """What the marks along the top are, or that they are too many to mark."""
        if self.left_out:
            return text("{n} public holidays are too many to mark here.", n=self.left_out)
        if not self.days:
            return None
        return counted("▾ {n} public holiday", "▾ {n} public holidays", self.days)

    def alt(self, words: str) -> str:
        """The chart in words, and what is marked on it."""
        said = [words]
        if self.events:
            named = [text("{n}: {event}", n=n, event=event) for n, event in self.listed]
            said.append(self.look.say(text("Marked: {list}.", list=Text.joined("; ", named))))
        if self.seasons:
            names = ", ".join(name for name, *_ in self.shades)
            said.append(self.look.say(text("Shaded: {list}.", list=names)))
        return " ".join(said)


def marked(
    figure: go.Figure, frequency: Frequency, happened: tuple[Sequence[Event], Shading], look: Look
) -> Marked:
    """The chart with the events on its calendar, and holidays as wished.

    figure: one whose points stand at the starts of periods; one without points stays as it is.
    """
    events, shading = happened
    axis = Axis.of(figure, frequency)
    if axis is None:
        return Marked(figure, look)
    there = within(events, axis.first, axis.last)
    shaded, days = _holidays(axis, shading)
    shown = days if len(days) <= MOST_DAYS else ()
    bands = [shade(axis, one, look) for one in shaded]
    every = [line for one in there for line in lines(axis, one, look)]
    dots = [dot(axis, one, look) for one in shown]
    figure.layout.shapes = (*figure.layout.shapes, *bands, *every)
    figure.layout.annotations = (
        *figure.layout.annotations,
        *dots,
        *badges(axis, there, look),
    )
    found = tuple(dict.fromkeys(one.season for one in shaded))
    return Marked(figure, look, there, found, len(shown), len(days) - len(shown))


def within(events: Iterable[Event], first: date, last: date) -> tuple[Event, ...]:
    """The events that touch those days, earliest first."""
    there = (one for one in events if one.begins <= last and first <= one.last)
    return tuple(sorted(there, key=lambda one: (one.begins, one.last, one.name)))


def _holidays(axis: Axis, shading: Shading) -> tuple[Sequence[Holiday], Sequence[Holiday]]:
    """What is shaded, and the public holidays beside; between years there is no room for them."""
    if shading is Shading.NONE or axis.frequency.grain is Grain.YEAR:
        return (), ()
    days = public_holidays(axis.first, axis.last) if shading is Shading.ALL else ()
    return seasons(axis.first, axis.last), days
