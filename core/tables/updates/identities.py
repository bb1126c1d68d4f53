"""The fields that tell the rows of each kind of table apart (metrics.md, Canonical tables)."""

from core.tables.model import TableKind

MOSTLY_ONCE = 0.5  # share of repeats above which several rows for a key are the rule
PERIODIC = (TableKind.KPI_WIDE, TableKind.KPI_LONG)

# kind -> (fields that must be there, fields added where they tell rows of one key apart)
KEYS: dict[TableKind, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    TableKind.KPI_WIDE: ((("period",), ("dimension",)),),
    TableKind.KPI_LONG: ((("period", "metric"), ("dimension",)),),
    TableKind.DEALS: ((("deal_id",), ()),),
    TableKind.STAGE_HISTORY: ((("event_id",), ()), (("deal_id", "stage"), ("entered_at",))),
    TableKind.LEADS: ((("lead_id",), ()),),
    TableKind.ACTIVITIES: ((("activity_id",), ()),),
    TableKind.CONTENT_USAGE: ((("event_id",), ()),),
    TableKind.TRAINING: ((("learner_id", "course_id"), ("run", "assigned_at", "enrolled_at")),),
    TableKind.WEB_TRAFFIC: ((("occurred_at",), ("channel", "source_medium", "page", "dimension")),),
    TableKind.ORDERS: ((("order_id",), ("product",)),),
    TableKind.CUSTOMERS: ((("customer_id",), ()),),
    TableKind.SURVEY: (
        (("response_id",), ("question",)),
        (("respondent",), ("question", "submitted_at")),
    ),
}
