"""Customers: from which day they pay, since when they are gone, how long their trials take."""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, counted, text
from core.metrics.engine import Engine
from core.metrics.measures import days
from core.metrics.records.model import Names, Prepared


def accounts(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """`started_at` becomes the day a customer began to pay, `churned_at` the day one had left."""
    rows, said = _beginning(rows, names, engine)
    rows, more = _end(rows, names, engine)
    if {"trial_started_at", "paid_at"} <= set(rows.columns):
        rows = rows.mutate(trial_days=days("trial_started_at", "paid_at"))
    return Prepared(rows, (*said, *more))


def _beginning(rows: ir.Table, names: Names, engine: Engine) -> tuple[ir.Table, tuple[Text, ...]]:
    has = set(rows.columns)
    if "paid_at" in has:
        return rows.mutate(started_at=_.paid_at), ()
    if not {"trial_started_at", "started_at"} <= has:
        return rows, ()
    later = (_.started_at.isnull() | (_.started_at > _.trial_started_at)).any()
    if not bool(engine.run(rows.aggregate(later=later))["later"].fillna(False).iloc[0]):
        return rows.drop("started_at"), ()
    said = text(
        "“{column}” is taken for the day an account began to pay.", column=names.of("started_at")
    )
    return rows.mutate(paid_at=_.started_at), (said,)


def _end(rows: ir.Table, names: Names, engine: Engine) -> tuple[ir.Table, tuple[Text, ...]]:
    """Only those who are gone have left; who left on no day, or too early, is left out."""
    has = set(rows.columns)
    gone = _flag(rows)
    if "churned_at" not in has:
        rows = rows.mutate(valid=ibis.literal(True))
        return rows, (_said_flag(names.of("churned")),) if gone is not None else ()
    planned = ibis.literal(False)
    if gone is not None:
        planned = (~gone).fill_null(False) & rows["churned_at"].notnull()
    undated = (gone if gone is not None else ibis.literal(False)).fill_null(False)
    undated = undated & rows["churned_at"].isnull()
    early = ibis.literal(False)
    if "started_at" in has:
        early = (rows["churned_at"] < rows["started_at"]).fill_null(False) & ~planned
    left = planned.ifelse(ibis.null(rows["churned_at"].type()), rows["churned_at"])
    rows = rows.mutate(planned=planned, undated=undated, early=early, churned_at=left)
    rows = rows.mutate(valid=~_.undated & ~_.early)
    said = _said(rows, engine)
    return rows.drop("planned", "undated", "early"), said


def _flag(rows: ir.Table) -> ir.BooleanValue | None:
    """Whether a customer is gone, by a column of yes and no."""
    if "churned" not in rows.columns:
        return None
    flag = rows["churned"]
    if flag.type().is_boolean():
        return flag
    if flag.type().is_string():
        return flag.isin(["yes", "no"]).ifelse(flag == "yes", ibis.null("boolean"))
    return flag == 1


def _said(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    n = {
        name: int(count)
        for name, count in engine.run(
            rows.aggregate(
                **{name: _.count(where=_[name]) for name in ("planned", "undated", "early")}
            )
        )
        .iloc[0]
        .items()
    }
    said = (
        (n["planned"], _said_planned),
        (n["undated"], _said_undated),
        (n["early"], _said_early),
    )
    return tuple(words(number) for number, words in said if number)


def _said_planned(n: int) -> Text:
    return counted(
        "{n} customer has a date of leaving and is said to have stayed; it counts as staying.",
        "{n} customers have a date of leaving and are said to have stayed; they count as staying.",
        n,
    )


def _said_undated(n: int) -> Text:
    return counted(
        "{n} customer has left on an unknown day and is left out.",
        "{n} customers have left on an unknown day and are left out.",
        n,
    )


def _said_early(n: int) -> Text:
    return counted(
        "{n} customer left before the first day as a customer and is left out.",
        "{n} customers left before their first day as a customer and are left out.",
        n,
    )


def _said_flag(column: str) -> Text:
    return text(
        "“{column}” says who left and not when, so no period can be given a churn rate.",
        column=column,
    )
