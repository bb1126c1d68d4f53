"""Deals: won and lost by close date, what stands open, what cannot be counted."""

import pandas as pd
import pytest

from core.metrics import Role
from core.periods import Grain
from tests.core.metrics.records.tables import deals, heard, panel, records, said, values

SMALL = [  # id, status, created, closed, amount
    (1, "Won", "2025-01-05", "2025-01-25", 100.0),
    (2, "Lost", "2025-01-06", "2025-02-05", 50.0),
    (3, "Won", "2025-01-10", "2025-02-09", 300.0),
    (4, "Open", "2025-02-01", "2025-03-31", 70.0),  # the close date of an open deal is a forecast
    (5, "Lost", "2025-02-10", "2025-03-02", 40.0),
    (6, "Won", "2025-02-12", "2025-03-14", 60.0),
    (7, "Open", "2025-03-01", None, 90.0),
]


@pytest.fixture(scope="module")
def small():
    return panel(deals(SMALL))


def test_won_lost_and_new_deals_are_counted_in_their_months(small):
    assert values(small, "deals_won") == {"2025-01": 1, "2025-02": 1, "2025-03": 1}
    assert values(small, "deals_lost") == {"2025-01": 0, "2025-02": 1, "2025-03": 1}
    assert values(small, "new_opportunities") == {"2025-01": 3, "2025-02": 3, "2025-03": 1}


def test_the_win_rate_counts_won_among_won_and_lost_by_close_date(small):
    assert values(small, "win_rate") == {"2025-01": 1.0, "2025-02": 0.5, "2025-03": 0.5}
    by_value = {"2025-01": 1.0, "2025-02": 300 / 350, "2025-03": 0.6}
    assert values(small, "win_rate_value") == pytest.approx(by_value)


def test_revenue_average_and_cycle_are_those_of_won_deals(small):
    assert values(small, "revenue") == {"2025-01": 100, "2025-02": 300, "2025-03": 60}
    assert values(small, "average_deal") == {"2025-01": 100, "2025-02": 300, "2025-03": 60}
    assert values(small, "cycle_days") == {"2025-01": 20, "2025-02": 30, "2025-03": 30}


def test_the_pipeline_holds_deals_created_and_not_yet_closed_whatever_their_forecast(small):
    assert values(small, "pipeline_count") == {"2025-01": 2, "2025-02": 3, "2025-03": 2}
    assert values(small, "pipeline_value") == {"2025-01": 350, "2025-02": 170, "2025-03": 160}
    growth = {"2025-02": 170 / 350 - 1, "2025-03": 160 / 170 - 1}
    assert values(small, "pipeline_growth") == pytest.approx(growth)


def test_quarters_are_the_sums_of_their_months(small):
    quarter = panel(
        deals([*SMALL, (8, "Won", "2025-04-01", "2025-06-30", 1.0)]), grain=Grain.QUARTER
    )
    assert values(quarter, "deals_won") == {"2025Q1": 3, "2025Q2": 1}
    assert values(quarter, "win_rate") == pytest.approx({"2025Q1": 0.6, "2025Q2": 1.0})


def test_weeks_are_counted_too():
    weeks = panel(deals(SMALL), grain=Grain.WEEK)
    assert weeks.values["deals_won"].sum() == 3
    assert weeks.values["new_opportunities"].sum() == 7


def test_without_lost_deals_win_rates_are_refused_with_the_reason():
    found = panel(deals([one for one in SMALL if one[1] != "Lost"]))
    for id in ("win_rate", "win_rate_value", "cohort_win_rate", "deals_lost"):
        assert id not in found.values
        assert "no lost deals" in found.refused[id].to("en")


def test_win_rate_by_value_is_refused_when_lost_deals_carry_no_value():
    rows = [(*one[:4], 0.0 if one[1] == "Lost" else one[4]) for one in SMALL]
    found = panel(deals(rows))
    assert "win_rate" in found.values and "win_rate_value" not in found.values
    assert "value of 0" in found.refused["win_rate_value"].to("en")


def test_win_rate_is_refused_when_lost_deals_have_no_close_date():
    found = panel(deals([*SMALL, (8, "Lost", "2025-01-05", None, 5.0)]))
    assert "no close date" in found.refused["win_rate"].to("en")


def test_closed_deals_without_a_close_date_are_left_out_of_the_pipeline_and_said():
    found = panel(deals([*SMALL, (8, "Won", "2025-01-05", None, 5.0)]))
    assert values(found, "pipeline_count")["2025-03"] == 2
    assert heard(found, "1 won deal has no close date and is left out.")


def test_a_deal_closed_before_it_was_created_is_left_out_of_the_cycle_and_said():
    found = panel(deals([*SMALL, (8, "Won", "2025-03-20", "2025-03-10", 5.0)]))
    assert values(found, "cycle_days")["2025-03"] == 30
    assert values(found, "deals_won")["2025-03"] == 2
    assert values(found, "pipeline_count") == {"2025-01": 2, "2025-02": 3, "2025-03": 2}
    assert heard(found, "1 deal closed before it was created")


