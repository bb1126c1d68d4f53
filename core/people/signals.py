"""What a survey may tell a leader before a one-on-one: figures of the team, never of one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.language import Amount, Text, counted, text
from core.people.enps import Score, change_p
from core.people.privacy.plan import EVERYBODY, Group, Why
from core.people.released import Released, Withheld

NOISE = 0.05  # a change with a larger p is within noise
_TEAM, _ALL = text("eNPS of the team"), text("eNPS of everybody")


@dataclass(frozen=True)
class Signal:
    """A figure of a group in this wave, or why it is hidden, and the same of the wave before."""

    name: Text
    now: Score | Withheld
    before: Score | Withheld | None = None

    @property
    def p(self) -> float | None:
        """How often chance alone changes a figure that much; None where there is none before."""
        if not isinstance(self.now, Score) or not isinstance(self.before, Score):
            return None
        return change_p(self.before.counts, self.now.counts)


def team_signals(waves: Sequence[Released], column: str, team: str) -> tuple[Signal, ...]:
    """The score of the team and of everybody in the newest wave, beside the wave before it.

    waves: oldest first, at least one; waves on another scale are not compared. A team of which
    nobody answered has too few answers. Raises Refusal: there is no such column.
    """
    now = waves[-1]
    before = waves[-2] if len(waves) > 1 else None
    if before and before.scale != now.scale:
        before = None
    group: Group = ((now.column_named(column), team),)
    return tuple(
        Signal(name, _figure(now, one), _figure(before, one) if before else None)
        for name, one in ((_TEAM, group), (_ALL, EVERYBODY))
    )


def said(one: Signal) -> tuple[Text, ...]:
    """A signal in sentences: the figure with its interval, and what became of it."""
    if isinstance(one.now, Withheld):
        return (text("{name}: {reason}", name=one.name, reason=one.now.reason),)
    figure = counted(
        "{name}: {score}, anywhere from {low} to {high} is possible (95%; {n} answer).",
        "{name}: {score}, anywhere from {low} to {high} is possible (95%; {n} answers).",
        one.now.counts.n,
        name=one.name,
        score=Amount(one.now.value, 0),
        low=Amount(one.now.low, 0),
        high=Amount(one.now.high, 0),
    )
    return (figure, _change(one.now, one)) if one.p is not None else (figure,)


def _change(now: Score, one: Signal) -> Text:
    assert isinstance(one.before, Score) and one.p is not None
    before = Amount(one.before.value, 0)
    if one.p > NOISE:
        return text("The wave before had {before}: the change is within noise.", before=before)
    if now.value > one.before.value:
        return text("Higher than the {before} of the wave before, beyond noise.", before=before)
    return text("Lower than the {before} of the wave before, beyond noise.", before=before)


def _figure(wave: Released, group: Group) -> Score | Withheld:
    return wave.figures.get(group, Withheld(Why.FEW, wave.plan.floor))
