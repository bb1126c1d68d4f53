"""Tables of records taken as figures by period, where their columns allow it.

A daily export of web traffic is both: rows of a known kind, and one figure a column for each day.
"""

from dataclasses import replace

from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.fields import fields_of, kind_of
from core.tables.model import Table, TableKind

FIGURES = (TableKind.KPI_WIDE, TableKind.KPI_LONG)
_NOTHING = Context()


def by_period(table: Table) -> Table:
    """The table as figures by period if types and names alone make it one, else as it is."""
    if table.kind in (*FIGURES, TableKind.OTHER):
        return table
    typed = [
        Typed(one.name, one.letter, table.frame[one.name], one.type, one.unit, one.grain)
        for one in table.columns
    ]
    fields = fields_of(typed, _NOTHING)
    kind = kind_of(typed, fields)
    if kind not in FIGURES:
        return table
    columns = tuple(
        replace(one, field=field) for one, field in zip(table.columns, fields, strict=True)
    )
    return replace(table, kind=kind, columns=columns)
