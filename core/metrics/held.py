"""How a source holds a column: of which type, and whether its field can be worked out from it."""

from collections.abc import Mapping
from dataclasses import replace

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from core.language import Text, text
from core.tables import Column, ColumnType, TableKind
from core.tables.mapping import KINDS, Shape

_NUMBERS = (Shape.NUMBER, Shape.PERCENT, Shape.CURRENCY, Shape.DURATION, Shape.SCORE)
_WHOLE_WORDS = (Shape.ID, Shape.NAME)  # with so many words that none is looked at by itself


def readable(rows: ir.Table) -> ir.Table:
    """The columns of a table that a sheet could hold; lists, documents and the like are left."""
    kept = {name: rows[name] for name, type in rows.schema().items() if _plain(type)}
    return rows.select(
        **{name: one.cast("string") if one.type().is_uuid() else one for name, one in kept.items()}
    )


def _plain(type: dt.DataType) -> bool:
    moment = type.is_timestamp() or type.is_date()
    return bool(moment or type.is_string() or type.is_numeric() or type.is_uuid())


def column_held(
    column: Column, name: str, rows: ir.Table, kind: TableKind
) -> tuple[Column, Text | None]:
    """The column as the source has it, without a field that its type cannot serve: that is said."""
    type = _type(rows[name].type())
    held = replace(column, name=name, type=type, issues=())
    shape = _shapes(kind).get(column.field)
    dated = type in (ColumnType.DATE, ColumnType.DATETIME)
    numbered = type in (ColumnType.NUMBER, ColumnType.INTEGER)
    fits = dated if shape is Shape.DATE else numbered if shape in _NUMBERS else True
    return (held, None) if fits else (replace(held, field=""), _unfit(name, shape))


def as_records(column: Column, rows: ir.Table, kind: TableKind) -> ir.Value:
    """A column as records have it: moments without a zone, float64, blank words unknown."""
    value, type = rows[column.name], rows[column.name].type()
    shape = _shapes(kind).get(column.field)
    if type.is_boolean():
        return value
    if type.is_date() or (type.is_timestamp() and type.timezone is not None):
        return value.cast("timestamp(6)")
    if type.is_timestamp():
        return value
    if type.is_integer() and shape is Shape.ID:
        return value.cast("int64")
    if type.is_numeric():
        return value.cast("float64")
    return (value if shape in _WHOLE_WORDS else trim(value)).nullif("")


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def trim(words: str) -> str:  # type: ignore[empty-body]
    """Without blanks at the ends; Ibis’s own `strip` takes letters off on Spark."""


def _type(type: dt.DataType) -> ColumnType:
    if type.is_boolean():
        return ColumnType.BOOLEAN
    if type.is_integer():
        return ColumnType.INTEGER
    if type.is_numeric():
        return ColumnType.NUMBER
    if type.is_date():
        return ColumnType.DATE
    return ColumnType.DATETIME if type.is_timestamp() else ColumnType.TEXT


def _shapes(kind: TableKind) -> Mapping[str, Shape]:
    return {one.id: one.shape for one in KINDS[kind].fields} if kind in KINDS else {}


def _unfit(name: str, shape: Shape | None) -> Text:
    if shape is Shape.DATE:
        return text(
            "“{column}” does not hold dates as dates, so it is not used. Connect a view that casts "
            "it to a date.",
            column=name,
        )
    return text(
        "“{column}” does not hold numbers as numbers, so it is not used. Connect a view that casts "
        "it to a number.",
        column=name,
    )
