"""Training completed: of all who were sent, of those who began, and by the day it was due.

The three shares have different denominators and easily lie 15 points apart, so each has its name.
Who was taken off the list before beginning is in none. Each person and course counts once, and each
run of it that was assigned on a day of its own: a completed attempt before others, else the last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.enablement.counting import noted, of_group, shared
from core.enablement.ledger import Group, Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.language import Text, text
from core.tables.model import TableKind

_OFF = text("taken off the list before they began")
_AGAIN = text("another attempt of the same person at the same course")
_IDLE = text("not begun")
_NOT_DUE = text("not due yet")
_NO_DUE = text("without a day on which it is due")
_ARCHIVED = text(
    "Some learning systems leave archived enrolments out of their exports: the share is of those "
    "in the file."
)
_NO_STATE = text(
    "not computable, because neither a day of completion nor a status says who completed"
)
_NO_START = text("not computable, because no column says who began")
_NO_DUES = text("not computable, because no column says when training is due")
_NO_DAY_DONE = text("not computable, because no column says on which day training was completed")
_NONE_DUE = text("not computable, because nothing was due by the last day of the data")
_BEGUN = ("started", "completed", "failed")  # statuses of those who began
_DAYS = ("assigned_at", "enrolled_at", "started_at", "completed_at", "unenrolled_at")


def enrolments(book: Ledger) -> pd.DataFrame:
    """Each enrolment once, as known on the last day, with `done`, `begun` and `off`.

    begun is unknown (NA) where no column tells. Raises NotComputable.
    """
    rows = book.need(TableKind.TRAINING, "learner_id", "course_id")
    if not {"completed_at", "status"} & set(rows.columns):
        raise NotComputable(_NO_STATE)
    rows = _so_far(rows, book.ends.get(TableKind.TRAINING))
    done = _done(rows)
    rows = rows.assign(done=done, begun=_begun(rows, done), off=_off(rows, done))
    order = [one for one in ("done", "completed_at", "assigned_at") if one in rows.columns]
    order += ["table_number", "row_number_in_table"]
    kept = rows.sort_values(order, kind="stable", na_position="first")
    kept = kept.drop_duplicates(_each(rows), keep="last")
    kept.attrs["again"] = len(rows) - len(kept)
    return kept


def _each(rows: pd.DataFrame) -> list[str]:
    """What tells enrolments apart: runs of a course that were assigned on days of their own do."""
    own = [one for one in ("assigned_at", "run") if one in rows.columns]
    return ["learner_id", "course_id", *(own[:1] if "run" in own else [])]


def _so_far(rows: pd.DataFrame, end: pd.Timestamp | None) -> pd.DataFrame:
    """What was assigned up to the last day, and of the rest what had happened by then."""
    if end is None:
        return rows
    begun = [one for one in ("assigned_at", "enrolled_at") if one in rows.columns]
    for name in begun[:1]:
        rows = rows[~(rows[name] >= end)]
    known = {one: rows[one].where(~(rows[one] >= end)) for one in _DAYS if one in rows.columns}
    return rows.assign(**known)


def _done(rows: pd.DataFrame) -> "pd.Series[bool]":
    status = rows["status"] if "status" in rows.columns else pd.Series("", index=rows.index)
    if "completed_at" not in rows.columns or not rows["completed_at"].notna().any():
        return status == "completed"
    return rows["completed_at"].notna() & ~status.isin(["failed", "withdrawn"])


def _begun(rows: pd.DataFrame, done: "pd.Series[bool]") -> pd.Series:
    """Who began, by the day or the status; unknown of all where neither is there."""
    has = set(rows.columns)
    if "started_at" in has:
        return (rows["started_at"].notna() | done).astype(object)
    if "status" in has and (rows["status"] == "started").any():
        return (rows["status"].isin(_BEGUN) | done).astype(object)
    return pd.Series(None, index=rows.index, dtype=object)


def _off(rows: pd.DataFrame, done: "pd.Series[bool]") -> "pd.Series[bool]":
    """Taken off the list before they began."""
    off = pd.Series(False, index=rows.index)
    if "unenrolled_at" in rows.columns:
        off |= rows["unenrolled_at"].notna()
    if "status" in rows.columns and "unenrolled_at" not in rows.columns:
        off |= rows["status"] == "withdrawn"
    if "started_at" in rows.columns:
        left = rows.get("unenrolled_at", rows["started_at"])
        off &= rows["started_at"].isna() | (rows["started_at"] > left)
    return off & ~done


def completion_rate(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """completed / assigned (all), / begun (started), by its due day / due so far (due)."""
    rows = enrolments(book)
    end = book.ends.get(TableKind.TRAINING)
    again = rows.attrs["again"]
    found: list[Measured] = []
    for group in book.groups(rows):
        left: tuple[LeftOut, ...] = (LeftOut(_OFF, int(group[2]["off"].sum())),)
        if not group[0]:
            left = (*left, LeftOut(_AGAIN, again))
        found += [_of_all(group, left), _of_started(group, left), _of_due(group, left, end)]
    return found


def _row(variant: str, group: Group) -> Measured:
    return of_group(Measured("completion_rate", variant), group)


def _of_all(group: Group, left: tuple[LeftOut, ...]) -> Measured:
    rows = group[2][~group[2]["off"]]
    return noted(shared(_row("all", group), int(rows["done"].sum()), len(rows), left), (_ARCHIVED,))


def _of_started(group: Group, left: tuple[LeftOut, ...]) -> Measured:
    rows = group[2][~group[2]["off"]]
    if rows["begun"].isna().all() and len(rows):
        return _refused(_row("started", group), _NO_START)
    begun = rows[rows["begun"].astype(bool)]
    idle = LeftOut(_IDLE, len(rows) - len(begun))
    return shared(_row("started", group), int(begun["done"].sum()), len(begun), (*left, idle))


def _of_due(group: Group, left: tuple[LeftOut, ...], end: pd.Timestamp | None) -> Measured:
    row, rows = _row("due", group), group[2][~group[2]["off"]]
    if "due_at" not in rows.columns or not rows["due_at"].notna().any():
        return _refused(row, _NO_DUES)
    if "completed_at" not in rows.columns:
        return _refused(row, _NO_DAY_DONE)
    due = rows[rows["due_at"] < end] if end is not None else rows[rows["due_at"].notna()]
    if due.empty:
        return _refused(row, _NONE_DUE)
    in_time = due["done"] & (due["completed_at"].dt.normalize() <= due["due_at"])
    later = LeftOut(_NOT_DUE, int(rows["due_at"].notna().sum()) - len(due))
    without = LeftOut(_NO_DUE, int(rows["due_at"].isna().sum()))
    return shared(row, int(in_time.sum()), len(due), (*left, later, without))


def _refused(row: Measured, why: Text) -> Measured:
    return replace(row, refused=why)


COMPLETION: Mapping[str, Measure] = {"completion_rate": completion_rate}
