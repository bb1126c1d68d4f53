"""The kinds of tables and the names their fields go by, as data."""

from core.tables.mapping.vocabulary.activity_kinds import ACTIVITIES, CONTENT_USAGE, WEB_TRAFFIC
from core.tables.mapping.vocabulary.deal_kinds import DEALS, LEADS, STAGE_HISTORY
from core.tables.mapping.vocabulary.people_kinds import CUSTOMERS, ORDERS, TRAINING
from core.tables.mapping.vocabulary.surveys import SURVEY

KINDS = {
    one.kind: one
    for one in (
        DEALS, STAGE_HISTORY, LEADS, ACTIVITIES, CONTENT_USAGE, TRAINING, WEB_TRAFFIC, ORDERS,
        CUSTOMERS, SURVEY,
    )
}  # fmt: skip

__all__ = ["KINDS"]
