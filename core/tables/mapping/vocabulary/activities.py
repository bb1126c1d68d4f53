"""Activities: calls, meetings, tasks: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.shared import DEAL_ID, LEAD_ID, OWNER
from core.tables.model import TableKind

ACTIVITIES = Kind(
    TableKind.ACTIVITIES,
    frozenset({"activity", "task", "call", "meeting"}),
    ("type", "occurred_at"),
    ("type", "direction", "outcome", "booked_at", "duration_s"),
    (
        Field(
            "activity_id",
            Shape.ID,
            "activity id, task id, call id, meeting id, ~id, record id, activity no, ~no, "
            "~activity",
        ),
        Field(
            "type",
            Shape.CATEGORY,
            "activity type, type, ~call type, task type, activity, activity kind, "
            "interaction type, ~task subtype, ~meeting type, ~activity category, channel, "
            "event type name, ~event type",
            "activity",
        ),
        Field(
            "direction",
            Shape.CATEGORY,
            "direction, call direction, inbound outbound, email direction, ~call type",
            "direction",
        ),
        Field(
            "outcome",
            Shape.CATEGORY,
            "outcome, call outcome, meeting outcome, result, activity outcome, ~status, "
            "~call status, task status, ~activity status, call disposition, email send status, "
            "~meeting status",
            "outcome",
        ),
        Field(
            "booked_at",
            Shape.DATE,
            "booked date, scheduled date, created date, booked on, made date, date added, "
            "appointment made date, schedule created date, event created date, "
            "event created date time",
        ),
        Field(
            "occurred_at",
            Shape.DATE,
            "occurred date, activity date, call date, meeting date, start date, call start date, "
            "meeting start time, date, event date, sent date, ~activity created date, held date, "
            "activity start date, visit date, start date time, event start date",
        ),
        Field("due_at", Shape.DATE, "due date, deadline, due, task due date, activity due date"),
        Field(
            "completed_at",
            Shape.DATE,
            "completed date, done date, closed date, finished date, complete date time, "
            "marked done date, end date, activity end date, closed",
        ),
        Field(
            "duration_s",
            Shape.DURATION,
            "duration, call duration, duration second, talk time, meeting duration, "
            "duration minute, "
            "call length, activity duration, second, minute",
        ),
        OWNER,
        DEAL_ID,
        LEAD_ID,
    ),
    date="occurred_at",
    needs=("due_at", "completed_at", "direction", "duration_s", "outcome", "activity_id"),
)
