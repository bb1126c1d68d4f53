"""What of a value stays when moments are known by their day only.

SAME: the value itself, such as the month of a moment. DAY: a moment, of which the day is left.
None: neither, such as the hours between two moments.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypeAlias

import ibis.expr.operations as ops

Reading: TypeAlias = Literal["same", "day"] | None
Columns: TypeAlias = Mapping[str, Reading]
_WHOLE_DAYS = frozenset("YQMWD")  # units that are days, or made of days
_NOT_OF_ONE_ROW = (ops.Reduction, ops.Analytic, ops.WindowFunction, ops.Subquery, ops.Impure)


def reading(value: ops.Value, columns: Columns) -> Reading:
    """How a value worked out from one row reads; columns: how those of its table do."""
    if isinstance(value, ops.Field):
        return columns.get(value.name)
    if isinstance(value, _NOT_OF_ONE_ROW):
        return None
    parts = [one for one in value.__children__ if isinstance(one, ops.Value)]
    read = [reading(one, columns) for one in parts]
    if all(one == "same" for one in read):
        return "same"
    if None in read:
        return None
    return _of_days(value, columns)


def _of_days(value: ops.Value, columns: Columns) -> Reading:
    """How a value reads that is made of moments of which the day is left."""
    match value:
        case ops.TimestampTruncate(unit=unit) if unit.short in _WHOLE_DAYS:
            return "same"
        case ops.IsNull() | ops.NotNull() | ops.ExtractDateField():
            return "same"
        case ops.Less(right=limit) | ops.GreaterEqual(right=limit) if _is_midnight(limit):
            return "same"
        case ops.Coalesce(arg=moments):
            return "day" if all(_may_stand(one, columns) for one in moments) else None
        case ops.IfElse(bool_expr=which, true_expr=one, false_null_expr=other):
            moments = (one, other)
            kept = all(_may_stand(each, columns) for each in moments)
            return "day" if kept and reading(which, columns) == "same" else None
        case ops.TimestampAdd(right=step) | ops.TimestampSub(right=step) if _is_days(step):
            return "day"
    return None


def _may_stand(moment: ops.Value, columns: Columns) -> bool:
    """Whether it is a moment by its day, or none at all."""
    unknown = isinstance(moment, ops.Literal) and moment.value is None
    return unknown or reading(moment, columns) == "day"


def _is_midnight(limit: ops.Value) -> bool:
    at = limit.value if isinstance(limit, ops.Literal) else None
    return isinstance(at, datetime) and at.time() == datetime.min.time()


def _is_days(step: ops.Value) -> bool:
    return isinstance(step, ops.Literal) and step.dtype.unit.short in _WHOLE_DAYS
