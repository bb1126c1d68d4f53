"""The files and sources that a command names, opened: readings, and the panel of all together."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from core.command_words import heard
from core.enablement import SIZE_BAND, Answer, Asked, enablement, unused_by
from core.errors import Place, Refusal
from core.language import text
from core.metrics import (
    Bridge,
    Panel,
    build_panel,
    choose_tables,
    connected,
    parsed,
    pipeline_bridge,
)
from core.options import (
    answers_for,
    file_and_sheet,
    outcomes,
    parts,
    settled,
    source_and_table,
)
from core.people import Released, Said, Survey, released, surveys_of, wave_of
from core.periods import Grain
from core.tables import Question, Reading, Table, read
from core.tables.mapping import KINDS
from core.tables.model import TableKind


def panel_of(given: Namespace, named: list[str]) -> Panel:
    """The panel of all files, for the indicators `named`.

    Raises Refusal when a question about one of them, or any where none is named, is still open.
    """
    tables, fields = _all_tables(given)
    asked = {one.casefold() for said in named for one in (said, *parts(said))}
    open_now = [one for table in tables for one in table.questions]
    settled([one for one in open_now if not asked or one.column.casefold() in asked])
    return build_panel(
        tables,
        Grain(given.period) if given.period else None,
        as_of=given.as_of,
        keep_unfinished=given.keep_unfinished,
        fields=fields,
        by=given.by,
        own=[parsed(one) for one in given.define],
        fiscal_start=given.fiscal_start,
    )


def bridge_of(given: Namespace, panel: Panel) -> Bridge:
    """What changed the pipeline between the periods of the panel. Raises Refusal without deals."""
    tables, fields = _all_tables(given)
    return pipeline_bridge(tables, panel.frequency, as_of=given.as_of, fields=fields)


def enablement_of(given: Namespace) -> Answer:
    """The enablement metrics of all files.

    Raises Refusal when a question about a column they may rest on is still open.
    """
    tables, fields = _all_tables(given)
    unused = unused_by(given.metric) - _fields_behind(given.by)
    open_now = [(one, table) for table in tables for one in table.questions]
    settled(
        [one for one, table in open_now
         if one.column in given.by or _matters(one, table, unused)]
    )  # fmt: skip
    asked = Asked(
        given.as_of,
        tuple(given.by),
        fields,
        within_s=given.within * 3600.0,
        working_hours=given.working_hours,
        others_lost=given.others_lost,
    )
    return enablement(tables, asked, given.metric)


def _fields_behind(by: Sequence[str]) -> set[str]:
    """The fields on which what divides rests."""
    return {*by, "amount"} if SIZE_BAND in by else set(by)


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


def _surveys(table: Table, given: Namespace, said: Said) -> tuple[Survey, ...]:
    """The waves of one table. Raises Refusal as `surveys_of`, or for a question still open."""
    moments = {one.name for one in table.columns if one.field == "submitted_at"}
    open = [one for one in table.questions if one.column not in moments and _matters(one, table)]
    settled(open)
    return surveys_of(table, given.score, given.scale, said)


def _scored(tables: Sequence[Table], given: Namespace, said: Said) -> tuple[Survey, ...]:
    """The waves of the one table of a file that can be scored, its largest among them.

    Raises Refusal: the largest cannot, for its reason; or several can.
    """
    first, *others = sorted(tables, key=lambda one: -len(one.frame))
    found = _surveys(first, given, said)
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
        return bool(_surveys(table, given, said))
    except Refusal:
        return False


def _matters(question: Question, table: Table, unused: frozenset[str] = frozenset()) -> bool:
    """Whether the column asked about is a field of its kind of records that is used."""
    own = KINDS[table.kind].ids - {"-"} - unused if table.kind in KINDS else frozenset()
    return any(one.name == question.column and one.field in own for one in table.columns)


def _all_tables(given: Namespace) -> tuple[list[Table], dict[str, str]]:
    """The tables of all files, and what was said of their columns and words."""
    tables: list[Table] = []
    fields: dict[str, str] = {}
    for name in given.files:
        tables.extend(_tables(name, given))
        fields |= answers_for(name, given).fields
    heard([*fields, *(_column_of(word, tables) for word in outcomes(given.outcome))], tables)
    return tables, fields | outcomes(given.outcome)


def _column_of(word: str, tables: Sequence[Table]) -> str:
    """The column of “Column:word”; either may hold a colon."""
    known = (one.name for table in tables for one in table.columns)
    return next((one for one in known if word.startswith(f"{one}:")), word.partition(":")[0])


def _tables(name: str, given: Namespace) -> Sequence[Table]:
    """The tables of one file that a panel is made of, or the table of a source."""
    source = source_and_table(name)
    if source is not None:
        return [connected(*source, answers_for(name, given))]
    reading = reading_of(name, given)
    return choose_tables(reading.tables) or reading.tables


def reading_of(name: str, given: Namespace, kind: TableKind | None = None) -> Reading:
    """One file, read with the answers given for it, as that kind of table if one is said.

    Raises Refusal when it cannot be opened.
    """
    path, sheet = file_and_sheet(name)
    if source_and_table(name) is not None:
        raise Refusal(
            text("Sources are connected for the verbs panel and lead-lag only."),
            text("Bring a file here, or ask for the panel of the source."),
        )
    answers = answers_for(name, given)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            text("The file cannot be opened: {reason}.", reason=error.strerror or str(error)),
            text("Check the name of the file and your right to read it."),
            Place(str(path)),
        ) from error
    if kind is not None:
        answers = replace(answers, kinds={"": kind.value})
    return read(content, path.name, answers if sheet is None else replace(answers, sheet=sheet))
