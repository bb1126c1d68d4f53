"""Laws: the order of rows, and how a table is cut into sheets, do not matter; zero is not blank."""

from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.metrics import build_panel
from core.periods import Grain

CELLS = st.one_of(st.none(), st.integers(0, 50), st.floats(0.01, 1e6))
COLUMNS = st.lists(st.lists(CELLS, min_size=30, max_size=30), min_size=1, max_size=3)
NAMES = ("Omzet", "Leads", "Win rate")
QUICK = settings(max_examples=40, deadline=None)


def sheet_of(table, months_from, columns):
    measures = dict(zip(NAMES, columns, strict=False))
    measures["Pipeline"] = range(1, 31)
    return table(months_from("2023-01", 30), measures)


@QUICK
@given(columns=COLUMNS, seed=st.integers(0, 99), grain=st.sampled_from([None, Grain.QUARTER]))
def test_the_order_of_the_rows_does_not_matter(table, months_from, columns, seed, grain):
    sheet = sheet_of(table, months_from, columns)
    mixed = replace(sheet, frame=sheet.frame.sample(frac=1, random_state=seed))
    there, back = build_panel([sheet], grain), build_panel([mixed], grain)
    pd.testing.assert_frame_equal(there.values, back.values, check_exact=True)
    assert there.key == back.key


@QUICK
@given(columns=COLUMNS, grain=st.sampled_from([None, Grain.QUARTER]))
def test_yearly_sheets_give_the_panel_of_the_whole_table(table, months_from, columns, grain):
    sheet = sheet_of(table, months_from, columns)
    years = sheet.frame["Bulan"].dt.year
    parts = [
        replace(sheet, sheet=str(year), frame=sheet.frame[years == year]) for year in years.unique()
    ]
    whole, cut = build_panel([sheet], grain), build_panel(parts, grain)
    pd.testing.assert_frame_equal(whole.values, cut.values[whole.values.columns], check_exact=True)


@QUICK
@given(columns=COLUMNS)
def test_zero_is_measured_and_blank_is_unknown(table, months_from, columns):
    sheet = sheet_of(table, months_from, columns)
    panel = build_panel([sheet], keep_unfinished=True)
    for name, one in zip(sheet.frame.columns[1:], panel.indicators, strict=False):
        if str(one.name) != name:
            continue
        written = sheet.frame[name].to_numpy()
        np.testing.assert_array_equal(panel.values[one.id].to_numpy(), written)
        assert (panel.counts[one.id].to_numpy() == (~np.isnan(written))).all()


@QUICK
@given(columns=COLUMNS, seed=st.integers(0, 99))
def test_groups_add_up_in_any_order(table, months_from, columns, seed):
    dates = [day for day in months_from("2023-01", 15) for _ in "AB"]
    sheet = table(
        dates, {"Omzet": columns[0], "Leads": range(30)}, groups={"Cabang": ["A", "B"] * 15}
    )
    mixed = replace(sheet, frame=sheet.frame.sample(frac=1, random_state=seed))
    pd.testing.assert_frame_equal(
        build_panel([sheet]).values, build_panel([mixed]).values, check_exact=True
    )
