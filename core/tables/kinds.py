"""RawTable -> Table: what the columns are to each other, and so what kind of table it is.

kpi_wide: one period column and at least one column of numbers. kpi_long: period, metric, value.
Everything else is `other`: read and shown, not yet used.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.across import period_header
from core.tables.calendar import calendar_joined, years_filled
from core.tables.columns import read_column
from core.tables.context import Context, answered
from core.tables.crossing import crossing_of
from core.tables.crosstab import crosstab
from core.tables.finish import as_of, unit_in_name
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind
from core.tables.typed import Typed, place_of
from core.tables.unpivot import unpivoted
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


def table_of(raw: RawTable, context: Context) -> Table:
    """The typed table a raw table holds."""
    crossing = crossing_of(raw, context)
    if crossing is not None:
        return crosstab(raw, crossing, context)
    header = period_header(raw, context)
    if header is not None:
        return unpivoted(raw, header, context)
    raw, filled = years_filled(raw)
    typed = [unit_in_name(one) for one in _typed(raw, context)]
    typed, joined = calendar_joined(typed, raw, context)
    fields = _fields(typed, context)
    unread = _unread_periods(typed, fields)
    typed, scaled = _percent_rows(typed, fields)
    typed = [
        _without_period(one, typed, context) if name == "period" else one
        for one, name in zip(typed, fields, strict=True)
    ]
    kind = _kind(typed, fields)
    columns = tuple(
        Column(one.name, name, one.type, one.unit, one.grain, one.issues)
        for one, name in zip(typed, fields, strict=True)
    )
    notices = [
        *raw.notices,
        *filled,
        *joined,
        *scaled,
        *unread,
        *(n for one in typed for n in one.notices),
    ]
    frame = pd.DataFrame({one.name: one.values for one in typed}, index=raw.frame.index)
    return Table(
        kind=kind,
        source=raw.source,
        sheet=raw.sheet,
        frame=frame,
        columns=columns,
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        questions=tuple(q for one in typed for q in one.questions),
        notices=tuple(dict.fromkeys(notices)),
        as_of=as_of(raw, context),
    )


def _unread_periods(typed: Sequence[Typed], fields: Sequence[str]) -> list[Text]:
    """A word on columns named like a period whose cells write none."""
    if "period" in fields:
        return []
    return [
        text(
            "“{name}” could not be read as dates or periods; write them like 2025-01-31, "
            "Jan 2025, 2025-W05 or Q1 2025.",
            name=one.name,
        )
        for one in typed
        if one.type is ColumnType.TEXT
        and not one.questions
        and PERIOD_NAMES.search(plain(one.name))
    ]


def _percent_rows(typed: list[Typed], fields: Sequence[str]) -> tuple[list[Typed], list[Text]]:
    """Values whose own row says % become fractions, as every rate is."""
    units = next((one for one, name in zip(typed, fields, strict=True) if name == "unit"), None)
    if units is None:
        return typed, []
    rows = units.values.isin(["%", "persen", "percent", "pct"])
    found, notices = [], []
    for one, name in zip(typed, fields, strict=True):
        if name in ("value", "target") and rows.any() and one.values[rows].abs().max() > 1.5:
            scaled = one.values.mask(rows, (one.values / 100).round(15))
            one = replace(one, values=scaled, type=ColumnType.NUMBER)
            notices.append(
                text("“{name}” is in percent; kept as fractions (63% = 0.63).", name=one.name)
            )
        found.append(one)
    return found, notices


def _without_period(one: Typed, typed: Sequence[Typed], context: Context) -> Typed:
    """The period column with an issue for every row that holds figures but names no period."""
    told = {issue.place.row for issue in one.issues}
    figures = [other.values.notna() for other in typed if other.type in NUMBERS]
    if one.type not in TIMES or not figures:
        return one
    bare = one.values.isna() & np.logical_or.reduce(figures)
    issues = tuple(
        Issue(
            text("The row has figures but no period; it is left out of the calendar."),
            text("Write the period into the cell."),
            place_of(one, row, context),
        )
        for row in one.values.index[bare].tolist()
        if row not in told
    )
    return replace(one, issues=(*one.issues, *issues))


def _typed(raw: RawTable, context: Context) -> list[Typed]:
    return [
        read_column(name, letter, raw.frame[name], raw.kinds[name], context)
        for name, letter in zip(raw.frame.columns, raw.letters, strict=True)
    ]


def _fields(typed: Sequence[Typed], context: Context) -> list[str]:
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


def _kind(typed: Sequence[Typed], fields: Sequence[str]) -> TableKind:
    if {"period", "metric", "value"} <= set(fields):
        return TableKind.KPI_LONG
    if "period" in fields and "measure" in fields and not _are_records(typed, fields):
        return TableKind.KPI_WIDE
    return TableKind.OTHER


def _are_records(typed: Sequence[Typed], fields: Sequence[str]) -> bool:
    """One row per deal, lead or order: an identity that never repeats, or several dates."""
    dates = sum(one.type in TIMES for one in typed)
    identified = any(
        (NUMBERED if one.type in NUMBERS else IDENTITY).search(plain(one.name))
        and one.values.nunique() > 0.9 * len(one.values) > 4
        for one in typed
    )
    return dates > 1 or identified
