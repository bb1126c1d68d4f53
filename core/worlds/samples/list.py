"""The six samples."""

from core.language import text
from core.worlds.companies import factory, hotel, housing, retail, sales_team, software
from core.worlds.samples.sample import Sample

SALES_TEAM = Sample(
    file="sales_team.xlsx",
    industry="general",
    title=text("A sales team: five years in one sheet"),
    language="en",
    heading=("PT Maju Bersama", "Monthly sales KPI 2021-2025, amounts in IDR million"),
    footer=("Data up to 12 December 2025", "Prepared by Sales Operations"),
    world=sales_team(),
    headers={
        "sessions": "Website visits",
        "new_leads": "New leads",
        "calls": "Sales calls",
        "meetings": "Meetings booked",
        "pipeline_value": "Pipeline value (IDR m)",
        "training_hours": "Training hours",
        "revenue": "Revenue (IDR m)",
        "marketing_spend": "Marketing spend (IDR m)",
        "win_rate": "Win rate",
    },
    blanks=(("2021-04", "training_hours"), ("2023-08", "training_hours"), ("2022-02", "calls")),
)
RETAIL = Sample(
    file="toko_ritel.xlsx",
    industry="retail",
    title=text("A shop: numbers kept as text"),
    language="id",
    heading=("TOKO SUMBER REJEKI", "Rekap bulanan 2021-2025 (Rp juta)"),
    footer=("Catatan: data s/d 12 Des 2025", "Sumber: kasir dan gudang"),
    world=retail(),
    headers={
        "footfall": "Pengunjung toko",
        "enquiries": "Permintaan pelanggan",
        "followers": "Pengikut Instagram",
        "stockouts": "Stok kosong",
        "revenue": "Omzet (Rp juta)",
        "inventory_turnover": "Perputaran persediaan",
        "marketing_spend": "Biaya promosi (Rp juta)",
    },
    blanks=(("2021-09", "stockouts"), ("2024-01", "footfall")),
)
HOUSING = Sample(
    file="properti.xlsx",
    industry="property",
    title=text("A property developer: months across the columns"),
    language="id",
    heading=("PT Graha Asri Properti", "Laporan pemasaran Juli 2021 - Desember 2025"),
    footer=("Nilai penjualan dalam juta rupiah",),
    world=housing(),
    headers={
        "sessions": "Kunjungan website",
        "enquiries": "Permintaan informasi",
        "viewings": "Kunjungan properti",
        "listings": "Listing aktif",
        "calls": "Telepon keluar",
        "revenue": "Penjualan (Rp juta)",
        "marketing_spend": "Biaya pemasaran (Rp juta)",
    },
    blanks=(("2022-06", "calls"), ("2023-02", "enquiries")),
)
SOFTWARE = Sample(
    file="saas.xlsx",
    industry="saas",
    title=text("A software subscription: one sheet a year"),
    language="en",
    heading=("Awan Software - growth metrics",),
    footer=("Money in IDR million",),
    world=software(),
    headers={
        "sessions": "Website sessions",
        "trial_signups": "Trial sign-ups",
        "demos": "Demos",
        "active_users": "Active users",
        "reviews": "New reviews",
        "new_mrr": "New MRR (IDR m)",
        "tickets": "Support tickets",
        "churn_rate": "Churn rate",
    },
    blanks=(("2022-03", "reviews"), ("2024-07", "demos")),
)
FACTORY = Sample(
    file="manufacturing.xlsx",
    industry="manufacturing",
    title=text("A factory: two header rows"),
    language="en",
    heading=("CV Logam Presisi", "Monthly review, amounts in IDR million"),
    footer=("Data up to 12 Dec 2025",),
    world=factory(),
    headers={
        "proposals": "Quotations sent",
        "order_book": "Order book (IDR m)",
        "production_lead_days": "Production lead time (days)",
        "defect_rate": "Defect rate",
        "training_hours": "Training hours",
        "stock": "Closing stock (IDR m)",
        "revenue": "Revenue (IDR m)",
    },
    blanks=(("2021-07", "training_hours"), ("2023-11", "defect_rate")),
)
HOTEL = Sample(
    file="hotel.xlsx",
    industry="hospitality",
    title=text("A hotel: months and rupiah written out"),
    language="id",
    heading=("HOTEL PURI LAUT", "Laporan bulanan 2021-2025"),
    footer=("Keterangan: pendapatan belum termasuk pajak",),
    world=hotel(),
    headers={
        "sessions": "Kunjungan web",
        "advance_bookings": "Pemesanan di muka",
        "followers": "Pengikut media sosial",
        "cancellation_rate": "Tingkat pembatalan",
        "reviews": "Ulasan baru",
        "complaints": "Keluhan tamu",
        "revenue": "Pendapatan kamar",
    },
    blanks=(("2022-10", "reviews"), ("2024-05", "cancellation_rate")),
)
SAMPLES = (SALES_TEAM, RETAIL, HOUSING, SOFTWARE, FACTORY, HOTEL)
