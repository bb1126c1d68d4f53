"""Metrics a person defines: read, worked out like any other, refused with a reason."""

import pandas as pd
import pytest

from core.errors import Refusal
from core.metrics import Condition, Own, build_panel, parsed, receipts, tried
from core.periods import Grain
from core.tables import read

DEALS = """ID Deal,Nama Deal,Status,Nilai,Tanggal Dibuat,Tanggal Tutup,Produk
D1,A,Menang,1000,2025-01-05,2025-01-31,Atap
D2,B,Kalah,50,2025-01-06,2025-02-27,Pintu
D3,C,Menang,70,2025-01-07,2025-02-28,Pintu
D4,D,Menang,2000,2025-02-08,2025-03-31,Atap
D5,E,Berjalan,,2025-03-09,,Pintu
"""


def panel_of(*written):
    tables = read(DEALS.encode(), "deals.csv").tables
    return build_panel(tables, Grain.MONTH, own=[parsed(one) for one in written])


def months(panel, id):
    return [None if v != v else v for v in panel.values[id]]


BY_HAND = [
    ("X = count() in deals by created_at", [3, 1, 1]),
    ("X = count() in deals by Tanggal Dibuat where Produk = pintu", [2, 0, 1]),
    ("X = sum(Nilai) in deals by closed_at where status = won", [1000, 70, 2000]),
    ("X = sum(amount) in deals by closed_at where Nilai >= 100", [1000, 0, 2000]),
    ("X = mean(amount) in deals by closed_at", [1000, 60, 2000]),
    ("X = median(amount) in deals by created_at where amount < 100", [60, None, None]),
    ("X = distinct(Produk) in deals by created_at", [2, 1, 1]),
    ("X = count() in deals by created_at where Tanggal Tutup < 2025-02-28", [2, 0, 0]),
    ("X = count() in deals by created_at where Produk != Atap and amount > 60", [1, 0, 0]),
]


@pytest.mark.parametrize(("written", "values"), BY_HAND)
def test_each_way_of_adding_up_can_be_counted_by_hand(written, values):
    assert months(panel_of(written), "x") == values


def test_one_indicator_over_another_is_a_ratio_and_contains_both():
    panel = panel_of("Share = ratio(deals_won, new_opportunities)")
    assert months(panel, "share") == [pytest.approx(1 / 3), 1, 1]
    assert panel.indicator("share").contains[:2] == ("deals_won", "new_opportunities")


RATIO = "X = ratio(deals_won, new_opportunities)"


@pytest.mark.parametrize("written", [*(one for one, _ in BY_HAND), RATIO])
def test_tried_alone_it_has_the_values_it_gets_on_the_panel(written):
    tables = read(DEALS.encode(), "deals.csv").tables
    alone = tried(parsed(written), build_panel(tables, Grain.MONTH), tables)
    whole = panel_of(written)
    assert list(alone.values) == ["x"]
    pd.testing.assert_series_equal(alone.values["x"], whole.values["x"])
    pd.testing.assert_series_equal(alone.counts["x"], whole.counts["x"])
    assert alone.indicator("x").unit == whole.indicator("x").unit


def test_tried_alone_it_says_why_it_cannot_be_worked_out():
    tables = read(DEALS.encode(), "deals.csv").tables
    found = tried(
        parsed("X = sum(Laba) in deals by closed_at"), build_panel(tables, Grain.MONTH), tables
    )
    assert found.values.empty
    assert "Laba" in found.refused["x"].to("en")


def test_a_column_that_is_not_there_is_named():
    panel = panel_of("X = sum(Laba) in deals by closed_at")
    assert "x" not in panel.values.columns
    assert "Laba" in panel.refused["x"].to("en")


@pytest.mark.parametrize(
    "written",
    ["", "x", "X = sum(amount)", "X = sum() in deals by closed_at", "X = ratio(a)",
     "X = power(a) in deals by b", "X = sum(a) in nothing by b", "X = ratio(a, b) in deals by",
     "X = count() in deals by created_at where amount"],
)  # fmt: skip
def test_what_defines_nothing_is_refused_with_the_form(written):
    with pytest.raises(Refusal) as stop:
        parsed(written)
    assert "by closed_at" in stop.value.remedy.to("id")


def test_a_value_that_cannot_be_compared_is_refused():
    with pytest.raises(Refusal) as stop:
        panel_of("X = count() in deals by created_at where Nilai > banyak")
    assert "banyak" in str(stop.value)


def test_a_definition_is_written_as_it_is_read():
    own = Own("Big", "sum", "amount", "", "deals", "closed_at", (Condition("amount", ">", "5"),))
    assert parsed(own.written) == own


def test_it_leads_back_to_its_cells():
    tables = read(DEALS.encode(), "deals.csv").tables
    own = [parsed("X = sum(amount) in deals by closed_at where status = won")]
    panel = build_panel(tables, Grain.MONTH, own=own)
    found = receipts(tables, panel, ("x", panel.values.index[0]), own=own)
    assert [(one.place.cell, one.value) for one in found] == [("D2", 1000.0)]
