"""What a column name says: aliases in two languages, the longest wins, traps are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.metrics import CATALOGUE
from core.metrics.names import recognise, slug

WHOLE = {
    "Pendapatan": "revenue",
    "Pendapatan (Rp)": "revenue",
    "Pendapatan (Rp juta)": "revenue",
    "PENDAPATAN RP JUTA": "revenue",
    "Total Penjualan": "revenue",
    "Realisasi pendapatan": "revenue",
    "omset": "revenue",
    "Net Sales [IDR m]": "revenue",
    "Jumlah Leads": "new_leads",
    "# of leads": "new_leads",
    "Number of new leads": "new_leads",
    "new_leads": "new_leads",
    "NewLeads": "new_leads",
    "Lead baru": "new_leads",
    "Customer enquiries": "enquiries",
    "Customer inquiry": "enquiries",
    "Website visits": "sessions",
    "Lalu lintas situs web": "sessions",
    "Margin (%)": "margin",
    "% Margin": "margin",
    "Customer Satisfaction (CSAT)": "csat",
    "CSAT (Customer Satisfaction)": "csat",
    "Win rate %": "win_rate",
    "Aktivitas - Telepon": "calls",
    "Hasil / Pendapatan": "revenue",
    "RevPAR": "revpar",
    "Penjualan (unit)": "units_sold",
    "Margin (Rp juta)": "profit",
    # the traps of the source material
    "Waktu respons utama": "lead_response_time",
    "Waktu respons prospek": "lead_response_time",
    "Waktu tunggu produksi": "production_lead_days",
    "Lead time produksi (hari)": "production_lead_days",
    "Lead time": "production_lead_days",
    "Tingkat perputaran persediaan": "inventory_turnover",
    "Perputaran persediaan": "inventory_turnover",
    "Tingkat perputaran karyawan": "staff_turnover",
    "Pemesanan tingkat lanjut": "advance_bookings",
    "Pemesanan di muka": "advance_bookings",
    "Mendaftarlah untuk uji coba gratis": "trial_signups",
    "Free-trial sign-ups": "trial_signups",
    "Pertumbuhan pipeline": "pipeline_growth",
    "Jam pengembangan staf": "training_hours",
    "MRR": "mrr",
    "eNPS": "enps",
    "NPS": "nps",
}


@pytest.mark.parametrize(("name", "metric"), WHOLE.items())
def test_a_whole_name_is_recognised(name, metric):
    found = recognise(name)
    assert (found.metric, found.whole) == (metric, True)


@pytest.mark.parametrize(
    ("name", "metric"),
    {
        "Pendapatan Jakarta": "revenue",
        "Leads (organic)": "new_leads",
        "Revenue online shop": "revenue",
        "Factory Production lead time (days)": "production_lead_days",
        "Revenue churn enterprise": "revenue_churn_rate",
    }.items(),
)
def test_a_name_that_says_more_is_recognised_but_not_whole(name, metric):
    found = recognise(name)
    assert (found.metric, found.whole) == (metric, False)


@pytest.mark.parametrize(
    "name",
    [
        "Perputaran",
        "Tingkat perputaran",
        "Turnover",
        "Turnover rate (%)",
        "Rasio pendapatan",
        "Peluang",
    ],
)
def test_a_name_of_several_meanings_is_asked(name):
    found = recognise(name)
    assert found.metric is None
    assert found.open and set(found.open) <= set(CATALOGUE)


@pytest.mark.parametrize(
    "name",
    [
        "Cost per lead",
        "Biaya per prospek",
        "Revenue per customer",
        "Pendapatan per pelanggan",
        "Order batal hari ini",
        "Leadership score",
        "Misleading",
        "Leads lost",
        "Rata-rata pendapatan",
        "Foo",
        "",
        "Indikator kinerja utama",
    ],
)
def test_a_word_beside_it_can_make_another_thing_of_it(name):
    assert recognise(name).metric is None


def test_the_longest_alias_wins():
    assert recognise("Revenue churn").metric == "revenue_churn_rate"
    assert recognise("Customer churn").metric == "churn_rate"
    assert recognise("New MRR").metric == "new_mrr"
    assert recognise("Pelanggan baru").metric == "new_customers"


@pytest.mark.parametrize("metric", CATALOGUE.values(), ids=lambda metric: metric.id)
def test_every_alias_finds_its_metric_however_it_is_written(metric):
    for alias in metric.aliases:
        for written in (alias, alias.upper(), alias.title(), f" {alias} ", alias.replace(" ", "_")):
            assert recognise(written).metric == metric.id, written
            assert recognise(written).whole


@given(st.text(max_size=40))
def test_any_name_has_an_answer_and_an_id(name):
    found = recognise(name)
    assert found.metric is None or found.metric in CATALOGUE
    assert slug(name).isascii() and slug(name)


def test_an_id_made_from_a_name_is_plain():
    assert slug("Kunjungan (café) – 2025!") == "kunjungan_cafe_2025"
