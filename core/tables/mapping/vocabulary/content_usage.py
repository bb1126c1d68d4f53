"""The use of sales content: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.shared import DEAL_ID
from core.tables.model import TableKind

CONTENT_USAGE = Kind(
    TableKind.CONTENT_USAGE,
    frozenset({"content"}),
    ("content_id", "action", "occurred_at"),
    ("content_id", "action", "recipient", "pages_viewed", "is_external"),
    (
        Field(
            "event_id", Shape.ID, "event id, ~id, usage id, view id, log id, share id, record id"
        ),
        Field(
            "content_id",
            Shape.ID,
            "content id, content code, content no, content version id, ~content",
        ),
        Field("title", Shape.NAME, "content title, title, content name, ~content, name"),
        Field("category", Shape.CATEGORY, "category, content category, content type, ~type"),
        Field(
            "action",
            Shape.CATEGORY,
            "action, event type, action type, usage type, interaction type, activity type, "
            "activity, "
            "event, event name, ~type, use type, content action",
            "use",
        ),
        Field(
            "user",
            Shape.NAME,
            "user, user name, user id, owner, sales name, user email, shared by, sender, "
            "viewed by, sent by, ~owner id",
        ),
        Field(
            "recipient",
            Shape.NAME,
            "recipient, recipient email, recipient name, account contact, contact email, customer "
            "email, contact, viewer, sent to, ~email, ~account, contact name, account name",
        ),
        Field(
            "is_external",
            Shape.YES_NO,
            "is external, external, external view, external viewer, is external user, "
            "external recipient, external yesno, ~internal external",
        ),
        Field(
            "occurred_at",
            Shape.DATE,
            "occurred date, date, event date, viewed date, action date, usage date, "
            "activity date, "
            "share date, used date, start date, ~created date, view date, content date",
        ),
        Field(
            "duration_s",
            Shape.DURATION,
            "duration, view duration, time spent, duration second, view time, view second, "
            "read duration, session duration, second viewed",
        ),
        Field(
            "pages_viewed",
            Shape.NUMBER,
            "pages viewed, page view, page viewed count, pages read, viewed page number",
        ),
        Field("pages", Shape.NUMBER, "pages, total page, page count, number of page"),
        DEAL_ID,
        Field("published_at", Shape.DATE, "published date, publish date, content created date"),
        Field("updated_at", Shape.DATE, "updated date, modified date, last updated date"),
        Field("archived_at", Shape.DATE, "archived date, expired date, retired date"),
    ),
    date="occurred_at",
)
