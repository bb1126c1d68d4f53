"""How the metrics of orders, bookings and production are worked out from their lines.

Beside the fields of metrics.md the lines have `void` (cancelled or paid back), `earned_at`,
`off_books_at`, `done_at` and `money` (see core.metrics.records.order_lines).
"""

from dataclasses import replace

from ibis import _
from ibis.common.deferred import Deferred

from core.language import text
from core.metrics.measures import (
    Flow,
    Net,
    Requirement,
    Stock,
    Where,
    distinct,
    median,
    ratio,
    rows,
    share,
    total,
    usually,
)
from core.tables.model import TableKind

_ORDERS = TableKind.ORDERS
_VALID = ~_.void
_BOOKED = (
    ~(_.cancelled & _.cancelled_at.isnull())
    & (_.service_at >= _.ordered_at.truncate("D"))
    & (_.off_books_at >= _.ordered_at.truncate("D"))
)
_ONE_CURRENCY = Requirement(
    _.money.nunique() <= 1,
    text("not computable, because the amounts are in several currencies"),
)
_SOME_CANCELLED = Requirement(
    _.cancelled.any(), text("not computable, because no cancelled orders are in this file")
)
_SOME_RETURNED = Requirement(
    _.returned.any(), text("not computable, because no returns are in this file")
)
_SOLD_AFTER_ORDER = Requirement(
    (_.earned_at != _.ordered_at).any(),
    text("the same as revenue: these orders are earned on the day they are placed"),
)
_DATED = Requirement(
    ~_.cancelled.any() | (_.cancelled & _.cancelled_at.notnull()).any(),
    text("not computable, because no cancellation has a date"),
)


def _share_cancelled(where: Where) -> Deferred:
    """Orders with a cancelled line as a share of all orders."""
    cancelled = distinct("order_id")(where & _.cancelled).cast("float64")
    return cancelled / distinct("order_id")(where).cast("float64").nullif(0.0)


REVENUE = Flow(
    _ORDERS, "earned_at", total("revenue"), _VALID, known="revenue", empty=0.0,
    requires=(_ONE_CURRENCY,),
)  # fmt: skip
COST = replace(REVENUE, value=total("cost"), known="cost")
PROFIT = replace(
    REVENUE, value=total("profit"), needs=("revenue",), known="profit", empty=float("nan")
)
MARGIN = replace(
    PROFIT,
    value=ratio(total("profit"), total("revenue")),
    where=_VALID & _.revenue.notnull(),
)
ORDERS_PLACED = Flow(_ORDERS, "ordered_at", distinct("order_id"), needs=("order_id",), empty=0.0)
UNITS = Flow(_ORDERS, "earned_at", total("quantity"), _VALID, known="quantity", empty=0.0)
ORDER_VALUE = replace(
    REVENUE, value=ratio(total("revenue"), distinct("order_id")), needs=("order_id",),
    empty=float("nan"),
)  # fmt: skip
RETURNS = Flow(_ORDERS, "ordered_at", rows, _.returned, empty=0.0, requires=(_SOME_RETURNED,))
INTAKE = Flow(
    _ORDERS, "ordered_at", total("revenue"), known="revenue", empty=0.0,
    requires=(_ONE_CURRENCY, _SOLD_AFTER_ORDER),
)  # fmt: skip

CANCELLATIONS = Flow(
    _ORDERS, "cancelled_at", distinct("order_id"), needs=("order_id",), empty=0.0,
    requires=(_SOME_CANCELLED,),
)  # fmt: skip
CANCELLATION_RATE = Flow(
    _ORDERS, "ordered_at", _share_cancelled, needs=("order_id", "cancelled"),
    requires=(_SOME_CANCELLED,), matures=usually("days_to_cancel"),
)  # fmt: skip

_ENTERED = Flow(
    _ORDERS, "ordered_at", rows, _BOOKED, needs=("ordered_at", "service_at", "cancelled_at"),
    empty=0.0, requires=(_DATED,),
)  # fmt: skip
_CANCELLED_BEFORE = replace(
    _ENTERED, at="cancelled_at", where=_BOOKED & (_.cancelled_at == _.off_books_at) & _.cancelled
)
ON_THE_BOOKS = Stock(_ENTERED, replace(_ENTERED, at="off_books_at"))
PICK_UP = Net(_ENTERED, _CANCELLED_BEFORE)
SERVED = replace(
    _ENTERED, at="service_at", where=_BOOKED & ~((_.cancelled_at == _.off_books_at) & _.cancelled)
)
BOOKING_LEAD = Flow(
    _ORDERS, "ordered_at", median(_.days_to_service),
    _.service_at >= _.ordered_at.truncate("D"), known="service_at",
)  # fmt: skip

_FINISHED = Flow(
    _ORDERS, "finished_at", rows, _VALID & (_.finished_at >= _.ordered_at.truncate("D")),
    needs=("ordered_at",),
)  # fmt: skip
LEAD_DAYS = replace(_FINISHED, value=median(_.days_to_finish))
ON_TIME = Flow(
    _ORDERS, "due_at", share((_.done_at.truncate("D") <= _.due_at).fill_null(False)),
    _VALID & ~_.done_undated, requires=(
        Requirement(
            _.done_at.notnull().any(),
            text("not computable, because no order has a date of finishing or delivery"),
        ),
    ),
)  # fmt: skip
ORDER_BOOK = Stock(
    Flow(
        _ORDERS, "ordered_at", total("revenue"), _.left_book_known, needs=("finished_at",),
        known="revenue", empty=0.0, requires=(_ONE_CURRENCY,),
    ),
    Flow(
        _ORDERS, "left_book_at", total("revenue"), _.left_book_known, needs=("finished_at",),
        known="revenue", empty=0.0,
    ),
)  # fmt: skip
ORDERS_BOOKED = Stock(
    *(
        replace(one, value=rows, known="", requires=(), unless=("revenue",), unit="count")
        for one in (ORDER_BOOK.entered, ORDER_BOOK.left)
    )
)
