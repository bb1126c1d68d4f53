"""Training: one row for each person and course, from the day it was assigned."""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, counted, text
from core.metrics.engine import Engine
from core.metrics.measures import days
from core.metrics.records.model import ROW, TABLE, Names, Prepared
from core.metrics.records.words import plainly
from core.tables.model import Table

_MINUTES = frozenset("min mins minute minutes menit mnt".split())
_NO_DAY = ibis.null("timestamp(6)")
_BEGINNINGS = ("assigned_at", "enrolled_at", "started_at")


def courses(rows: ir.Table, table: Table) -> Prepared:
    """Hours where the header says minutes; assigned is enrolled where nothing else is known."""
    said: list[Text] = []
    hours = next((one.name for one in table.columns if one.field == "hours"), "")
    if hours and _MINUTES & set(plainly(hours).split()) and "hours" in rows.columns:
        rows = rows.mutate(hours=_.hours / 60.0)
        said.append(text("“{column}” is in minutes; shown in hours.", column=hours))
    there = [rows[one] for one in _BEGINNINGS if one in rows.columns]
    if there and "assigned_at" not in rows.columns:
        rows = rows.mutate(assigned_at=ibis.coalesce(*there))
    return Prepared(rows, tuple(said))


def taken_once(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """The last run of each person and course counts, a completed one before others."""
    has = set(rows.columns)
    if "completed_at" not in has:
        rows = rows.mutate(completed_at=_NO_DAY)
    passed: ir.Value = ibis.literal(False)
    if "status" in has and rows["status"].type().is_string():
        failed = rows["status"].isin(["failed", "withdrawn"]).fill_null(False)
        nothing = ibis.null(rows["completed_at"].type())
        rows = rows.mutate(completed_at=failed.ifelse(nothing, rows["completed_at"]))
        passed = (rows["status"] == "completed").fill_null(False)
    keys = [*(_[one] for one in ("learner_id", "course_id")), *([_.run] if "run" in has else [])]
    order = [ibis.desc("completed_at", nulls_first=False), ibis.desc(_.was_passed)]
    order += [ibis.desc(TABLE), ibis.desc(ROW)]
    turn = ibis.row_number().over(group_by=keys, order_by=order)
    numbered = rows.mutate(was_passed=passed).mutate(turn=turn)
    repeats = int(engine.run(numbered.aggregate(n=_.count(where=_.turn > 0)))["n"].iloc[0])
    rows = numbered.filter(_.turn == 0).drop("turn", "was_passed")
    rows = rows.mutate(withdrawn_before=_withdrawn(rows))
    if "completed_at" not in has:
        rows = rows.drop("completed_at")
    elif "assigned_at" in rows.columns:
        rows = rows.mutate(days_to_complete=days("assigned_at", "completed_at"))
    return Prepared(rows, (_said_retakes(repeats),) if repeats else ())


def _withdrawn(rows: ir.Table) -> ir.Value:
    """Taken off the list before they began."""
    if "unenrolled_at" not in rows.columns:
        return ibis.literal(False)
    if "started_at" not in rows.columns:
        return rows["unenrolled_at"].notnull() & rows["completed_at"].isnull()
    began = (rows["started_at"] <= rows["unenrolled_at"]).fill_null(False)
    return rows["unenrolled_at"].notnull() & ~began & rows["completed_at"].isnull()


def _said_retakes(n: int) -> Text:
    return counted(
        "{n} row repeats a course of the same person; the last one completed counts.",
        "{n} rows repeat a course of the same person; the last one completed counts.",
        n,
    )
