"""The months before and after training, of the trained and of the others.

A difference-in-differences is worth what its past is worth: two lines that already drew apart
before the training would have gone on to do so.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked
from core.enablement.results import Result, results
from core.enablement.trained import days_trained
from core.enablement.training import enrolments
from core.language import text

BEFORE, AFTER = 12, 12  # months looked at
MONTH = pd.Timedelta(days=30)
_NO_RESULT = text("not computable, because no results of the people trained are in the file")


@dataclass(frozen=True)
class Trend:
    """The mean level of people month by month (30 days), month 0 beginning with the training.

    rows: month, trained, others (rates or counts), n_trained, n_others (people known in that
    month); missing where nobody is known. unit: that of the levels.
    """

    course: str
    metric: str
    unit: str
    rows: pd.DataFrame


def trends(book: Ledger, asked: Asked) -> tuple[Trend, ...]:
    """One for each course and result of people. Raises NotComputable: no training, no results."""
    rows, known = enrolments(book), results(book, asked)
    found = [
        Trend(str(course), name, result.unit, _months(result, days_trained(part)))
        for course, part in rows.groupby("course_id", sort=True)
        for name, result in known.items()
    ]
    shown = tuple(one for one in found if not one.rows.empty)
    if not shown:
        raise NotComputable(_NO_RESULT)
    return shown


def _months(result: Result, trained: "pd.Series[pd.Timestamp]") -> pd.DataFrame:
    """Each trained person on their own day; the others, not trained so far, on the middle one."""
    known = trained[trained.index.isin(result.records["person"].unique())].sort_values()
    if known.empty:
        return pd.DataFrame()
    middle = known.iloc[(len(known) - 1) // 2]
    rows = [_month(result, known, middle, month) for month in range(-BEFORE, AFTER)]
    table = pd.DataFrame(rows)
    return table[table["n_trained"] > 0].reset_index(drop=True)


def _month(
    result: Result, known: "pd.Series[pd.Timestamp]", middle: pd.Timestamp, month: int
) -> dict[str, float]:
    own = []
    for day, people in known.groupby(known):
        levels = _levels(result, pd.Timestamp(day) + month * MONTH)
        own.append(levels[levels.index.isin(people.index)])
    at = middle + month * MONTH
    rest = _levels(result, at)
    by_then = known[known < max(at, middle) + MONTH].index
    others = rest[~rest.index.isin(by_then)]
    mine = pd.concat(own)
    return {
        "month": month,
        "trained": float(mine.mean()) if len(mine) else np.nan,
        "others": float(others.mean()) if len(others) else np.nan,
        "n_trained": len(mine),
        "n_others": len(others),
    }


def _levels(result: Result, first: pd.Timestamp) -> "pd.Series[float]":
    """Each person's level in a month; of nobody where the month is not wholly in the data."""
    if first < result.first or first + MONTH > result.end:
        return pd.Series(dtype=float)
    return result.of(result.between(first, first + MONTH))
