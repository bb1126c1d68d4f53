"""The made-up company: the same seed, the same records; records that hang together."""

from dataclasses import fields, replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from core.worlds.crm import Company, Habits, company
from core.worlds.crm.model import STAGES
from tests.core.worlds.crm.monthly import monthly

TABLES = [one.name for one in fields(Company) if one.name not in ("habits", "truth")]
START, END = pd.Timestamp("2023-01-01"), pd.Timestamp("2025-12-31 23:59:59")
made = cache(company)


def test_the_same_seed_gives_the_same_company_and_another_one_another():
    one, again, other = made(1), company(1), made(2)
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(one, table), getattr(again, table))
        assert not getattr(one, table).equals(getattr(other, table))


def test_the_window_is_36_complete_months_in_every_table():
    figures = monthly(made(1))
    assert len(figures) == 36 and figures.notna().all().all() and (figures > 0).all().all()
    for table, column in (
        ("traffic", "day"), ("leads", "created_at"), ("activities", "occurred_at"),
    ):  # fmt: skip
        assert getattr(made(1), table)[column].min() >= START
    for table in TABLES:
        held = getattr(made(1), table)
        for column in held.select_dtypes("datetime").columns.drop(
            "expected_close_at", errors="ignore"
        ):
            if column == "due_at":
                continue
            scheduled = held.get("outcome", pd.Series("", held.index)) == "scheduled"
            assert not (held.loc[~scheduled, column] > END).any(), (table, column)


def test_four_regions_and_six_reps_share_the_work():
    deals = made(1).deals
    assert deals["region"].nunique() == 4
    assert deals["owner"].nunique() == 6
    assert (deals.groupby("owner")["region"].nunique() == 1).all()


def test_ids_are_unique_and_what_refers_to_them_is_there():
    world = made(1)
    deals, leads = world.deals, world.leads
    for table, column in (
        (deals, "deal_id"), (leads, "lead_id"), (world.activities, "activity_id"),
        (world.stage_history, "event_id"), (world.customers, "customer_id"),
        (world.content, "event_id"),
    ):  # fmt: skip
        assert table[column].is_unique
    assert set(world.stage_history["deal_id"]) == set(deals["deal_id"])
    assert set(leads["deal_id"].dropna()) <= set(deals["deal_id"])
    assert set(world.content["deal_id"].dropna()) <= set(deals["deal_id"])
    assert set(world.training["learner"]) == set(deals["owner"]) == set(world.content["user"])
    assert set(world.activities["lead_id"].dropna()) <= set(leads["lead_id"])
    linked = deals.dropna(subset=["lead_id"]).merge(leads, on="lead_id", suffixes=("", "_lead"))
    assert (linked["deal_id"] == linked["deal_id_lead"]).all()
    assert (linked["created_at"] == linked["converted_at"]).all()


def test_deals_go_back_to_the_first_one_so_that_no_month_is_there_in_part():
    deals = made(1).deals
    assert deals["created_at"].min() < START - pd.Timedelta(days=150)
    assert deals["closed_at"].min() < START - pd.Timedelta(days=90)
    older = deals[deals["lead_id"].isna()]  # their leads were made before the window
    assert (older["created_at"] < START + pd.Timedelta(days=60)).all()


def test_what_happens_to_a_lead_happens_in_order():
    leads = made(1).leads
    for before, later in (
        ("first_response_at", "qualified_at"), ("first_response_at", "converted_at"),
    ):  # fmt: skip
        both = leads.dropna(subset=[before, later])
        assert (both[before] < both[later]).all()
    early = leads["first_response_at"] < leads["created_at"]
    assert 5 < early.sum() < 40  # called first, typed in afterwards
    spoiled = leads["status"].isin(["spam", "duplicate"])
    assert not leads.loc[spoiled, "converted"].any()
    assert leads.loc[spoiled, "first_response_at"].isna().all()


def test_a_deal_has_a_close_exactly_when_it_is_closed_and_a_reason_exactly_when_lost():
    deals = made(1).deals
    assert (deals["closed_at"].isna() == (deals["status"] == "open")).all()
    assert ((deals["lost_reason"] != "") == (deals["status"] == "lost")).all()
    assert (deals["closed_at"].dropna() > deals["created_at"][deals["closed_at"].notna()]).all()
    waiting = deals[deals["status"] == "open"]
    assert (waiting["expected_close_at"] >= END.normalize()).all()
    assert len(waiting) > 30


