"""What is said of the periods of a table: unread, named again, missing beside figures."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.columns.typed import Typed, place_of
from core.tables.context import Context
from core.tables.fields import NUMBERS, TIMES
from core.tables.model import ColumnType
from core.tables.words import PERIOD_NAMES, plain

MOSTLY_ONCE = 0.3  # share of repeats above which several rows for a period are the rule


def unread_periods(typed: Sequence[Typed], fields: Sequence[str]) -> list[Text]:
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


def repeated_periods(typed: Sequence[Typed], fields: Sequence[str]) -> tuple[Text, ...]:
    """A word on a few rows that name a period again, when nothing else tells them apart."""
    keys = pd.DataFrame(
        {
            i: one.values
            for i, (one, name) in enumerate(zip(typed, fields, strict=True))
            if name in ("period", "dimension")
        }
    )
    period = fields.index("period")
    again = keys.duplicated(keep=False) & keys[period].notna()
    if not again.any() or keys.duplicated().mean() > MOSTLY_ONCE:
        return ()
    rows = [str(row) for row in keys.index[again]]
    return (
        text(
            "Rows of “{name}” name the same period more than once: rows {rows}.",
            name=typed[period].name,
            rows=", ".join(rows[:8]) + ("…" if len(rows) > 8 else ""),
        ),
    )


def with_missing_periods(one: Typed, typed: Sequence[Typed], context: Context) -> Typed:
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
