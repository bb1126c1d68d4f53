"""The traffic of a website: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

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
            "first user channel group, traffic channel, session default channel group, "
            "channel name",
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
            "page, landing page, page path, page title, top page, page title screen class, "
            "page url, "
            "landing page query string, page screen, destination page, entry page, ~exit page",
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
