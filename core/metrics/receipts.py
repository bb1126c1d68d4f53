"""From a value of the panel back to the cells it was made of: file, sheet, cell, as written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from core.errors import Place
from core.metrics.merge import Merged, Told, columns, joined, proposed
from core.metrics.panel import Panel
from core.metrics.series import periods_of
from core.metrics.strands import strands
from core.tables.model import Table

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Receipt:
    """One cell behind a value: where it stands and what was read there."""

    place: Place
    value: float


def receipts(
    tables: Sequence[Table],
    panel: Panel,
    value: tuple[str, pd.Period],
    fields: Mapping[str, str] = _NOTHING,
) -> tuple[Receipt, ...]:
    """The known cells behind one value of a panel built from those tables and fields.

    `value` names it: indicator id and period. In the order of the files. Raises KeyError for an
    id that the panel does not hold.
    """
    id, period = value
    found = strands(tables, fields)
    told, _ = joined(proposed(found))
    merged, _ = columns(told, panel.grain, keep=True)
    rows = pd.concat([one.strand.rows for one in _behind(id, told, merged)])
    inside = periods_of(pd.PeriodIndex(rows["period"]), panel.grain) == period
    rows = rows[inside & rows["value"].notna().to_numpy()]
    cells = rows[["table", "at", "column"]].to_numpy(int).tolist()
    return tuple(
        Receipt(_place(found.tables[table], at, column), value)
        for (table, at, column), value in zip(cells, rows["value"].tolist(), strict=True)
    )


def _place(table: Table, at: int, column: int) -> Place:
    return table.place(at, table.columns[column].name)


def _behind(id: str, told: Sequence[Told], merged: Sequence[Merged]) -> list[Told]:
    """What tells that column: its own strand, and those that repeat it without disagreement."""
    one = next((column for column in merged if column.id == id), None)
    if one is None:
        raise KeyError(id)
    others = [column.told.strand.tables for column in merged if column is not one]
    return [
        each
        for each in told
        if each.id == one.told.id and (each.strand.tables not in others or each is one.told)
    ]
