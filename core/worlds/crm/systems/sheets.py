"""The company's own sheets: tables with every field, under plain names."""

import numpy as np

from core.worlds.crm.model import Company
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, csv_file, usual_style, workbook

_DEALS = (
    Column("deal_id", Form.NUMBER, "deal_id", "Deal ID", "ID Deal"),
    Column("account", Form.TEXT, "account", "Account", "Nama Perusahaan"),
    Column("owner", Form.TEXT, "owner", "Owner", "Nama Sales"),
    Column("region", Form.WORD, "", "Region", "Wilayah"),
    Column("stage", Form.WORD, "stage", "Stage", "Tahap"),
    Column("status", Form.WORD, "status", "Status", "Status"),
    Column("amount", Form.MONEY, "amount", "Amount (IDR)", "Nilai Deal"),
    Column("product", Form.WORD, "product", "Product", "Produk"),
    Column("source", Form.WORD, "source", "Source", "Sumber"),
    Column("created_at", Form.DAY, "created_at", "Created Date", "Tanggal Dibuat"),
    Column("closed_at", Form.DAY, "closed_at", "Closed Date", "Tanggal Tutup"),
    Column("expected_close_at", Form.DAY, "expected_close_at", "Expected Close Date",
           "Estimasi Closing"),
    Column("lost_reason", Form.WORD, "lost_reason", "Lost Reason", "Alasan Kalah"),
    Column("lead_id", Form.NUMBER, "lead_id", "Lead ID", "ID Prospek"),
)  # fmt: skip
_HISTORY = (
    Column("deal_id", Form.NUMBER, "deal_id", "Deal ID", "ID Deal"),
    Column("from_stage", Form.WORD, "from_stage", "From Stage", "Dari Tahap"),
    Column("stage", Form.WORD, "stage", "To Stage", "Ke Tahap"),
    Column("entered_at", Form.MOMENT, "entered_at", "Changed At", "Tanggal Perubahan"),
    Column("amount", Form.MONEY, "", "Amount (IDR)", "Nilai Deal"),
)
_LEADS = (
    Column("lead_id", Form.NUMBER, "lead_id", "Lead ID", "ID Prospek"),
    Column("created_at", Form.MOMENT, "created_at", "Created At", "Tanggal Masuk"),
    Column("source", Form.WORD, "source", "Lead Source", "Sumber Prospek"),
    Column("channel", Form.WORD, "channel", "Channel", "Saluran"),
    Column("region", Form.WORD, "", "Region", "Wilayah"),
    Column("owner", Form.TEXT, "owner", "Owner", "Nama Sales"),
    Column("status", Form.WORD, "status", "Status", "Status"),
    Column("first_response_at", Form.MOMENT, "first_response_at", "First Response",
           "Tanggal Respon Pertama"),
    Column("qualified_at", Form.DAY, "qualified_at", "Qualified Date", "Tanggal Kualifikasi"),
    Column("converted_at", Form.DAY, "converted_at", "Converted Date", "Tanggal Konversi"),
    Column("deal_id", Form.NUMBER, "deal_id", "Deal ID", "ID Deal"),
    Column("web_visits", Form.NUMBER, "web_visits", "Web Visits", "Kunjungan Web"),
)  # fmt: skip
_ACTIVITIES = (
    Column("activity_id", Form.NUMBER, "activity_id", "Activity ID", "ID Aktivitas"),
    Column("type", Form.WORD, "type", "Type", "Jenis Aktivitas"),
    Column("direction", Form.WORD, "direction", "Direction", "Arah"),
    Column("outcome", Form.WORD, "outcome", "Outcome", "Hasil"),
    Column("booked_at", Form.DAY, "booked_at", "Booked Date", "Tanggal Dijadwalkan"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "Activity Date", "Tanggal Aktivitas"),
    Column("duration_s", Form.NUMBER, "duration_s", "Duration (s)", "Durasi (detik)"),
    Column("owner", Form.TEXT, "owner", "Owner", "Nama Sales"),
    Column("region", Form.WORD, "", "Region", "Wilayah"),
    Column("deal_id", Form.NUMBER, "deal_id", "Deal ID", "ID Deal"),
    Column("lead_id", Form.NUMBER, "lead_id", "Lead ID", "ID Prospek"),
)
_CUSTOMERS = (
    Column("customer_id", Form.NUMBER, "customer_id", "Customer ID", "ID Pelanggan"),
    Column("account", Form.TEXT, "", "Customer Name", "Nama Pelanggan"),
    Column("region", Form.WORD, "", "Region", "Wilayah"),
    Column("product", Form.WORD, "", "Product", "Produk"),
    Column("started_at", Form.DAY, "started_at", "Start Date", "Tanggal Mulai"),
    Column("mrr", Form.MONEY, "mrr", "MRR", "Tagihan Bulanan"),
    Column("left", Form.WORD, "churned", "Churned", "Berhenti"),
    Column("churned_at", Form.DAY, "churned_at", "Churn Date", "Tanggal Berhenti"),
)


def sheets(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Deals, their stage history, leads, activities and customers."""
    style = usual_style(language, words_in(language))
    customers = company.customers
    customers = customers.assign(left=np.where(customers["churned"], "yes", "no"))
    texts = (
        ("deals", _DEALS, company.deals),
        ("stage_history", _HISTORY, company.stage_history),
        ("leads", _LEADS, company.leads),
        ("customers", _CUSTOMERS, customers),
    )
    calendar = Sheet(f"activities-{language}.xlsx", "activities", _ACTIVITIES)
    return (
        *(
            csv_file(Sheet(f"{kind}-{language}.csv", kind, columns), records, style)
            for kind, columns, records in texts
        ),
        workbook(calendar, company.activities, style),
    )
