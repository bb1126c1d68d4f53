"""The declared metric that a person's own definition is, worked out like any other."""

import operator
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce

import ibis
from ibis import _

from core.errors import Refusal
from core.language import Text, text
from core.metrics import measures
from core.metrics.measures import EVERY, Aggregation, Derived, Flow, Measure, Where
from core.metrics.own import SIGNS, Condition, Own
from core.metrics.spec import Aggregate, Metric
from core.tables.mapping import KINDS
from core.tables.model import ColumnType, Table, TableKind


def metric_of(own: Own, tables: Sequence[Table]) -> Metric:
    """The declared metric it is, for the panel to work out like any other.

    Its columns are found among the tables by name or field; one that is not there stays as written,
    so that the metric is refused and the column named.
    """
    own, types = _resolved(own, [table for table in tables if table.kind.value == own.kind])
    counted = own.how in ("count", "distinct")
    added = counted or own.how == "sum"
    return Metric(
        id=own.id,
        name=Text.joined("", [own.name]),
        meaning=text("Your own: {written}", written=own.written),
        role=own.role,
        better="up",
        unit="count" if counted else "ratio" if own.how == "ratio" else "",
        aggregate=Aggregate.SUM if added else Aggregate.MEAN,
        aliases=(),
        measures=(_measure(own, types),),
        contains=() if own.kind else (own.of, own.below),
    )


def _resolved(own: Own, tables: Sequence[Table]) -> tuple[Own, Mapping[str, ColumnType]]:
    """The definition with columns under the names records have, and the type of each."""
    known: dict[str, tuple[str, ColumnType]] = {}
    for table in tables:
        for column in table.columns:
            canonical = column.field in KINDS[table.kind].ids - {"-"}
            found = (column.field if canonical else column.name, column.type)
            known |= {column.name.casefold(): found, **({column.field: found} if canonical else {})}
    name = {one: known[one.casefold()][0] for one in _columns(own) if one.casefold() in known}
    resolved = replace(
        own,
        of=name.get(own.of, own.of),
        below=name.get(own.below, own.below),
        at=name.get(own.at, own.at),
        where=tuple(replace(one, column=name.get(one.column, one.column)) for one in own.where),
    )
    return resolved, dict(known.values())


def _columns(own: Own) -> list[str]:
    return [own.of, own.below, own.at, *(one.column for one in own.where)]


def _measure(own: Own, types: Mapping[str, ColumnType]) -> Measure:
    if not own.kind:
        return Derived((own.of, own.below), lambda above, below: above / below.where(below != 0))
    needs = [one.column for one in own.where]
    needs += [own.of, own.below] if own.how == "ratio" else []
    return Flow(
        TableKind(own.kind),
        own.at,
        _aggregation(own),
        reduce(operator.and_, (_meets(one, types) for one in own.where), EVERY),
        needs=tuple(needs),
        known=own.of if own.how not in ("count", "ratio") else "",
        empty=0.0 if own.how in ("count", "distinct", "sum") else float("nan"),
    )


def _aggregation(own: Own) -> Aggregation:
    match own.how:
        case "count":
            return measures.rows
        case "sum":
            return measures.total(own.of)
        case "distinct":
            return measures.distinct(own.of)
        case "mean":
            return measures.mean(own.of)
        case "median":
            return measures.median(_[own.of])
        case _:
            return measures.ratio(measures.total(own.of), measures.total(own.below))


def _meets(one: Condition, types: Mapping[str, ColumnType]) -> Where:
    """The condition, its value taken as what the column holds. Raises Refusal when it is none."""
    column, sign, type = _[one.column], SIGNS[one.sign], types.get(one.column, ColumnType.TEXT)
    if one.column == "status":  # said in words of its own, whatever the file wrote
        return sign(column.cast("string").lower(), one.value.lower())
    try:
        if type in (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.DURATION):
            return sign(column, float(one.value))
        if type in (ColumnType.DATE, ColumnType.DATETIME):
            return sign(column, ibis.timestamp(datetime.fromisoformat(one.value)))
    except ValueError:
        raise Refusal(
            text(
                "“{value}” cannot be compared with column “{name}”.",
                value=one.value,
                name=one.column,
            ),
            text("Write numbers with a decimal point and dates as 2025-12-31."),
        ) from None
    if type is ColumnType.BOOLEAN:
        return sign(column, one.value.lower() in ("true", "yes", "ya", "1"))
    return sign(column.lower(), one.value.lower())
