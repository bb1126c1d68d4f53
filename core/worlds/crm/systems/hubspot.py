"""HubSpot: CSV in UTF-8, ISO times, numbers bare, one column of dates for each stage.

Headers as in real exports of deals, contacts, calls, meetings and e-mails; “Region”, “First
response date” and “Converted date” are properties the company made itself. Open deals carry a
close date too: a forecast.
"""

import pandas as pd

from core.worlds.crm.model import STAGES, Company
from core.worlds.crm.systems.named import activities_named, deals_named, leads_named
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file

_OWN = {
    "closed_won": ("Closed Won", "Menang"),
    "closed_lost": ("Closed Lost", "Kalah"),
    "held": ("Completed", "Selesai"),
    "no_show": ("No show", "Tidak hadir"),
    "cancelled": ("Canceled", "Dibatalkan"),
    "website": ("Organic Search", "Penelusuran organik"),
    "event": ("Offline Sources", "Sumber luring"),
    "referral": ("Referrals", "Rujukan"),
}
_DEALS = (
    Column("id", Form.TEXT, "deal_id", "Record ID", "ID Rekaman"),
    Column("name", Form.TEXT, "deal_name", "Deal Name", "Nama Deal"),
    Column("end_stage", Form.WORD, "stage", "Deal Stage", "Tahap Deal"),
    Column("pipeline", Form.WORD, "pipeline", "Pipeline", "Pipeline"),
    Column("amount", Form.MONEY, "amount", "Amount", "Jumlah"),
    Column("created_at", Form.MOMENT, "created_at", "Create Date", "Tanggal Dibuat"),
    Column("close_date", Form.MOMENT, "closed_at", "Close Date", "Tanggal Tutup"),
    Column("owner", Form.TEXT, "owner", "Deal owner", "Pemilik Deal"),
    Column("account", Form.TEXT, "account", "Associated Company", "Perusahaan Terkait"),
    Column("region", Form.WORD, "", "Region", "Wilayah"),
)
_CONTACTS = (
    Column("id", Form.TEXT, "lead_id", "Record ID", "ID Rekaman"),
    Column("first_name", Form.TEXT, "", "First Name", "Nama Depan"),
    Column("last_name", Form.TEXT, "", "Last Name", "Nama Belakang"),
    Column("email", Form.TEXT, "", "Email", "Email"),
    Column("owner", Form.TEXT, "owner", "Contact owner", "Pemilik Kontak"),
    Column("status", Form.WORD, "status", "Lifecycle Stage", "Tahap Siklus Hidup"),
    Column("source", Form.WORD, "source", "Original source", "Sumber Asli"),
    Column("created_at", Form.MOMENT, "created_at", "Create Date", "Tanggal Dibuat"),
    Column(
        "first_response_at", Form.MOMENT, "first_response_at", "First response date",
        "Tanggal Respons Pertama",
    ),
    Column("converted_at", Form.MOMENT, "converted_at", "Converted date", "Tanggal Konversi"),
)  # fmt: skip
_CALLS = (
    Column("id", Form.TEXT, "activity_id", "Call id", "ID Panggilan"),
    Column("name", Form.TEXT, "", "Call title", "Judul Panggilan"),
    Column("direction", Form.WORD, "direction", "Call direction", "Arah Panggilan"),
    Column("outcome", Form.WORD, "outcome", "Call outcome", "Hasil Panggilan"),
    Column("duration_s", Form.NUMBER, "duration_s", "Call duration", "Durasi Panggilan"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "Activity date", "Tanggal Aktivitas"),
    Column("owner", Form.TEXT, "owner", "Activity assigned to", "Aktivitas ditugaskan kepada"),
)
_MEETINGS = (
    Column("name", Form.TEXT, "", "Meeting name", "Nama Rapat"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "Meeting start time", "Waktu Mulai Rapat"),
    Column("outcome", Form.WORD, "outcome", "Meeting outcome", "Hasil Rapat"),
    Column("owner", Form.TEXT, "owner", "Activity assigned to", "Aktivitas ditugaskan kepada"),
    Column("deal", Form.TEXT, "", "Deal name", "Nama Deal"),
)
_EMAILS = (
    Column("name", Form.TEXT, "", "Email subject", "Subjek Email"),
    Column("direction", Form.WORD, "direction", "Email direction", "Arah Email"),
    Column("outcome", Form.WORD, "outcome", "Email send status", "Status Kirim Email"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "Activity date", "Tanggal Aktivitas"),
    Column("owner", Form.TEXT, "owner", "Activity assigned to", "Aktivitas ditugaskan kepada"),
    Column("deal", Form.TEXT, "", "Deal name", "Nama Deal"),
)


def hubspot(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Deals, contacts, calls, meetings and e-mails."""
    style = Style(language, words_in(language, **_OWN))
    deals = deals_named(company.deals, style)
    planned = activities_named(company.activities, deals, style)
    calls, mails = planned["type"] == "call", planned["type"] == "email"
    return tuple(
        csv_file(Sheet(f"hubspot-{name}-{language}.csv", kind, columns), records, style)
        for name, kind, columns, records in (
            ("deals", "deals", (*_DEALS, *_stage_columns(style)), _with_stages(company, deals)),
            ("contacts", "leads", _CONTACTS, leads_named(company.leads)),
            ("calls", "activities", _CALLS, planned[calls]),
            ("meetings", "activities", _MEETINGS, planned[~calls & ~mails]),
            ("emails", "activities", _EMAILS, planned[mails]),
        )
    )


def _stage_columns(style: Style) -> tuple[Column, ...]:
    """“Date entered "Demo (Sales Pipeline)"”: one for each stage."""
    pipeline = style.words["pipeline"]
    return tuple(
        Column(
            f"entered_{stage}", Form.MOMENT, f"entered_at:{style.words[stage]} ({pipeline})",
            f'Date entered "{style.words[stage]} ({pipeline})"',
        )
        for stage in STAGES
    )  # fmt: skip


def _with_stages(company: Company, deals: pd.DataFrame) -> pd.DataFrame:
    """Deals with the last time each stage was entered."""
    history = company.stage_history
    moved = history[history["from_stage"] != history["stage"]]
    last = moved.pivot_table(index="deal_id", columns="stage", values="entered_at", aggfunc="last")
    last.columns = pd.Index([f"entered_{stage}" for stage in last.columns])
    return deals.merge(last.reset_index(), on="deal_id", how="left")
