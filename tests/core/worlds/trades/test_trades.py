"""Small companies of five trades: the same seed, the same records; their truths are in them."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from core.tables import read
from core.worlds.trades import TRADES, estate, inn, shop, trials, works

EVERY = pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.__name__)
LANGUAGES = pytest.mark.parametrize("language", ["en", "id"])
SEEDS = range(1, 11)
LEADS = {  # trade -> what is counted by which date (its amounts, if any), what follows
    "shop": (("stock", "month", "received"), ("sales", "sold_at", "revenue")),
    "estate": (("viewings", "held_at", ""), ("sales", "sold_at", "price")),
    "trials": (("accounts", "trial_at", ""), ("accounts", "paid_at", "mrr")),
    "works": (("orders", "ordered_at", ""), ("orders", "finished_at", "revenue")),
    "inn": (("bookings", "booked_at", ""), ("bookings", "check_in", "revenue")),
}
made = cache(lambda trade, seed: trade(seed))


def by_month(trade, what):
    table, date, amount = what
    records = trade.tables[table]
    if trade.name == "inn" and amount:
        records = records[records["status"] == "stayed"]
    groups = records.groupby(pd.PeriodIndex(records[date], freq="M"))
    found = groups[amount].sum() if amount else groups.size()
    return found.loc["2023-01":"2025-12"]


@EVERY
def test_the_same_seed_gives_the_same_records(trade):
    for table, records in trade(3).tables.items():
        pd.testing.assert_frame_equal(records, trade(3).tables[table])
        assert not records.equals(trade(4).tables[table])
        assert 300 <= len(records) <= 4000


@EVERY
@LANGUAGES
def test_its_files_are_read_as_what_they_are_and_no_row_is_lost(trade, language):
    for file in made(trade, 1).files(language):
        (table,) = read(file.content, file.name).tables
        assert table.kind.value == file.kind
        assert len(table.frame) == file.rows
        found = {one.name: one.field for one in table.columns}
        assert {name: found[name] for name, field in file.fields.items() if field} == {
            name: field for name, field in file.fields.items() if field
        }


@EVERY
def test_the_planted_lead_shows_at_its_own_lag_over_many_companies(trade):
    (truth,) = made(trade, 1).truth
    first, then = LEADS[trade.__name__]
    pairs = [
        (np.log(by_month(one, then)).diff(), np.log(by_month(one, first)).diff())
        for one in (made(trade, seed) for seed in SEEDS)
    ]
    found = {after: np.mean([y.corr(x.shift(after)) for y, x in pairs]) for after in range(6)}
    assert max(found, key=found.get) == truth.lead in (2, 3)
    assert found[truth.lead] > 0.6


@EVERY
def test_36_months_are_complete(trade):
    for what in LEADS[trade.__name__]:
        assert len(by_month(made(trade, 1), what)) == 36


def near(counts, of, chance):
    return abs(counts / of - chance) < 4 * np.sqrt(chance * (1 - chance) / of)


def test_the_hotels_rates_are_those_planted():
    hotel = made(inn, 1)
    bookings = hotel.tables["bookings"]
    ripe = bookings[(bookings["check_in"] < "2026-01-01") & (bookings["booked_at"] >= "2023-01-01")]
    assert near(ripe["cancelled_at"].notna().sum(), len(ripe), hotel.facts["cancellation_rate"])
    days = (bookings["check_in"] - bookings["booked_at"]).dt.days
    assert days.median() == pytest.approx(hotel.facts["lead_days"], abs=1)
    assert (
        bookings["cancelled_at"].dropna() < bookings["check_in"][bookings["cancelled_at"].notna()]
    ).all()


def test_as_many_trials_pay_and_customers_leave_as_planted():
    firm = made(trials, 1)
    accounts = firm.tables["accounts"]
    ripe = accounts[accounts["trial_at"].between("2023-01-01", "2025-10-01")]
    assert near(ripe["paid_at"].notna().sum(), len(ripe), firm.facts["trial_to_paid"])
    paying = accounts.dropna(subset=["paid_at"])
    months = (paying["churned_at"].fillna(pd.Timestamp("2025-12-31")) - paying["paid_at"]).dt.days
    left = paying["churned_at"].notna().sum()
    monthly = left / (months.sum() / 30.4375)
    assert monthly == pytest.approx(firm.facts["churn_rate"], rel=4 / np.sqrt(left))


def test_production_takes_as_long_and_is_as_often_on_time_as_planted():
    plant = made(works, 1)
    orders = plant.tables["orders"]
    ripe = orders[orders["ordered_at"] < "2025-09-15"].dropna(subset=["finished_at"])
    days = (ripe["finished_at"] - ripe["ordered_at"]).dt.days
    assert days.median() == pytest.approx(plant.facts["production_lead_days"], abs=1)
    assert near((ripe["finished_at"] <= ripe["due_at"]).sum(), len(ripe), plant.facts["on_time"])


def test_as_many_viewings_are_held_and_lead_to_sales_as_planted():
    agency = made(estate, 1)
    viewings, sales = agency.tables["viewings"], agency.tables["sales"]
    held = viewings["outcome"] == "held"
    came = viewings["outcome"].isin(["held", "no_show"])
    assert near(held.sum(), came.sum(), agency.facts["held_rate"])
    assert len(sales) / held.sum() == pytest.approx(agency.facts["viewing_to_sale"], rel=0.15)


def test_the_shops_stock_follows_from_what_came_in_and_what_was_sold():
    store = made(shop, 1)
    stock, sales = store.tables["stock"], store.tables["sales"]
    assert (stock["opening"] + stock["received"] - stock["sold"] == stock["closing"]).all()
    after = stock.groupby(["branch", "goods"])["closing"].shift(1)
    assert (after.dropna() == stock["opening"][after.notna()]).all()
    assert (stock["closing"] >= 0).all()
    sold = sales.groupby(pd.PeriodIndex(sales["sold_at"], freq="M"))["cost"].sum()
    booked = stock.groupby(pd.PeriodIndex(stock["month"], freq="M"))["sold"].sum()
    assert (sold == booked).all()
