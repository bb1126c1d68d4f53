"""Which waves of a survey are closed, and which are to be closed before anything of them is shown.

No answers are cut into closed waves twice in a workspace. A wave of the newest table is a closed
one where it has its label or holds its answers; answers that it has more came late. It is held back
where another survey of the workspace has closed on its answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from core.people.closed import Closed
from core.people.closed_marks import shared
from core.people.open_waves import Open
from core.people.privacy.plan import FLOOR
from core.people.survey import Survey
from core.people.wave_days import is_over


@dataclass(frozen=True)
class Late:
    """What the newest table has otherwise than a closed wave: more answers, or others."""

    more: int = 0
    other: bool = False


@dataclass(frozen=True)
class Standing:
    """The waves of a survey that are not closed, and what came after those that are.

    past: to be closed when they are shown. running: the newest one, while it is not over. few: of
    fewer answers than the floor, so that nothing is shown and nothing closed. elsewhere: with the
    answers of another survey's closed wave.
    """

    past: tuple[Survey, ...] = ()
    running: Survey | None = None
    few: tuple[Survey, ...] = ()
    elsewhere: tuple[Survey, ...] = ()
    late: Mapping[str, Late] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Survey, ...]:
        """Every wave that can be closed, the oldest first."""
        return self.past if self.running is None else (*self.past, self.running)


def standing(
    survey: Open, own: Sequence[Closed], others: Sequence[Closed], today: date
) -> Standing:
    """What is to be closed and what came late; others: closed waves of other surveys."""
    closed = {one.wave: _closed_as(one, survey, own) for one in survey.waves}
    found: dict[str, list[Survey]] = {"past": [], "running": [], "few": [], "elsewhere": []}
    for one in survey.waves:
        if closed[one.wave] is None:
            found[_where(one, survey, others, today)].append(one)
    return Standing(
        tuple(found["past"]),
        found["running"][0] if found["running"] else None,
        tuple(found["few"]),
        tuple(found["elsewhere"]),
        {one.wave: _late(one, survey, own, closed) for one in own},
    )


def beside(survey: Open, own: Sequence[Closed]) -> Open:
    """The survey, its new waves that are called like a closed one with a day or number behind it.

    Files that replace each other, each with the answers of its own days, are waves of their own.
    """
    labels = {one.wave for one in own}
    again = [one for one in survey.waves if one.wave in labels and not _closed_as(one, survey, own)]
    for one in again:
        day = one.day or survey.known[one.wave].first
        survey = _called(one, f"{one.wave} {day or len(own) + 1}".strip(), survey)
    return survey


def _called(wave: Survey, label: str, survey: Open) -> Open:
    pulse, known = survey.pulse, dict(survey.known)
    known[label] = known.pop(wave.wave)
    if pulse.order:
        names = {wave.wave: label}
        order = tuple(names.get(one, one) for one in pulse.order)
        pulse = replace(pulse, waves=pulse.waves.replace(names), order=order)
    waves = tuple(replace(one, wave=label) if one is wave else one for one in survey.waves)
    return Open(waves, pulse, known)


def continued(survey: Open, others: Sequence[Closed]) -> str:
    """The name of another survey whose closed waves hold the answers of this one; "" for none."""
    held = (_held(one, survey, others) for one in survey.waves)
    return next((one.kept.survey for one in held if one), "")


def _where(one: Survey, survey: Open, others: Sequence[Closed], today: date) -> str:
    """The part of Standing that a wave belongs to which is not closed."""
    if _held(one, survey, others):
        return "elsewhere"
    if len(one.answers) < FLOOR:
        return "few"
    newest = one is survey.waves[-1]
    over = is_over(one.wave, survey.known[one.wave].last, today)
    return "running" if newest and not over else "past"


def _closed_as(one: Survey, survey: Open, own: Sequence[Closed]) -> Closed | None:
    """The closed wave that one is: of its label and with its answers, else of either.

    Of the label alone only where their days do not tell that it is another one.
    """
    known = survey.known[one.wave]
    named = [each for each in own if each.wave == one.wave]
    holding = _sharing(one, survey, named) or _sharing(one, survey, own)
    return holding or next((each for each in named if not known.apart(each.frozen.known)), None)


def _held(one: Survey, survey: Open, others: Sequence[Closed]) -> Closed | None:
    asked = one.question.casefold()
    return _sharing(
        one, survey, [each for each in others if each.kept.question.casefold() == asked]
    )


def _sharing(one: Survey, survey: Open, every: Sequence[Closed]) -> Closed | None:
    marks = survey.known[one.wave].marks
    return next((each for each in every if shared(marks, each.frozen.known.marks)), None)


def _late(
    one: Closed, survey: Open, own: Sequence[Closed], closed: Mapping[str, Closed | None]
) -> Late:
    """Beside all closed waves whose answers stand in the waves of the table that are this one."""
    now = [each for each in survey.waves if closed[each.wave] is one]
    if not now:
        return Late()
    marks = {mark for each in now for mark in survey.known[each.wave].marks}
    held = [each for each in own if each is one or shared(marks, each.frozen.known.marks)]
    more = sum(len(each.answers) for each in now) - sum(len(each.survey.answers) for each in held)
    if more > 0:
        return Late(more)
    return Late(other=more < 0 or _counted(now) != _counted([each.survey for each in held]))


def _counted(waves: Sequence[Survey]) -> dict[object, int]:
    """How often each point was given with each combination of groups."""
    every = pd.concat([one.groups.assign(**{"": one.answers}) for one in waves])
    return every.value_counts(dropna=False).sort_index().to_dict()
