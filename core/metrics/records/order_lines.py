"""Lines of orders, bookings and production: what their headers tell of dates, cost and money.

Earned: bookings on the day of service, production (due and finished) when finished, all else on
the day of the order or invoice. Cancelled and returned lines bring nothing.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, text
from core.metrics.records.model import Prepared
from core.metrics.records.words import plainly
from core.tables.model import Column, Table

ORDER_FIELDS = frozenset(("earned_at", "off_books_at", "done_at", "left_book_at"))
_DAYS = ("ordered_at", "service_at", "finished_at", "due_at", "shipped_at", "cancelled_at")
_INVOICE = frozenset("invoice faktur payment pembayaran bayar tagihan".split())
_EACH = frozenset("unit satuan per each pcs piece".split())
_CURRENCIES = frozenset(("currency", "currency code", "mata uang", "kode mata uang", "valuta"))


def order_lines(rows: ir.Table, table: Table) -> Prepared:
    """What only the headers of one table tell: what its dates, cost and money are."""
    named = {one.field: one for one in table.columns}
    moment = moment_of(rows)
    notices: list[Text] = []
    if "due_at" in rows.columns and _is_payment_due(named):
        rows = rows.drop("due_at")
        notices.append(_said_payment_due(named["due_at"].name))
    earned = _earned(rows)
    if earned != "ordered_at":
        notices.append(_said_earned(named[earned].name))
    day = rows[earned] if earned in rows.columns else ibis.null(moment)
    if "cost" in rows.columns and "quantity" in rows.columns and _is_each(named["cost"]):
        rows = rows.mutate(cost=_.cost * _.quantity)
        notices.append(_said_cost(named["cost"].name))
    return Prepared(
        rows.mutate(
            earned_at=day,
            off_books_at=_off_books(rows, moment),
            done_at=_first_of(rows, ("finished_at", "shipped_at"), moment),
            money=_money(rows, named),
        ),
        tuple(notices),
    )


def moment_of(rows: ir.Table) -> ibis.DataType:
    """The type of the moments of these lines, whichever of their days they have."""
    days = (rows[one].type() for one in _DAYS if one in rows.columns)
    return next(days, ibis.dtype("timestamp(6)"))


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


def _said_payment_due(column: str) -> Text:
    return text(
        "“{column}” of an invoice is when it must be paid; not a due delivery.", column=column
    )


def _said_earned(column: str) -> Text:
    return text("Revenue, cost and margin are counted by “{column}”.", column=column)


def _said_cost(column: str) -> Text:
    return text("“{column}” is taken as the cost of one piece, times quantity.", column=column)
