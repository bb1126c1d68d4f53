"""Leads: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.mapping.vocabulary.shared import DEAL_ID, OWNER, SOURCE
from core.tables.model import TableKind

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
            "email",
            Shape.ANY,
            "email, email address, lead email, lead email address, contact email, customer email",
        ),
        Field(
            "phone",
            Shape.ANY,
            "phone, mobile, lead phone, contact phone, customer phone, phone no, no phone",
        ),
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
    needs=("source", "status", "channel", "converted", "converted_at", "first_response_at"),
)
