"""Win rate by count, by value and by cohort; won, lost, open, revenue; and every edge of them."""

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from core.enablement.wins import weighted
from core.periods import Grain
from tests.core.enablement.asking import figure, figures, left_out, notes, why
from tests.core.metrics.records.tables import deals, panel, records

#  id, status, created, closed, amount
ROWS = [
    (1, "won", "2025-01-06", "2025-02-03", 100.0),
    (2, "won", "2025-01-07", "2025-03-04", 300.0),
    (3, "lost", "2025-01-08", "2025-02-20", 200.0),
    (4, "lost", "2025-02-03", "2025-04-01", 400.0),
    (5, "lost", "2025-02-04", "2025-05-05", 100.0),
    (6, "open", "2025-03-03", "2025-09-30", 900.0),
    (7, "open", "2025-05-06", None, 50.0),
]

BEFORE = (0, "open", "2024-12-30", None, 5.0)  # a panel needs two periods


def test_open_deals_are_no_losses_and_are_counted_as_left_out():
    row = figure("win_rate", deals(ROWS))
    low, high = proportion_confint(2, 5, method="wilson")
    assert (row.value, row.low, row.high) == pytest.approx((0.4, low, high))
    assert (row.numerator, row.denominator, row.n) == (2, 5, 5)
    assert left_out(row) == {"still open": 2}


def test_by_value_every_deal_weighs_what_it_is_worth():
    row = figure("win_rate_value", deals(ROWS))
    assert row.value == pytest.approx(400 / 1100)
    assert (row.numerator, row.denominator, row.n) == (400, 1100, 5)
    assert row.low < row.value < row.high


def test_counts_and_revenue_are_those_of_the_last_day():
    found = {name: figure(name, deals(ROWS)).value for name in ("won", "lost", "open")}
    assert found == {"won": 2, "lost": 3, "open": 2}
    money = figure("revenue_won", deals(ROWS))
    assert (money.value, money.unit, money.n) == (400.0, "money", 2)


def test_an_earlier_day_sees_the_file_as_it_was_then():
    row = figure("win_rate", deals(ROWS), as_of="2025-03-31")
    assert (row.numerator, row.denominator) == (2, 3)
    assert left_out(row) == {"still open": 3}  # 4, 5 and 6; 7 had not been created
    assert figure("open", deals(ROWS), as_of="2025-03-31").value == 3


def test_a_third_outcome_is_left_out_and_both_figures_are_said():
    rows = [*ROWS, (8, "No decision", "2025-01-09", "2025-03-05", 10.0)]
    row = figure("win_rate", deals(rows))
    assert row.value == pytest.approx(0.4)
    assert left_out(row)["ended neither won nor lost"] == 1
    assert "33% if those that ended neither won nor lost counted as lost" in notes(row)
    other = figure("win_rate", deals(rows), others_lost=True)
    assert other.value == pytest.approx(2 / 6)
    assert "40% without those that ended neither won nor lost" in notes(other)


def test_a_reopened_or_repeated_deal_counts_once_by_its_last_close():
    rows = [*ROWS, (3, "won", "2025-01-08", "2025-05-20", 200.0), ROWS[0]]
    row = figure("win_rate", deals(rows))
    assert (row.numerator, row.denominator) == (3, 5)


@pytest.mark.parametrize("name", ["win_rate", "win_rate_value", "cohort_win_rate"])
def test_a_file_without_lost_deals_gives_no_rate(name):
    row = figure(name, deals([one for one in ROWS if one[1] != "lost"]))
    assert row.value is None
    assert why(row) == "not computable, because no lost deals are in this file"


def test_lost_deals_without_amounts_give_no_rate_by_value():
    rows = [(*one[:4], 0.0 if one[1] == "lost" else one[4]) for one in ROWS]
    assert "too many lost deals have no value" in why(figure("win_rate_value", deals(rows)))
    assert figure("win_rate", deals(rows)).value == pytest.approx(0.4)


def test_missing_amounts_are_counted_and_left_out():
    rows = [*ROWS, (8, "won", "2025-01-09", "2025-03-05", None)] + [
        (20 + i, "lost", "2025-01-09", "2025-03-05", 100.0) for i in range(9)
    ]
    row = figure("win_rate_value", deals(rows))
    assert left_out(row)["without an amount"] == 1
    assert row.value == pytest.approx(400 / 2000)
    assert left_out(figure("revenue_won", deals(rows))) == {"without an amount": 1}


def test_amounts_in_several_currencies_are_not_added():
    fields = {
        "deal_id": [1, 2, 3], "status": ["won", "lost", "won"], "created_at": ["2025-01-01"] * 3,
        "closed_at": ["2025-02-01"] * 3, "amount": [1.0, 2.0, 3.0],
        "currency": ["IDR", "USD", "IDR"],
    }  # fmt: skip
    table = records("deals", fields)
    for name in ("win_rate_value", "revenue_won"):
        assert "in several currencies" in why(figure(name, table))


def test_a_group_without_wins_has_a_rate_of_nothing_and_a_group_without_ends_has_none():
    fields = {
        "deal_id": [1, 2, 3, 4], "status": ["won", "lost", "lost", "open"],
        "created_at": ["2025-01-01"] * 4, "closed_at": ["2025-02-01"] * 3 + [None],
        "source": ["fair", "fair", "web", "mail"],
    }  # fmt: skip
    found = figures("win_rate", records("deals", fields), by=("source",))
    assert found["", "", "fair"].value == 0.5
    assert found["", "", "web"].value == 0.0 and found["", "", "web"].high < 1
    assert "no records to divide by" in why(found["", "", "mail"])


