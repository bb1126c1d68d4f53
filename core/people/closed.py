"""A closed wave: all that is ever shown of it, as it was when it was closed.

Its figures and their release plan, its answers (they are attacked by the prover, and rated
questions are held against eNPS), what people wrote, and marks by which its answers are known again.
Nothing of it is worked out from a table again, so that answers that come later, an undone or
replaced file, other reading or a newer Headlight change no figure. No name is in it: columns that
name people are gone, and their names are taken out of comments. The marks are digests.

Questions are kept as they were answered: that agreeing is bad to one may be said later, since it
turns a mean round and tells nothing more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd

from core.people.answers import Pulse, SurveyQuestion
from core.people.closed_marks import Known
from core.people.comments import name_parts, scrubbed
from core.people.released import Released
from core.people.survey import Survey
from core.people.survey_said import ClosedWave


@dataclass(frozen=True)
class Frozen:
    """What lies in the object of a closed wave.

    pulse: the rows of this wave, no question turned round.
    """

    released: Released
    survey: Survey
    pulse: Pulse
    known: Known


@dataclass(frozen=True)
class Closed:
    """A closed wave with what is shown of it."""

    kept: ClosedWave
    frozen: Frozen

    @property
    def wave(self) -> str:
        """Its label, "" where the survey had one wave only."""
        return self.kept.wave

    @property
    def at(self) -> datetime:
        """When it was closed; UTC."""
        return self.kept.at

    @property
    def first(self) -> date | None:
        """The day of its first answer, None where the file had no days."""
        return self.frozen.known.first

    @property
    def last(self) -> date | None:
        """The day of its last answer."""
        return self.frozen.known.last

    @property
    def released(self) -> Released:
        """Its figures as far as they may be shown."""
        return self.frozen.released

    @property
    def survey(self) -> Survey:
        """Its answers."""
        return self.frozen.survey

    @property
    def pulse(self) -> Pulse:
        """What was rated and written in it."""
        return self.frozen.pulse


def frozen(found: Released, survey: Survey, pulse: Pulse, known: Known) -> Frozen:
    """All that is shown of a wave; pulse: of the whole survey, its questions as answered."""
    rows = pulse.waves == survey.wave if pulse.order else pulse.waves.notna()
    own = replace(
        pulse,
        points=pulse.points[rows].reset_index(drop=True),
        waves=pulse.waves[rows].reset_index(drop=True),
        order=(survey.wave,) if survey.wave else (),
        comments=pulse.comments[rows].reset_index(drop=True),
    )
    return Frozen(found, survey, own, known)


def without_names(one: Frozen, names: Iterable[str]) -> Frozen:
    """The same with names, addresses and numbers taken out of what people wrote."""
    taken = name_parts(names)
    clean = one.pulse.comments.map(lambda words: scrubbed(str(words), taken))
    return replace(one, pulse=replace(one.pulse, comments=clean))


def together(every: Sequence[Closed], reversed: frozenset[str] = frozenset()) -> Pulse:
    """The rated questions of closed waves, at least one, oldest first, as one survey.

    reversed: questions where agreeing is bad, by name or column, turned round.
    """
    pulses = [one.pulse for one in every]
    order = tuple(one.wave for one in every)
    questions: dict[str, SurveyQuestion] = {}
    for one in (one for each in pulses for one in each.questions):
        questions[one.name] = _wider(one, questions.get(one.name))
    points = pd.concat([one.points for one in pulses], ignore_index=True)
    for one in questions.values():
        if {one.name, one.column} & reversed and one.scale:
            points[one.name] = sum(one.scale) - points[one.name]
    labels = [one.wave for one in every for _ in range(len(one.pulse.points))]
    comments = pd.concat([one.comments for one in pulses], ignore_index=True)
    return replace(
        pulses[-1],
        points=points.reindex(columns=list(questions)),
        questions=tuple(questions.values()),
        waves=pd.Series(labels, dtype=object),
        order=order if any(order) else (),
        comments=comments.fillna("").astype(object),
    )


def _wider(one: SurveyQuestion, before: SurveyQuestion | None) -> SurveyQuestion:
    """The question on a scale that holds the points of earlier waves, too."""
    if before is None or one.scale is None or before.scale is None:
        return one
    low, high = zip(one.scale, before.scale, strict=True)
    return replace(one, scale=(min(low), max(high)))