def test_the_history_of_a_deal_leads_to_what_the_deal_says():
    world = made(1)
    moved = world.stage_history[world.stage_history["from_stage"] != world.stage_history["stage"]]
    moved = moved.sort_values(["deal_id", "entered_at"], kind="stable")
    first, last = moved.groupby("deal_id").first(), moved.groupby("deal_id").last()
    deals = world.deals.set_index("deal_id")
    assert (first["stage"] == "qualified").all() and (first["from_stage"] == "").all()
    assert (first["entered_at"] == deals["created_at"]).all()
    closed = deals["status"] != "open"
    assert (last["stage"][closed] == deals["status"][closed]).all()
    assert (last["entered_at"][closed] == deals["closed_at"][closed]).all()
    before = moved.groupby("deal_id")["stage"].shift(1).fillna("")
    assert (before == moved["from_stage"]).all()
    amounts = world.stage_history.sort_values(["deal_id", "entered_at"], kind="stable")
    assert (amounts.groupby("deal_id")["amount"].last() == deals["amount"]).all()


def test_the_history_skips_goes_back_and_changes_amounts_alone():
    history = made(1).stage_history
    order = {stage: i for i, stage in enumerate(STAGES)}
    inner = history[history["from_stage"].isin(order) & history["stage"].isin(order)]
    step = inner["stage"].map(order) - inner["from_stage"].map(order)
    assert (step == 2).sum() > 20  # skipped
    assert (step == -1).sum() > 20  # back
    assert (step == 0).sum() > 200  # the amount alone
    assert inner.loc[step == 0, "exited_at"].isna().all()


def test_leads_come_in_the_evening_and_at_weekends_too_and_some_are_never_answered():
    leads = made(1).leads
    created = leads["created_at"].dt
    assert ((created.hour >= 17).mean(), (created.day_of_week >= 5).mean()) > (0.2, 0.1)
    genuine = leads[~leads["status"].isin(["spam", "duplicate"])]
    assert 0.08 < genuine["first_response_at"].isna().mean() < 0.13


def test_appointments_were_booked_before_they_took_place():
    planned = made(1).activities.dropna(subset=["booked_at"])
    assert set(planned["type"]) == {"demo", "meeting"}
    assert (planned["booked_at"] <= planned["occurred_at"]).all()
    assert set(planned["outcome"]) == {"held", "no_show", "cancelled", "scheduled"}


def test_customers_are_the_deals_won_and_those_of_before():
    world = made(1)
    won = world.deals[world.deals["status"] == "won"]
    started = world.customers.set_index("account")["started_at"]
    assert (started[won["account"]].to_numpy() == won["closed_at"].dt.normalize()).all()
    older = world.customers[~world.customers["account"].isin(won["account"])]
    assert len(older) > 100 and (older["started_at"] < START).all()
    left = world.customers["churned_at"]
    assert (left.notna() == world.customers["churned"]).all()
    assert (left.dropna() > world.customers["started_at"][left.notna()]).all()


def test_a_company_ten_times_as_large_has_ten_times_the_records():
    small, large = made(2), company(2, Habits(scale=10))
    for table in ("leads", "deals", "stage_history", "activities"):
        ratio = len(getattr(large, table)) / len(getattr(small, table))
        assert ratio == pytest.approx(10, rel=0.1), table
    assert large.traffic["sessions"].sum() / small.traffic["sessions"].sum() == pytest.approx(
        10, rel=0.02
    )
    assert large.truth == small.truth


def test_habits_are_what_is_planted():
    habits = replace(Habits(), fast_conversion=0.8, slow_conversion=0.2, months=24)
    world = company(3, habits)
    assert world.truth.response_ratio == pytest.approx(4.0)
    assert len(monthly(world)) == 24
    leads = world.leads.dropna(subset=["first_response_at"])
    seconds = (leads["first_response_at"] - leads["created_at"]).dt.total_seconds()
    ripe = leads["created_at"] < pd.Timestamp("2024-11-01")
    shares = [leads["converted"][ripe & fast].mean() for fast in (seconds <= 3600, seconds > 3600)]
    np.testing.assert_allclose(shares, [0.8, 0.2], atol=0.05)
