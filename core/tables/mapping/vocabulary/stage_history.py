"""The history of the stages of deals: the fields and the names they go by."""

from core.tables.mapping.changes import CHANGED
from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.shared import PIPELINE
from core.tables.model import TableKind

STAGE_HISTORY = Kind(
    TableKind.STAGE_HISTORY,
    frozenset({"history"}),
    ("deal_id", "stage", "entered_at"),
    ("from_stage", "exited_at", "entered_at"),
    (
        Field(
            "event_id",
            Shape.ID,
            "event id, history id, change id, ~id, log id, transition id, activity id, ~record id",
        ),
        Field(
            "deal_id",
            Shape.ID,
            "deal id, deal no, deal record id, record id, ~id, ~deal, ~deal name",
        ),
        PIPELINE,
        Field(
            "from_stage",
            Shape.CATEGORY,
            "from stage, old stage, previous stage, old value, stage from, ~from, from status, "
            "old status, stage before, ~status",
            "stage",
        ),
        Field(
            "stage",
            Shape.CATEGORY,
            "~stage, to stage, new stage, stage to, new value, moved to, stage name, deal stage, "
            "to status, new status, stage after, ~to, ~value, ~stage id, ~status, current stage",
            "stage",
        ),
        Field(CHANGED, Shape.CATEGORY, "field event, bidang kejadian"),
        Field(
            "entered_at",
            Shape.DATE,
            "entered stage date, change date, edit date, date edited, stage change date, "
            "moved date, edited date, last modified date, transition date, stage start date, "
            "start date, ~created date, ~date, from date, stage date, since date, ~update date",
        ),
        Field(
            "exited_at",
            Shape.DATE,
            "exited date, exit date, left date, stage exit date, end date, stage end date, "
            "to date, until date, left stage date, exit stage",
        ),
        Field(
            "position",
            Shape.NUMBER,
            "position, stage order, sequence, stage position, stage sequence, stage no, order, "
            "stage rank",
        ),
    ),
    date="entered_at",
    sure=(("from_stage", "stage"), ("deal_id", "entered_at", "exited_at")),
    repeats="deal_id",
    needs=("stage",),
)
