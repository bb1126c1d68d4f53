"""How the metrics of training are worked out: one row for each person and course."""

from ibis import _

from core.metrics.measures import Flow, share, total, usually
from core.tables.model import TableKind

HOURS = Flow(TableKind.TRAINING, "completed_at", total("hours"), known="hours", empty=0.0)
COMPLETION = Flow(
    TableKind.TRAINING, "assigned_at", share(_.completed_at.notnull()), ~_.withdrawn_before,
    needs=("completed_at",), matures=usually("days_to_complete"),
)  # fmt: skip
ON_TIME = Flow(
    TableKind.TRAINING, "due_at",
    share((_.completed_at.truncate("D") <= _.due_at).fill_null(False)), ~_.withdrawn_before,
    needs=("completed_at",),
)  # fmt: skip
