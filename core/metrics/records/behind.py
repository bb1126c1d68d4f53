"""The rows behind one value of a metric that was worked out from records."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
import pandas as pd
from ibis import _

from core.metrics.measures import Derived, Flow, Measure, Net, Share, Stock
from core.metrics.records.known import Known
from core.metrics.records.model import ROW, TABLE
from core.metrics.records.tally import PERIOD, Asked, rows_of

Behind = list[tuple[int, int, str]]  # which table, position in it, the field that was used


def rows_behind(measure: Measure, period: pd.Period, known: Known, asked: Asked) -> Behind:
    """The rows a value was made of: those of the period, or those that stood at its end.

    Rows that a view made from several tables have no single row to show and are left out.
    """
    match measure:
        case Flow():
            return list(_rows(measure, _within(period), known, asked))
        case Share():
            return list(_rows(measure.part, _within(period), known, asked))
        case Stock():
            until = _[PERIOD] <= ibis.timestamp(str(period.start_time))
            left = {row[:2] for row in _rows(measure.left, until, known, asked)}
            entered = _rows(measure.entered, until, known, asked)
            return [row for row in entered if row[:2] not in left]
        case Net():
            parts = (measure.entered, measure.left)
            every = [_rows(one, _within(period), known, asked) for one in parts]
            return [row for rows in every for row in rows]
        case Derived():
            return []


def _within(period: pd.Period) -> ir.BooleanValue:
    return _[PERIOD] == ibis.timestamp(str(period.start_time))


def _rows(
    flow: Flow, when: ir.BooleanValue, known: Known, asked: Asked
) -> Iterator[tuple[int, int, str]]:
    base = rows_of(flow, known, asked)
    if not {ROW, TABLE} <= set(base.columns):
        return
    used = flow.where & _[flow.known].notnull() if flow.known else flow.where
    found = known.engine.run(base.filter(when & used).select(TABLE, ROW).order_by(TABLE, ROW))
    for table, row in found.itertuples(index=False):
        yield int(table), int(row), flow.known or flow.at
