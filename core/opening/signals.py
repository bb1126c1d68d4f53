"""The surveys of staff among the tables that a command names, as the panel takes them."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import Place, Refusal
from core.language import Text, text
from core.metrics import Connected
from core.opening.files import is_staff_answers
from core.opening.surveys import waves_in
from core.people import Pulse, Said, Survey, pulse_of, released
from core.people.answers.of_staff import is_of_staff, may_be_of_staff
from core.people.results import results
from core.people.series import StaffSurvey, staff_survey
from core.tables import Table
from core.tables.model import TableKind


@dataclass(frozen=True)
class Signals:
    """Surveys of staff, the other tables, and why some survey of staff gives nothing.

    unsettled: rated questions whose words nobody has weighed yet.
    """

    surveys: tuple[StaffSurvey, ...]
    others: list[Table]
    stopped: tuple[Refusal, ...] = ()
    unsettled: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[Text, ...]:
        """What was left out of the panel for want of an answer."""
        told = [
            text(
                "{survey}: no indicator comes from this survey. {what} {remedy}",
                survey=Place(one.place.source, one.place.sheet).text(),
                what=one.what,
                remedy=one.remedy,
            )
            for one in self.stopped
        ]
        if self.unsettled:
            names = ", ".join(f"“{one}”" for one in self.unsettled)
            told.append(
                text(
                    "Left out until it is said what their words are worth ({option}): {questions}.",
                    option="--likert",
                    questions=names,
                )
            )
        return tuple(told)


def signals_of(tables: Sequence[Table], given: Namespace) -> Signals:
    """The surveys of staff among those tables; those of customers stay with the other tables.

    No figure of the other tables is worked out from answers of staff, also where their survey could
    not be read. Raises Refusal: a floor under 5.
    """
    surveys, others = list[StaffSurvey](), list[Table]()
    stopped, unsettled = list[Refusal](), list[str]()
    for table in tables:
        if is_staff_answers(table) or (isinstance(table, Connected) and _is_of_staff(table)):
            stopped.append(_single(table))
            continue
        read = table.kind is TableKind.SURVEY and not isinstance(table, Connected)
        found = _waves(table, given) if read else ()
        if isinstance(found, Refusal):
            stopped.append(Refusal(found.what, found.remedy, Place(table.source, table.sheet)))
            continue
        if found:
            pulse = pulse_of(table, Said(given.waves, given.likert))
            known = [one for one in found if not _is_later(one, given)]
            surveys += [_survey(table, known, pulse, given)] if known else []
            unsettled += pulse.unsettled
            continue
        others.append(table)
    return Signals(tuple(surveys), others, tuple(stopped), tuple(unsettled))


def _waves(table: Table, given: Namespace) -> tuple[Survey, ...] | Refusal:
    """The waves of a survey of staff, why they cannot be read, or none where it asks customers."""
    try:
        found = waves_in(table, given, Said(given.waves, given.likert))
    except Refusal as stop:
        return stop if given.score or may_be_of_staff(table) else ()
    return found if given.score or is_of_staff(table, found[-1].question) else ()


def _is_of_staff(table: Table) -> bool:
    return table.kind is TableKind.SURVEY and may_be_of_staff(table)


def _single(table: Table) -> Refusal:
    return Refusal(
        text("This table holds answers of single people of staff, which are never shown."),
        text("Bring the survey in a file of its own."),
        Place(table.source, table.sheet),
    )


def _is_later(one: Survey, given: Namespace) -> bool:
    """Whether a wave was answered after the day the data go up to."""
    return bool(given.as_of and one.day and one.day > given.as_of)


def _survey(table: Table, waves: Sequence[Survey], pulse: Pulse, given: Namespace) -> StaffSurvey:
    """Every wave as it is planned; without groups where none are asked for, as none are told."""
    plans = [one if given.by else one.whole() for one in waves]
    return staff_survey(
        Place(table.source, table.sheet),
        [released(one, given.min_group) for one in plans],
        results(pulse, waves[-1].question),
    )