def test_ends_without_a_day_are_left_out_as_the_panel_leaves_them_out():
    rows = [*ROWS, (8, "won", "2025-01-09", None, 10.0), (9, "lost", "2025-01-09", None, 10.0)]
    row = figure("win_rate", deals(rows))
    assert (row.numerator, row.denominator) == (2, 5)
    assert left_out(row)["without a close date"] == 2
    found = panel(deals([*rows, BEFORE]), grain=Grain.YEAR)
    assert found.values["win_rate"].iloc[-1] == row.value


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("win_rate", "win_rate"),
        ("win_rate_value", "win_rate_value"),
        ("deals_won", "won"),
        ("deals_lost", "lost"),
        ("revenue", "revenue_won"),
        ("pipeline_count", "open"),
    ],
)
def test_over_one_year_the_panel_says_the_same(id, name):
    table = deals([*ROWS, BEFORE])
    found = panel(table, grain=Grain.YEAR)
    assert found.values[id].iloc[-1] == figure(name, table).value


@pytest.mark.parametrize("kept", ["won", "lost"])
def test_the_panel_refuses_for_the_same_reasons(kept):
    table = deals([BEFORE, *(one for one in ROWS if one[1] in (kept, "open"))])
    found = panel(table, grain=Grain.YEAR)
    for id, name in (("win_rate", "win_rate"), ("win_rate_value", "win_rate_value")):
        assert found.refused[id].to("en") == why(figure(name, table))


def test_a_cohort_counts_what_was_created_and_says_what_is_still_open():
    row = figure("cohort_win_rate", deals(ROWS))
    assert (row.numerator, row.denominator) == (2, 7)
    assert "2 of them are still open" in notes(row)


def test_a_loss_is_the_other_end_a_deal_can_come_to():
    """Closed all within 30 days: the share by then is that of a plain count."""
    rows = [
        (i, "won" if i < 3 else "lost", "2025-01-01", f"2025-01-{5 + i:02}", 1.0) for i in range(10)
    ]
    rows.append((99, "lost", "2025-01-01", "2025-06-30", 1.0))
    found = figures("cohort_win_rate", deals(rows))
    low, high = proportion_confint(3, 11, method="wilson")
    by_30 = found["", "30d", ""]
    assert (by_30.value, by_30.low, by_30.high) == pytest.approx((3 / 11, low, high))


def test_a_young_cohort_is_no_failure():
    old = [(i, "won" if i % 2 else "lost", "2025-01-01", "2025-02-20", 1.0) for i in range(20)]
    young = [(100 + i, "open", "2025-05-20", None, 1.0) for i in range(20)]
    last = [(999, "lost", "2025-01-02", "2025-05-31", 1.0)]
    found = figures("cohort_win_rate", deals(old + young + last))
    assert found["", "", ""].value == pytest.approx(10 / 41)
    assert found["", "90d", ""].value == pytest.approx(10 / 21)
    assert "20 are younger than 90 days" in notes(found["", "90d", ""])


def test_no_share_by_a_day_that_no_deal_has_been_watched_for():
    rows = [
        (1, "won", "2025-01-01", "2025-01-20", 1.0),
        (2, "lost", "2025-01-05", "2025-01-30", 1.0),
    ]
    found = figures("cohort_win_rate", deals(rows))
    assert "watched for 60 days" in why(found["", "60d", ""])


def test_the_interval_by_value_covers_the_truth_about_as_often_as_it_says():
    """Amounts lognormal, wins independent of them: 95 % of samples of 80 deals, give or take."""
    random = np.random.default_rng(5)
    within = 0
    for _ in range(400):
        amounts = random.lognormal(4, 0.7, 80)
        found = weighted(amounts, random.random(80) < 0.3)
        within += found.low <= 0.3 <= found.high
    assert within >= 0.91 * 400


def test_rows_in_another_order_or_two_files_tell_the_same():
    whole = [
        figure(name, deals(ROWS)).value for name in ("win_rate", "win_rate_value", "cycle_days")
    ]
    turned = deals(ROWS[::-1])
    halves = deals(ROWS[:3]), deals(ROWS[3:], source="later.csv")
    names = ("win_rate", "win_rate_value", "cycle_days")
    assert [figure(name, turned).value for name in names] == whole
    assert [figure(name, *halves).value for name in names] == whole


@pytest.mark.parametrize(
    "words",
    [
        ("Deal", "Batal", "Berjalan"),
        ("Closing", "Kalah", "Proses"),
        ("Selesai", "Gagal", "Proses"),
        ("Menang", "Kalah", "Deal"),  # where a word of its own says won, “Deal” is a stage
    ],
)
def test_what_salespeople_call_won_is_won_where_no_other_word_says_it(words):
    meant = dict(zip(("won", "lost", "open"), words, strict=True))
    table = deals([(one[0], meant[one[1]], *one[2:]) for one in ROWS])
    found = tuple(figure(name, table).value for name in ("won", "lost", "open"))
    assert found == (2, 3, 2)


def test_what_a_person_says_of_a_word_goes_before_what_it_often_stands_for():
    rows = [
        (one[0], {"won": "Deal", "lost": "Batal"}.get(one[1], one[1]), *one[2:]) for one in ROWS
    ]
    said = {"status:Deal": "open", "status:Batal": "other"}
    assert [figure("open", deals(rows), said=said).value] == [4]


@pytest.mark.parametrize(("stage", "won"), [("Closing", 0), ("Deal", 2)])
def test_closing_as_a_stage_is_still_on_the_way(stage, won):
    words = {"won": stage, "lost": "Lost", "open": "Negotiation"}
    ids, status, created, closed, amount = zip(*ROWS, strict=True)
    fields = {"deal_id": ids, "stage": [words[one] for one in status], "created_at": created,
              "closed_at": closed, "amount": amount}  # fmt: skip
    assert (figure("won", records("deals", fields)).value or 0) == won
