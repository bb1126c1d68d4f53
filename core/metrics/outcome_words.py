"""What the words of a deal's status are taken for, so that a person can say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.metrics.records.words import OUTCOME
from core.tables.model import ColumnType, Table, TableKind

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
    """The words of the status of deals, those not known first, then the most frequent."""
    found = [
        OutcomeWord(column.name, word, rows, _meant(column.name, word, said))
        for table in tables
        if table.kind is TableKind.DEALS
        for column in table.columns
        if column.field == "status" and column.type is ColumnType.TEXT
        for word, rows in _words(table, column.name)
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.meant), -one.rows, one.word)))


def _words(table: Table, column: str) -> list[tuple[str, int]]:
    words = table.frame[column].astype("string").str.strip().replace("", None).dropna()
    counts = words.value_counts()
    return [(str(word), int(n)) for word, n in counts.items()] if len(counts) <= MOST else []


def _meant(column: str, word: str, said: Mapping[str, str]) -> str:
    return said.get(f"{column}:{word}") or OUTCOME.value(word) or ""
