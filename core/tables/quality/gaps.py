"""Periods missing between the first and the last, at the table's own grain.

A period that no series has is told once for the table; one that only some lack is told for each.
Daily data may leave out weekdays on which it hardly ever has rows, and single days.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.periods import Grain
from core.tables.model import TableKind
from core.tables.quality.model import Fault, Finding, Severity
from core.tables.quality.strands import Strands, Timeline, View

CLOSED = 0.2  # share of its weeks under which a weekday counts as closed
MOST_TOLD = 6
BUSY = 5  # records in a usual period above which an empty one is told
_DAYS_APART = 3  # open days missing in a row that are worth a look
REMEDY = text("Add the missing periods, or confirm that there was nothing to record.")


def gaps(view: View) -> Iterator[Finding]:
    """Missing periods of the table, then of each series."""
    time = view.time
    if time is None:
        return
    ordinals = time.ordinals[time.known]
    if not view.is_series and len(ordinals) < BUSY * len(np.unique(ordinals)):
        return
    everywhere = _missing(ordinals, time.grain)
    if len(everywhere):
        yield _finding(time, everywhere, None)
    if view.table.kind is TableKind.KPI_LONG or view.keys.columns:
        for one in view.strands[:1] if view.is_series else ():
            yield from _of_series(view, one, everywhere)


def _of_series(view: View, one: Strands, everywhere: np.ndarray) -> Iterator[Finding]:
    """Periods for which a series has no row; unknown cells are no gaps."""
    time = view.time
    assert time is not None
    rows = pd.DataFrame({"key": view.keys.codes, "period": time.ordinals})[time.known]
    rows = rows.drop_duplicates()
    span = rows.groupby("key")["period"].agg(["min", "max", "count"])
    holey = span[span["max"] - span["min"] + 1 > span["count"]]
    for code, group in rows[rows["key"].isin(holey.index)].groupby("key"):
        lacks = np.setdiff1d(_missing(group["period"].to_numpy(), time.grain), everywhere)
        if len(lacks) and len(group) > len(lacks):
            yield _finding(time, lacks, view.name(one, int(str(code))))


def _missing(ordinals: np.ndarray, grain: Grain) -> np.ndarray:
    there = np.unique(ordinals)
    if len(there) < 3:
        return np.array([], np.int64)
    lacks = np.setdiff1d(np.arange(there[0], there[-1] + 1), there)
    return _open_days(lacks, there) if grain is Grain.DAY else lacks


def _open_days(lacks: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Missing days but for closed weekdays and for one or two days by themselves."""
    weeks = max(1.0, (there[-1] - there[0] + 1) / 7)
    rows = np.bincount(there % 7, minlength=7)
    lacks = lacks[rows[lacks % 7] >= CLOSED * weeks]
    every = np.arange(there[0], there[-1] + 1)
    opened = every[rows[every % 7] >= CLOSED * weeks]
    at = np.searchsorted(opened, lacks)
    run = np.cumsum(np.diff(at, prepend=-2) != 1)
    return (
        np.asarray(lacks[np.bincount(run, minlength=1)[run] >= _DAYS_APART]) if len(run) else lacks
    )


def _finding(time: Timeline, lacks: np.ndarray, series: str | None) -> Finding:
    n, periods = len(lacks), _listed(time, lacks)
    if series is None:
        what = counted(
            "{n} period is missing between the first and the last: {list}.",
            "{n} periods are missing between the first and the last: {list}.",
            n,
            list=periods,
        )
    else:
        what = counted(
            "“{series}” has no row for {n} period in between: {list}.",
            "“{series}” has no row for {n} periods in between: {list}.",
            n,
            series=series,
            list=periods,
        )
    return Finding(Fault.GAP, Severity.CHECK, what, REMEDY, time.column.name, (), n)


def _listed(time: Timeline, ordinals: np.ndarray) -> Text:
    """The first of some periods, runs from end to end."""
    starts = np.flatnonzero(np.diff(ordinals, prepend=ordinals[0] - 2) != 1)
    runs = np.split(ordinals, starts[1:])
    said: list[Text | str] = [
        Text("{one}", (("one", time.period(run[0])),))
        if len(run) == 1
        else text("{first} to {last}", first=time.period(run[0]), last=time.period(run[-1]))
        for run in runs[:MOST_TOLD]
    ]
    return Text.joined(", ", [*said, *([text("and others")] if len(runs) > MOST_TOLD else [])])
