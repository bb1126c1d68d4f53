"""Deals, the history of their stages, and leads."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.common import (
    CURRENCY,
    DEAL_ID,
    LEAD_ID,
    OWNER,
    PRODUCT,
    SOURCE,
    UPDATED_AT,
)
from core.tables.model import TableKind

PIPELINE = Field("pipeline", Shape.CATEGORY, "pipeline, pipeline name, deal pipeline, ~pipeline id")

DEALS = Kind(
    TableKind.DEALS,
    frozenset({"deal"}),
    ("deal_id", "status", "created_at", "closed_at"),
    ("closed_at", "expected_close_at", "lost_reason", "probability", "stage", "deal_name"),
    (
        Field("deal_id", Shape.ID, "deal id, ~id, record id, deal record id, deal no, ~deal, ~no"),
        Field("deal_name", Shape.NAME, "deal name, name, deal title, title, ~deal"),
        Field(
            "account",
            Shape.NAME,
            "account, account name, customer company, associated company, account name id, "
            "customer contact name, ~contact name, ~contact",
        ),
        OWNER,
        Field("team", Shape.CATEGORY, "team, sales team, team name, owner team"),
        PIPELINE,
        Field(
            "stage",
            Shape.CATEGORY,
            "stage, deal stage, stage name, sales stage, current stage, pipeline stage, "
            "~pipeline stage id, ~stage id, last stage",
            "stage",
        ),
        Field(
            "status",
            Shape.STATUS,
            "status, deal status, outcome, won lost, deal outcome, deal result, close status, "
            "final status, current status, closing outcome, ~status reason, ~status id, ~is won",
            "verdict",
        ),
        Field(
            "amount",
            Shape.NUMBER,
            "amount, deal amount, deal value, total amount, contract value, revenue, deal revenue, "
            "project value, order value, ~expected revenue, ~budget amount, ~actual revenue, "
            "~close revenue, ~price, ~sales value, estimated value, ~quantity price",
        ),
        CURRENCY,
        Field(
            "created_at",
            Shape.DATE,
            "created date, create date, deal created, date added, entry date, record created date, "
            "open date, ~date, ~start date, ~inquiry date, first contact date, registered date",
        ),
        Field(
            "closed_at",
            Shape.DATE,
            "closed date, close date, deal closed date, actual close date, ~won date, ~lost date, "
            "~end date, deal date, ~complete date, decision date, closed won date, won lost date",
        ),
        Field(
            "expected_close_at",
            Shape.DATE,
            "expected close date, expected closing, expected end date, expected deal date, "
            "expected decision date, close target date, ~due date, ~due, ~expected date, "
            "expected won date, ~expected complete date",
        ),
        Field(
            "lost_reason",
            Shape.CATEGORY,
            "lost reason, reason, loss reason, reason lost deal, cancel reason, closed lost reason, "
            "reason not won, lost cause, ~outcome reason",
        ),
        SOURCE,
        PRODUCT,
        Field(
            "probability",
            Shape.PERCENT,
            "probability, win probability, deal probability, close probability, ~win rate, "
            "success probability, stage probability",
        ),
        LEAD_ID,
        UPDATED_AT,
    ),
    once="deal_id",
)

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
        Field(
            "entered_at",
            Shape.DATE,
            "entered date, date entered, entered stage date, change date, stage change date, "
            "moved date, edited date, last modified date, transition date, stage start date, "
            "start date, ~created date, ~date, from date, stage date, since date, update date",
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
)

LEADS = Kind(
    TableKind.LEADS,
    frozenset({"lead"}),
    ("lead_id", "created_at"),
    ("first_response_at", "qualified_at", "converted_at", "converted"),
    (
        Field("lead_id", Shape.ID, "lead id, ~id, record id, lead no, lead record id, ~lead, ~no"),
        Field(
            "created_at",
            Shape.DATE,
            "created date, create date, date added, entry date, lead date, registered date, "
            "lead created date, ~date, inquiry date, enter date, ~first visit date",
        ),
        SOURCE,
        Field("channel", Shape.CATEGORY, "channel, lead channel, marketing channel, channel name"),
        OWNER,
        Field(
            "status",
            Shape.CATEGORY,
            "status, lead status, lead stage, stage, lifecycle stage, status reason, ~outcome",
            "lead",
        ),
        Field(
            "first_response_at",
            Shape.DATE,
            "first response date, first contacted date, response date, first call date, contacted "
            "date, first touch date, first activity date, first follow up date, first reply date, "
            "contact date",
        ),
        Field(
            "qualified_at",
            Shape.DATE,
            "qualified date, qualification date, lead qualified date, mql date, sql date",
        ),
        Field(
            "converted_at",
            Shape.DATE,
            "converted date, conversion date, lead converted date, deal created date, "
            "became deal date, became customer date",
        ),
        Field(
            "converted",
            Shape.YES_NO,
            "converted, is converted, lead converted, conversion, conversion status, became deal, "
            "became customer, converted yesno",
        ),
        DEAL_ID,
        Field(
            "web_visits",
            Shape.NUMBER,
            "web visit, visit, page view, web session, visit count, website visit count, "
            "number web visit, page visit, ~days visited",
        ),
    ),
    date="created_at",
    once="lead_id",
)
