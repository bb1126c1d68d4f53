"""The tables of the files and sources that a command names."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from core.command_words import heard
from core.errors import Place, Refusal
from core.language import text
from core.metrics import choose_tables, connected
from core.options import answers_for, file_and_sheet, outcomes, source_and_table
from core.people.answers.asking import are_answers
from core.people.answers.of_staff import may_be_of_staff
from core.tables import Question, Reading, Table, read
from core.tables.mapping import KINDS
from core.tables.model import TableKind


def all_tables(given: Namespace) -> tuple[list[Table], dict[str, str]]:
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
    if len(reading.tables) == 1 and is_staff_answers(reading.tables[0]):
        reading = reading_of(name, given, TableKind.SURVEY)
    return choose_tables(reading.tables) or reading.tables


def is_staff_answers(table: Table) -> bool:
    """Whether a table that was taken for something else holds what single people of staff said."""
    return table.kind is not TableKind.SURVEY and are_answers(table) and may_be_of_staff(table)


def matters(question: Question, table: Table, unused: frozenset[str] = frozenset()) -> bool:
    """Whether the column asked about is a field of its kind of records that is used."""
    own = KINDS[table.kind].ids - {"-"} - unused if table.kind in KINDS else frozenset()
    return any(one.name == question.column and one.field in own for one in table.columns)


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
