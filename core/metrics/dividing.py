"""Columns whose groups the panel may be divided by: branches, owners, products, sources."""

from collections.abc import Sequence

from core.metrics.asked import Held, held
from core.metrics.connected import Connected
from core.tables.mapping import KINDS, PERSONAL
from core.tables.model import Column, ColumnType, Table

MOST_GROUPS = 300
_LEAST_ROWS = 2  # of a group on average; columns with fewer name single rows
_RESULTS = frozenset(  # what a row came to, or what it is called: no groups to compare
    "status stage from_stage lost_reason outcome deal_name title comment cancelled churned "
    "converted question period metric unit currency".split()
)


def dividing(tables: Sequence[Table]) -> tuple[str, ...]:
    """The names of the columns that tell groups apart, each once, fewest groups first.

    Columns of several tables that are the same field stand under the first one's name. Raises
    Refusal when a connected table does not answer.
    """
    found: dict[str, tuple[int, str]] = {}
    for table in tables:
        fitting = [column for column in table.columns if _may_divide(column)]
        told = held(table, fitting, MOST_GROUPS) if isinstance(table, Connected) else None
        for column in fitting:
            groups = _groups(_held(table, column) if told is None else told.get(column.name))
            if groups:
                found.setdefault(_meaning(table, column), (groups, column.name))
    return tuple(name for _, name in sorted(found.values(), key=lambda one: one[0]))


def _meaning(table: Table, column: Column) -> str:
    own = table.kind in KINDS and column.field in KINDS[table.kind].ids
    return column.field if own else column.name.strip().casefold()


def _may_divide(column: Column) -> bool:
    groups = column.field not in _RESULTS | PERSONAL and not column.field.endswith("_id")
    return groups and column.type is ColumnType.TEXT


def _held(table: Table, column: Column) -> Held:
    words = table.frame[column.name].dropna()
    return Held(int(words.nunique()), len(words))


def _groups(column: Held | None) -> int:
    """How many groups the column tells apart; 0 when it is no column of groups."""
    if column is None or column.groups < 2 or column.groups > MOST_GROUPS:
        return 0
    return column.groups if column.groups * _LEAST_ROWS <= column.known else 0
