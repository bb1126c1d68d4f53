"""Where an indicator stands, how that is said, and how it is counted."""

import pytest

from core.metrics import Own, build_panel, change_said, formula, standing, value_said
from core.tables import read
from tests.core.metrics.conftest import months, table_of

DEALS = (
    "Deal ID,Status,Amount,Created Date,Closed Date,Branch\n"
    "1,Won,100,2025-01-02,2025-01-20,A\n2,Lost,50,2025-01-03,2025-02-20,B\n"
    "3,Won,70,2025-02-04,2025-02-25,A\n4,Won,30,2025-03-05,2025-03-25,B\n"
)


@pytest.fixture(scope="module")
def panel():
    values = [float(n) for n in range(1, 27)]
    late = [*values[:24], None, None]
    return build_panel([table_of(months("2023-01", 26), {"Omzet": values, "Survei": late})])


def test_the_last_value_stands_beside_the_period_and_the_year_before(panel):
    now = standing(panel, "revenue")
    assert (now.last.value, now.before.value, now.year_ago.value) == (26, 25, 14)
    assert str(now.last.period) == "2025-02" and str(now.year_ago.period) == "2024-02"
    assert (now.known, now.behind) == (26, 0)


def test_what_comes_late_says_by_how_much(panel):
    late = next(one.id for one in panel.indicators if one.id != "revenue")
    assert standing(panel, late).behind == 2


def test_nothing_known_stands_nowhere(panel):
    empty = panel.values.assign(revenue=float("nan"))
    assert standing(type(panel)(**{**vars(panel), "values": empty}), "revenue") is None


@pytest.mark.parametrize(
    ("now", "then", "unit", "en", "id"),
    [
        (120.0, 100.0, "money", "+20.0%", "+20,0%"),
        (80.0, 100.0, "count", "−20.0%", "−20,0%"),
        (0.4, 0.35, "rate", "+5.0 percentage points", "+5,0 poin persen"),
        (5.0, 0.0, "count", "was 0", "tadinya 0"),
        (-5.0, 5.0, "money", "was 5", "tadinya 5"),
    ],
)
def test_a_change_is_said_as_a_share_and_of_rates_in_points(now, then, unit, en, id):
    said = change_said(now, then, unit)
    assert (said.to("en"), said.to("id")) == (en, id)


@pytest.mark.parametrize(
    ("value", "unit", "en", "id"),
    [
        (0.392, "rate", "39.2%", "39,2%"),
        (66.5, "days", "66.5 days", "66,5 hari"),
        (7_269_100_000.0, "money", "7,269,100,000", "7.269.100.000"),
        (0.25, "ratio", "0.25", "0,25"),
    ],
)
def test_a_value_is_said_in_its_unit(value, unit, en, id):
    said = value_said(value, unit)
    assert (said.to("en"), said.to("id")) == (en, id)


def test_how_it_is_counted_names_table_date_and_columns():
    tables = read(DEALS.encode(), "deals.csv").tables
    own = Own("Big", "count", kind="deals", at="Closed Date")
    panel = build_panel(tables, own=[own])
    said = formula(panel.indicator("deals_won"), tables).to("en")
    assert said == "Deals, by close date; from: status"
    assert "Big = count() in deals" in formula(panel.indicator("big"), tables, [own]).to("en")


def test_a_column_of_a_sheet_says_where_it_was_read(panel):
    assert "kpi.xlsx" in formula(panel.indicator("revenue"), []).to("en")
