"""A survey as its newest table has it, and its waves as they are closed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from core.language import Text
from core.people.answers import Pulse, pulse_of
from core.people.closed import Frozen, frozen, without_names
from core.people.closed_marks import Known, known_of
from core.people.enps import SCALES
from core.people.privacy.plan import Plan
from core.people.released import Progress, Released, released
from core.people.survey import Survey, surveys_of
from core.people.survey_said import SurveySaid
from core.tables.model import Table


@dataclass(frozen=True)
class Open:
    """A survey as its newest table has it; waves oldest first."""

    waves: tuple[Survey, ...]
    pulse: Pulse  # no question turned round
    known: Mapping[str, Known]  # by the label of the wave


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


def _unscored(label: str, pulse: Pulse) -> Survey:
    n = int((pulse.waves == label).sum()) if pulse.order else len(pulse.waves)
    blank = pd.Series([math.nan] * n, dtype=float)
    return Survey("", SCALES["0-10"], blank, pd.DataFrame(index=blank.index), 0, (), label)


def _figures(one: Survey, progress: Progress | None) -> Released:
    if one.question:
        return released(one, progress=progress)
    return Released("", one.scale, one.wave, (), Plan({}, {}), {}, {}, 0, (), one.day)


def _part(progress: Progress, of: tuple[int, int], share: float, doing: Text) -> None:
    place, many = of
    progress((place + share) / many, doing)
