"""The surveys of the files that a command names, wave by wave."""

from argparse import Namespace
from collections.abc import Sequence

from core.errors import Place, Refusal
from core.language import text
from core.opening.files import matters, reading_of
from core.options import settled
from core.people import Released, Said, Survey, released, surveys_of, wave_of
from core.tables import Table
from core.tables.model import TableKind


def enps_of(given: Namespace) -> tuple[Released, tuple[Released, ...]]:
    """What may be shown of one wave of a survey, and of everybody in each wave, oldest first.

    A file that could be something else is taken for a survey. Raises Refusal: no table of answers,
    no question or several, a question of reading still open.
    """
    reading = reading_of(given.files[0], given)
    if not any(one.kind is TableKind.SURVEY for one in reading.tables):
        reading = reading_of(given.files[0], given, TableKind.SURVEY)
    tables = [one for one in reading.tables if one.kind is TableKind.SURVEY]
    if not tables:
        raise Refusal(
            text("There is no table of answers to a survey in this file."),
            text("Bring the export of a survey: one row for each person, or for each answer."),
            Place(reading.source),
        )
    said = Said(given.waves, given.likert)
    every = _scored(tables, given, said)
    wanted = released(wave_of(every, given.wave), given.min_group)
    return wanted, tuple(released(one.whole(), given.min_group) for one in every)


def waves_in(table: Table, given: Namespace, said: Said) -> tuple[Survey, ...]:
    """The waves of one table. Raises Refusal as `surveys_of`, or for a question still open."""
    moments = {one.name for one in table.columns if one.field == "submitted_at"}
    open = [one for one in table.questions if one.column not in moments and matters(one, table)]
    settled(open)
    return surveys_of(table, given.score, given.scale, said)


def _scored(tables: Sequence[Table], given: Namespace, said: Said) -> tuple[Survey, ...]:
    """The waves of the one table of a file that can be scored, its largest among them.

    Raises Refusal: the largest cannot, for its reason; or several can.
    """
    first, *others = sorted(tables, key=lambda one: -len(one.frame))
    found = waves_in(first, given, said)
    more = [one for one in others if _can_be_scored(one, given, said)]
    if not more:
        return found
    sheets = dict.fromkeys(one.sheet for one in (first, *more))
    raise Refusal(
        text("Several tables of this file hold answers, and they are not mixed."),
        text("Say which sheet (--sheet): {known}.", known=", ".join(sheets)),
        Place(first.source),
    )


def _can_be_scored(table: Table, given: Namespace, said: Said) -> bool:
    try:
        return bool(waves_in(table, given, said))
    except Refusal:
        return False
