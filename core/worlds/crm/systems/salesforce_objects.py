"""Salesforce objects, as the Data Loader writes them: leads, tasks, events.

Headers are the names of the fields themselves, the same in every language; times are in UTC,
picklists in the company's own words. A field made by the company ends in __c.
"""

import numpy as np
import pandas as pd

from core.worlds.crm.model import Company
from core.worlds.crm.systems.named import activities_named, leads_named
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file

PICKLISTS = {
    "closed_won": ("Closed Won", "Menang"),
    "closed_lost": ("Closed Lost", "Kalah"),
    "website": ("Web", "Situs web"),
}
_LEADS = (
    Column("id", Form.TEXT, "lead_id", "Id"),
    Column("first_name", Form.TEXT, "", "FirstName"),
    Column("last_name", Form.TEXT, "", "LastName"),
    Column("account", Form.TEXT, "", "Company"),
    Column("email", Form.TEXT, "", "Email"),
    Column("lead_status", Form.TEXT, "status", "Status"),
    Column("lead_source", Form.TEXT, "source", "LeadSource"),
    Column("owner", Form.TEXT, "owner", "OwnerId"),
    Column("created_at", Form.MOMENT, "created_at", "CreatedDate"),
    Column("first_response_at", Form.MOMENT, "first_response_at", "First_Response_Date__c"),
    Column("is_converted", Form.TEXT, "converted", "IsConverted"),
    Column("converted_at", Form.DAY, "converted_at", "ConvertedDate"),
    Column("opportunity", Form.TEXT, "deal_id", "ConvertedOpportunityId"),
)
_TASKS = (
    Column("id", Form.TEXT, "activity_id", "Id"),
    Column("name", Form.TEXT, "", "Subject"),
    Column("type", Form.WORD, "type", "TaskSubtype"),
    Column("status", Form.TEXT, "", "Status"),
    Column("owner", Form.TEXT, "owner", "OwnerId"),
    Column("opportunity", Form.TEXT, "deal_id", "WhatId"),
    Column("occurred_at", Form.DAY, "occurred_at", "ActivityDate"),
    Column("direction", Form.WORD, "direction", "CallType"),
    Column("outcome", Form.WORD, "outcome", "CallDisposition"),
    Column("duration_s", Form.NUMBER, "duration_s", "CallDurationInSeconds"),
)
_EVENTS = (
    Column("id", Form.TEXT, "activity_id", "Id"),
    Column("name", Form.TEXT, "", "Subject"),
    Column("type", Form.WORD, "type", "Type"),
    Column("owner", Form.TEXT, "owner", "OwnerId"),
    Column("opportunity", Form.TEXT, "deal_id", "WhatId"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "StartDateTime"),
    Column("minutes", Form.NUMBER, "duration_s", "DurationInMinutes"),
    Column("booked_at", Form.MOMENT, "booked_at", "CreatedDate"),
    Column("outcome", Form.WORD, "outcome", "Outcome__c"),
)


def loaded(company: Company, deals: pd.DataFrame, language: str) -> tuple[ExportFile, ...]:
    """Objects: names of fields, UTC, true and false; picklists in the company's own words."""
    moment = "{t:%Y-%m-%dT%H:%M:%S.000Z}"
    style = Style(language, words_in(language, **PICKLISTS), moment=moment)
    opportunity = deals.set_index("deal_id")["id"]
    planned = activities_named(company.activities, deals, style)
    planned = planned.assign(
        id=ids("00T5g", planned["activity_id"]),
        opportunity=planned["deal_id"].map(opportunity).fillna(""),
        status="Completed",
        minutes=planned["duration_s"] / 60,
    )
    tasks = planned["type"].isin(["call", "email"])
    leads = _leads(company, opportunity, style)
    return tuple(
        csv_file(Sheet(f"salesforce-{name}-{language}.csv", kind, columns, quoted=True), one, style)
        for name, kind, columns, one in (
            ("lead", "leads", _LEADS, leads),
            ("task", "activities", _TASKS, planned[tasks]),
            ("event", "activities", _EVENTS, planned[~tasks]),
        )
    )


def _leads(company: Company, opportunity: "pd.Series[str]", style: Style) -> pd.DataFrame:
    leads = leads_named(company.leads)
    return leads.assign(
        id=ids("00Q5g", leads["lead_id"]),
        lead_status=leads["status"].map(style.words),
        lead_source=leads["source"].map(style.words),
        is_converted=np.where(leads["converted"], "true", "false"),
        opportunity=leads["deal_id"].map(opportunity).fillna(""),
    )


def ids(prefix: str, numbers: "pd.Series[int]") -> list[str]:
    """Eighteen characters: a prefix of the object, the number in base 36."""
    return [f"{prefix}{np.base_repr(int(number), 36):0>10}AAA" for number in numbers]
