"""Columns whose groups the panel may be divided by: branches, owners, products, sources."""

from collections.abc import Sequence

from core.tables.mapping import KINDS
from core.tables.model import Column, ColumnType, Table

MOST_GROUPS = 300
_LEAST_ROWS = 2  # of a group on average; columns with fewer name single rows
_RESULTS = frozenset(  # what a row came to, or what it is called: no groups to compare
    "status stage from_stage lost_reason outcome deal_name title comment cancelled churned "
    "converted question period metric unit currency".split()
)


def dividing(tables: Sequence[Table]) -> tuple[str, ...]:
    """The names of the columns that tell groups apart, each once, fewest groups first.

    Columns of several tables that are the same field stand under the first one's name.
    """
    found: dict[str, tuple[int, str]] = {}
    for table in tables:
        for column in table.columns:
            groups = _groups(table, column)
            if groups:
                found.setdefault(_meaning(table, column), (groups, column.name))
    return tuple(name for _, name in sorted(found.values(), key=lambda one: one[0]))


def _meaning(table: Table, column: Column) -> str:
    own = table.kind in KINDS and column.field in KINDS[table.kind].ids
    return column.field if own else column.name.strip().casefold()


def _groups(table: Table, column: Column) -> int:
    """How many groups the column tells apart; 0 when it is no column of groups."""
    if column.type is not ColumnType.TEXT or column.field in _RESULTS:
        return 0
    if column.field.endswith("_id"):
        return 0
    words = table.frame[column.name].dropna()
    groups = int(words.nunique())
    few = groups <= MOST_GROUPS and groups * _LEAST_ROWS <= len(words)
    return groups if groups > 1 and few else 0
