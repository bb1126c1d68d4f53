"""The exports of made-up companies, through reading, against plain pandas over their records."""

from functools import cache

import pandas as pd
import pytest

from core.metrics import build_panel
from core.periods import Grain
from core.tables import read
from core.worlds.trades import inn, shop, trials, works

LANGUAGES = pytest.mark.parametrize("language", ["en", "id"])
GRAINS = pytest.mark.parametrize("grain", [Grain.WEEK, Grain.MONTH, Grain.QUARTER])


@cache
def made(trade):
    return trade(1)


@cache
def tables_of(trade, language, only=""):
    files = [one for one in made(trade).files(language) if only in one.name]
    return [table for one in files for table in read(one.content, one.name).tables]


def panel_of(trade, language, grain, only=""):
    return build_panel(tables_of(trade, language, only), grain, keep_unfinished=True)


def in_periods(dates, grain):
    return pd.PeriodIndex(dates, freq=grain.freq)


def agrees(panel, id, expected):
    """Whether a metric is what was worked out by hand, and a measured zero where that has none."""
    found = panel.values[id]
    expected = expected.reindex(found.index)
    known = found.notna() & expected.notna()
    assert known.sum() > 0.6 * len(found)
    pd.testing.assert_series_equal(
        found[known], expected[known], check_names=False, check_dtype=False, check_freq=False,
        rtol=1e-12,
    )  # fmt: skip
    extra = found[found.notna() & expected.isna()]
    assert (extra == 0).all(), extra


@LANGUAGES
@GRAINS
def test_the_hotels_books_are_those_of_pandas(language, grain):
    panel = panel_of(inn, language, grain)
    rooms = made(inn).tables["bookings"]
    gone = rooms["cancelled_at"].notna()
    left = rooms["cancelled_at"].fillna(rooms["check_in"])
    known_until = rooms[["booked_at", "cancelled_at"]].max().max() + pd.Timedelta(hours=23)
    ends = [min(period.end_time, known_until) for period in panel.values.index]
    books = pd.Series(
        [((rooms["booked_at"] <= end) & (left > end)).sum() for end in ends], panel.values.index
    )
    agrees(panel, "advance_bookings", books)
    stayed = rooms[~gone & (rooms["check_in"] <= known_until)]
    agrees(panel, "revenue", stayed.groupby(in_periods(stayed["check_in"], grain))["revenue"].sum())
    days = (rooms["check_in"] - rooms["booked_at"]).dt.days
    agrees(panel, "booking_lead_days", days.groupby(in_periods(rooms["booked_at"], grain)).median())


@LANGUAGES
@GRAINS
def test_the_factorys_times_are_those_of_pandas(language, grain):
    panel = panel_of(works, language, grain)
    orders = made(works).tables["orders"]
    done = orders.dropna(subset=["finished_at"])
    days = (done["finished_at"] - done["ordered_at"]).dt.days
    agrees(
        panel, "production_lead_days", days.groupby(in_periods(done["finished_at"], grain)).median()
    )
    due = orders[orders["due_at"] <= orders[["ordered_at", "finished_at"]].max().max()]
    on_time = due["finished_at"] <= due["due_at"]
    agrees(panel, "on_time_share", on_time.groupby(in_periods(due["due_at"], grain)).mean())
    agrees(panel, "orders", orders.groupby(in_periods(orders["ordered_at"], grain)).size())


@LANGUAGES
@GRAINS
def test_the_subscriptions_churn_and_trials_are_those_of_pandas(language, grain):
    panel = panel_of(trials, language, grain)
    accounts = made(trials).tables["accounts"]
    agrees(panel, "trial_signups", accounts.groupby(in_periods(accounts["trial_at"], grain)).size())
    paid = accounts["paid_at"].notna().groupby(in_periods(accounts["trial_at"], grain)).mean()
    agrees(panel, "trial_to_paid", paid)
    paying = accounts.dropna(subset=["paid_at"])
    churn = {}
    for period in panel.values.index:
        start = period.start_time
        there = paying[
            (paying["paid_at"] < start)
            & (paying["churned_at"].isna() | (paying["churned_at"] >= start))
        ]
        left = there[there["churned_at"] <= period.end_time]
        share = left["mrr"].sum() / there["mrr"].sum() if len(there) else float("nan")
        churn[period] = (len(left) / len(there) if len(there) else float("nan"), share)
    worked_out = pd.DataFrame(churn, index=["count", "money"]).T
    worked_out.index = panel.values.index
    agrees(panel, "churn_rate", worked_out["count"])
    agrees(panel, "revenue_churn_rate", worked_out["money"])


@LANGUAGES
@GRAINS
def test_the_shops_margin_is_that_of_pandas(language, grain):
    panel = panel_of(shop, language, grain, "sales")
    sales = made(shop).tables["sales"]
    by = sales.groupby(in_periods(sales["sold_at"], grain))[["revenue", "cost", "pieces"]].sum()
    agrees(panel, "revenue", by["revenue"])
    agrees(panel, "margin", (by["revenue"] - by["cost"]) / by["revenue"])
    agrees(panel, "units_sold", by["pieces"])
    agrees(panel, "cogs", by["cost"])
