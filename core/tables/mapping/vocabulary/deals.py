"""Deals: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.shared import (
    CURRENCY,
    LEAD_ID,
    OWNER,
    PIPELINE,
    PRODUCT,
    SOURCE,
    UPDATED_AT,
)
from core.tables.model import TableKind

DEALS = Kind(
    TableKind.DEALS,
    frozenset({"deal"}),
    ("deal_id", "status", "created_at", "closed_at"),
    ("closed_at", "expected_close_at", "lost_reason", "probability", "stage", "deal_name"),
    (
        Field(
            "deal_id",
            Shape.ID,
            "deal id, ~id, record id, deal record id, deal no, ~deal, ~no, "
            "system id, pipedrive system id, ~external id",
        ),
        Field("deal_name", Shape.NAME, "deal name, name, deal title, title, ~deal"),
        Field(
            "account",
            Shape.NAME,
            "account, account name, customer company, associated company, account name id, "
            "customer contact name, ~account id, ~contact name, ~contact",
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
            "amount, deal amount, deal value, total amount, contract value, revenue, "
            "deal revenue, "
            "project value, order value, ~expected revenue, ~~budget amount, ~actual revenue, "
            "~close revenue, ~price, ~sales value, estimated value, ~quantity price",
        ),
        CURRENCY,
        Field(
            "created_at",
            Shape.DATE,
            "created date, create date, deal created, date added, entry date, "
            "record created date, "
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
            "lost reason, reason, loss reason, reason lost deal, cancel reason, "
            "closed lost reason, "
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
    titled="deal_name",
    needs=("stage", "amount", "deal_name", "lost_reason", "probability"),
)
