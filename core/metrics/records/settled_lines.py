"""Lines of orders in known words: which are cancelled or returned, what each brings, how long.

Cancelled and returned lines bring nothing; a line below zero is a return.
"""

from functools import reduce

import ibis
import ibis.expr.types as ir

from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.moments import days_between, only_days
from core.metrics.records.order_lines import moment_of
from core.metrics.records.order_remarks import said_amounts, said_dates

_TAKES = {
    "days_to_finish": "finished_at",
    "days_to_service": "service_at",
    "days_to_cancel": "cancelled_at",
}  # from the day of the order


def settled_lines(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """All lines, in known words: what is cancelled or returned, what each brings."""
    rows = _dates(_amounts(_outcome(rows)), engine)
    return Prepared(rows, (*said_amounts(rows, engine), *said_dates(rows, engine)))


def _outcome(rows: ir.Table) -> ir.Table:
    word = _word(rows, "status")
    signs = [word == "cancelled"]
    told = bool({"cancelled", "status", "cancelled_at"} & set(rows.columns))
    if "cancelled" in rows.columns:
        flag = rows["cancelled"]
        signs.append(flag if flag.type().is_boolean() else flag == "yes")
    if "cancelled_at" in rows.columns:
        signs.append(rows["cancelled_at"].notnull())
    cancelled = reduce(lambda a, b: a | b, (one.fill_null(False) for one in signs))
    back = (word == "returned").fill_null(False) | _below_zero(rows)
    paid_back = (word == "returned").fill_null(False)
    rows = rows.mutate(void=cancelled | paid_back, returned=back & ~cancelled)
    return rows.mutate(cancelled=cancelled) if told else rows


def _word(rows: ir.Table, field: str) -> ir.Value:
    there = field in rows.columns and rows[field].type().is_string()
    return rows[field] if there else ibis.literal("")


def _below_zero(rows: ir.Table) -> ir.Value:
    found = [rows[one] < 0 for one in ("quantity", "revenue") if one in rows.columns]
    return reduce(lambda a, b: a | b, [one.fill_null(False) for one in found], ibis.literal(False))


def _amounts(rows: ir.Table) -> ir.Table:
    """Revenue from quantity and price, profit from revenue and cost, where they are missing."""
    has = set(rows.columns)
    written = rows["revenue"] if "revenue" in has else ibis.null("float64")
    if {"quantity", "unit_price"} <= has:
        product = rows["quantity"] * rows["unit_price"]
        made = written.isnull() & product.notnull()
        rows = rows.mutate(revenue=ibis.coalesce(written, product), multiplied=made)
    if {"revenue", "cost"} <= set(rows.columns):
        own = rows["profit"] if "profit" in has else ibis.null("float64")
        rows = rows.mutate(profit=ibis.coalesce(own, rows["revenue"] - rows["cost"]))
    return rows


def _dates(rows: ir.Table, engine: Engine) -> ir.Table:
    """When a line left the order book, whether it is done on an unknown day, how long it took."""
    moment = moment_of(rows)
    gone = rows["cancelled_at"] if "cancelled_at" in rows.columns else ibis.null(moment)
    done = (_word(rows, "status") == "done").fill_null(False) & rows["done_at"].isnull()
    coarse = only_days(rows, engine)
    took = {
        name: days_between(rows, "ordered_at", until, coarse)
        if {until, "ordered_at"} <= set(rows.columns)
        else ibis.null("float64")
        for name, until in _TAKES.items()
    }
    return rows.mutate(
        done_undated=done & ~rows["void"],
        left_book_at=ibis.coalesce(gone, rows["done_at"]),
        left_book_known=~done & ~(rows["void"] & gone.isnull()),
        **took,
    )
