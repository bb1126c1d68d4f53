"""What the words of a status, a kind or an outcome are taken for, so that a person can say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.metrics import asked
from core.metrics.connected import Connected
from core.metrics.records.vocabularies import words_for
from core.metrics.records.words import Vocabulary
from core.tables.model import Column, ColumnType, Table, TableKind

MOST = 60  # words; a column with more holds no status


@dataclass(frozen=True)
class OutcomeWord:
    """One word of a column, how many rows have it, and what it is taken for; "": not known."""

    column: str
    word: str
    rows: int
    meant: str
    choices: tuple[str, ...]  # what it can mean

    @property
    def key(self) -> str:
        """Under which the answer is kept."""
        return f"{self.column}:{self.word}"


def outcome_words(tables: Sequence[Table], said: Mapping[str, str]) -> tuple[OutcomeWord, ...]:
    """The words of the status of deals, and of other tables those that are not known.

    Those without a meaning come first, then the most frequent. Raises Refusal when a connected
    table does not answer.
    """
    found = [
        OutcomeWord(
            column.name, word, rows, _meant(column.name, word, said, known), tuple(known.words)
        )
        for table in tables
        for column, known in _worded(table)
        for word, rows in _words(table, column)
        if table.kind is TableKind.DEALS or known.value(word) is None
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.meant), -one.rows, one.word)))


def _worded(table: Table) -> list[tuple[Column, Vocabulary]]:
    """The columns of a table whose fields have words of their own."""
    every = [(column, words_for(table.kind, column.field)) for column in table.columns]
    return [
        (column, known)
        for column, known in every
        if known is not None and column.type is ColumnType.TEXT
    ]


def _words(table: Table, column: Column) -> list[tuple[str, int]]:
    if isinstance(table, Connected):
        told = asked.words(table, column, MOST + 1)
    else:
        words = table.frame[column.name].astype("string").str.strip().replace("", None).dropna()
        told = [(str(word), int(n)) for word, n in words.value_counts().items()]
    return told if len(told) <= MOST else []


def _meant(column: str, word: str, said: Mapping[str, str], known: Vocabulary) -> str:
    return said.get(f"{column}:{word}") or known.value(word) or ""
