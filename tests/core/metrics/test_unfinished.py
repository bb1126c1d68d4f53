"""The last period is left out when it was not over, and that is said with how to keep it."""

from datetime import date

import pytest

from core.metrics import build_panel
from core.periods import Grain

FULL = [100, 104, 98, 102, 97, 103, 101, 99, 105, 96, 102, 100]


def said(panel):
    return " ".join(one.to("en") for one in panel.notices)


def scaled(last, by=1):
    return [by * value for value in FULL[:-1]] + [last]


def test_a_day_before_the_end_of_the_period_leaves_it_out(table, months_from):
    sheet = table(months_from("2025-01", 12), {"Omzet": FULL})
    panel = build_panel([sheet], as_of=date(2025, 12, 30))
    assert str(panel.unfinished) == "2025-12"
    assert len(panel.values) == 11
    assert "the data go up to 30 Dec 2025" in said(panel)
    assert "datanya hanya sampai 30 Des 2025" in panel.notices[-1].to("id")


def test_the_last_day_of_the_period_finishes_it(table, months_from):
    sheet = table(months_from("2025-01", 12), {"Omzet": FULL})
    panel = build_panel([sheet], as_of=date(2025, 12, 31))
    assert panel.unfinished is None and len(panel.values) == 12


def test_a_day_stated_in_the_file_counts_and_the_argument_goes_before_it(table, months_from):
    sheet = table(months_from("2025-01", 12), {"Omzet": FULL}, as_of=date(2025, 11, 12))
    assert str(build_panel([sheet]).unfinished) == "2025-11"
    assert build_panel([sheet], as_of=date(2025, 12, 31)).unfinished is None


def test_daily_records_that_stop_early_leave_their_month_out(table, days_from):
    every = days_from("2025-01-01", "2025-04-12")
    sheet = table(every, {"Leads": [1] * len(every)}, grain=Grain.DAY)
    panel = build_panel([sheet], Grain.MONTH)
    assert str(panel.unfinished) == "2025-04"
    assert panel.values["new_leads"].tolist() == [31, 28, 31]
    kept = build_panel([sheet], Grain.MONTH, keep_unfinished=True)
    assert kept.values["new_leads"].tolist() == [31, 28, 31, 12]


def test_a_month_that_ends_on_a_weekend_is_over_on_its_friday(table, days_from):
    workdays = days_from("2025-01-01", "2025-05-30", "B")  # 31 May 2025 is a Saturday
    sheet = table(workdays, {"Leads": [1] * len(workdays)}, grain=Grain.DAY)
    assert build_panel([sheet], Grain.MONTH).unfinished is None


def test_a_last_row_that_is_mostly_blank_is_unfinished(table, months_from):
    blank = [*FULL[:-1], None]
    sheet = table(
        months_from("2025-01", 12), {"Omzet": blank, "Leads": blank, "Calls": blank, "CSAT": FULL}
    )
    panel = build_panel([sheet])
    assert str(panel.unfinished) == "2025-12"
    assert "most columns are still empty" in said(panel)


def test_amounts_nearly_all_far_below_are_suspected_and_said(table, months_from):
    sheet = table(
        months_from("2025-01", 12),
        {"Omzet": scaled(39), "Leads": scaled(80, 2), "Margin": FULL},
    )
    panel = build_panel([sheet])
    assert str(panel.unfinished) == "2025-12"
    assert "2 of 2 amounts are far below" in said(panel)
    assert "--keep-unfinished" in said(panel)
    kept = build_panel([sheet], keep_unfinished=True)
    assert kept.unfinished is None and len(kept.values) == 12


@pytest.mark.parametrize(
    "measures",
    [
        {"Omzet": scaled(39), "Leads": FULL},  # one fell, the other did not
        {"Omzet": scaled(39)},  # one column alone says too little
        {"Omzet": scaled(70), "Leads": scaled(70)},  # low, but not far below the lowest (96)
    ],
    ids=["one of two", "one alone", "not far"],
)
def test_a_real_fall_is_kept(table, months_from, measures):
    panel = build_panel([table(months_from("2025-01", 12), measures)])
    assert panel.unfinished is None and len(panel.values) == 12


def test_months_filled_with_zeros_ahead_are_not_measured_zeros(table, months_from):
    ahead = [*FULL[:9], 0, 0, 0]
    panel = build_panel([table(months_from("2025-01", 12), {"Omzet": ahead, "Leads": ahead})])
    assert str(panel.unfinished) == "2025-10"
    assert len(panel.values) == 9
    assert "every value is zero" in said(panel)


def test_a_zero_in_one_column_stays_a_zero(table, months_from):
    panel = build_panel(
        [table(months_from("2025-01", 12), {"Omzet": [*FULL[:11], 0], "Leads": FULL})]
    )
    assert panel.values["revenue"].iloc[-1] == 0


def test_a_half_month_also_spoils_its_quarter(table, months_from):
    low = scaled(30)
    sheet = table(months_from("2025-01", 12), {"Omzet": low, "Leads": low})
    panel = build_panel([sheet], Grain.QUARTER)
    assert str(panel.unfinished) == "2025Q4"
    assert panel.values["revenue"].tolist() == [302, 302, 305]
    assert "Dec 2025 is left out" in said(panel)


def test_a_plan_filled_ahead_does_not_make_later_months(table, months_from):
    sheet = table(
        months_from("2025-01", 12), {"Omzet": [*FULL[:8], *[None] * 4], "Target omzet": FULL}
    )
    panel = build_panel([sheet])
    assert len(panel.values) == 8 and panel.unfinished is None


def test_a_stale_note_does_not_cut_away_years(table, months_from):
    sheet = table(months_from("2025-01", 12), {"Omzet": FULL}, as_of=date(2025, 2, 1))
    panel = build_panel([sheet])
    assert panel.unfinished is None and len(panel.values) == 12
    assert "hold much later data" in said(panel)


def test_zeros_at_the_end_are_measured_where_zeros_are_usual(table, months_from):
    few = [2, 0, 1, 3, 0, 2, 1, 0, 4, 1, 2, 0]
    panel = build_panel([table(months_from("2025-01", 12), {"Closing": few, "Demo": few})])
    assert panel.unfinished is None
    assert panel.values["deals_won"].tolist() == few
