"""The kinds of tables and the names their fields go by, as data."""

from core.tables.mapping.vocabulary.activities import ACTIVITIES
from core.tables.mapping.vocabulary.content_usage import CONTENT_USAGE
from core.tables.mapping.vocabulary.customers import CUSTOMERS
from core.tables.mapping.vocabulary.deals import DEALS
from core.tables.mapping.vocabulary.leads import LEADS
from core.tables.mapping.vocabulary.orders import ORDERS
from core.tables.mapping.vocabulary.stage_history import STAGE_HISTORY
from core.tables.mapping.vocabulary.survey import SURVEY
from core.tables.mapping.vocabulary.training import TRAINING
from core.tables.mapping.vocabulary.web_traffic import WEB_TRAFFIC

KINDS = {
    one.kind: one
    for one in (
        DEALS, STAGE_HISTORY, LEADS, ACTIVITIES, CONTENT_USAGE, TRAINING, WEB_TRAFFIC, ORDERS,
        CUSTOMERS, SURVEY,
    )
}  # fmt: skip

__all__ = ["KINDS"]
