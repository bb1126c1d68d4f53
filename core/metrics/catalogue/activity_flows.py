"""How the metrics of activities are worked out.

Beside the fields of metrics.md the activities have what core.metrics.records.activities makes
ready: which are still to come, which are internal, the deal or lead each is about.
"""

from collections.abc import Mapping
from dataclasses import replace

import ibis
import ibis.expr.types as ir
from ibis import _
from ibis.common.deferred import Deferred

from core.language import Text, text
from core.metrics.measures import Derived, Flow, Requirement, days, ratio, rows, share, usually
from core.tables.model import TableKind

_ACTIVITIES = TableKind.ACTIVITIES
_CALL, _MEETING, _DEMO = (_.type == one for one in ("call", "meeting", "demo"))
_VIEWING, _VISIT, _MAIL = (_.type == one for one in ("viewing", "visit", "email"))
_OFFER = (_.type == "offer") & ~_.is_planned
_TOUCH = _.type.isin(["call", "meeting", "demo", "viewing", "visit", "email", "message"])
_OURS = ~_.is_internal
_OUTBOUND = (_.who_began != "inbound").fill_null(True)


def _outcome(*words: str) -> Deferred:
    return _.how_it_went.isin(list(words)).fill_null(False)


_OFF = _outcome("cancelled", "rescheduled")
_HELD, _MISSED = _outcome("held", "connected"), _outcome("no_show")
_TOOK_PLACE = ~_.is_planned & ~_OFF & _OURS


def _some(which: Deferred, otherwise: Text) -> Requirement:
    return Requirement((which & _OURS).any(), otherwise)


_CALLS = _some(_CALL, text("not computable, because no calls are in this file"))
_MEETINGS = _some(_MEETING, text("not computable, because no meetings are in this file"))
_DEMOS = _some(_DEMO, text("not computable, because no demos are in this file"))
_VIEWINGS = _some(_VIEWING, text("not computable, because no viewings are in this file"))
_VISITS = _some(_VISIT, text("not computable, because no visits are in this file"))
_MAILS = _some(_MAIL, text("not computable, because no e-mails are in this file"))
_OFFERS = _some(_OFFER, text("not computable, because no offers are in this file"))
_FOLLOW_UPS = _some(
    _.type == "follow_up", text("not computable, because no follow-ups are in this file")
)
_SOME_HELD = Requirement(
    ((_MEETING | _DEMO) & _HELD).any(),
    text("not computable, because no meeting is marked as held"),
)
_SOME_MISSED = Requirement(
    ((_MEETING | _DEMO) & _MISSED).any(),
    text("not computable, because no missed meetings are in this file"),
)
_SOME_REACHED = Requirement(
    (_CALL & _HELD).any(), text("not computable, because no call is marked as answered")
)
_SOME_UNREACHED = Requirement(
    (_CALL & _outcome("no_answer", "failed")).any(),
    text("not computable, because no unanswered calls are in this file"),
)
_NEEDS = ("type", "outcome")

