"""Who was trained when, and what is known of each person before and after.

Windows before and after are equally long. Each person is compared with those who had not been
trained by the end of the same window, in the same days.
"""

from dataclasses import dataclass

import pandas as pd

from core.enablement.before_after import Pairs
from core.enablement.results import Result, person
from core.metrics.records.words import plainly

WINDOWS = (180, 120, 90, 60, 30)  # days before, and as many after
_COMPLETE = 0.8  # share of the trained whose windows must lie in the data
_MADE_READY = frozenset(("withdrawn_before", "days_to_complete"))  # by core.metrics.records
_PRE = frozenset("pre pretest prescore before sebelum awal baseline".split())
_YES = ("true", "yes", "ya", "y", "1", "treated", "treatment", "trained")
_POST = frozenset("post posttest postscore after sesudah setelah akhir final endline".split())


@dataclass(frozen=True)
class Windows:
    """Pairs of one measure, the days of each window, and the trained who are in no pair."""

    pairs: Pairs
    days: int
    left_out: int


def scores(rows: pd.DataFrame) -> Pairs | None:
    """The scores before and after of a training table that has both; None where it has not."""
    numbers = [one for one in rows.columns if _number(rows, one)]
    before = next((one for one in numbers if _PRE & set(plainly(one).split())), "")
    after = next((one for one in numbers if _POST & set(plainly(one).split())), "")
    after = after or ("score" if before and "score" in numbers else "")
    if not before or not after:
        return None
    frame = pd.DataFrame({"person": person(rows["learner_id"]), "day": 0})
    frame["treated"] = treated(rows)
    frame["before"], frame["after"] = rows[before].astype(float), rows[after].astype(float)
    return Pairs(frame.dropna(subset=["before", "after"]))


def _number(rows: pd.DataFrame, name: str) -> bool:
    kind = rows[name].dtype
    counts = pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)
    return counts and name not in _MADE_READY


def treated(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Who was trained by the column that says so; without it everybody."""
    if "treated" not in rows.columns:
        return pd.Series(True, index=rows.index)
    column = rows["treated"]
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        column = column > 0
    words = column.astype("string").map(lambda one: plainly(str(one)), na_action="ignore")
    return words.isin(_YES)


def days_trained(rows: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Person -> the day on which they first completed it."""
    done = rows[rows["done"] & treated(rows)]
    if "completed_at" not in done.columns:
        return pd.Series(dtype="datetime64[us]")
    at = done["completed_at"].dt.normalize()
    first: pd.Series[pd.Timestamp] = at.groupby(person(done["learner_id"])).min().dropna()
    return first


def windows(result: Result, trained: "pd.Series[pd.Timestamp]") -> Windows | None:
    """The longest windows that most of the trained have before and after; None where none do."""
    known = trained[trained.index.isin(result.records["person"].unique())]
    for days in WINDOWS:
        length = pd.Timedelta(days=days)
        inside = known[(known - length >= result.first) & (known + length <= result.end)]
        if len(known) and len(inside) >= _COMPLETE * len(known):
            pairs = _pairs(result, known, inside, length)
            counted = pairs.trained["person"].nunique()
            return Windows(pairs, days, len(trained) - counted)
    return None


def _pairs(
    result: Result,
    known: "pd.Series[pd.Timestamp]",
    inside: "pd.Series[pd.Timestamp]",
    length: pd.Timedelta,
) -> Pairs:
    """Those trained in a month on their own days, the others about the middle one of these."""
    parts = []
    for month, cohort in inside.groupby(inside.dt.to_period("M")):
        for day, people in cohort.groupby(cohort):
            own = _levels(result, pd.Timestamp(day), length)
            parts.append(own[own.index.isin(people.index)].assign(treated=True, day=str(month)))
        middle = cohort.sort_values().iloc[(len(cohort) - 1) // 2]
        by_then = known[known < middle + length].index
        rest = _levels(result, middle, length)
        parts.append(rest[~rest.index.isin(by_then)].assign(treated=False, day=str(month)))
    found = pd.concat(parts) if parts else pd.DataFrame()
    return Pairs(found.rename_axis("person").reset_index())


def _levels(result: Result, day: pd.Timestamp, length: pd.Timedelta) -> pd.DataFrame:
    """Each person's level before and after a day; those known only once are in no pair."""
    both = {
        "before": result.of(result.between(day - length, day)),
        "after": result.of(result.between(day, day + length)),
    }
    return pd.DataFrame(both).dropna()
