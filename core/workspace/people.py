"""What a team keeps about its people: the pulse it asks, who met whom, what it said of surveys.

A wave that was closed stays closed, whatever is undone, gone back to, replaced or removed: what was
shown of it cannot be unseen, and the same answers shown again with a few more would tell those.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.errors import Refusal
from core.language import text
from core.people.one_on_ones import Change
from core.people.pulse_template import Template
from core.people.survey_said import ClosedWave, SurveyChange, SurveySaid
from core.workspace.edits import Edit
from core.workspace.model import State


def pulse(change: Callable[[Template], Template], begun: Template) -> Edit:
    """The template changed; `begun` while none is kept. Raises Refusal where it cannot be so."""
    return lambda state: replace(state, pulse=change(state.pulse or begun))


def one_on_ones(change: Change) -> Edit:
    """The one-on-ones changed."""
    return lambda state: replace(state, one_on_ones=change(state.one_on_ones))


def survey(name: str, change: SurveyChange) -> Edit:
    """What was said of a survey, changed.

    Raises Refusal where it cannot be so: closed waves would be read otherwise.
    """

    def edit(state: State) -> State:
        kept = state.surveys
        before, now = kept.of(name), change(kept.of(name))
        if kept.closed_of(name) and not _same_answers(before, now):
            raise _closed_already()
        return replace(state, surveys=replace(kept, said={**kept.said, name: now}))

    return edit


def close(new: Sequence[ClosedWave], order: Sequence[str], seen: Sequence[ClosedWave]) -> Edit:
    """Waves of one survey closed; order: the labels of its waves, oldest first.

    seen: those that were closed when these were chosen. Where another window closed any since,
    theirs stand and nothing is changed: what is left to close has to be looked for again.
    """

    def edit(state: State) -> State:
        kept = state.surveys
        if kept.closed != tuple(seen):
            return state
        own = {one.survey for one in new}
        place = {label: at for at, label in enumerate(order)}
        others = (one for one in kept.closed if one.survey not in own)
        mine = (one for one in (*kept.closed, *new) if one.survey in own)
        ordered = sorted(mine, key=lambda one: place.get(one.wave, -1))
        return replace(state, surveys=replace(kept, closed=(*others, *ordered)))

    return edit


def continue_survey(before: str, now: str) -> Edit:
    """The closed waves of a survey that is gone, as those of the one that has its answers."""

    def edit(state: State) -> State:
        kept = state.surveys
        every = tuple(
            replace(one, survey=now) if one.survey == before else one for one in kept.closed
        )
        return replace(state, surveys=replace(kept, closed=every))

    return edit


def gone_back(then: State) -> Edit:
    """An earlier state, with every wave that was closed since."""

    def edit(state: State) -> State:
        return replace(then, surveys=replace(then.surveys, closed=state.surveys.closed))

    return edit


def _same_answers(before: SurveySaid, now: SurveySaid) -> bool:
    """Whether waves have the same answers, worth the same; words may be weighed that were not."""
    plainly = (
        (before.question, before.scale, before.waves, before.alone)
        == (now.question, now.scale, now.waves, now.alone)
    )  # fmt: skip
    return plainly and before.likert in ("", now.likert)


def _closed_already() -> Refusal:
    return Refusal(
        text("Waves of this survey are closed and shown: their question, scale and dates stay."),
        text(
            "The same answers cut in two ways could be told apart. Bring answers to another "
            "question as a file of their own, or begin a new workspace."
        ),
    )


def look_at_survey(name: str) -> Edit:
    """Another of several surveys is looked at."""
    return lambda state: replace(state, surveys=replace(state.surveys, chosen=name))
