"""What to talk about in the one-on-ones of a team, for about an hour each.

It rests on figures of the team that may be shown to its leader. Where they are hidden it says why
and asks openly; it never names what one person answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.language import Text, text
from core.people.signals import NOISE, Signal, said


@dataclass(frozen=True)
class Progress:
    """A leading indicator of the team: its newest figure as said, and the target where set."""

    name: Text | str
    newest: Text | str
    when: Text | str
    target: Text | str | None = None
    of_all: bool = False  # of all teams together, for want of the team's own figure


@dataclass(frozen=True)
class Part:
    """A part of the talk: minutes, what is known, what to ask."""

    title: Text
    minutes: int
    known: tuple[Text, ...]
    asks: tuple[Text, ...]


@dataclass(frozen=True)
class Agenda:
    """The parts of a one-on-one in a team, in their order."""

    team: str
    on: date
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, more or less."""
        return sum(one.minutes for one in self.parts)


PROMISE = (
    text(
        "For the talk, not for the file: what is said stays between you. Headlight keeps no notes."
    ),
    text("Figures are of the team, never of one person. Do not ask who answered what."),
)


def agenda(team: str, signals: Sequence[Signal], progress: Sequence[Progress], on: date) -> Agenda:
    """The agenda of a team; signals and progress may be empty."""
    return Agenda(
        team, on, (_arriving(), _team(signals), _targets(progress), _obstacles(), *_ahead())
    )


def _arriving() -> Part:
    asks = (
        text("How are you, and how is the week going?"),
        text("What do you want to talk about?"),
    )
    return Part(text("Arriving"), 10, (), asks)


def _team(signals: Sequence[Signal]) -> Part:
    known = tuple(line for one in signals for line in said(one))
    if not signals:
        known = (text("No figures of a survey are at hand."),)
    asks = [
        text("What works well in our team, and what should stay?"),
        text("What one thing would make this a better place to work?"),
    ]
    if any(one.p is not None and one.p <= NOISE for one in signals):
        asks.append(text("Does the change fit with what you see? What may lie behind it?"))
    return Part(text("How the team is doing"), 10, known, tuple(asks))


def _targets(progress: Sequence[Progress]) -> Part:
    asks = (
        text("Which of our leading indicators do you move, and how is it going?"),
        text("What would you try in the coming two weeks?"),
    )
    known = tuple(map(_standing, progress))
    if any(one.of_all for one in progress):
        known = (text("The figures are of all teams together:"), *known)
    return Part(text("Progress towards our targets"), 15, known, asks)


def _standing(one: Progress) -> Text:
    if one.target is None:
        return text(
            "{name}: {newest} ({when}); no target is set.",
            name=one.name,
            newest=one.newest,
            when=one.when,
        )
    return text(
        "{name}: {newest} ({when}); the target is {target}.",
        name=one.name,
        newest=one.newest,
        when=one.when,
        target=one.target,
    )


def _obstacles() -> Part:
    asks = (
        text("What held you up most since we last met?"),
        text("What can I take out of your way, and by when?"),
    )
    return Part(text("What is in the way"), 10, (), asks)


def _ahead() -> tuple[Part, Part]:
    growth = (
        text("What did you learn lately, and what do you want to learn next?"),
        text("Which part of my coaching helps, and which does not?"),
    )
    step = (
        text("What does each of us do until we meet again?"),
        text("On which day do we meet again?"),
    )
    return Part(text("Growing"), 10, (), growth), Part(text("Next step"), 5, (), step)
