"""Salesforce: reports in the user's own dates with a footer, and objects by the Data Loader.

Reports quote every field and end with totals and a copyright line; English ones write 12/31/2025,
Indonesian ones 31/12/2025 and Rp 58.400.000. The Data Loader writes the names of the fields
themselves, the same in every language, and times in UTC. A field made by the company ends in __c.
A history report also has rows in which only the amount changed: both stages are the same.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.worlds.crm.model import Company
from core.worlds.crm.systems.hubspot import activities_named, deals_named, leads_named
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file

_OWN = {
    "closed_won": ("Closed Won", "Menang"),
    "closed_lost": ("Closed Lost", "Kalah"),
    "website": ("Web", "Situs web"),
}
_DEALS = (
    Column("id", Form.TEXT, "deal_id", "Opportunity ID", "ID Peluang"),
    Column("name", Form.TEXT, "deal_name", "Opportunity Name", "Nama Peluang"),
    Column("account", Form.TEXT, "account", "Account Name", "Nama Akun"),
    Column("owner", Form.TEXT, "owner", "Opportunity Owner", "Pemilik Peluang"),
    Column("region", Form.WORD, "", "Territory Region", "Wilayah"),
    Column("end_stage", Form.WORD, "stage", "Stage", "Tahap"),
    Column("currency", Form.TEXT, "currency", "Amount Currency", "Mata Uang"),
    Column("amount", Form.MONEY, "amount", "Amount", "Jumlah"),
    Column("source", Form.WORD, "source", "Lead Source", "Sumber Prospek"),
    Column("created_at", Form.DAY, "created_at", "Created Date", "Tanggal Dibuat"),
    Column("close_date", Form.DAY, "closed_at", "Close Date", "Tanggal Tutup"),
)
_HISTORY = (
    Column("id", Form.TEXT, "deal_id", "Opportunity ID", "ID Peluang"),
    Column("name", Form.TEXT, "", "Opportunity Name", "Nama Peluang"),
    Column("from_stage", Form.WORD, "from_stage", "From Stage", "Dari Tahap"),
    Column("to_stage", Form.WORD, "stage", "To Stage", "Ke Tahap"),
    Column("stay_days", Form.NUMBER, "", "Stage Duration", "Durasi Tahap"),
    Column("entered_at", Form.MOMENT, "entered_at", "Last Modified", "Terakhir Diubah"),
    Column("amount_after", Form.MONEY, "", "Amount", "Jumlah"),
    Column("close_date", Form.DAY, "", "Close Date", "Tanggal Tutup"),
    Column("created_at", Form.DAY, "", "Created Date", "Tanggal Dibuat"),
)
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
_FOOTER = (
    "",
    "Grand Totals ({count} records)",
    "",
    "Confidential Information - Do Not Distribute",
    "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.",
)


def salesforce(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Reports of opportunities and their history; leads, tasks and events by the Data Loader."""
    style = _report(language)
    deals = deals_named(company.deals, style)
    deals = deals.assign(id=_ids("0065g", company.deals["deal_id"]), currency="IDR")
    history = _history(company, deals)
    return (
        _reported(Sheet(f"salesforce-opportunities-{language}.csv", "deals", _DEALS), deals, style),
        _reported(
            Sheet(f"salesforce-opportunity-history-{language}.csv", "stage_history", _HISTORY),
            history,
            style,
        ),
        *_loaded(company, deals, language),
    )


def _report(language: str) -> Style:
    words = words_in(language, **_OWN)
    if language == "id":
        return Style("id", words, "{t:%d/%m/%Y}", "{t:%d/%m/%Y %H.%M}", "Rp {}", ".", delimiter=";")
    day = "{t.month}/{t.day}/{t.year}"
    return Style("en", words, day, day + ", {hour}:{t:%M} {half}")


def _reported(sheet: Sheet, records: pd.DataFrame, style: Style) -> ExportFile:
    """A report: every field quoted, the footer below."""
    footer = tuple(line.format(count=len(records)) for line in _FOOTER)
    return csv_file(replace(sheet, below=footer, quoted=True), records, style)


def _history(company: Company, deals: pd.DataFrame) -> pd.DataFrame:
    """Every change but the creation; the end of a deal is its closed stage."""
    history = company.stage_history
    history = history[history["from_stage"] != ""]
    ended = history["stage"].isin(["won", "lost"])
    stay = history.groupby("deal_id")["entered_at"].diff().dt.total_seconds() / 86_400
    shown = history.assign(
        to_stage=history["stage"].where(~ended, "closed_" + history["stage"]),
        stay_days=stay.fillna(0).clip(lower=0),
        amount_after=history["amount"],
    )
    named = deals[["deal_id", "id", "name", "close_date", "created_at"]]
    return shown.drop(columns=["stage", "amount"]).merge(named, on="deal_id")


def _loaded(company: Company, deals: pd.DataFrame, language: str) -> tuple[ExportFile, ...]:
    """Objects: names of fields, UTC, true and false; picklists in the company's own words."""
    moment = "{t:%Y-%m-%dT%H:%M:%S.000Z}"
    style = Style(language, words_in(language, **_OWN), moment=moment)
    opportunity = deals.set_index("deal_id")["id"]
    planned = activities_named(company.activities, deals, style)
    planned = planned.assign(
        id=_ids("00T5g", planned["activity_id"]),
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
        id=_ids("00Q5g", leads["lead_id"]),
        lead_status=leads["status"].map(style.words),
        lead_source=leads["source"].map(style.words),
        is_converted=np.where(leads["converted"], "true", "false"),
        opportunity=leads["deal_id"].map(opportunity).fillna(""),
    )


def _ids(prefix: str, numbers: "pd.Series[int]") -> list[str]:
    """Eighteen characters: a prefix of the object, the number in base 36."""
    return [f"{prefix}{np.base_repr(int(number), 36):0>10}AAA" for number in numbers]
