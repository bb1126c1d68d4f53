"""Tables as they were read become records: fields under their own names, in their own words."""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from core.errors import Place
from core.language import Text
from core.metrics.engine import Engine
from core.metrics.records.model import ROW, TABLE, Records
from core.metrics.records.outcomes import with_outcomes
from core.metrics.records.repeated import once
from core.metrics.records.words import vocabulary
from core.tables.mapping import KINDS
from core.tables.model import Column, Table, TableKind


def records(
    tables: Sequence[Table], engine: Engine, said: Mapping[str, str]
) -> dict[TableKind, Records]:
    """The records of every kind among the tables; `said`: “Column:word” -> what a word means."""
    kinds = dict.fromkeys(table.kind for table in tables if table.kind in KINDS)
    return {kind: _of_kind(kind, tables, engine, said) for kind in kinds}


def _of_kind(
    kind: TableKind, tables: Sequence[Table], engine: Engine, said: Mapping[str, str]
) -> Records:
    own = [(place, table) for place, table in enumerate(tables) if table.kind is kind]
    parts = [_canonical(table, place, engine, said) for place, table in own]
    rows = _together([part for part, _ in parts])
    rows, repeated = once(kind, rows, engine, _place(own[0][1]))
    notices = (*(one for _, told in parts for one in told), *repeated)
    fields = frozenset(rows.columns) & KINDS[kind].ids
    return Records(kind, rows, fields, _place(own[0][1]), tuple(dict.fromkeys(notices)))


def _place(table: Table) -> Place:
    return Place(table.source, table.sheet)


def _canonical(
    table: Table, place: int, engine: Engine, said: Mapping[str, str]
) -> tuple[ir.Table, tuple[Text, ...]]:
    """One table's rows with its fields in their own words."""
    names = {column.field: column.name for column in table.columns}
    rows = engine.give(_arrow(table, place))
    notices: tuple[Text, ...] = ()
    if table.kind is TableKind.DEALS:
        found = with_outcomes(rows, names, said, engine)
        rows, notices = found.rows, found.notices
    for field in KINDS[table.kind].ids & set(rows.columns):
        rows = _in_own_words(rows, table.kind, field, engine)
    return rows, notices


def _in_own_words(rows: ir.Table, kind: TableKind, field: str, engine: Engine) -> ir.Table:
    """The values a field can have in place of the words of the export."""
    known, column = vocabulary(kind, field), rows[field]
    if known is None or not column.type().is_string():
        return rows
    meant = {word: known.value(word) or known.rest or word for word in engine.words(column)}
    return rows.mutate(**{field: column.substitute(meant)}) if meant else rows


def _arrow(table: Table, place: int) -> pa.Table:
    """The frame as Arrow: moments, float64, booleans, trimmed words; names are fields."""
    columns: dict[str, pa.Array] = {}
    for column in table.columns:
        name = _name(column, table.kind, columns)
        columns[name] = _array(table.frame[column.name])
    columns[ROW] = pa.array(np.arange(len(table.frame)), pa.int64())
    columns[TABLE] = pa.array(np.full(len(table.frame), place), pa.int64())
    return pa.table(columns)


def _name(column: Column, kind: TableKind, taken: Mapping[str, pa.Array]) -> str:
    """The field, when it is one of the kind's; else the name as written, if no field has it."""
    wanted = column.field if column.field in KINDS[kind].ids - {"-"} else column.name
    if wanted not in taken and (wanted == column.field or wanted not in KINDS[kind].ids):
        return wanted
    number = 2
    while f"{column.name} ({number})" in taken:
        number += 1
    return f"{column.name} ({number})"


def _array(values: pd.Series) -> pa.Array:
    if pd.api.types.is_datetime64_any_dtype(values):
        return pa.array(values.astype("datetime64[us]"), pa.timestamp("us"))
    if pd.api.types.is_bool_dtype(values):
        return pa.array(values.astype("boolean"), pa.bool_())
    if pd.api.types.is_numeric_dtype(values):
        return pa.array(
            values.astype("Float64").to_numpy(float, na_value=np.nan),
            pa.float64(),
            from_pandas=True,
        )
    words = values.astype("string").str.strip()
    return pa.array(words.replace("", None), pa.string())


def _together(parts: Sequence[ir.Table]) -> ir.Table:
    """Several tables of one kind below each other; a column that one lacks is unknown there."""
    if len(parts) == 1:
        return parts[0]
    types: dict[str, ibis.expr.datatypes.DataType] = {}
    for part in parts:
        for name, type in part.schema().items():
            types[name] = type if types.get(name, type) == type else ibis.dtype("string")
    return ibis.union(*(_filled(part, types) for part in parts))


def _filled(part: ir.Table, types: Mapping[str, ibis.expr.datatypes.DataType]) -> ir.Table:
    return part.select(
        **{
            name: part[name].cast(type) if name in part.columns else ibis.null(type)
            for name, type in types.items()
        }
    )
