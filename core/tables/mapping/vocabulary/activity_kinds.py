"""Activities, the use of content, and the traffic of a website."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.common import DEAL_ID, LEAD_ID, OWNER
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
            "activity id, task id, call id, meeting id, ~id, record id, activity no, ~no, ~activity",
        ),
        Field(
            "type",
            Shape.CATEGORY,
            "activity type, type, ~call type, task type, activity, activity kind, interaction type, "
            "~task subtype, ~meeting type, ~activity category, channel",
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
            "outcome, call outcome, meeting outcome, result, activity outcome, status, call status, "
            "task status, activity status, call disposition, email send status, meeting status",
            "outcome",
        ),
        Field(
            "booked_at",
            Shape.DATE,
            "booked date, scheduled date, created date, booked on, made date, date added, "
            "appointment made date, schedule created date",
        ),
        Field(
            "occurred_at",
            Shape.DATE,
            "occurred date, activity date, call date, meeting date, start date, call start date, "
            "meeting start time, date, event date, sent date, ~activity created date, held date, "
            "activity start date, visit date",
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
            "duration, call duration, duration second, talk time, meeting duration, duration minute, "
            "call length, activity duration, second, minute",
        ),
        OWNER,
        DEAL_ID,
        LEAD_ID,
    ),
    date="occurred_at",
)

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
        Field(
            "title", Shape.NAME, "content title, title, content name, ~content, name, content label"
        ),
        Field("category", Shape.CATEGORY, "category, content category, content type, ~type"),
        Field(
            "action",
            Shape.CATEGORY,
            "action, event type, action type, usage type, interaction type, activity type, activity, "
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
            "occurred date, date, event date, viewed date, action date, usage date, activity date, "
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
        Field("pages", Shape.NUMBER, "pages, total page, page count, number of page, content page"),
        DEAL_ID,
        Field("published_at", Shape.DATE, "published date, publish date, content created date"),
        Field("updated_at", Shape.DATE, "updated date, modified date, last updated date"),
        Field("archived_at", Shape.DATE, "archived date, expired date, archive date, retired date"),
    ),
    date="occurred_at",
)

WEB_TRAFFIC = Kind(
    TableKind.WEB_TRAFFIC,
    frozenset({"web"}),
    ("occurred_at",),
    (
        "sessions",
        "engaged_sessions",
        "clicks",
        "impressions",
        "position",
        "key_events",
        "avg_engagement_time_s",
        "new_users",
    ),
    (
        Field(
            "occurred_at",
            Shape.DATE,
            "date, date hour, event date, ~reporting start, week date, nth day, visit date, "
            "session date, day, ~start date",
        ),
        Field(
            "channel",
            Shape.CATEGORY,
            "channel, session channel group, default channel group, session primary channel, "
            "first user channel group, traffic channel, session default channel group, channel name",
        ),
        Field(
            "source_medium",
            Shape.CATEGORY,
            "source medium, session source medium, traffic source, source, session source, "
            "first user source medium, ~campaign, source channel, session source channel",
        ),
        Field(
            "page",
            Shape.NAME,
            "page, landing page, page path, page title, top page, page title screen class, page url, "
            "landing page query string, page screen, destination page",
        ),
        Field(
            "users",
            Shape.NUMBER,
            "user, total user, active user, visitor, unique visitor, user count, ~reach",
        ),
        Field("new_users", Shape.NUMBER, "new user, new visitor, first time user, new user count"),
        Field(
            "sessions",
            Shape.NUMBER,
            "session, visit, web session, web visit, total session, session count, web traffic",
        ),
        Field(
            "engaged_sessions",
            Shape.NUMBER,
            "engaged session, session engaged, active session, engaged visit, session engagement",
        ),
        Field(
            "avg_engagement_time_s",
            Shape.DURATION,
            "average engagement time, average engagement time session, average session duration, "
            "engagement time, average time on page, average visit duration, session duration",
        ),
        Field("events", Shape.NUMBER, "event count, event, total event, event number"),
        Field(
            "key_events",
            Shape.NUMBER,
            "key event, conversion, goal, key event count, total conversion, ~result, ~purchase",
        ),
        Field(
            "clicks",
            Shape.NUMBER,
            "click, link click, total click, url click, click count, ad click",
        ),
        Field(
            "impressions", Shape.NUMBER, "impression, ad impression, total impression, times shown"
        ),
        Field("position", Shape.NUMBER, "position, average position, search position, rank"),
        Field(
            "revenue",
            Shape.NUMBER,
            "revenue, total revenue, purchase revenue, ecommerce revenue, conversion value, "
            "purchase conversion value, event value",
        ),
    ),
    date="occurred_at",
)