MEETINGS = Flow(
    _ACTIVITIES, "booked_at", rows, _MEETING & ~_OFF & _OURS,
    needs=("type",), empty=0.0, requires=(_MEETINGS,),
)  # fmt: skip
DEMOS = replace(MEETINGS, where=_DEMO & ~_OFF & _OURS, requires=(_DEMOS,))
HELD_RATE = Flow(
    _ACTIVITIES, "occurred_at", share(_HELD), (_MEETING | _DEMO) & (_HELD | _MISSED) & _OURS,
    needs=_NEEDS, requires=(_SOME_HELD, _SOME_MISSED),
)  # fmt: skip
CALLS = Flow(
    _ACTIVITIES, "occurred_at", rows, _CALL & _OUTBOUND & _TOOK_PLACE,
    needs=("type",), empty=0.0, requires=(_CALLS,),
)  # fmt: skip
CONNECT_RATE = Flow(
    _ACTIVITIES, "occurred_at", share(_HELD),
    _CALL & _OUTBOUND & _OURS & ~_.is_planned & (_HELD | _outcome("no_answer", "failed")),
    needs=_NEEDS, requires=(_SOME_REACHED, _SOME_UNREACHED),
)  # fmt: skip
_REP_AND_DAY = ibis.struct({"owner": _.owner, "day": _.occurred_at.truncate("D")})
CALLS_PER_REP_DAY = replace(
    CALLS, value=ratio(rows, lambda where: _REP_AND_DAY.nunique(where=where)), known="owner",
    empty=float("nan"),
)  # fmt: skip
VIEWINGS = replace(
    CALLS, where=_VIEWING & _TOOK_PLACE & ~_MISSED, requires=(_VIEWINGS,)
)  # fmt: skip
VISITS = replace(CALLS, where=_VISIT & _TOOK_PLACE & ~_MISSED, requires=(_VISITS,))
MAILS = replace(
    CALLS, where=_MAIL & _OUTBOUND & _TOOK_PLACE & ~_outcome("failed"), requires=(_MAILS,)
)
FOLLOW_UPS = replace(CALLS, where=(_.type == "follow_up") & _TOOK_PLACE, requires=(_FOLLOW_UPS,))
CONTACTS = Flow(
    _ACTIVITIES, "occurred_at",
    ratio(rows, lambda where: _.deal_or_lead.nunique(where=where)),
    _TOUCH & _TOOK_PLACE & ~_MISSED & ~_outcome("failed") & _.deal_or_lead.notnull(),
    needs=("type", "deal_id"),
)  # fmt: skip
CONTACTS_OF_LEADS = replace(CONTACTS, needs=("type", "lead_id"), unless=("deal_id",))


def _by_buyer(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """Viewings that took place, each with how many the same buyer had before."""
    seen = kinds[_ACTIVITIES].filter(
        _VIEWING & _TOOK_PLACE & ~_MISSED & _.occurred_at.notnull() & _.deal_or_lead.notnull()
    )
    order = ibis.window(group_by="deal_or_lead", order_by="occurred_at")
    return seen.mutate(viewed_before=ibis.row_number().over(order))


REPEAT_VIEWINGS = Flow(
    _ACTIVITIES, "occurred_at", rows, _.viewed_before > 0, needs=("type", "deal_id"), empty=0.0,
    requires=(_VIEWINGS,), view=_by_buyer,
)  # fmt: skip
REPEAT_VIEWINGS_OF_LEADS = replace(REPEAT_VIEWINGS, needs=("type", "lead_id"), unless=("deal_id",))


def _first_viewings(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """The first viewing of each buyer, with the first offer after it and the days until then."""
    first = _by_buyer(kinds).filter(_.viewed_before == 0)
    offers = kinds[_ACTIVITIES].filter(_OFFER & _.occurred_at.notnull() & _.deal_or_lead.notnull())
    made = offers.select(buyer=_.deal_or_lead, made_at=_.occurred_at)
    seen = first.select(buyer=_.deal_or_lead, at=_.occurred_at)
    after = made.inner_join(seen, "buyer").filter(_.made_at >= _.at)
    soonest = after.group_by("buyer").aggregate(offered_at=_.made_at.min())
    told = first.left_join(soonest, first["deal_or_lead"] == soonest["buyer"]).drop("buyer")
    return told.mutate(days_to_offer=days("occurred_at", "offered_at"))


VIEWING_TO_OFFER = Flow(
    _ACTIVITIES, "occurred_at", share(_.offered_at.notnull()), needs=("type", "deal_id"),
    requires=(_VIEWINGS, _OFFERS), view=_first_viewings, matures=usually("days_to_offer"),
)  # fmt: skip
VIEWING_TO_OFFER_OF_LEADS = replace(
    VIEWING_TO_OFFER, needs=("type", "lead_id"), unless=("deal_id",)
)
VIEWINGS_PER_LISTING = Derived(
    ("viewings", "listings"),
    lambda seen, offered: seen / offered.where(offered > 0),
    above_zero=("listings",),
)
