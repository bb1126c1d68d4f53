"""Activities made ready: what kind each is, when it was booked and took place, what is still to be.

A date in the future is a plan, not something that happened.
"""

import operator
from functools import reduce

import ibis
import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.tables.mapping import field_name

WENT, BEGAN = "how_it_went", "who_began"  # outcome and direction; unknown without a column
PLANNED = "is_planned"  # still to come, as far as the file knows
WHOM = "deal_or_lead"  # the deal, else the lead, that it is about
INTERNAL = "is_internal"
DONE = ("held", "connected", "no_answer", "no_show", "sent", "failed")
_NO_WORD = ibis.null("string")


def activities_ready(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Activities with a day for each, PLANNED, INTERNAL and WHOM."""
    rows, notices = _dated(rows)
    rows = _with_outcome(rows)
    rows = rows.mutate(**{WENT: _word(rows, "outcome"), BEGAN: _word(rows, "direction")})
    rows, said = _planned(rows, engine)
    internal = ibis.literal(False)
    for field in {"type", "direction"} & set(rows.columns):
        internal = internal | (rows[field] == "internal").fill_null(False)
    rows = rows.mutate(**{INTERNAL: internal, WHOM: _whom(rows)})
    return Prepared(rows, (*notices, *said, *_untold(rows, engine)))


def _untold(rows: ir.Table, engine: Engine) -> list[Text]:
    """What is counted too, because no column tells it apart."""
    kinds = set(engine.words(rows["type"])) if "type" in rows.columns else set()
    told = []
    if "direction" not in rows.columns and "call" in kinds:
        told.append(
            text("No column says whether calls came in or went out: all count as calls made.")
        )
    if "outcome" not in rows.columns and kinds & {"meeting", "demo", "viewing"}:
        told.append(
            text("No column says how meetings went: cancelled and missed ones are counted too.")
        )
    return told


def _dated(rows: ir.Table) -> tuple[ir.Table, list[Text]]:
    """`occurred_at` from the day it was done or due, where no column says when it took place."""
    if "occurred_at" in rows.columns:
        others = [rows[one] for one in ("completed_at", "due_at") if one in rows.columns]
        return rows.mutate(occurred_at=ibis.coalesce(rows["occurred_at"], *others)), []
    field = next(
        (one for one in ("due_at", "completed_at", "booked_at") if one in rows.columns), ""
    )
    if not field:
        return rows, []
    said = text(
        "No column says when an activity took place: “{field}” is taken for it.",
        field=field_name(field),
    )
    return rows.mutate(occurred_at=rows[field]), [said]


def _with_outcome(rows: ir.Table) -> ir.Table:
    """`outcome` of calls by their length, where there is no word for it."""
    if "outcome" in rows.columns or not {"type", "duration_s"} <= set(rows.columns):
        return rows
    if not rows["duration_s"].type().is_numeric():
        return rows
    timed = (rows["type"] == "call") & rows["duration_s"].notnull()
    spoke = (rows["duration_s"] > 0).ifelse("connected", "no_answer")
    return rows.mutate(outcome=timed.ifelse(spoke, _NO_WORD))


def _planned(rows: ir.Table, engine: Engine) -> tuple[ir.Table, list[Text]]:
    """PLANNED, and `booked_at` of all that took place without one."""
    if "occurred_at" not in rows.columns:
        return rows.mutate(**{PLANNED: ibis.literal(False)}), []
    planned = (rows[WENT] == "scheduled").fill_null(False)
    end = _known_until(rows, engine)
    if end is not None:
        done = _done(rows).fill_null(False)
        planned = planned | ((rows["occurred_at"].truncate("D") > end) & ~done).fill_null(False)
    rows = rows.mutate(**{PLANNED: planned})
    held = rows[PLANNED].ifelse(ibis.null("timestamp(6)"), rows["occurred_at"])
    said = []
    if "booked_at" in rows.columns:
        held = ibis.coalesce(rows["booked_at"], held)
    else:
        said = [
            text(
                "No column says when meetings were booked: they are counted by the day they took "
                "place."
            )
        ]
    return rows.mutate(booked_at=held), said


def _done(rows: ir.Table) -> ir.BooleanValue:
    """Whether it is over, whatever came of it; DuckDB would join a list of six words."""
    return reduce(operator.or_, (rows[WENT] == one for one in DONE))


def _word(rows: ir.Table, field: str) -> ir.Value:
    return rows[field].cast("string") if field in rows.columns else _NO_WORD


def _known_until(rows: ir.Table, engine: Engine) -> ir.TimestampScalar | None:
    """The last day on which something was booked or done; None where nothing tells it."""
    dates = [one for one in ("booked_at", "completed_at") if one in rows.columns]
    parts = [rows[one].truncate("D").max() for one in dates]
    if "outcome" in rows.columns:
        parts.append(rows["occurred_at"].truncate("D").max(where=_done(rows)))
    if not parts:
        return None
    told = engine.run(rows.aggregate(**{f"at_{i}": one for i, one in enumerate(parts)}))
    last = told.iloc[0].dropna()
    return ibis.timestamp(str(max(last).normalize())) if len(last) else None


def _whom(rows: ir.Table) -> ir.Value:
    """One name for the deal or the lead, so that the same number of both is not one."""
    parts = [
        (field, ibis.literal(f"{field} ") + rows[field].cast("string"))
        for field in ("deal_id", "lead_id")
        if field in rows.columns
    ]
    if len(parts) == 1:
        return rows[parts[0][0]]
    return ibis.coalesce(*(name for _field, name in parts)) if parts else _NO_WORD
