"""Sheets of figures and records side by side: which table is which, and one id for each column."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from core.language import text
from core.metrics.by_period import FIGURES, by_period
from core.metrics.catalogue import CATALOGUE
from core.metrics.connected import Connected
from core.metrics.measured import Measured
from core.metrics.measures import flows
from core.metrics.merge import Merged, free
from core.metrics.records import Recorded
from core.tables.mapping import KINDS
from core.tables.model import Table, TableKind

_NO_FIGURES = (TableKind.STAGE_HISTORY, TableKind.SURVEY)


def apart(tables: Sequence[Table]) -> tuple[list[Table], list[Table]]:
    """Sheets of figures, and tables of records; what is neither stands with the sheets.

    A daily export of traffic is both: columns that no metric is worked out from are figures by day.
    """
    records = [table for table in tables if table.kind in KINDS]
    rest = [left for table in records if (left := _left_over(table)) is not None]
    return [table for table in tables if table.kind not in KINDS] + rest, records


def _left_over(table: Table) -> Table | None:
    """The figures by period of a record table that its metrics do not use.

    None of a stage history: it repeats the amount of a deal at every change; none of a survey: its
    numbers are points that people gave, and those of staff belong to the survey page.
    """
    if isinstance(table, Connected) or table.kind in _NO_FIGURES:
        return None
    figures = by_period(table)
    if figures.kind not in FIGURES:
        return None
    used = {one.name for one in table.columns if one.field in _used(table.kind)}
    columns = tuple(
        replace(one, field="") if one.name in used and one.field == "measure" else one
        for one in figures.columns
    )
    left = any(one.field == "measure" for one in columns)
    return replace(figures, columns=columns) if left else None


@cache
def _used(kind: TableKind) -> frozenset[str]:
    """The fields that some metric is worked out from."""
    every = (flow for one in CATALOGUE.values() for each in one.measures for flow in flows(each))
    return frozenset(
        field for flow in every if flow.table is kind for field in (*flow.needs, flow.known)
    )


def beside(merged: Sequence[Merged], recorded: Sequence[Recorded]) -> list[Measured]:
    """All columns, each with an id and a name of its own."""
    every: list[Measured] = list(merged)
    for one in recorded:
        taken = {other.id for other in every}
        if one.id in taken:
            named = text("{name} ({place})", name=one.label, place=one.place.text())
            one = replace(one, id=free(one.id, taken), label=named)
        every.append(one)
    return every