def test_a_deal_closed_on_the_day_it_was_created_took_no_days():
    rows = [*SMALL, (8, "Won", "2025-03-10 09:30", "2025-03-10", 5.0)]
    assert values(panel(deals(rows)), "cycle_days")["2025-03"] == 15.0
    assert not heard(panel(deals(rows)), "before it was created")


def test_a_reopened_deal_counts_once_by_its_last_close():
    rows = [*SMALL, (2, "Won", "2025-01-06", "2025-03-20", 50.0)]
    for order in (rows, rows[::-1]):
        found = panel(deals(order))
        assert values(found, "deals_lost") == {"2025-01": 0, "2025-02": 0, "2025-03": 1}
        assert values(found, "deals_won")["2025-03"] == 2


def test_third_outcomes_are_left_out_and_both_win_rates_are_said():
    found = panel(deals([*SMALL, (8, "No decision", "2025-02-01", "2025-03-05", 5.0)]))
    assert values(found, "win_rate")["2025-03"] == 0.5
    assert heard(found, "60% over the whole file, 50% if it counted as lost")
    assert values(found, "pipeline_count")["2025-03"] == 2


def test_money_in_several_currencies_is_refused_and_the_currencies_are_said():
    table = records(
        "deals",
        {
            "deal_id": [1, 2, 3], "status": ["Won", "Won", "Lost"],
            "created_at": ["2025-01-01"] * 3,
            "closed_at": ["2025-01-20", "2025-02-20", "2025-02-21"],
            "amount": [5.0, 6.0, 7.0], "currency": ["IDR", "USD", "Rp"],
        },
    )  # fmt: skip
    found = panel(table)
    for id in ("revenue", "average_deal", "pipeline_value", "win_rate_value"):
        assert id not in found.values and "several currencies" in found.refused[id].to("en")
    assert "deals_won" in found.values
    assert heard(found, "IDR, USD")


def test_one_currency_under_several_names_is_one():
    table = records(
        "deals",
        {
            "deal_id": [1, 2, 3], "status": ["Won", "Won", "Lost"],
            "created_at": ["2025-01-01"] * 3,
            "closed_at": ["2025-01-20", "2025-02-20", "2025-02-21"],
            "amount": [5.0, 6.0, 7.0], "currency": ["IDR", "Rp", "rupiah"],
        },
    )  # fmt: skip
    assert values(panel(table), "revenue") == {"2025-01": 5, "2025-02": 6}


def test_the_win_rate_of_deals_opened_leaves_young_months_out():
    rows = [
        (i, "Won" if i % 3 else "Lost", f"2025-{m:02d}-03", f"2025-{m + 1:02d}-12", 1.0)
        for i, m in enumerate([1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6])
    ]
    found = panel(deals([*rows, (99, "Open", "2025-07-20", None, 1.0)]))
    assert values(found, "cohort_win_rate")["2025-01"] == pytest.approx(2 / 3)
    assert "2025-07" not in values(found, "cohort_win_rate")


def test_a_file_of_deals_created_since_a_day_is_said_to_lack_older_ones():
    days = pd.date_range("2024-01-01", "2026-06-30", freq="D")
    took = [pd.Timedelta(days=20 + i * 37 % 140) for i in range(len(days))]
    rows = [
        (i, ("Won", "Lost")[i % 2], str(day), str(day + length), 1.0)
        for i, (day, length) in enumerate(zip(days, took, strict=True))
        if day + length <= days[-1]
    ]
    assert heard(panel(deals(rows)), "only deals created since 1 Jan 2024")
    carried = [one for one in rows if one[3] >= "2024-09-01"]
    assert heard(panel(deals(carried)), "only deals that were still open on 1 Sep 2024")
    quick = [(*one[:3], one[2], one[4]) for one in rows]
    assert not heard(panel(deals(quick)), "only deals")


def test_many_deals_created_on_one_day_are_said_to_be_perhaps_an_import():
    rows = [(i, "Open", "2025-01-15", None, 1.0) for i in range(20)]
    rows += [(100 + i, "Open", f"2025-0{2 + i % 3}-0{1 + i % 9}", None, 1.0) for i in range(18)]
    assert heard(panel(deals(rows)), "20 deals were created on 15 Jan 2025")


def test_open_deals_due_are_those_open_when_the_month_began():
    table = records(
        "deals",
        {
            "deal_id": [1, 2, 3, 4], "status": ["Won", "Open", "Open", "Won"],
            "created_at": ["2025-01-02", "2025-01-03", "2025-02-10", "2025-03-30"],
            "closed_at": ["2025-02-20", None, None, "2025-03-31"],
            "expected_close_at": ["2025-02-15", "2025-02-27", "2025-02-28", "2025-04-10"],
            "amount": [10.0, 20.0, 40.0, 80.0],
        },
    )  # fmt: skip
    assert values(panel(table), "pipeline_due") == {"2025-01": 0, "2025-02": 30, "2025-03": 0}


