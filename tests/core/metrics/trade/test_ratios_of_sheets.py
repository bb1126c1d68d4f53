"""Rates that follow from the columns of a sheet, and why others do not: counted by hand."""

import pytest

from core.metrics import Role
from tests.core.metrics.trade.conftest import sheet_of

RECURRING = {
    "MRR": [1000.0, 1100, 1150, 1200],
    "Churned MRR": [0.0, 50, 110, 23],
    "Contraction MRR": [0.0, 20, 0, 0],
    "Expansion MRR": [0.0, 100, 55, 46],
}


def test_gross_churn_of_revenue_is_what_left_and_shrank_over_the_start(panel, row):
    found = row(panel(sheet_of(RECURRING)), "revenue_churn_rate")
    assert found == pytest.approx({"2025-02": 0.07, "2025-03": 0.1, "2025-04": 0.02})


def test_net_churn_takes_off_what_others_pay_more_and_may_fall_below_zero(panel, row):
    found = row(panel(sheet_of(RECURRING)), "net_revenue_churn_rate")
    assert found == pytest.approx({"2025-02": -0.03, "2025-03": 0.05, "2025-04": -0.02})


def test_customers_alone_cannot_tell_net_churn_and_the_reason_names_what_is_missing(records, panel):
    found = panel(
        records(
            "customers", customer_id=["a", "b", "c"], mrr=[10.0, 20.0, 30.0],
            started_at=["2025-01-05", "2025-01-06", "2025-02-01"],
            churned_at=[None, "2025-02-10", "2025-03-31"],
        )
    )  # fmt: skip
    why = found.refused["net_revenue_churn_rate"].to("en")
    assert "Recurring revenue reduced" in why and "Recurring revenue gained" in why
    assert "net_revenue_churn_rate" not in found.values


def test_recurring_revenue_lost_is_that_of_customers_who_were_there_at_the_start(
    records, panel, row
):
    found = panel(
        records(
            "customers", customer_id=["a", "b", "c"], mrr=[10.0, 20.0, 30.0],
            started_at=["2025-01-05", "2025-01-06", "2025-02-01"],
            churned_at=[None, "2025-02-10", "2025-02-20"],
        )
    )  # fmt: skip
    assert row(found, "churned_mrr") == {"2025-01": 0, "2025-02": 20}


def test_staff_turnover_is_over_the_mean_of_the_team_at_start_and_end(panel, row):
    found = panel(
        sheet_of(
            {"Headcount": [10.0, 12, 8, 8], "Leavers": [1.0, 0, 5, 2], "Sales": [5.0, 6, 7, 8]}
        )
    )
    assert row(found, "staff_turnover") == {"2025-02": 0, "2025-03": 0.5, "2025-04": 0.25}
    told = next(one for one in found.indicators if one.id == "staff_turnover")
    assert told.role is Role.NEITHER  # the sheet names another result


def test_without_a_target_coverage_says_so(records, panel):
    found = panel(
        records(
            "deals", deal_id=["1", "2"], status=["won", "open"], amount=[5.0, 7.0],
            created_at=["2025-01-03", "2025-01-09"], closed_at=["2025-02-03", None],
            expected_close_at=["2025-02-01", "2025-03-01"],
        )
    )  # fmt: skip
    why = found.refused["pipeline_coverage"].to("en")
    assert why == "not computable, because the data do not tell: Revenue target"


def test_a_target_of_nothing_gives_no_coverage_and_is_said(records, panel, row):
    found = panel(
        records(
            "deals", deal_id=["1", "2"], status=["won", "open"], amount=[5.0, 7.0],
            created_at=["2025-01-03", "2025-01-09"], closed_at=["2025-02-03", None],
            expected_close_at=["2025-02-01", "2025-03-01"],
        ),
        sheet_of({"Revenue target": [10.0, 0, 14, 14]}),
    )  # fmt: skip
    assert row(found, "pipeline_coverage").get("2025-02") is None
    assert any("is 0 or below: in 1 period." in one.to("en") for one in found.notices)
