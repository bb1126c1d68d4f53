"""The made-up company: the panel of its exports is what plain pandas counts from its records."""

import pandas as pd
import pytest

from core.metrics import build_panel
from core.periods import Grain
from core.tables import read
from core.worlds.crm import company
from core.worlds.crm.systems import exports

FILES = {
    "hubspot": ("deals", "contacts", "calls", "meetings", "emails"),
    "salesforce": ("opportunities", "lead", "task", "event"),
    "pipedrive": ("deals", "activities"),
}


@pytest.fixture(scope="module")
def world():
    return company(1)


def panel_of(world, system, language):
    wanted = [f"{system}-{name}-{language}." for name in FILES[system]]
    files = [one for one in exports(world, system, language) if one.name.startswith(tuple(wanted))]
    assert len(files) == len(wanted)
    tables = [table for one in files for table in read(one.content, one.name).tables]
    return build_panel(tables, Grain.MONTH)


def month(moments):
    return pd.PeriodIndex(moments, freq="M")


def oracle(world):
    """What plain pandas counts, by month."""
    deals, leads, did = world.deals, world.leads, world.activities
    closed, won = deals[deals["status"] != "open"], deals[deals["status"] == "won"]
    genuine = leads[~leads["status"].isin(["spam", "duplicate"])]
    calls = did[(did["type"] == "call") & (did["direction"] == "outbound")]
    months = pd.period_range("2023-01", "2025-12", freq="M")
    days = [one.end_time for one in months]
    standing = pd.Series(
        [
            ((deals["created_at"] <= day) & ~(deals["closed_at"] <= day)).sum() for day in days
        ],
        index=months,
    )  # fmt: skip
    took = (won["closed_at"].dt.normalize() - won["created_at"].dt.normalize()).dt.days
    hours = (genuine["first_response_at"] - genuine["created_at"]).dt.total_seconds() / 3600
    rate = (closed["status"] == "won").groupby(month(closed["closed_at"])).mean()
    paid = closed["amount"].where(closed["status"] == "won", 0.0)
    by_value = (
        paid.groupby(month(closed["closed_at"])).sum()
        / closed["amount"].groupby(month(closed["closed_at"])).sum()
    )
    return {
        "deals_won": won.groupby(month(won["closed_at"])).size(),
        "revenue": won["amount"].groupby(month(won["closed_at"])).sum(),
        "average_deal": won["amount"].groupby(month(won["closed_at"])).mean(),
        "win_rate": rate,
        "win_rate_value": by_value,
        "pipeline_count": standing,
        "cycle_days": took.groupby(month(won["closed_at"])).median(),
        "new_leads": genuine.groupby(month(genuine["created_at"])).size(),
        "lead_response_time": hours.where(hours >= 0)
        .groupby(month(genuine["created_at"]))
        .median(),
        "lead_conversion": genuine["converted"].groupby(month(genuine["created_at"])).mean(),
        "calls": calls.groupby(month(calls["occurred_at"])).size(),
        "connect_rate": (calls["outcome"] == "connected")
        .groupby(month(calls["occurred_at"]))
        .mean(),
    }


COARSE = {"cycle_days": 0.6, "lead_response_time": 0.02}  # days and seconds that exports leave out


@pytest.mark.parametrize(
    ("system", "language"),
    [("hubspot", "en"), ("hubspot", "id"), ("salesforce", "id"), ("pipedrive", "en")],
)
def test_the_exports_of_each_system_give_the_figures_of_the_records(world, system, language):
    found, truth = panel_of(world, system, language).values, oracle(world)
    for id, expected in truth.items():
        if system == "pipedrive" and id not in found:
            continue
        if system == "pipedrive" and id == "calls":
            continue  # the export does not say which calls came in
        own = found[id].dropna()
        own = own[own.index >= pd.Period("2023-01", "M")]
        assert len(own) >= 33, id
        off = (own - expected.reindex(own.index)).abs().max()
        assert off <= COARSE.get(id, 1e-6 * max(1.0, expected.abs().max())), (id, off)
