"""RawTable -> Table: periods across are crossed or unpivoted, else columns are typed as such."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from core.language import Text, text
from core.tables.across.crossing import crossing_of
from core.tables.across.crosstab import crosstab
from core.tables.across.header import period_header
from core.tables.across.long import only_text
from core.tables.across.month_weeks import are_weeks_of_months, unplaced_weeks
from core.tables.across.unpivot import unpivoted
from core.tables.across.year_order import with_year_start, year_question
from core.tables.columns.calendar import calendar_joined
from core.tables.columns.column import read_column
from core.tables.columns.financial_years import unasked
from core.tables.columns.finish import as_of, unit_in_name
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.fields import NUMBERS, fields_of
from core.tables.layout.laid_down import laid_down
from core.tables.mapped import mapped
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind, TotalCheck
from core.tables.periods_told import repeated_periods, unread_periods, with_missing_periods
from core.tables.progress import Stage, tell
from core.tables.summed import without_sums
from core.tables.totals import reconciled, totals_told

BY_PERIOD = (TableKind.KPI_WIDE, TableKind.KPI_LONG, TableKind.OTHER)


def table_of(raw: RawTable, context: Context) -> Table:
    """The typed table a raw table holds."""
    context = with_year_start(raw, context)
    if question := year_question(raw, context):
        return replace(only_text(raw, context), questions=(question,))
    crossing = crossing_of(raw, context)
    if crossing is not None:
        return crosstab(raw, crossing, context)
    header = period_header(raw, context)
    if header is not None and are_weeks_of_months(raw, header):
        return unplaced_weeks(raw, context)
    if header is not None:
        return unpivoted(raw, header, context)
    return _upright(raw, context)


def _upright(raw: RawTable, context: Context) -> Table:
    """A table whose rows are records or periods."""
    raw, filled = laid_down(raw)
    typed = [unit_in_name(one) for one in _typed(raw, context)]
    typed, joined = calendar_joined(typed, raw, context)
    fields, summed = without_sums(typed, fields_of(typed, context), context)
    found = mapped(raw, typed, fields, context)
    fields, kind = list(found.fields), found.kind
    unread = unread_periods(typed, fields) if kind in BY_PERIOD else []
    if kind not in BY_PERIOD or "period" in fields:
        typed = [unasked(one) for one in typed]
    typed, scaled = _percent_rows(typed, fields)
    typed = [
        with_missing_periods(one, typed, context) if name == "period" else one
        for one, name in zip(typed, fields, strict=True)
    ]
    checks = _reconciled(raw, typed, fields) if kind is TableKind.KPI_WIDE else ()
    off = (*totals_told(checks), *found.notices)
    off += repeated_periods(typed, fields) if kind is TableKind.KPI_WIDE else ()
    own = (notice for one in typed for notice in one.notices)
    notices = (*raw.notices, *filled, *joined, *summed, *scaled, *unread, *off, *own)
    return Table(
        kind=kind,
        source=raw.source,
        sheet=raw.sheet,
        frame=pd.DataFrame({one.name: one.values for one in typed}, raw.frame.index, copy=False),
        columns=tuple(
            replace(_column(one), field=name, reason=why)
            for one, name, why in zip(typed, fields, found.reasons, strict=True)
        ),
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        questions=tuple(q for one in typed for q in one.questions),
        notices=tuple(dict.fromkeys(notices)),
        as_of=as_of(raw, context),
        totals=checks,
    )


def _reconciled(
    raw: RawTable, typed: Sequence[Typed], fields: Sequence[str]
) -> tuple[TotalCheck, ...]:
    places = {name: i for i, name in enumerate(raw.frame.columns)}
    adding = {
        places[one.name]: one.values
        for one, field in zip(typed, fields, strict=True)
        if one.name in places and one.type in NUMBERS and one.unit != "percent"
        and field in ("measure", "")
    }  # fmt: skip
    return reconciled(raw, pd.DataFrame(adding, index=raw.frame.index))


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


def _column(one: Typed) -> Column:
    return Column(
        name=one.name,
        field="",
        type=one.type,
        unit=one.unit,
        grain=one.grain,
        issues=one.issues,
        letter=one.letter,
        year_starts=one.year_starts,
    )


def _typed(raw: RawTable, context: Context) -> list[Typed]:
    typed = []
    for at, (name, letter) in enumerate(zip(raw.frame.columns, raw.letters, strict=True)):
        tell(Stage.TYPE, at, len(raw.letters))
        typed.append(read_column(name, letter, raw.frame[name], raw.kinds[name], context))
    return typed
