"""Salesforce reports, in the user's own dates, with a footer; objects come from the Data Loader.

Reports quote every field and end with totals and a copyright line; English ones write 12/31/2025,
Indonesian ones 31/12/2025 and Rp 58.400.000. A history report also has rows in which only the
amount changed: both stages are the same.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.worlds.crm.model import Company
from core.worlds.crm.systems.named import deals_named
from core.worlds.crm.systems.salesforce_objects import PICKLISTS, ids, loaded
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file, usual_style

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
_FIELD_HISTORY = (
    Column("id", Form.TEXT, "deal_id", "Opportunity ID", "ID Peluang"),
    Column("name", Form.TEXT, "", "Opportunity Name", "Nama Peluang"),
    Column("changed", Form.TEXT, "", "Field / Event", "Bidang / Kejadian"),
    Column("old", Form.TEXT, "from_stage", "Old Value", "Nilai Lama"),
    Column("new", Form.TEXT, "stage", "New Value", "Nilai Baru"),
    Column("entered_at", Form.MOMENT, "entered_at", "Edit Date", "Tanggal Edit"),
    Column("created_at", Form.DAY, "", "Created Date", "Tanggal Dibuat"),
    Column("close_date", Form.DAY, "", "Close Date", "Tanggal Tutup"),
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
    deals = deals.assign(id=ids("0065g", company.deals["deal_id"]), currency="IDR")
    history = _history(company, deals)
    return (
        _reported(Sheet(f"salesforce-opportunities-{language}.csv", "deals", _DEALS), deals, style),
        _reported(
            Sheet(f"salesforce-opportunity-history-{language}.csv", "stage_history", _HISTORY),
            history,
            style,
        ),
        _reported(
            Sheet(f"salesforce-field-history-{language}.csv", "stage_history", _FIELD_HISTORY),
            _field_history(history, style),
            style,
        ),
        *loaded(company, deals, language),
    )


def _report(language: str) -> Style:
    words = words_in(language, **PICKLISTS)
    if language == "id":
        return usual_style("id", words)
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


def _field_history(history: pd.DataFrame, style: Style) -> pd.DataFrame:
    """The same changes by field: of the stage, or of the amount, in one pair of columns."""
    stage, amount = ("Tahap", "Jumlah") if style.language == "id" else ("Stage", "Amount")
    edited = history["from_stage"] == history["to_stage"]
    before = history.groupby("deal_id")["amount_after"].shift(1).fillna(history["amount_after"])
    return history.assign(
        changed=np.where(edited, amount, stage),
        old=before.map("{:.0f}".format).where(edited, history["from_stage"].map(style.words)),
        new=history["amount_after"]
        .map("{:.0f}".format)
        .where(edited, history["to_stage"].map(style.words)),
    )
