"""What the columns of a table are to each other: period, metric, value, measure, dimension.

kpi_wide: one period column and at least one column of numbers. kpi_long: period, metric, value.
Everything else is `other`: read and shown, not yet used.
"""

from collections.abc import Sequence

from core.language import Text, text
from core.tables.columns.typed import Typed
from core.tables.context import Context, answered
from core.tables.model import ColumnType, TableKind
from core.tables.words import (
    IDENTITY,
    METRIC_NAMES,
    NUMBERED,
    NUMBERING,
    PERIOD_NAMES,
    TARGET_NAMES,
    UNIT_NAMES,
    VALUE_NAMES,
    plain,
)  # fmt: skip

FIELDS = frozenset({"period", "metric", "value", "unit", "target", "dimension", "measure"})
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def fields_of(typed: Sequence[Typed], context: Context) -> list[str]:
    """The field of each column: what the person said, else by type and name."""
    given = [answered_field(one.name, context) for one in typed]
    period = _period_column(typed, given)
    found = []
    for i, one in enumerate(typed):
        if given[i] is not None:
            found.append(given[i] or "")
        else:
            found.append("period" if i == period else _field(one))
    return _as_long(typed, found)


def answered_field(name: str, context: Context) -> str | None:
    """What the person said a column is: a field, `measure` for a metric, "" to ignore it."""
    said = answered(context.answers.fields, name) if name in context.answers.fields else None
    if said is None or said in FIELDS:
        return said
    return "" if said == "ignore" else "measure"


def _period_column(typed: Sequence[Typed], given: Sequence[str | None]) -> int | None:
    """The column of dates that names the period best; the first of equals."""
    if "period" in given:
        return None
    dated = [i for i, one in enumerate(typed) if one.type in TIMES and given[i] is None]
    return max(
        dated, key=lambda i: (bool(PERIOD_NAMES.search(plain(typed[i].name))), -i), default=None
    )


def _field(one: Typed) -> str:
    name = plain(one.name)
    if one.type in NUMBERS:
        return "" if NUMBERING.match(name) or NUMBERED.search(name) else "measure"
    if one.type is not ColumnType.TEXT or one.questions:
        return ""
    return "unit" if UNIT_NAMES.match(name) else "dimension"


def _as_long(typed: Sequence[Typed], fields: list[str]) -> list[str]:
    """period, metric, value: a column of metric names beside one column of values."""
    if "period" not in fields or ("metric" in fields and "value" in fields):
        return fields
    metric = [i for i, one in enumerate(typed) if fields[i] in ("dimension", "metric")
              and (fields[i] == "metric" or METRIC_NAMES.search(plain(one.name)))]  # fmt: skip
    measures = [i for i, field in enumerate(fields) if field == "measure"]
    values = [i for i in measures if VALUE_NAMES.search(plain(typed[i].name))] or measures
    targets = [i for i in measures if TARGET_NAMES.search(plain(typed[i].name))]
    values = [i for i in values if i not in targets]
    repeated = metric and typed[metric[0]].values.nunique() < len(typed[metric[0]].values)
    if not metric or len(values) != 1 or not repeated or len(measures) > 1 + len(targets):
        return fields
    named = {metric[0]: "metric", values[0]: "value", **dict.fromkeys(targets[:1], "target")}
    return [named.get(i, field) for i, field in enumerate(fields)]


def kind_of(typed: Sequence[Typed], fields: Sequence[str]) -> TableKind:
    """The kind of table its columns make."""
    if {"period", "metric", "value"} <= set(fields):
        return TableKind.KPI_LONG
    if "period" in fields and "measure" in fields and not are_records(typed, fields):
        return TableKind.KPI_WIDE
    return TableKind.OTHER


def why_other(typed: Sequence[Typed], fields: Sequence[str]) -> tuple[Text, ...]:
    """Why no indicator can be made of a table of kind other; nothing while a question is open."""
    if any(one.questions for one in typed):
        return ()
    if "period" not in fields:
        why = text(
            "No indicator can be made of this table: no column holds dates or periods. Add one "
            "with the month, week or date of each row."
        )
    elif "measure" not in fields and "value" not in fields:
        why = text(
            "No indicator can be made of this table: no column holds numbers. Add one with the "
            "figure of each row."
        )
    else:
        why = text(
            "No indicator can be made of this table yet: each row looks like one record, such as a "
            "deal or an order. Bring a sheet with one row for each period."
        )
    return (why,)


def are_records(typed: Sequence[Typed], fields: Sequence[str]) -> bool:
    """One row per deal, lead or order: an identity that never repeats, or several dates."""
    if sum(one.type in TIMES for one in typed) > 1:
        return True
    return any(
        (NUMBERED if one.type in NUMBERS else IDENTITY).search(plain(one.name))
        and one.values.nunique() > 0.9 * len(one.values) > 4
        for one in typed
    )