def test_coverage_needs_a_target_beside_the_deals(table, months_from):
    own = records(
        "deals",
        {
            "deal_id": [1, 2], "status": ["Won", "Open"],
            "created_at": ["2025-01-02", "2025-01-03"], "closed_at": ["2025-02-20", None],
            "expected_close_at": ["2025-02-15", "2025-02-27"], "amount": [10.0, 20.0],
        },
    )  # fmt: skip
    alone = panel(own)
    assert "pipeline_coverage" not in alone.values
    plan = table(months_from("2025-01", 2), {"Revenue target": [50.0, 60.0]})
    both = panel(own, plan)
    assert values(both, "pipeline_coverage") == {"2025-01": 0, "2025-02": 0.5}
    assert both.indicator("revenue_target").role is Role.NEITHER


ACTIVE = {
    "activity_id": [1, 2, 3], "type": ["Call", "Call", "Meeting"], "deal_id": [1, 2, 2],
    "occurred_at": ["2025-01-20", "2025-01-05", "2025-06-20"],
}  # fmt: skip


def test_a_deal_is_stale_from_90_days_after_its_last_activity_until_the_next_or_its_close():
    rows = [
        (1, "Open", "2025-01-01", None, 1.0),  # stale from 20 April
        (2, "Open", "2025-01-02", None, 1.0),  # stale from 5 April to 20 June
        (3, "Won", "2025-01-03", "2025-05-10", 1.0),  # stale from 3 April to its close
        (4, "Open", "2025-06-25", None, 1.0),
    ]
    found = panel(deals(rows), records("activities", ACTIVE))
    stale = {"2025-01": 0, "2025-02": 0, "2025-03": 0, "2025-04": 3, "2025-05": 2, "2025-06": 1}
    assert values(found, "stale_deals") == stale
    assert values(found, "stale_share")["2025-05"] == 1.0
    assert values(found, "stale_share")["2025-06"] == pytest.approx(1 / 3)


def test_staleness_is_refused_when_no_activity_names_a_deal_of_the_file():
    rows = [(91, "Open", "2025-01-01", None, 1.0), (92, "Open", "2025-06-01", None, 1.0)]
    found = panel(deals(rows), records("activities", ACTIVE))
    assert "no activity names a deal" in found.refused["stale_deals"].to("en")
    bare = {field: cells for field, cells in ACTIVE.items() if field != "deal_id"}
    found = panel(deals(rows), records("activities", bare))
    assert "deal number" in found.refused["stale_deals"].to("en")


def test_calls_numbered_like_meetings_of_another_file_are_not_taken_for_them():
    calls = records("activities", {**ACTIVE, "type": ["Call"] * 3}, source="calls.csv")
    meets = records("activities", {**ACTIVE, "type": ["Meeting"] * 3}, source="meetings.csv")
    found = panel(calls, meets)
    assert found.values["calls"].sum() == 3 and found.values["meetings"].sum() == 3, said(found)


EITHER = {
    "deal_id": [1, 2, 3, 4],
    "status": ["Won", "Lost", "Lost", "Won"],
    "created_at": ["2025-01-05", "2025-01-06", "2025-01-07", "2025-01-08"],
    "closed_at": ["2025-01-25", None, "2025-01-20", "2025-02-10"],
    "lost_at": [None, "2025-02-05", "2025-02-08", "2025-01-30"],
    "amount": [10.0, 20.0, 30.0, 40.0],
}


@pytest.mark.parametrize(
    ("won", "lost"),
    [("Deal - Won time", "Deal - Lost time"), ("Tanggal Menang", "Tanggal Kalah")],
)
def test_where_winning_and_losing_have_a_day_each_the_later_is_the_close(won, lost):
    names = {"closed_at": won, "lost_at": lost}
    found = panel(records("deals", EITHER, names=names, types={"lost_at": ""}))
    assert values(found, "deals_lost") == {"2025-01": 0, "2025-02": 2}
    assert values(found, "deals_won") == {"2025-01": 1, "2025-02": 1}
    assert values(found, "pipeline_count") == {"2025-01": 3, "2025-02": 0}


def test_where_lost_deals_have_no_day_neither_their_number_nor_the_pipeline_is_given():
    undated = {**EITHER, "closed_at": ["2025-01-25", None, None, "2025-02-10"]}
    found = panel(records("deals", {k: v for k, v in undated.items() if k != "lost_at"}))
    for id in ("deals_lost", "pipeline_count", "pipeline_value", "win_rate"):
        assert "too many lost deals have no close date" in found.refused[id].to("en")
    assert values(found, "deals_won") == {"2025-01": 1, "2025-02": 1}


def test_deals_without_any_day_of_creation_still_tell_what_was_won():
    found = panel(deals([(one[0], one[1], None, one[3], one[4]) for one in SMALL]))
    assert values(found, "deals_won") == {"2025-01": 1, "2025-02": 1, "2025-03": 1}
