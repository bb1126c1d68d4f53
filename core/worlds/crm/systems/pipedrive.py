"""Pipedrive: every header carries its object; deals as a workbook, activities as CSV.

The status says won or lost, the stage stays the last open one; there is no stage history. The
Indonesian app says “Deal” too (Judul Deal, Nilai Deal, Pemilik Deal in its help pages).
“Deal - Region” is a field the company made itself.
"""

import pandas as pd

from core.worlds.crm.model import Company
from core.worlds.crm.systems.named import activities_named, deals_named
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file, workbook

_DEALS = (
    Column("deal_id", Form.NUMBER, "deal_id", "Deal - ID", "Deal - ID"),
    Column("name", Form.TEXT, "deal_name", "Deal - Title", "Deal - Judul"),
    Column("owner", Form.TEXT, "owner", "Deal - Owner", "Deal - Pemilik"),
    Column("amount", Form.MONEY, "amount", "Deal - Value", "Deal - Nilai"),
    Column("currency", Form.TEXT, "currency", "Deal - Currency of Value", "Deal - Mata uang Nilai"),
    Column("account", Form.TEXT, "account", "Deal - Organization", "Deal - Organisasi"),
    Column("pipeline", Form.WORD, "pipeline", "Deal - Pipeline", "Deal - Pipeline"),
    Column("stage", Form.WORD, "stage", "Deal - Stage", "Deal - Tahap"),
    Column("status", Form.WORD, "status", "Deal - Status", "Deal - Status"),
    Column("created_at", Form.MOMENT, "created_at", "Deal - Deal created", "Deal - Deal dibuat"),
    Column("changed_at", Form.MOMENT, "", "Deal - Last stage change",
           "Deal - Perubahan tahap terakhir"),
    Column("won_at", Form.MOMENT, "", "Deal - Won time", "Deal - Waktu menang"),
    Column("lost_at", Form.MOMENT, "", "Deal - Lost time", "Deal - Waktu kalah"),
    Column("closed_at", Form.MOMENT, "closed_at", "Deal - Deal closed on",
           "Deal - Deal ditutup pada"),
    Column("lost_reason", Form.WORD, "lost_reason", "Deal - Lost reason", "Deal - Alasan kalah"),
    Column("expected_close_at", Form.DAY, "expected_close_at", "Deal - Expected close date",
           "Deal - Perkiraan tanggal penutupan"),
    Column("product", Form.WORD, "product", "Deal - Product name", "Deal - Nama produk"),
    Column("source", Form.WORD, "source", "Deal - Source channel", "Deal - Saluran sumber"),
    Column("region", Form.WORD, "", "Deal - Region", "Deal - Wilayah"),
)  # fmt: skip
_ACTIVITIES = (
    Column("activity_id", Form.NUMBER, "activity_id", "Activity - ID", "Aktivitas - ID"),
    Column("name", Form.TEXT, "", "Activity - Subject", "Aktivitas - Subjek"),
    Column("type", Form.WORD, "type", "Activity - Type", "Aktivitas - Jenis"),
    Column("occurred_at", Form.DAY, "due_at", "Activity - Due date",
           "Aktivitas - Tanggal jatuh tempo"),
    Column("owner", Form.TEXT, "owner", "Activity - Assigned to user",
           "Aktivitas - Ditugaskan kepada pengguna"),
    Column("added_at", Form.MOMENT, "booked_at", "Activity - Add time",
           "Aktivitas - Waktu ditambahkan"),
    Column("deal", Form.TEXT, "", "Activity - Deal", "Aktivitas - Deal"),
)  # fmt: skip


def pipedrive(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Deals and activities."""
    style = Style(
        language,
        words_in(language),
        moment="{t:%Y-%m-%d %H:%M:%S}",
    )
    deals = deals_named(company.deals, style)
    changes = company.stage_history
    changed = changes[changes["from_stage"] != changes["stage"]].groupby("deal_id")["entered_at"]
    deals = deals.assign(
        currency="IDR",
        changed_at=deals["deal_id"].map(changed.last()),
        won_at=deals["closed_at"].where(deals["status"] == "won"),
        lost_at=deals["closed_at"].where(deals["status"] == "lost"),
    )
    return (
        workbook(Sheet(f"pipedrive-deals-{language}.xlsx", "deals", _DEALS), deals, style),
        csv_file(
            Sheet(f"pipedrive-activities-{language}.csv", "activities", _ACTIVITIES),
            _activities(company, deals, style),
            style,
        ),
    )


def _activities(company: Company, deals: pd.DataFrame, style: Style) -> pd.DataFrame:
    planned = activities_named(company.activities, deals, style)
    return planned.assign(added_at=planned["booked_at"].fillna(planned["occurred_at"]))
