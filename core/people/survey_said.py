"""What a person said of a survey, kept so that it is asked once and holds for the whole trend.

Beside it the waves that were closed: what they were called, when, and as what they were read. All
that is ever shown of a closed wave lies in one object (core.people.closed), so that neither later
answers nor other settings change it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.errors import Refusal
from core.language import text
from core.people.answers import Said

MOST_ASKED = 10_000_000


@dataclass(frozen=True)
class SurveySaid:
    """Of one survey; "" where nothing was said.

    scale: one of SCALES, once confirmed. likert, waves: as Said has it. reversed: questions where
    agreeing is bad. asked: how many people were asked, by wave. alone: as Said has it.
    """

    question: str = ""
    scale: str = ""
    likert: str = ""
    reversed: tuple[str, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)
    waves: str = ""
    alone: bool = False

    @property
    def said(self) -> Said:
        """What the reading of the survey needs of it."""
        return Said(self.waves, self.likert, frozenset(self.reversed), self.alone)

    @property
    def plainly(self) -> Said:
        """The same, with every question as it was answered."""
        return Said(self.waves, self.likert, alone=self.alone)


@dataclass(frozen=True)
class ClosedWave:
    """One wave that was closed: its figures are those of that moment.

    survey: the name the workspace keeps the survey under. question, scale, likert, waves: as it was
    read. digest: of the object that holds what is shown of it.
    """

    survey: str
    wave: str
    at: datetime  # UTC
    question: str
    scale: str
    likert: str
    waves: str
    digest: str


@dataclass(frozen=True)
class Surveys:
    """Of every survey of a workspace, and which of them is looked at ("": the first).

    closed: the waves that were closed, those of a survey oldest first; none ever leaves.
    """

    chosen: str = ""
    said: Mapping[str, SurveySaid] = field(default_factory=dict)
    closed: tuple[ClosedWave, ...] = ()

    def of(self, survey: str) -> SurveySaid:
        """What was said of that survey; what its closed waves were read as holds."""
        said = self.said.get(survey, SurveySaid())
        waves = self.closed_of(survey)
        if not waves:
            return said
        held = waves[-1]
        return replace(
            said,
            question=held.question,
            scale=held.scale,
            likert=held.likert or said.likert,
            waves=held.waves,
        )

    def closed_of(self, survey: str) -> tuple[ClosedWave, ...]:
        """The closed waves of that survey, oldest first."""
        return tuple(one for one in self.closed if one.survey == survey)


SurveyChange = Callable[[SurveySaid], SurveySaid]


def were_asked(wave: str, people: int | None) -> SurveyChange:
    """How many were asked in that wave; None: not known. Raises Refusal: an odd number."""
    if people is not None and not 0 < people <= MOST_ASKED:
        raise Refusal(
            text("{n} people cannot have been asked.", n=people),
            text("Give how many people got the survey, or nothing."),
        )

    def change(said: SurveySaid) -> SurveySaid:
        others = {one: n for one, n in said.asked.items() if one != wave}
        return replace(said, asked=others if people is None else {**others, wave: people})

    return change
