"""Tables as they were read become records: fields under their own names, in their own words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from core.errors import Place, Refusal
from core.language import Text, text
from core.metrics.connected import Connected
from core.metrics.engine import Engine, apart
from core.metrics.held import as_records, readable
from core.metrics.records.model import ROW, TABLE, Names, Prepared, Records
from core.metrics.records.ready import ADDED, ALONE, ASKED, COUNTED, READY
from core.metrics.records.repeated import once
from core.metrics.records.shapes import fits, nothing
from core.metrics.records.vocabularies import vocabulary
from core.metrics.records.wording import in_own_words
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
    read = [_read(table, place, engine) for place, table in own]
    remote = any(isinstance(table, Connected) for _, table in own)
    names = _names([table for _, table in own], said)
    rows = _together([one.rows for one in read])
    worded = in_own_words(kind, rows, names, engine)
    ready = READY.get(kind, _as_it_is)(worded.rows, names, engine)
    rows, repeated = ready.rows, tuple[Text, ...]()
    if not remote:
        rows, repeated = once(kind, rows, engine, _place(own[0][1]))
    counted = COUNTED.get(kind, _nothing)(rows, engine)
    notices = (*(one for part in (*read, worded, ready) for one in part.notices), *repeated)
    fields = frozenset(rows.columns) & (KINDS[kind].ids | ADDED.get(kind, frozenset()))
    said_once = tuple(dict.fromkeys((*notices, *counted)))
    sources = {place: _place(table).text() for place, table in own}
    return Records(kind, rows, fields, _place(own[0][1]), said_once, remote, sources)


def _place(table: Table) -> Place:
    return Place(table.source, table.sheet)


def _read(table: Table, place: int, engine: Engine) -> Prepared:
    """One table's rows, with what only its own headers tell."""
    notices: tuple[Text, ...] = ()
    if isinstance(table, Connected):
        rows, notices = _there(table, place, engine), table.notices
    else:
        rows = engine.give(_arrow(table, place))
    alone, asked = ALONE.get(table.kind), ASKED.get(table.kind)
    told = alone(rows, table) if alone else Prepared(rows)
    told = asked(rows, table, engine) if asked else told
    return replace(told, notices=(*notices, *told.notices))


def _there(table: Connected, place: int, engine: Engine) -> ir.Table:
    """The rows of a connected table, where they lie; none has a number of its own."""
    rows = readable(engine.reach(table.url, table.name))
    columns: dict[str, ir.Value] = {}
    for column in table.columns:
        columns[_name(column, table.kind, columns)] = as_records(column, rows, table.kind)
    rows = rows.select(
        **columns, **{ROW: ibis.literal(0, "int64"), TABLE: ibis.literal(place, "int64")}
    )
    engine.count_by(rows, [one for one in columns if _tells_apart(table.kind, rows[one])])
    return rows


def _tells_apart(kind: TableKind, column: ir.Column) -> bool:
    """Whether its days or words are what metrics of the kind look at."""
    if column.type().is_timestamp():
        return column.get_name() in KINDS[kind].ids
    words = column.type().is_string() and vocabulary(kind, column.get_name()) is not None
    return words or column.type().is_boolean()


def _names(tables: Sequence[Table], said: Mapping[str, str]) -> Names:
    """What the columns of each field are called, and what the person says their words mean."""
    found: dict[str, dict[str, None]] = {}
    for table in tables:
        for column in table.columns:
            found.setdefault(column.field, {})[column.name] = None
    return Names({field: tuple(names) for field, names in found.items()}, said)


def _as_it_is(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    return Prepared(rows)


def _nothing(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    return ()


def _arrow(table: Table, place: int) -> pa.Table:
    """The frame as Arrow: moments, float64, booleans, trimmed words; names are fields."""
    columns: dict[str, pa.Array] = {}
    for column in table.columns:
        values = table.frame[column.name]
        own = column if fits(values, table.kind, column.field) else replace(column, field="")
        name = _name(own, table.kind, columns)
        empty = nothing(values, table.kind, own.field)
        columns[name] = _array(values) if empty is None else empty
    columns[ROW] = pa.array(np.arange(len(table.frame)), pa.int64())
    columns[TABLE] = pa.array(np.full(len(table.frame), place), pa.int64())
    return pa.table(columns)


def _name(column: Column, kind: TableKind, taken: Mapping[str, object]) -> str:
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
    if pd.api.types.is_timedelta64_dtype(values):
        values = values.dt.total_seconds()
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
    """Several tables of one kind below each other; a column that one lacks is unknown there.

    Raises Refusal when they lie in different sources.
    """
    if len(parts) == 1:
        return parts[0]
    if apart(parts):
        raise Refusal(
            text("Tables of one kind lie in different sources and cannot be counted as one."),
            text("Bring them into one source, or leave one out."),
        )
    types: dict[str, ibis.expr.datatypes.DataType] = {}
    for part in parts:
        for name, type in part.schema().items():
            types[name] = type if types.get(name, type) == type else ibis.dtype("string")
    return ibis.union(*(_filled(part, types) for part in parts))


def _filled(part: ir.Table, types: Mapping[str, ibis.expr.datatypes.DataType]) -> ir.Table:
    return part.select(
        **{
            name: _as(part[name], type) if name in part.columns else ibis.null(type)
            for name, type in types.items()
        }
    )


def _as(column: ir.Column, type: ibis.expr.datatypes.DataType) -> ir.Value:
    """A number among words is written as whole numbers are: 17, not 17.0."""
    whole = type.is_string() and column.type().is_floating()
    return column.cast("int64").cast(type) if whole else column.cast(type)
