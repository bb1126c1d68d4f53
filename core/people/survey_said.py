"""What a person said of a survey, kept so that it is asked once and holds for the whole trend."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from core.errors import Refusal
from core.language import text
from core.people.answers import Said

MOST_ASKED = 10_000_000


@dataclass(frozen=True)
class SurveySaid:
    """Of one survey; "" where nothing was said.

    scale: one of SCALES, once confirmed. likert: as Said has it. reversed: questions where
    agreeing is bad. asked: how many people were asked, by wave.
    """

    question: str = ""
    scale: str = ""
    likert: str = ""
    reversed: tuple[str, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)

    @property
    def said(self) -> Said:
        """What the reading of the survey needs of it."""
        return Said(likert=self.likert, reversed=frozenset(self.reversed))


@dataclass(frozen=True)
class Surveys:
    """Of every survey of a workspace, and which of them is looked at ("": the first)."""

    chosen: str = ""
    said: Mapping[str, SurveySaid] = field(default_factory=dict)

    def of(self, survey: str) -> SurveySaid:
        """What was said of that survey."""
        return self.said.get(survey, SurveySaid())


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
