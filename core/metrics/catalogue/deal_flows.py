"""How the metrics of deals are worked out.

Beside the fields of metrics.md the deals have what core.metrics.records.deals makes ready: whether
a deal stands in the pipeline, the days it took, the currency of its amount.
"""

from collections.abc import Mapping
from dataclasses import replace

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import text
from core.metrics.measures import (
    Flow,
    Requirement,
    Stock,
    key_of,
    mean,
    median,
    ratio,
    rows,
    share,
    total,
    usually,
)
from core.tables.model import TableKind

_DEALS = TableKind.DEALS
_WON = _.status == "won"
_LOST = _.status == "lost"
_STANDS = _.stands_in_pipeline
_CLOSED_DAYS = ("status", "created_at", "closed_at")
_STALE_DAYS = 90
_EVEN = 0.1  # how much oftener lost deals may lack what won ones have


def _lacking(of: ibis.Deferred, which: ibis.Deferred) -> ibis.Deferred:
    """The share of some deals that lack something."""
    share = (of & which).sum().cast("float64") / which.sum().cast("float64").nullif(0.0)
    return share.fill_null(0.0)


_HAVE_WON = Requirement(_WON.any(), text("not computable, because no won deals are in this file"))
_HAVE_LOST = Requirement(
    _LOST.any(), text("not computable, because no lost deals are in this file")
)
_LOST_DATED = Requirement(
    _lacking(_.closed_at.isnull(), _LOST) <= _lacking(_.closed_at.isnull(), _WON) + _EVEN,
    text("not computable, because too many lost deals have no close date"),
)
_LOST_PRICED = Requirement(
    _lacking(_.amount.fill_null(0.0) == 0, _LOST)
    <= _lacking(_.amount.fill_null(0.0) == 0, _WON) + _EVEN,
    text("not computable, because too many lost deals have no value or a value of 0"),
)
_ONE_CURRENCY = Requirement(
    _.currency_of_amount.nunique() <= 1,
    text("not computable, because the amounts are in several currencies"),
)
_IN_MONEY = {"known": "amount", "value": total("amount")}

CREATED = Flow(_DEALS, "created_at", rows, empty=0.0)
WON = Flow(
    _DEALS, "closed_at", rows, _WON, needs=("status",), empty=0.0, requires=(_HAVE_WON,)
)  # fmt: skip
LOST = replace(WON, where=_LOST, requires=(_HAVE_LOST, _LOST_DATED))
WIN_RATE = Flow(
    _DEALS, "closed_at", share(_WON), _WON | _LOST,
    needs=("status",), requires=(_HAVE_WON, _HAVE_LOST, _LOST_DATED),
)  # fmt: skip
WIN_RATE_VALUE = replace(
    WIN_RATE,
    value=ratio(lambda where: total("amount")(where & _WON), total("amount")),
    known="amount",
    requires=(*WIN_RATE.requires, _LOST_PRICED, _ONE_CURRENCY),
)
COHORT_WIN_RATE = Flow(
    _DEALS, "created_at", share(_WON), needs=("status", "closed_at"),
    requires=(_HAVE_WON, _HAVE_LOST), matures=usually("days_to_close"),
)  # fmt: skip
REVENUE = Flow(
    _DEALS, "closed_at", total("amount"), _WON, needs=("status",), known="amount",
    empty=0.0, requires=(_HAVE_WON, _ONE_CURRENCY),
)  # fmt: skip
AVERAGE = replace(REVENUE, value=mean("amount"), empty=float("nan"))
CYCLE = Flow(
    _DEALS, "closed_at", median(_.days_to_close), _WON & _.days_to_close.notnull(),
    needs=("status", "created_at"), requires=(_HAVE_WON,),
)  # fmt: skip

_ENTERED = Flow(
    _DEALS, "created_at", rows, _STANDS, needs=("status", "closed_at"), empty=0.0,
    requires=(_LOST_DATED,),
)  # fmt: skip
_LEFT = Flow(
    _DEALS, "closed_at", rows, _STANDS & (_.status != "open") & _.created_at.notnull(),
    needs=_CLOSED_DAYS, empty=0.0,
)  # fmt: skip
OPEN_COUNT = Stock(_ENTERED, _LEFT)
OPEN_VALUE = Stock(
    replace(_ENTERED, value=total("amount"), known="amount", requires=(_LOST_DATED, _ONE_CURRENCY)),
    replace(_LEFT, value=total("amount"), known="amount"),
)
DUE_VALUE = Flow(
    _DEALS, "expected_close_at", total("amount"),
    _STANDS & (_.created_at < _.period) & ((_.status == "open") | (_.closed_at >= _.period)),
    needs=("status", "created_at", "closed_at"), known="amount", empty=0.0,
    requires=(_ONE_CURRENCY,), ahead=True,
)  # fmt: skip


def _stretches(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """One row for each time a deal was left alone too long: `stale_at` until `fresh_at`.

    A deal grows stale 90 days after its creation or its last activity, unless it closes or
    something happens before.
    """
    deals = kinds[_DEALS].filter(_.deal_id.notnull() & _.created_at.notnull() & _STANDS)
    deals = deals.mutate(
        deal_key=key_of(deals["deal_id"]),
        ended_at=(deals["status"] != "open").ifelse(
            deals["closed_at"], ibis.null(deals["closed_at"].type())
        ),
    )
    seen = kinds[TableKind.ACTIVITIES].filter(
        ~_.is_planned & _.deal_id.notnull() & _.occurred_at.notnull()
    )
    touches = seen.select(
        deal_key=key_of(seen["deal_id"]), at=seen["occurred_at"], touched=ibis.literal(True)
    )
    touches = touches.semi_join(deals, "deal_key")
    began = deals.select("deal_key", at=deals["created_at"], touched=ibis.literal(False))
    events = touches.union(began)
    events = events.mutate(
        next_at=events["at"].lead().over(ibis.window(group_by="deal_key", order_by="at"))
    )
    found = events.inner_join(deals, "deal_key").filter(_.at >= _.created_at)
    until = ibis.coalesce(ibis.least(_.next_at, _.ended_at), _.next_at, _.ended_at)
    found = found.mutate(
        stale_at=_.at + ibis.interval(days=_STALE_DAYS), fresh_at=until, touches=_.touched
    )
    return found.mutate(is_stale=_.fresh_at.isnull() | (_.fresh_at > _.stale_at))


_STALE = Flow(
    _DEALS, "stale_at", rows, _.is_stale, needs=("deal_id", *_CLOSED_DAYS), empty=0.0,
    view=_stretches, beside=(TableKind.ACTIVITIES,), beside_needs=("deal_id", "occurred_at"),
    requires=(
        Requirement(
            _.touched.any(),
            text("not computable, because no activity names a deal of this file"),
            joined=True,
        ),
        Requirement(
            (
                _.at.min(where=_.touched).epoch_seconds()
                <= _.created_at.min().epoch_seconds() + 92 * 86_400
            )
            & (
                _.at.max(where=_.touched).epoch_seconds()
                >= _.created_at.max().epoch_seconds() - 31 * 86_400
            ),
            text("not computable, because the activities do not cover the months of the deals"),
            joined=True,
        ),
    ),
)  # fmt: skip
STALE_COUNT = Stock(_STALE, replace(_STALE, at="fresh_at", requires=()))
