"""From tables to strands: the records of one measured thing, as one table tells them.

A strand keeps every record, with the period it is written under and the group (branch, person)
it belongs to. Nothing is added up yet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.errors import Place
from core.language import Text
from core.metrics.by_period import FIGURES, by_period
from core.metrics.catalogue import CATALOGUE
from core.metrics.lengths import written_for
from core.metrics.open_questions import left_out, nothing_to_read, unanswered
from core.metrics.repeats import RECORDS, names, without_copies, without_totals
from core.periods import Frequency, Grain
from core.tables.model import Column, ColumnType, Table, TableKind

_NUMERIC = (ColumnType.NUMBER, ColumnType.INTEGER)


@dataclass(frozen=True)
class Strand:
    """One measured thing in one table.

    rows: period (pd.Period of `frequency`), value, group (text), and the cell each value stands in
    as table (its place in `Strands.tables`), at (its row's place there), column; index =
    spreadsheet rows.
    """

    name: str
    rows: pd.DataFrame
    frequency: Frequency
    unit: str
    place: Place
    meant: str = ""  # what the person said it is: catalogue id | measure | ""
    records: bool = False  # many rows a period: events, not one value each
    tables: frozenset[int] = frozenset()  # places, among those given, of the tables it comes from

    @property
    def grain(self) -> Grain:
        """How long the period is that it is written for."""
        return self.frequency.grain

    @property
    def known(self) -> frozenset[pd.Period]:
        """The periods with a value."""
        return frozenset(self.rows.loc[self.rows["value"].notna(), "period"])


@dataclass(frozen=True)
class Strands:
    """All strands of all tables, and what had to be said on the way."""

    every: tuple[Strand, ...]
    notices: tuple[Text, ...]
    tables: tuple[Table, ...] = ()  # those used, without totals and copies


def strands(tables: Sequence[Table], fields: Mapping[str, str], year_starts: int = 1) -> Strands:
    """The strands of every KPI table, in the order they are written.

    `fields` says what columns (or metric names of a long table) mean: name or "file:name" ->
    catalogue id | measure | ignore. `year_starts`: the month in which years of the panel start.
    Raises Refusal when no table has a period and a number.
    """
    found: list[Strand] = []
    notices: list[Text] = []
    tables = [by_period(table) for table in tables]
    usable = [table for table in tables if _period(table) is not None]
    used: list[Table] = []
    notices += [said for table in tables if _period(table) is None for said in left_out(table)]
    for place, table in enumerate(usable):
        clean, said = without_totals(table)
        rows, repeats = without_copies(clean)
        notices += [*said, *repeats, *unanswered(table)]
        used.append(rows)
        found += [_from(place, one) for one in _of_table(rows, fields, year_starts)]
    if not found:
        raise nothing_to_read(tables, usable)
    return Strands(tuple(found), tuple(notices), tuple(used))


def _from(place: int, strand: Strand) -> Strand:
    """The strand with the table it comes from."""
    return replace(strand, tables=frozenset({place}), rows=strand.rows.assign(table=place))


def _period(table: Table) -> Column | None:
    """The column of periods, read as dates."""
    if table.kind not in FIGURES:
        return None
    dated = (ColumnType.DATE, ColumnType.DATETIME)
    return next((c for c in table.columns if c.field == "period" and c.type in dated), None)


def _of_table(table: Table, fields: Mapping[str, str], year_starts: int) -> list[Strand]:
    period = _period(table)
    assert period is not None
    dates = pd.to_datetime(table.frame[period.name])
    known = dates.notna()
    if not known.any():
        return []
    frequency = written_for(period, dates[known], year_starts)
    rows = pd.DataFrame(
        {
            "period": pd.PeriodIndex(dates[known], freq=frequency.freq),
            "group": _groups(table.frame[known], names(table, "dimension")),
            "at": np.flatnonzero(known),
        },
        index=table.frame.index[known],
    )
    dated = replace(table, frame=table.frame[known], origin=None)
    told = _long if table.kind is TableKind.KPI_LONG else _wide
    return told(dated, rows, frequency, fields)


def _wide(
    table: Table, rows: pd.DataFrame, frequency: Frequency, fields: Mapping[str, str]
) -> list[Strand]:
    """A strand for each measure; `rows` as in Strand, without values."""
    records = _are_records(rows)
    found = []
    for column in table.columns:
        meant = _meant(column.name, table.source, fields) or _declared(column)
        if column.type not in _NUMERIC or not (column.field == "measure" or meant):
            continue
        if meant == "ignore" or table.frame[column.name].isna().all():
            continue
        at = table.columns.index(column)
        values = rows.assign(value=table.frame[column.name].astype(float), column=at)
        place = Place(table.source, table.sheet, column=column.name)
        found.append(Strand(column.name, values, frequency, column.unit, place, meant, records))
    return found


def _long(
    table: Table, rows: pd.DataFrame, frequency: Frequency, fields: Mapping[str, str]
) -> list[Strand]:
    """A strand for each word of the column of metrics; `rows` as in Strand, without values."""
    frame, metrics, values = table.frame, names(table, "metric"), names(table, "value")
    if not metrics or not values or not pd.api.types.is_numeric_dtype(frame[values[0]]):
        return []
    column = next(c for c in table.columns if c.name == values[0])
    written = frame[metrics[0]].astype("string").str.strip()
    units = names(table, "unit")
    found = []
    for key, part in frame.groupby(written.str.casefold(), sort=False, dropna=True):
        name = str(written[written.str.casefold() == key].iloc[0])
        meant = _meant(name, table.source, fields)
        if meant == "ignore" or part[values[0]].isna().all():
            continue
        own = rows[(written.str.casefold() == key).fillna(False).to_numpy(dtype=bool)]
        at = table.columns.index(column)
        own = own.assign(value=part[values[0]].astype(float).to_numpy(), column=at)
        unit = _unit_of(part, units) or column.unit
        place = Place(table.source, table.sheet, column=name)
        found.append(Strand(name, own, frequency, unit, place, meant, _are_records(own)))
    return found


def _unit_of(part: pd.DataFrame, units: list[str]) -> str:
    """The unit that a long table writes beside its values, when it is one."""
    written = {str(unit).strip().lower() for unit in part[units[0]].dropna()} if units else set()
    unit = written.pop() if len(written) == 1 else ""
    known = {"%": "percent", "persen": "percent", "percent": "percent", "rp": "IDR", "idr": "IDR"}
    return known.get(unit, unit)


def _meant(name: str, source: str, fields: Mapping[str, str]) -> str:
    return fields.get(f"{source}:{name}") or fields.get(name) or ""


def _declared(column: Column) -> str:
    return column.field if column.field in CATALOGUE or column.field == "ignore" else ""


def _groups(frame: pd.DataFrame, dimensions: Iterable[str]) -> pd.Series:
    parts = [frame[name].astype("string").fillna("").str.strip() for name in dimensions]
    group = pd.Series("", index=frame.index, dtype="string")
    for part in parts:
        group = group + "\x1f" + part
    return group


def _are_records(rows: pd.DataFrame) -> bool:
    repeated = rows.duplicated(["period", "group"])
    return bool(repeated.mean() > RECORDS) if len(rows) else False
