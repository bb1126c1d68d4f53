"""From a value of the panel back to the cells it was made of: file, sheet, cell, as written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from core.errors import Place
from core.metrics.beside import apart
from core.metrics.catalogue import CATALOGUE
from core.metrics.engine import local
from core.metrics.measures import Derived
from core.metrics.merge import Merged, Told, columns, joined, proposed
from core.metrics.own import Own
from core.metrics.own_metric import metric_of
from core.metrics.panel import Panel
from core.metrics.records import behind, known
from core.metrics.series import periods_of
from core.metrics.spec import Metric
from core.metrics.strands import strands
from core.tables.model import Table

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Receipt:
    """One cell behind a value: where it stands and what was read there."""

    place: Place
    value: float | str  # a record that is only counted shows its date


def receipts(
    tables: Sequence[Table],
    panel: Panel,
    value: tuple[str, pd.Period],
    fields: Mapping[str, str] = _NOTHING,
    own: Sequence[Own] = (),
) -> tuple[Receipt, ...]:
    """The known cells behind one value of a panel built from those tables and fields.

    `value` names it: indicator id and period. In the order of the files. Raises KeyError for an
    id that the panel does not hold.
    """
    id, period = value
    one = panel.indicator(id)
    sheets, ledgers = apart(tables)
    told = _strands(sheets, fields, panel.frequency.year_starts)
    merged, _ = columns(told.told, panel.frequency, keep=True)
    if any(column.id == id for column in merged):
        return _cells(told, merged, panel, value)
    metrics = {each.id: metric_of(each, ledgers) for each in own}
    metric = metrics.get(one.metric or "") or CATALOGUE[one.metric or ""]
    found = _of_records(ledgers, metric, (one.place, period), fields)
    if found:
        return found
    parts = [id for each in metric.measures if isinstance(each, Derived) for id in each.of]
    return tuple(
        receipt
        for id in parts
        if id in panel.values.columns
        for receipt in receipts(tables, panel, (id, period), fields, own)
    )


@dataclass(frozen=True)
class _Told:
    """The strands of the sheets and the tables they come from."""

    told: tuple[Told, ...] = ()
    tables: tuple[Table, ...] = ()


def _strands(sheets: Sequence[Table], fields: Mapping[str, str], year_starts: int) -> _Told:
    if not sheets:
        return _Told()
    found = strands(sheets, fields, year_starts)
    told, _ = joined(proposed(found))
    return _Told(tuple(told), found.tables)


def _cells(
    found: _Told, merged: Sequence[Merged], panel: Panel, value: tuple[str, pd.Period]
) -> tuple[Receipt, ...]:
    """The cells of sheets of figures."""
    id, period = value
    rows = pd.concat([one.strand.rows for one in _behind(id, found.told, merged)])
    inside = periods_of(pd.PeriodIndex(rows["period"]), panel.frequency) == period
    rows = rows[inside & rows["value"].notna().to_numpy()]
    cells = rows[["table", "at", "column"]].to_numpy(int).tolist()
    return tuple(
        Receipt(_place(found.tables[table], at, column), value)
        for (table, at, column), value in zip(cells, rows["value"].tolist(), strict=True)
    )


def _of_records(
    ledgers: Sequence[Table],
    metric: Metric,
    where: tuple[Place, pd.Period],
    fields: Mapping[str, str],
) -> tuple[Receipt, ...]:
    """The cells of the records that a metric counted in a period."""
    place, period = where
    with local() as engine:
        records = known(ledgers, engine, fields, None)
        found = behind(metric, place, period, records) if records is not None else []
    return tuple(_receipt(ledgers[table], at, field) for table, at, field in found)


def _receipt(table: Table, at: int, field: str) -> Receipt:
    """The cell of a record that counted: its amount where one is added up, else its date."""
    column = next(one for one in table.columns if one.field == field)
    cell = table.frame[column.name].iloc[at]
    read = cell.date().isoformat() if isinstance(cell, pd.Timestamp) else cell
    return Receipt(table.place(at, column.name), read if isinstance(read, str) else float(read))


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
