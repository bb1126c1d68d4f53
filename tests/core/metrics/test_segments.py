"""The panel of each group: records divided by the engine, sheets by their words."""

import pandas as pd
import pytest

from core.errors import Refusal
from core.metrics import build_panel, describe
from core.periods import Grain
from core.tables import read

DEALS = """ID Deal,Nama Deal,Status,Nilai,Tanggal Dibuat,Tanggal Tutup,Tim
D1,A,Menang,100,2025-01-05,2025-01-31,Barat
D2,B,Kalah,50,2025-01-06,2025-02-27,Barat
D3,C,Menang,70,2025-01-07,2025-02-28,Timur
D4,D,Menang,30,2025-02-08,2025-03-31,
D5,E,Berjalan,90,2025-03-09,,Timur
"""


@pytest.fixture(scope="module")
def panel():
    return build_panel(read(DEALS.encode(), "deals.csv").tables, Grain.MONTH, by=["Tim"])


def column(panel, id):
    return {str(k): None if v != v else v for k, v in panel.values[id].items()}


def test_each_group_has_its_own_panel_under_the_words_of_the_file(panel):
    assert list(panel.segments) == ["", "Barat", "Timur"]
    assert column(panel.segments["Barat"], "deals_won") == {
        "2025-01": 1, "2025-02": 0, "2025-03": 0,
    }  # fmt: skip


def test_counts_of_the_groups_add_up_to_the_whole(panel):
    for id in ("deals_won", "pipeline_count", "new_opportunities"):
        parts = pd.concat([one.values[id] for one in panel.segments.values()], axis=1)
        pd.testing.assert_series_equal(parts.sum(axis=1), panel.values[id], check_names=False)


def test_a_group_is_unknown_before_its_first_record(panel):
    assert column(panel.segments[""], "new_opportunities")["2025-01"] is None


def test_the_field_divides_like_the_name_in_the_file(panel):
    by_field = build_panel(read(DEALS.encode(), "deals.csv").tables, Grain.MONTH, by=["team"])
    assert describe(by_field) == describe(panel)


def test_several_columns_make_one_label():
    told = read(DEALS.encode(), "deals.csv").tables
    panel = build_panel(told, Grain.MONTH, by=["Tim", "Status"])
    assert "Barat · won" in panel.segments


def test_a_sheet_of_figures_is_divided_by_its_column(table):
    rows = ["2025-01-01", "2025-01-01", "2025-02-01", "2025-02-01"]
    sheet = table(rows, {"Leads": [3, 4, 5, 6]}, groups={"Cabang": ["A", "B", "A", "B"]})
    panel = build_panel([sheet], by=["cabang"])
    assert panel.values["new_leads"].tolist() == [7, 11]
    assert panel.segments["B"].values["new_leads"].tolist() == [4, 6]


def test_an_unknown_column_is_refused_with_those_there_are():
    with pytest.raises(Refusal) as stop:
        build_panel(read(DEALS.encode(), "deals.csv").tables, by=["Wilayah"])
    assert "Wilayah" in str(stop.value) and "Tim" in stop.value.remedy.to("en")
