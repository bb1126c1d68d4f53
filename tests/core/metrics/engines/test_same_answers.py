"""One definition, every engine: the same panel to 1e-9, by month and by group."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from core.metrics import CATALOGUE, Panel, build_panel, choose_tables
from core.metrics.measures import flows
from core.periods import Grain
from core.tables import read
from tests.core.metrics.engines.companies import companies

DIVIDED = {"crm": "region", "seller": "region", "academy": "team", "reps": "owner", "inn": "room"}
PER_VISITOR = {"users"}  # no panel longer than a day has it
_PANELS: dict[tuple[str, str], Panel] = {}


def panel_of(source, company: str) -> Panel:
    key = (source.url, company)
    if key not in _PANELS:
        tables = [source.connected(name) for name in companies()[company]]
        by = [DIVIDED[company]] if company in DIVIDED else []
        _PANELS[key] = build_panel(tables, Grain.MONTH, by=by)
    return _PANELS[key]


def assert_same(one: Panel, other: Panel) -> None:
    assert_frame_equal(one.values, other.values, rtol=1e-9, atol=1e-9)
    assert_frame_equal(one.counts, other.counts)


@pytest.mark.parametrize("company", companies())
def test_every_engine_gives_the_same_panel(company, source, on_duckdb):
    usual, panel = panel_of(on_duckdb, company), panel_of(source, company)
    assert_same(usual, panel)
    assert {id: str(why) for id, why in usual.refused.items()} == {
        id: str(why) for id, why in panel.refused.items()
    }
    assert list(usual.segments) == list(panel.segments)
    for name, own in usual.segments.items():
        assert_same(own, panel.segments[name])


@pytest.mark.parametrize(("grain", "starts"), [(Grain.QUARTER, 2), (Grain.YEAR, 4)])
def test_financial_periods_are_the_same_on_every_engine_and_in_plain_pandas(
    grain, starts, source, on_duckdb, every
):
    usual, panel = (
        build_panel([one.connected("seller_orders")], grain, fiscal_start=starts,
                    keep_unfinished=True, by=["region"])
        for one in (on_duckdb, source)
    )  # fmt: skip
    assert_same(usual, panel)
    orders = every["seller_orders"].to_pandas()
    freq = {Grain.QUARTER: "Q-JAN", Grain.YEAR: "Y-MAR"}[grain]
    whole = orders.groupby(pd.PeriodIndex(orders["order_date"], freq=freq)).size()
    known = panel.values["orders"].dropna()
    assert len(known) > 1
    assert known.to_dict() == whole[known.index].to_dict()
    parts = pd.concat([own.values["orders"] for own in panel.segments.values()], axis=1)
    assert parts.loc[known.index].sum(axis=1).to_dict() == known.to_dict()


@pytest.mark.parametrize("company", companies())
def test_a_connected_table_gives_the_panel_of_its_upload(company, on_duckdb, folder):
    uploaded = []
    for name in companies()[company]:
        path = folder / f"{name}.parquet"
        uploaded += choose_tables(read(path.read_bytes(), path.name).tables)
    usual, panel = build_panel(uploaded, Grain.MONTH), panel_of(on_duckdb, company)
    known = [one for one in panel.values if one in usual.values]
    assert len(known) == len(panel.values.columns)
    index = panel.values.index.intersection(usual.values.index)
    assert len(index) > 10
    assert_frame_equal(usual.values.loc[index, known], panel.values.loc[index], rtol=1e-9)
    assert_frame_equal(usual.counts.loc[index, known], panel.counts.loc[index])


def test_the_companies_bring_out_every_metric_of_records(on_duckdb):
    panels = [panel_of(on_duckdb, company) for company in companies()]
    found = {
        one.metric
        for panel in panels
        for one in panel.indicators
        if panel.values[one.id].notna().any()
    }
    wanted = {
        metric.id
        for metric in CATALOGUE.values()
        if any(flows(measure) for measure in metric.measures)
    }
    assert wanted - found <= PER_VISITOR


def test_groups_are_trimmed_alike_and_blanks_are_no_group_of_their_own(source):
    panel = panel_of(source, "seller")
    assert list(panel.segments) == ["", "East", "North", "South"]


def test_a_median_is_exact(source, every):
    calls = every["works_orders"].to_pandas()
    took = (calls["finished_at"] - calls["ordered_at"]).dt.total_seconds() / 86400
    by_month = took.groupby(pd.PeriodIndex(calls["finished_at"], freq="M")).median()
    told = panel_of(source, "works").values["production_lead_days"].dropna()
    assert told.iloc[3] == pytest.approx(by_month[told.index[3]], rel=1e-12)
