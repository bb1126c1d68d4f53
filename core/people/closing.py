"""Which waves of a survey are closed, and which are to be closed before anything of them is shown.

Every answer is counted in one closed wave of a workspace at most. A wave of the newest table is a
closed one where it has its label or holds its answers; answers that it has more came late. It is
held back where another survey of the workspace has closed on its answers.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import pandas as pd

from core.language import Text
from core.people.answers import Pulse, pulse_of
from core.people.closed import Closed, Frozen, frozen, without_names
from core.people.closed_marks import Known, known_of, shared
from core.people.enps import SCALES
from core.people.privacy.plan import FLOOR, Plan
from core.people.released import Progress, Released, released
from core.people.survey import Survey, surveys_of
from core.people.survey_said import SurveySaid
from core.people.wave_days import is_over
from core.tables.model import Table


@dataclass(frozen=True)
class Open:
    """A survey as its newest table has it; waves oldest first."""

    waves: tuple[Survey, ...]
    pulse: Pulse  # no question turned round
    known: Mapping[str, Known]  # by the label of the wave


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


def opened(table: Table, said: SurveySaid) -> Open:
    """A survey as it can be closed. Raises Refusal as `surveys_of`."""
    plainly = said.plainly
    waves = surveys_of(table, said.question, said.scale, plainly)
    return Open(waves, pulse_of(table, plainly), known_of(table, plainly))


def opened_unscored(table: Table, said: SurveySaid) -> Open:
    """A survey that asks nothing on recommending: its rated questions can be closed all the same.

    Its answers are blank. Raises Refusal as `pulse_of`.
    """
    pulse, known = pulse_of(table, said.plainly), known_of(table, said.plainly)
    return Open(tuple(_unscored(label, pulse) for label in pulse.order or ("",)), pulse, known)


def kept_of(
    survey: Open, waves: Sequence[Survey], names: Sequence[str], progress: Progress | None = None
) -> tuple[Frozen, ...]:
    """Waves as they are closed; names: of people, taken out of what was written.

    progress: as of `released`, over all of them.
    """
    found = []
    for place, one in enumerate(waves):
        part = progress and partial(_part, progress, (place, len(waves)))
        kept = frozen(_figures(one, part), one, survey.pulse, survey.known[one.wave])
        found.append(without_names(kept, names))
    return tuple(found)


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
    """The survey, its one wave called after its middle day where a closed one has no name either.

    Files that replace each other, each with the answers of its own days, are waves of their own.
    """
    only = survey.waves[0]
    bare = [one for one in own if not one.wave and one.released.day]
    if only.wave or not only.day or not bare or _sharing(only, survey, own):
        return survey
    label = only.day.isoformat()
    return replace(
        survey, waves=(replace(only, wave=label),), known={label: survey.known[only.wave]}
    )


def continued(survey: Open, others: Sequence[Closed]) -> str:
    """The name of another survey whose closed waves hold the answers of this one; "" for none."""
    held = (_held(one, survey, others) for one in survey.waves)
    return next((one.kept.survey for one in held if one), "")


def _unscored(label: str, pulse: Pulse) -> Survey:
    n = int((pulse.waves == label).sum()) if pulse.order else len(pulse.waves)
    blank = pd.Series([math.nan] * n, dtype=float)
    return Survey("", SCALES["0-10"], blank, pd.DataFrame(index=blank.index), 0, (), label)


def _part(progress: Progress, of: tuple[int, int], share: float, doing: Text) -> None:
    place, many = of
    progress((place + share) / many, doing)


def _figures(one: Survey, progress: Progress | None) -> Released:
    if one.question:
        return released(one, progress=progress)
    return Released("", one.scale, one.wave, (), Plan({}, {}), {}, {}, 0, (), one.day)


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
    """The closed wave that one is: of its label, else with its answers."""
    named = next((each for each in own if each.wave == one.wave), None)
    return named or _sharing(one, survey, own)


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
