"""Trials of accounts, and deals known by their titles, in English and Indonesian."""

import pytest

from core.metrics import build_panel
from core.periods import Grain
from core.tables import TableKind, read

DAYS = [f"2025-{1 + i // 20:02d}-{1 + i % 20:02d}" for i in range(60)]
PAID = [f"2025-{1 + i // 20:02d}-{8 + i % 20:02d}" if i % 3 else "" for i in range(60)]


def table_of(header, lines):
    (found,) = read("\n".join([header, *lines]).encode(), "export.csv").tables
    return found


def fields_of(table):
    return {one.field for one in table.columns}


@pytest.mark.parametrize(
    "header",
    [
        "Account,Trial start date,Subscription start date",
        "Account ID,Trial started,Subscription started",
        "Customer,Trial start,Paid since",
        "Company,Trial started on,Converted on",
        "Akun,Tanggal mulai uji coba,Tanggal mulai langganan",
        "Pelanggan,Tanggal mulai uji coba,Tanggal mulai berlangganan",
        "ID Akun,Mulai uji coba,Mulai langganan",
    ],
)
def test_accounts_with_trials_are_customers_and_tell_who_came_to_pay(header):
    rows = zip(DAYS, PAID, strict=True)
    table = table_of(header, [f"Akun {i},{day},{paid}" for i, (day, paid) in enumerate(rows)])
    assert table.kind is TableKind.CUSTOMERS
    assert fields_of(table) == {"customer_id", "trial_started_at", "paid_at"}
    panel = build_panel([table], Grain.MONTH, keep_unfinished=True)
    assert panel.values["trial_signups"].tolist() == [20.0, 20.0, 20.0]
    assert panel.values["trial_to_paid"].iloc[0] == pytest.approx(13 / 20)


STAGES = ["Proposal dikirim", "Ditutup menang", "Ditutup kalah"]
TITLED = {"deal_name", "stage", "owner", "closed_at", "amount"}


@pytest.mark.parametrize(
    ("header", "numbered"),
    [
        ("ID Catatan,Nama Transaksi,Tahap Transaksi,Pemilik Transaksi,Tanggal Tutup,Jumlah", True),
        ("Nama Transaksi,Tahap Transaksi,Pemilik Transaksi,Tanggal Tutup,Jumlah", False),
        ("Nama Peluang,Tahap Peluang,Pemilik Peluang,Tanggal Tutup,Jumlah", False),
        ("Deal Name,Deal Stage,Deal Owner,Close Date,Amount", False),
    ],
)
def test_rows_with_a_title_a_stage_and_a_close_date_are_deals(header, numbered):
    lines = [
        f"PT Maju {i},{STAGES[i % 3]},Siti,{day},{1000000 * (1 + i % 7)}"
        for i, day in enumerate(DAYS)
    ]
    lines = [f"{9000 + i},{one}" for i, one in enumerate(lines)] if numbered else lines
    table = table_of(header, lines)
    assert table.kind is TableKind.DEALS
    assert fields_of(table) == TITLED | ({"deal_id"} if numbered else set())
    panel = build_panel([table], Grain.MONTH, keep_unfinished=True)
    assert panel.values["deals_won"].sum() == 20


def test_transactions_of_goods_stay_orders():
    lines = [f"T{i},{day},Kopi,{1 + i % 4},{20000 * (1 + i % 4)}" for i, day in enumerate(DAYS)]
    table = table_of("ID Transaksi,Tanggal Transaksi,Produk,Kuantitas,Total Harga", lines)
    assert table.kind is TableKind.ORDERS


def test_changes_of_stage_stay_a_history():
    lines = [f"PT Maju {i // 3},{STAGES[i % 3]},{day}" for i, day in enumerate(DAYS)]
    table = table_of("Nama Transaksi,Tahap Transaksi,Tanggal masuk tahap", lines)
    assert table.kind is not TableKind.DEALS
