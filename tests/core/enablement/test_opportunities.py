"""Leads that became an opportunity: so far, and by a day, the young ones counted as young."""

import pytest

from core.periods import Grain
from tests.core.enablement.asking import figure, figures, left_out, notes, why
from tests.core.metrics.records.tables import panel, records

DAYS = ["2024-12-01", "2025-01-01", "2025-01-01", "2025-01-02", "2025-01-03", "2025-03-30"]
BECAME = [None, "2025-01-21", None, "2025-03-05", None, None]
STATUS = ["new", "converted", "new", "converted", "spam", "new"]
LEADS = {"lead_id": range(6), "created_at": DAYS, "converted_at": BECAME, "status": STATUS}


def leads(**more):
    return records("leads", LEADS | more)


def test_genuine_leads_with_an_opportunity_of_all_genuine_leads():
    row = figure("lead_conversion", leads())
    assert (row.numerator, row.denominator) == (2, 5)
    assert left_out(row) == {"spam, duplicates and one’s own": 1}


def test_by_a_day_young_leads_are_no_failures():
    found = figures("lead_conversion", leads())
    assert found["", "30d", ""].value == pytest.approx(1 / 4)  # the one of 30 March is too young
    assert "1 is younger than 30 days" in notes(found["", "30d", ""])
    assert found["", "90d", ""].value == pytest.approx(1 / 4 + 3 / 4 * 1 / 3)


def test_an_earlier_day_does_not_know_of_later_opportunities():
    row = figure("lead_conversion", leads(), as_of="2025-02-28")
    assert (row.numerator, row.denominator) == (1, 4)


def test_the_panel_says_the_same_of_a_year():
    told = {key: cells for key, cells in LEADS.items() if key != "converted_at"}
    year = [at for at, day in enumerate(DAYS) if day.startswith("2025")]
    own = records("leads", {key: [cells[at] for at in year] for key, cells in told.items()})
    by_panel = panel(records("leads", told), grain=Grain.YEAR).values["lead_conversion"]
    assert by_panel.iloc[-1] == figure("lead_conversion", own).value == 0.5


def test_leads_that_nothing_says_became_deals_give_no_rate():
    row = figure("lead_conversion", leads(converted_at=[None] * 6, status=["new"] * 6))
    assert "no lead in this file is marked" in why(row)
