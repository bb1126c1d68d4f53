"""Columns and metrics that seem to go by another name now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from core.language import text
from core.tables.model import Table
from core.tables.updates.model import Renamed
from core.tables.updates.pairing import with_metrics_renamed


def proposed(before: Table, after: Table, renamed: Mapping[str, str] | None) -> tuple[Renamed, ...]:
    """The renames that values or names suggest, and those already given."""
    given = renamed or {}
    names = {one.name for one in after.columns}
    return tuple(
        Renamed(old, new, None, text("You said so."), True)
        for new, old in given.items()
        if new in names
    )


def renamed_tables(tables: Sequence[Table], renamed: Mapping[str, str]) -> Iterator[Table]:
    """Tables in which columns and metrics go by their old names."""
    for one in tables:
        told = with_metrics_renamed(one, renamed)
        columns = tuple(
            replace(column, name=renamed.get(column.name, column.name)) for column in told.columns
        )
        yield replace(told, columns=columns, frame=told.frame.rename(columns=dict(renamed)))
