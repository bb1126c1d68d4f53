"""Lines of orders, bookings and production: which count, when they are earned, what they bring.

Earned: bookings on the day of service, production (due and finished) when finished, all else on
the day of the order or invoice. Cancelled and returned lines bring nothing.
"""

from collections.abc import Callable
from functools import reduce

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, counted, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.moments import days_between, only_days
from core.metrics.records.words import plainly
from core.tables.mapping import field_name
from core.tables.model import Column, Table

ORDER_FIELDS = frozenset(("earned_at", "off_books_at", "done_at", "left_book_at"))
_TAKES = {
    "days_to_finish": "finished_at",
    "days_to_service": "service_at",
    "days_to_cancel": "cancelled_at",
}  # from the day of the order
_INVOICE = frozenset("invoice faktur payment pembayaran bayar tagihan".split())
_EACH = frozenset("unit satuan per each pcs piece".split())
_CURRENCIES = frozenset(("currency", "currency code", "mata uang", "kode mata uang", "valuta"))


def order_lines(rows: ir.Table, table: Table) -> Prepared:
    """What only the headers of one table tell: what its dates, cost and money are."""
    named = {one.field: one for one in table.columns}
    moment = rows["ordered_at"].type()
    notices: list[Text] = []
    if "due_at" in rows.columns and _is_payment_due(named):
        rows = rows.drop("due_at")
        notices.append(_said_payment_due(named["due_at"].name))
    earned = _earned(rows)
    if earned != "ordered_at":
        notices.append(_said_earned(named[earned].name))
    if "cost" in rows.columns and "quantity" in rows.columns and _is_each(named["cost"]):
        rows = rows.mutate(cost=_.cost * _.quantity)
        notices.append(_said_cost(named["cost"].name))
    return Prepared(
        rows.mutate(
            earned_at=rows[earned],
            off_books_at=_off_books(rows, moment),
            done_at=_first_of(rows, ("finished_at", "shipped_at"), moment),
            money=_money(rows, named),
        ),
        tuple(notices),
    )


def _is_payment_due(named: dict[str, Column]) -> bool:
    """An invoice is due to be paid, not to be delivered."""
    headers = [named[one].name for one in ("order_id", "ordered_at", "due_at") if one in named]
    said = {word for header in headers for word in plainly(header).split()}
    return bool(said & _INVOICE) and "finished_at" not in named


def _earned(rows: ir.Table) -> str:
    """The field of the day on which a line of the table is earned."""
    if "service_at" in rows.columns:
        return "service_at"
    return "finished_at" if {"due_at", "finished_at"} <= set(rows.columns) else "ordered_at"


def _is_each(cost: Column) -> bool:
    return bool(_EACH & set(plainly(cost.name).split()))


def _off_books(rows: ir.Table, moment: ibis.DataType) -> ir.Value:
    """The day a booking left the books: served, or cancelled before."""
    if not {"service_at", "cancelled_at"} <= set(rows.columns):
        return ibis.null(moment)
    cancelled, service = rows["cancelled_at"], rows["service_at"]
    before = (cancelled <= service).fill_null(False)
    return before.ifelse(cancelled, service)


def _first_of(rows: ir.Table, fields: tuple[str, ...], moment: ibis.DataType) -> ir.Value:
    there = [rows[one] for one in fields if one in rows.columns]
    return ibis.coalesce(*there) if there else ibis.null(moment)


def _money(rows: ir.Table, named: dict[str, Column]) -> ir.Value:
    """The currency of a line, null where nothing says it."""
    own = [one for one in rows.columns if plainly(one) in _CURRENCIES]
    texts: list[ir.Value] = [rows[one].upper() for one in own if rows[one].type().is_string()]
    unit = next((named[one].unit for one in ("revenue", "unit_price") if one in named), "")
    said = ibis.literal(unit) if unit else ibis.null("string")
    return ibis.coalesce(*texts, said).cast("string")


