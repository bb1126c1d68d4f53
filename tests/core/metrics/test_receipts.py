"""Every value of a panel leads back to cells that hold it, in the file as it lies."""

import csv
import io

import pytest

from core.metrics import build_panel, receipts
from core.periods import Grain
from core.tables import read

WIDE = (
    "Bulan,Cabang,Leads,Omzet\n2025-01,Bandung,10,100\n2025-01,Medan,7,50\n"
    "2025-02,Bandung,11,\n2025-02,Medan,8,60\n2025-03,Bandung,12,130\n2025-03,Medan,9,70\n"
)
MONTHS = "Jan 2025,Feb 2025,Mar 2025,Apr 2025,Mei 2025,Jun 2025"
ACROSS = f"Indikator,{MONTHS}\nLeads,10,11,12,9,8,7\nOmzet,100,120,130,90,80,70\n"


def cell(content: str, address: str) -> str:
    column, row = ord(address[0]) - ord("A"), int(address[1:]) - 1
    return list(csv.reader(io.StringIO(content)))[row][column]


@pytest.mark.parametrize("content", [WIDE, ACROSS], ids=["wide", "across"])
def test_the_cells_named_hold_the_values_named(content):
    tables = read(content.encode(), "rekap.csv").tables
    panel = build_panel(tables)
    for id in panel.values:
        for period, value in panel.values[id].dropna().items():
            found = receipts(tables, panel, (id, period))
            assert found
            assert all(one.place.source == "rekap.csv" for one in found)
            assert [float(cell(content, one.place.cell)) for one in found] == [
                one.value for one in found
            ]
            assert sum(one.value for one in found) == value


def test_a_quarter_leads_back_to_the_cells_of_its_months():
    tables = read(ACROSS.encode(), "rekap.csv").tables
    panel = build_panel(tables, Grain.QUARTER, keep_unfinished=True)
    found = receipts(tables, panel, ("revenue", panel.values.index[0]))
    assert [one.place.cell for one in found] == ["B3", "C3", "D3"]


def test_repeated_values_of_two_files_lead_back_to_both():
    tables = [
        *read(ACROSS.encode(), "a.csv").tables,
        *read(ACROSS.encode(), "b.csv").tables,
    ]
    panel = build_panel(tables)
    found = receipts(tables, panel, (panel.values.columns[0], panel.values.index[0]))
    assert [one.place.source for one in found] == ["a.csv", "b.csv"]


def test_an_unknown_indicator_is_a_key_error():
    tables = read(ACROSS.encode(), "a.csv").tables
    panel = build_panel(tables)
    with pytest.raises(KeyError):
        receipts(tables, panel, ("nothing", panel.values.index[0]))


DEALS = """ID Deal,Nama Deal,Status,Nilai,Tanggal Dibuat,Tanggal Tutup
D1,A,Menang,100,2025-01-05,2025-01-31
D2,B,Kalah,50,2025-01-06,2025-02-27
D3,C,Menang,70,2025-01-07,2025-02-28
D4,D,Menang,,2025-02-08,2025-02-28
D5,E,Berjalan,90,2025-02-09,
"""


def behind(id, month):
    tables = read(DEALS.encode(), "deals.csv").tables
    panel = build_panel(tables, Grain.MONTH)
    period = next(one for one in panel.values.index if str(one) == month)
    return [(r.place.cell, r.value) for r in receipts(tables, panel, (id, period))]


def test_a_metric_of_records_leads_back_to_the_records_it_counts():
    assert behind("deals_won", "2025-02") == [("F4", "2025-02-28"), ("F5", "2025-02-28")]
    assert behind("average_deal", "2025-02") == [("D4", 70.0)]


def test_a_level_leads_back_to_what_stood_at_the_end_of_the_period():
    assert behind("pipeline_count", "2025-01") == [("E3", "2025-01-06"), ("E4", "2025-01-07")]


def test_what_is_worked_out_from_a_column_leads_back_to_its_cells():
    assert behind("pipeline_growth", "2025-02") == behind("pipeline_value", "2025-02")
