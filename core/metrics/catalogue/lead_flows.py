"""How the metrics of leads are worked out.

Beside the fields of metrics.md the leads have what core.metrics.records.leads makes ready: which
are genuine, which are enquiries, what became of them and after how long.
"""

from collections.abc import Mapping
from dataclasses import replace

import ibis.expr.types as ir
from ibis import _

from core.language import text
from core.metrics.measures import Flow, Requirement, days, key_of, median, rows, share, usually
from core.tables.model import TableKind

_LEADS = TableKind.LEADS
_SPOKEN = ("call", "meeting", "demo", "viewing", "visit")
_WRITTEN = ("email", "message")
_NO_ANSWER = ("failed", "automatic")  # bounced, or nobody's
_SOME_QUALIFIED = Requirement(
    _.is_qualified.any(),
    text("not computable, because no lead in this file is marked as qualified"),
)
_SOME_BECAME = Requirement(
    _.became_deal.any(),
    text("not computable, because no lead in this file is marked as one that became a deal"),
)
_SOME_ANSWERED = Requirement(
    _.hours_to_answer.notnull().any(),
    text("not computable, because no lead in this file was answered"),
)

NEW = Flow(_LEADS, "created_at", rows, _.is_genuine, empty=0.0)
ENQUIRIES = Flow(_LEADS, "created_at", rows, _.is_enquiry, needs=("source",), empty=0.0)
QUALIFIED_BY_DAY = Flow(
    _LEADS, "qualified_at", rows, _.is_genuine, empty=0.0, requires=(_SOME_QUALIFIED,)
)
QUALIFIED_OF_MONTH = Flow(
    _LEADS, "created_at", rows, _.is_genuine & _.is_qualified,
    needs=("status",), empty=0.0, requires=(_SOME_QUALIFIED,), unless=("qualified_at",),
)  # fmt: skip
QUALIFIED_SHARE = Flow(
    _LEADS, "created_at", share(_.is_qualified), _.is_genuine,
    needs=("qualified_at",), requires=(_SOME_QUALIFIED,), matures=usually("days_to_qualify"),
)  # fmt: skip
QUALIFIED_SHARE_SO_FAR = replace(
    QUALIFIED_SHARE, needs=("status",), matures=None, unless=("qualified_at",)
)
CONVERSION = Flow(
    _LEADS, "created_at", share(_.became_deal), _.is_genuine,
    needs=("converted_at",), requires=(_SOME_BECAME,), matures=usually("days_to_convert"),
)  # fmt: skip
CONVERSION_BY_FLAG = replace(
    CONVERSION, needs=("converted",), matures=None, unless=("converted_at",)
)
CONVERSION_BY_DEAL = replace(
    CONVERSION, needs=("deal_id",), matures=None, unless=("converted_at", "converted")
)
CONVERSION_BY_STATUS = replace(
    CONVERSION, needs=("status",), matures=None, unless=("converted_at", "converted", "deal_id")
)
RESPONSE_HOURS = Flow(
    _LEADS, "created_at", median(_.hours_to_answer), _.is_genuine & _.hours_to_answer.notnull(),
    needs=("first_response_at",), requires=(_SOME_ANSWERED,),
)  # fmt: skip


def _first_touches(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """Genuine leads with the hours to the first answer of a person among the activities.

    An answer is a call that was answered, a meeting that was held, a mail or message that was sent;
    what came before the lead is none.
    """
    leads, done = kinds[_LEADS], kinds[TableKind.ACTIVITIES]
    leads = leads.filter(leads["is_genuine"] & leads["created_at"].notnull())
    leads = leads.mutate(lead_key=key_of(leads["lead_id"]))
    spoke = done["type"].isin(_SPOKEN) & done["how_it_went"].isin(["held", "connected"])
    unread = done["how_it_went"].isin(_NO_ANSWER).fill_null(False)
    wrote = done["type"].isin(_WRITTEN) & ~unread
    ours = ~done["is_planned"] & ~done["is_internal"]
    ours = ours & (done["who_began"] != "inbound").fill_null(True)
    touches = done.filter(ours & (spoke | wrote).fill_null(False) & done["lead_id"].notnull())
    touches = touches.select(touch_key=key_of(touches["lead_id"]), touched_at=_.occurred_at)
    begun = leads.select("lead_key", begun_at=_.created_at)
    after = touches.inner_join(begun, touches["touch_key"] == begun["lead_key"])
    first = (
        after.filter(_.touched_at >= _.begun_at)
        .group_by("touch_key")
        .aggregate(touched_at=_.touched_at.min())
    )
    told = leads.left_join(first, leads["lead_key"] == first["touch_key"]).drop("touch_key")
    return told.mutate(hours_to_touch=days("created_at", "touched_at") * 24.0)


RESPONSE_BY_ACTIVITIES = Flow(
    _LEADS, "created_at", median(_.hours_to_touch), _.hours_to_touch.notnull(),
    needs=("lead_id", "created_at"), unless=("first_response_at",), view=_first_touches,
    beside=(TableKind.ACTIVITIES,), beside_needs=("lead_id", "type", "outcome", "occurred_at"),
    requires=(
        Requirement(
            _.hours_to_touch.notnull().any(),
            text("not computable, because no activity of this file answers a lead"),
            joined=True,
        ),
    ),
)  # fmt: skip


def _answered_within(hours: float) -> Flow:
    """The share of all leads answered in time, of those that are old enough."""
    ripe = _.created_at.epoch_seconds() + int(hours * 3600) <= _.as_of.epoch_seconds()
    return Flow(
        _LEADS, "created_at", share((_.hours_to_answer <= hours).fill_null(False)),
        _.is_genuine & ripe, needs=("first_response_at",), requires=(_SOME_ANSWERED,),
    )  # fmt: skip


ANSWERED_IN_A_DAY = _answered_within(24.0)
ANSWERED_IN_AN_HOUR = _answered_within(1.0)
NEVER_ANSWERED = Flow(
    _LEADS, "created_at", share(_.first_response_at.isnull()), _.is_genuine,
    needs=("first_response_at",), requires=(_SOME_ANSWERED,),
    matures=usually("hours_to_answer") / 24.0,
)  # fmt: skip
