"""What a team keeps about its people: the pulse it asks, who met whom, what it said of surveys."""

from collections.abc import Callable
from dataclasses import replace

from core.people.one_on_ones import Change
from core.people.pulse_template import Template
from core.people.survey_said import SurveyChange
from core.workspace.edits import Edit
from core.workspace.model import State


def pulse(change: Callable[[Template], Template], begun: Template) -> Edit:
    """The template changed; `begun` while none is kept. Raises Refusal where it cannot be so."""
    return lambda state: replace(state, pulse=change(state.pulse or begun))


def one_on_ones(change: Change) -> Edit:
    """The one-on-ones changed."""
    return lambda state: replace(state, one_on_ones=change(state.one_on_ones))


def survey(name: str, change: SurveyChange) -> Edit:
    """What was said of a survey, changed. Raises Refusal where it cannot be so."""

    def edit(state: State) -> State:
        kept = state.surveys
        said = {**kept.said, name: change(kept.of(name))}
        return replace(state, surveys=replace(kept, said=said))

    return edit


def look_at_survey(name: str) -> Edit:
    """Another of several surveys is looked at."""
    return lambda state: replace(state, surveys=replace(state.surveys, chosen=name))
