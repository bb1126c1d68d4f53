"""What the words of a deal's status are taken for, so that a person can say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.metrics import asked
from core.metrics.connected import Connected
from core.metrics.records.words import OUTCOME
from core.tables.model import Column, ColumnType, Table, TableKind

OUTCOMES = ("won", "lost", "open", "other")
MOST = 60  # words; a column with more holds no status


@dataclass(frozen=True)
class OutcomeWord:
    """One word of a column, how many rows have it, and what it is taken for; "": not known."""

    column: str
    word: str
    rows: int
    meant: str

    @property
    def key(self) -> str:
        """Under which the answer is kept."""
        return f"{self.column}:{self.word}"


def outcome_words(tables: Sequence[Table], said: Mapping[str, str]) -> tuple[OutcomeWord, ...]:
    """The words of the status of deals, those not known first, then the most frequent.

    Raises Refusal when a connected table does not answer.
    """
    found = [
        OutcomeWord(column.name, word, rows, _meant(column.name, word, said))
        for table in tables
        if table.kind is TableKind.DEALS
        for column in table.columns
        if column.field == "status" and column.type is ColumnType.TEXT
        for word, rows in _words(table, column)
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.meant), -one.rows, one.word)))


def _words(table: Table, column: Column) -> list[tuple[str, int]]:
    if isinstance(table, Connected):
        told = asked.words(table, column, MOST + 1)
    else:
        words = table.frame[column.name].astype("string").str.strip().replace("", None).dropna()
        told = [(str(word), int(n)) for word, n in words.value_counts().items()]
    return told if len(told) <= MOST else []


def _meant(column: str, word: str, said: Mapping[str, str]) -> str:
    return said.get(f"{column}:{word}") or OUTCOME.value(word) or ""
