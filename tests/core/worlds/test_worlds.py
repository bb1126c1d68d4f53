"""Synthetic companies return their truth, and the same seed gives the same company."""

import numpy as np
import pandas as pd
import pytest

from core.worlds import COMPANIES
from core.worlds.make import grow
from core.worlds.model import Echo, Plan
from core.worlds.seasons import lebaran, season

EVERY = pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.__name__)


def moves(values: pd.Series) -> pd.Series:
    """Monthly changes of the logs, without the mean of each calendar month."""
    change = np.log(values).diff().dropna()
    return change - change.groupby(change.index.month).transform("mean")


@EVERY
def test_values_are_positive_and_stand_on_a_calendar_without_gaps(company):
    values = company().values
    assert (values > 0).all().all()
    assert values.index.equals(pd.period_range(values.index[0], periods=len(values), freq="M"))
    assert 36 <= len(values) <= 60


@EVERY
def test_the_same_seed_gives_the_same_company_and_another_one_another(company):
    pd.testing.assert_frame_equal(company(seed=11).values, company(seed=11).values)
    assert not company(seed=11).values.equals(company(seed=12).values)


@EVERY
def test_truth_and_decoys_are_different_columns(company):
    world = company()
    decoys = world.decoys
    named = [decoys.trend, decoys.season, decoys.follows, decoys.noise, decoys.together]
    leading = {one.leading for one in world.truth}
    shown = [name for name in named if name]
    assert len(set(shown)) == len(shown)
    assert not leading & set(shown)
    assert {*shown, *leading} <= set(world.values.columns)


@EVERY
def test_the_planted_lead_shows_at_its_own_lag_over_many_companies(company):
    """Mean correlation over 20 seeds: at the planted lag, with its sign, and not beside it."""
    worlds = [company(seed=seed).values for seed in range(20)]
    for truth in company().truth:
        pairs = [(moves(one[truth.lagging]), moves(one[truth.leading])) for one in worlds]
        found = {
            after: np.mean([result.corr(first.shift(after)) for result, first in pairs])
            for after in range(1, 7)
        }
        strongest = max(found, key=lambda after: abs(found[after]))
        assert strongest == truth.lead
        assert np.sign(found[strongest]) == truth.sign
        assert abs(found[strongest]) > 0.5


@EVERY
def test_the_trend_decoy_fools_the_spreadsheet(company):
    """Raw CORREL loves what only grows too: mean over 20 seeds."""
    found = []
    for seed in range(20):
        world = company(seed=seed)
        outcome = world.values[world.truth[0].lagging]
        found.append(outcome.corr(world.values[world.decoys.trend].shift(2)))
    assert np.mean(found) > 0.5


@EVERY
def test_the_follower_comes_after_the_result(company):
    after = []
    for seed in range(20):
        world = company(seed=seed)
        outcome = moves(world.values[world.truth[0].lagging])
        follower = moves(world.values[world.decoys.follows])
        after.append([follower.corr(outcome.shift(k)) for k in (-2, -1, 0, 1, 2)])
    mean = np.mean(after, axis=0)
    assert mean.argmax() >= 3  # one or two months after
    assert mean.max() > 0.4


def test_an_echo_is_the_other_shock_later_and_scaled():
    plans = (
        Plan("lead", 100, own=0.2, memory=0.0, digits=9),
        Plan("result", 50, own=0.0, echo=Echo("lead", 3, -0.5), digits=9),
    )
    values = grow(plans, "2021-01", 40, seed=1)
    shock = np.log(values["lead"] / 100)
    echoed = np.log(values["result"] / 50)
    np.testing.assert_allclose(echoed.iloc[3:], -0.5 * shock.shift(3).iloc[3:], atol=1e-6)


def test_lebaran_moves_and_each_run_up_is_counted_once():
    months = pd.period_range("2021-01", "2025-12", freq="M")
    share = pd.Series(lebaran(months), index=months)
    assert share.groupby(months.year).sum().to_numpy() == pytest.approx([1.0] * 5)
    assert share["2025-03"] == pytest.approx(1.0)  # Eid on 31 March 2025
    assert share["2021-05"] == pytest.approx(13 / 21)  # 13 May 2021: run-up from 23 April
    assert share["2021-04"] == pytest.approx(8 / 21)


def test_a_season_repeats_every_year():
    months = pd.period_range("2021-01", "2022-12", freq="M")
    shops = season(months, "shops")
    assert (shops[:12] == shops[12:]).all()
    assert shops[11] == shops.max()
