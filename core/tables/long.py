"""The shape shared by all tables that were unpivoted: labels, period, value, unit, target."""

from dataclasses import replace

import pandas as pd

from core.errors import Issue, Place
from core.periods import Grain
from core.tables.context import Context
from core.tables.finish import as_of
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind
from core.tables.places import origin_of


def long_table(
    raw: RawTable, frame: pd.DataFrame, columns: tuple[Column, ...], context: Context
) -> Table:
    """A table of kind kpi_long made from a raw one; what was set aside stays said.

    `frame` may hold the letters of its values beside its columns.
    """
    letters = dict(zip(raw.frame.columns, raw.letters, strict=True))
    return Table(
        kind=TableKind.KPI_LONG,
        source=raw.source,
        sheet=raw.sheet,
        frame=frame[[one.name for one in columns]],
        columns=tuple(replace(one, letter=letters.get(one.name, "")) for one in columns),
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        notices=raw.notices,
        as_of=as_of(raw, context),
        origin=origin_of(Place(raw.source, raw.sheet), frame),
    )


def added_columns(
    frame: pd.DataFrame, grain: Grain, issues: tuple[Issue, ...], labels: tuple[str, ...] = ()
) -> tuple[Column, ...]:
    """The columns unpivoting makes; a unit and a target only where some row has one."""
    values = frame["value"].dropna()
    type = ColumnType.INTEGER if (values == values.round()).all() else ColumnType.NUMBER
    added = [
        Column("period", "period", ColumnType.DATE, grain=grain),
        Column("value", "value", type, issues=issues),
    ]
    if "unit" not in labels and frame["unit"].ne("").any():
        added.append(Column("unit", "unit", ColumnType.TEXT))
    if "target" in frame and "target" not in labels:
        added.append(Column("target", "target", ColumnType.NUMBER))
    return tuple(added)
