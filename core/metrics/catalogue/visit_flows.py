"""How the metrics of a website are worked out from its reports: sums over sums, never means."""

from dataclasses import replace

import ibis
from ibis import _
from ibis.common.deferred import Deferred

from core.language import text
from core.metrics.measures import Flow, Requirement, Where, ratio, rows, total
from core.tables.model import TableKind

SESSIONS = Flow(TableKind.WEB_TRAFFIC, "occurred_at", total("sessions"), known="sessions")
PRODUCT_SESSIONS = Flow(
    TableKind.WEB_TRAFFIC, "occurred_at", total("product_sessions"), _.product_sessions.notnull(),
    needs=("page", "sessions"), empty=0.0,
    requires=(
        Requirement(
            _.product_sessions.notnull().any(),
            text(
                "not computable, because no page is one of a product by its address (/product, "
                "/produk, /shop, /pricing …)"
            ),
        ),
    ),
)  # fmt: skip
_BOTH = _.engaged_sessions.notnull() & _.sessions.notnull()
ENGAGEMENT = replace(
    SESSIONS, value=ratio(total("engaged_sessions"), total("sessions")), where=_BOTH,
    needs=("engaged_sessions",),
)  # fmt: skip
IMPRESSIONS = replace(SESSIONS, value=total("impressions"), known="impressions")
CLICKS = replace(SESSIONS, value=total("clicks"), known="clicks")
CLICK_RATE = replace(
    CLICKS, value=ratio(total("clicks"), total("impressions")), where=_.impressions.notnull(),
    needs=("impressions",),
)  # fmt: skip
KEY_EVENTS = replace(SESSIONS, value=total("key_events"), known="key_events")


def _weighted_position(where: Where) -> Deferred:
    """The mean position of all impressions."""
    ranked = (_.position.cast("float64") * _.impressions).sum(where=where)
    return ranked / _.impressions.cast("float64").sum(where=where).nullif(0.0)


POSITION = replace(CLICK_RATE, value=_weighted_position, known="position", needs=("impressions",))


def _if_alone(where: Where) -> Deferred:
    """The users of a period that one row tells; users of several rows cannot be added."""
    return (rows(where) == 1).ifelse(total("users")(where), ibis.null("float64"))


USERS = Flow(
    TableKind.WEB_TRAFFIC, "occurred_at", _if_alone, known="users",
    unknown=text(
        "not computable, because one visitor may come on several days or channels: visitors cannot "
        "be added up to this period"
    ),
)  # fmt: skip
