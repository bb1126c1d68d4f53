"""A column of written dates or periods as dates, with an issue for each cell that is none."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from core.language import Text, text
from core.periods import Grain
from core.tables.columns.cells import Cells
from core.tables.columns.moment import Moment
from core.tables.columns.timeline import Timeline, moments_of, timeline
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import Context
from core.tables.model import ColumnType

MOSTLY = 0.6
HARDLY = 0.3  # a share among the first distinct cells below which the rest is not looked at


def as_dates(cells: Cells, column: Typed, context: Context) -> Typed | None:
    """The column as dates, or as text with a question; None when too few cells write any."""
    first = cells.sample()
    if first.share([one is not None for one in moments_of(first, column.name, context)]) < HARDLY:
        return None
    moments = moments_of(cells, column.name, context)
    if cells.share([one is not None for one in moments]) < MOSTLY:
        return None
    return _dated(moments, cells, column, context)


def given_as_dates(cells: Cells, column: Typed, context: Context, type: ColumnType) -> Typed:
    """The column as dates because the person says so; bare numbers count as dates too."""
    moments = moments_of(cells, column.name, context, timely=True)
    found = _dated(moments, cells, column, context)
    if found.questions or found.type is type:
        return found
    if type is ColumnType.DATETIME or found.grain is not Grain.DAY:
        return replace(found, type=type)
    told = text("The times of day in “{name}” were left out.", name=column.name)
    return replace(
        found, type=type, values=found.values.dt.normalize(), notices=(*found.notices, told)
    )


def _dated(moments: list[Moment | None], cells: Cells, column: Typed, context: Context) -> Typed:
    known = timeline(moments, cells, column.name, context)
    if known.question is not None:
        return replace(column, questions=(known.question,))
    lost = cells.known & np.array(
        [_is_lost(one, start) for one, start in zip(moments, known.starts, strict=True)]
    )
    values = _stamped(known, cells, column.values.index)
    timed = any(clock not in ("", "00:00:00") for clock in known.clocks)
    told = (_not_a_date, text("Write it like the other dates."))
    issues = cell_issues(cells, lost, column, context, told)
    return replace(
        column,
        values=values,
        type=ColumnType.DATETIME if timed else ColumnType.DATE,
        grain=known.grain,
        issues=issues,
        notices=known.notices,
        year_starts=known.year_starts,
    )


def _is_lost(one: Moment | None, start: date | None) -> bool:
    """A cell that wrote no date, or one of another grain than its column."""
    return start is None and (one is None or one.year is not None or one.parts is not None)


def _not_a_date(words: str) -> Text:
    return text("“{cell}” is not a date like the rest of its column.", cell=words)


def _stamped(known: Timeline, cells: Cells, index: pd.Index) -> "pd.Series[float]":
    days = pd.to_datetime(pd.Series(list(known.by_row or known.starts), dtype=object))
    stamps = days.to_numpy("M8[s]")[slice(None) if known.by_row else cells.codes]
    if any(known.clocks):
        hours = pd.to_timedelta([clock or "00:00:00" for clock in known.clocks])
        stamps = stamps + hours.to_numpy("m8[s]")[cells.codes]
    return pd.Series(stamps, index=index)
