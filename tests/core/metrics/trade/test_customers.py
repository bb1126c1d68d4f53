"""Customers and trials counted by hand: who was there, who left, who may still pay."""

import pytest

from core.errors import Refusal
from core.periods import Grain

ACCOUNTS = {  # C2 leaves in the month it came; C5 never paid; C4 is planned to leave and stays
    "customer_id": ["C1", "C2", "C3", "C4", "C5", "C6"],
    "started_at": ["2025-01-05", "2025-02-03", "2025-01-20", "2025-02-10", None, "2025-03-31"],
    "churned_at": ["2025-03-10", "2025-02-25", None, "2025-12-31", None, None],
    "churned": [True, True, False, False, False, False],
    "mrr": [100, 40, 300, 50, None, 10],
}


@pytest.fixture(scope="module")
def firm(records, panel):
    return panel(records("customers", **ACCOUNTS))


def test_customers_are_those_who_came_less_those_who_left(firm, row):
    assert row(firm, "customers") == {"2025-01": 2, "2025-02": 3, "2025-03": 3}
    assert row(firm, "new_customers") == {"2025-01": 2, "2025-02": 2, "2025-03": 1}
    assert row(firm, "customers_lost") == {"2025-01": 0, "2025-02": 1, "2025-03": 1}


def test_who_came_in_the_period_is_not_lost_from_its_start(firm, row):
    assert row(firm, "churn_rate") == {"2025-02": 0, "2025-03": pytest.approx(1 / 3)}
    assert row(firm, "retention_rate") == {"2025-02": 1, "2025-03": pytest.approx(2 / 3)}


def test_revenue_churn_is_what_they_paid_who_left(firm, row):
    assert row(firm, "mrr") == {"2025-01": 400, "2025-02": 450, "2025-03": 360}
    assert row(firm, "revenue_churn_rate") == {"2025-02": 0, "2025-03": pytest.approx(100 / 450)}
    assert row(firm, "new_mrr") == {"2025-01": 400, "2025-02": 90, "2025-03": 10}


def test_a_date_of_leaving_ahead_is_no_loss_and_that_is_said(firm):
    assert any("said to have stayed" in said.to("en") for said in firm.notices)


def test_a_flag_without_dates_has_no_period(records, panel):
    flag = {name: values for name, values in ACCOUNTS.items() if name != "churned_at"}
    found = panel(records("customers", **flag))
    for id in ("churn_rate", "revenue_churn_rate", "customers", "customers_lost"):
        assert "who left and not when" in found.refused[id].to("en")
    assert any("not when" in said.to("en") for said in found.notices)
    assert "new_customers" in found.values


def test_a_flag_without_any_date_is_refused_for_that(records, panel):
    dates = ("started_at", "churned_at")
    flag = {name: values for name, values in ACCOUNTS.items() if name not in dates}
    with pytest.raises(Refusal, match="who left and not when"):
        panel(records("customers", **flag))


def test_words_of_yes_and_no_are_known_in_both_languages(records, panel, row):
    words = {**ACCOUNTS, "churned": ["Ya", "Yes", "Tidak", "No", None, "Tidak"]}
    assert row(panel(records("customers", **words)), "customers")["2025-03"] == 3


def test_who_left_on_an_unknown_day_or_too_early_is_left_out_and_said(records, panel, row):
    odd = {**ACCOUNTS, "churned_at": [None, "2025-01-01", None, None, None, None]}
    found = panel(
        records("customers", **{**odd, "churned": [True, True, False, False, False, False]})
    )
    assert row(found, "customers") == {"2025-01": 1, "2025-02": 2, "2025-03": 3}
    said = " ".join(one.to("en") for one in found.notices)
    assert "unknown day" in said and "before the first day" in said


def test_quarters_count_the_loss_of_those_there_at_their_start(records, panel, row):
    more = {
        "customer_id": ["C1", "C2", "C3"],
        "started_at": ["2025-01-05", "2025-02-01", "2025-08-01"],
        "churned_at": ["2025-05-01", None, "2025-09-01"],
    }
    found = panel(records("customers", **more), grain=Grain.QUARTER)
    assert row(found, "churn_rate") == {"2025Q2": 0.5, "2025Q3": 0}


TRIALS = {
    "customer_id": [f"T{n}" for n in range(8)],
    "trial_started_at": [
        "2025-01-02", "2025-01-10", "2025-01-20", "2025-02-05", "2025-02-06", "2025-03-01",
        "2025-04-20", "2025-04-21",
    ],
    "paid_at": [
        "2025-01-16", None, "2025-02-03", "2025-02-19", None, "2025-03-15", None, "2025-04-30",
    ],
}  # fmt: skip


def test_trials_are_counted_by_their_start_and_paid_by_their_own_month(records, panel, row):
    found = panel(records("customers", **TRIALS))
    assert row(found, "trial_signups") == {
        "2025-01": 3, "2025-02": 2, "2025-03": 1, "2025-04": 2,
    }  # fmt: skip
    rates = row(found, "trial_to_paid")
    assert rates == {"2025-01": pytest.approx(2 / 3), "2025-02": 0.5, "2025-03": 1}


def test_trials_still_running_are_no_failures(records, panel, row):
    assert "2025-04" not in row(panel(records("customers", **TRIALS)), "trial_to_paid")


def test_an_account_that_tried_and_then_began_is_paying_from_then(records, panel, row):
    trial = {**TRIALS, "started_at": TRIALS["paid_at"]}
    del trial["paid_at"]
    found = panel(records("customers", churned_at=["2025-03-01"] + [None] * 7, **trial))
    assert row(found, "customers")["2025-03"] == 3
    assert any("began to pay" in said.to("en") for said in found.notices)


def test_without_any_day_of_paying_there_is_no_rate(records, panel):
    found = panel(records("customers", **{k: v for k, v in TRIALS.items() if k != "paid_at"}))
    assert "paying since" in found.refused["trial_to_paid"].to("en")
