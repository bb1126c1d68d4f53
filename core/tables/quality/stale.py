"""Series that stop while others go on, or end by repeating a value; dates beyond the day known."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from core.language import text
from core.periods import Grain
from core.tables.model import ColumnType
from core.tables.quality.model import Fault, Finding, Severity
from core.tables.quality.strands import Strands, View, place

FEWEST = 4  # values of a series that may be said to stop
LATE = {Grain.DAY: 7, Grain.WEEK: 3, Grain.MONTH: 2, Grain.QUARTER: 2, Grain.YEAR: 2}
GO_ON = 0.5  # share of the series that must reach the end
CHANCE = 0.02  # of one series of the table repeating so long, below which it is told
SHORTEST_RUN, FEWEST_BEFORE = 3, 8
PAST = frozenset(
    "period created_at closed_at entered_at exited_at occurred_at booked_at completed_at ordered_at"
    " shipped_at finished_at cancelled_at submitted_at started_at churned_at first_response_at"
    " qualified_at converted_at".split()
)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def stopped(view: View) -> Iterator[Finding]:
    """Series without values at the end, while at least half of the others have them."""
    time = view.time
    ends = [_ends(one) for one in view.strands if one.timed]
    if time is None or not ends or sum(map(len, ends)) < 2:
        return
    every = pd.concat(ends)
    newest, late = int(every["last"].max()), LATE[time.grain]
    if (every["last"] > newest - late).mean() < GO_ON:
        return
    for one, own in zip([one for one in view.strands if one.timed], ends, strict=True):
        silent = newest - own["last"]
        for code in own.index[(silent >= late) & (silent > own["step"])].tolist():
            at = int(str(own.at[code, "at"]))
            yield Finding(
                Fault.STOPPED,
                Severity.CHECK,
                text(
                    "{name} stops at {last}, while others go on to {newest}.",
                    name=view.name(one, int(code)),
                    last=view.when(one, at),
                    newest=time.period(newest),
                ),
                text("Fill in what is missing, or end the series on purpose with a note."),
                one.column.name,
                (view.where(one, at),),
            )


def _ends(one: Strands) -> pd.DataFrame:
    """Per strand: last ordinal, its index, and the widest step between two values."""
    first, last = one.bounds()
    steps = np.diff(one.ordinals, prepend=0)
    steps[first] = 0
    widest = np.maximum.reduceat(steps, first) if len(first) else steps
    enough = last - first + 1 >= FEWEST
    last, widest = last[enough], widest[enough]
    return pd.DataFrame(
        {"last": one.ordinals[last], "at": last, "step": widest}, index=one.strand[last]
    )


def repeating(view: View) -> Iterator[Finding]:
    """Series whose last value stands again and again, though before it hardly ever repeated."""
    series = sum(len(one.names) for one in view.strands if one.timed)
    for one in view.strands:
        for code, at in one.pieces() if one.timed else ():
            values = one.values[at]
            run = _last_run(values)
            before = values[: len(values) - run + 1]
            if run < SHORTEST_RUN or len(before) < FEWEST_BEFORE or len(set(before)) < 3:
                continue
            alike = (int((np.diff(before) == 0).sum()) + 1) / (len(before) + 1)
            if series * alike ** (run - 1) < CHANCE:
                first = int(at[-run])
                yield Finding(
                    Fault.REPEATING,
                    Severity.CHECK,
                    text(
                        "{name} repeats its last value from {first} to {last}.",
                        name=view.name(one, code),
                        first=view.when(one, first),
                        last=view.when(one, int(at[-1])),
                    ),
                    text("Check whether the figure was really measured, or only carried on."),
                    one.column.name,
                    tuple(view.where(one, i) for i in at[-run:][:20].tolist()),
                    run,
                )


def _last_run(values: np.ndarray) -> int:
    """How many values at the end are the same."""
    other = np.flatnonzero(values != values[-1])
    return len(values) if not len(other) else len(values) - 1 - int(other[-1])


def future(view: View, today: date | None) -> Iterator[Finding]:
    """Dates of what has happened that lie beyond the day the table is known to reach to."""
    table = view.table
    until = table.as_of or today
    if until is None:
        return
    for at, column in enumerate(table.columns):
        if column.field not in PAST or column.type not in TIMES:
            continue
        values = table.frame.iloc[:, at]
        beyond = values > pd.Timestamp(until) + pd.Timedelta(days=1)
        if column.field == "period" and view.is_series:
            figures = [one.positions for one in view.strands]
            told = np.zeros(len(values), bool)
            told[np.concatenate(figures)] = True
            beyond &= told
        rows = np.flatnonzero(beyond.to_numpy())
        if len(rows):
            yield Finding(
                Fault.FUTURE,
                Severity.CHECK,
                text(
                    "“{column}” has dates after {until}, the furthest {day}.",
                    column=column.name,
                    until=until,
                    day=values.max().date(),
                ),
                text("Correct the dates; plans and targets belong in a column of their own."),
                column.name,
                tuple(place(table, i, column) for i in rows[:20].tolist()),
                len(rows),
            )