def settled_lines(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """All lines, in known words: what is cancelled or returned, what each brings."""
    rows = _dates(_amounts(_outcome(rows)), engine)
    return Prepared(rows, (*_said_amounts(rows, names, engine), *_said_dates(rows, engine)))


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
    moment = rows["ordered_at"].type()
    gone = rows["cancelled_at"] if "cancelled_at" in rows.columns else ibis.null(moment)
    done = (_word(rows, "status") == "done").fill_null(False) & rows["done_at"].isnull()
    coarse = only_days(rows, engine)
    took = {
        name: days_between(rows, "ordered_at", until, coarse)
        if until in rows.columns
        else ibis.null("float64")
        for name, until in _TAKES.items()
    }
    return rows.mutate(
        done_undated=done & ~rows["void"],
        left_book_at=ibis.coalesce(gone, rows["done_at"]),
        left_book_known=~done & ~(rows["void"] & gone.isnull()),
        **took,
    )


def _said_amounts(rows: ir.Table, names: Names, engine: Engine) -> tuple[Text, ...]:
    if "multiplied" not in rows.columns:
        return ()
    n = _number(rows, _.multiplied, engine)
    if not n:
        return ()
    return (
        counted(
            "Revenue of {n} row is quantity times price, before any discount.",
            "Revenue of {n} rows is quantity times price, before any discount.",
            n,
        ),
    )


def _said_dates(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """Lines that no date places: not finished, cancelled on an unknown day, without service."""
    has = set(rows.columns)
    undated = rows["cancelled_at"].isnull() if "cancelled_at" in has else ibis.literal(True)
    asked: list[tuple[ir.Value, Callable[[int], Text]]] = []
    if "finished_at" in has:
        asked.append((~rows["void"] & rows["done_at"].isnull(), _said_open))
    if "cancelled" in has:
        asked.append((rows["cancelled"] & undated, _said_undated))
    if "service_at" in has:
        asked.append((~rows["void"] & rows["service_at"].isnull(), _said_nowhere))
    ends = [rows[one] for one in ("finished_at", "service_at") if one in has]
    if ends:
        early = [one < rows["ordered_at"].truncate("D") for one in ends]
        asked.append((reduce(lambda a, b: a | b, early), _said_early))
    told = [(_number(rows, where, engine), words) for where, words in asked]
    return tuple(words(n) for n, words in told if n)


def _number(rows: ir.Table, where: ir.Value, engine: Engine) -> int:
    return int(engine.run(rows.aggregate(n=_.count(where=where)))["n"].iloc[0])


def _said_open(n: int) -> Text:
    return counted(
        "{n} order is not finished yet: its lead time counts only once it is; past its due date it "
        "counts as late.",
        "{n} orders are not finished yet: their lead time counts only once they are; past their "
        "due date they count as late.",
        n,
    )


def _said_nowhere(n: int) -> Text:
    return counted(
        "{n} row without {field} stands in no period.",
        "{n} rows without {field} stand in no period.",
        n,
        field=field_name("service_at"),
    )


def _said_early(n: int) -> Text:
    return counted(
        "{n} row was finished or served before it was ordered: it is left out of lead times and of "
        "what was on the books.",
        "{n} rows were finished or served before they were ordered: they are left out of lead "
        "times and of what was on the books.",
        n,
    )


def _said_undated(n: int) -> Text:
    return counted(
        "{n} cancelled row has no date of cancelling: it is left out of what was on the books, and "
        "young periods may still see cancellations.",
        "{n} cancelled rows have no date of cancelling: they are left out of what was on the "
        "books, and young periods may still see cancellations.",
        n,
    )


def _said_payment_due(column: str) -> Text:
    return text(
        "“{column}” of an invoice is when it must be paid; not a due delivery.", column=column
    )


def _said_earned(column: str) -> Text:
    return text("Revenue, cost and margin are counted by “{column}”.", column=column)


def _said_cost(column: str) -> Text:
    return text("“{column}” is taken as the cost of one piece, times quantity.", column=column)
