"""Each series is prepared alone: logarithm, season, differences, memory, gaps."""

import numpy as np
import pandas as pd
import pytest

from core.lead_lag import transforms
from core.lead_lag.bridge import bridge_of
from core.lead_lag.joint import joint_innovations
from core.lead_lag.recipe import Recipe, alike, choose_recipe, grows_with_level
from core.lead_lag.season import peak_weeks
from core.lead_lag.transforms import reruns
from core.lead_lag.whitening import BURN_IN
from core.periods import Grain


def months(length):
    return pd.period_range("2015-01", periods=length, freq="M")


def prepare(values, index):
    """As a series is prepared when its own tests decide."""
    return transforms.prepare(values, index, choose_recipe(values, index))


def shares(make, length=96, runs=60):
    """Share of recipes (logged, seasonal, differenced) over many made series."""
    found = [
        choose_recipe(make(np.random.default_rng(seed)), months(length)) for seed in range(runs)
    ]
    return {
        name: np.mean([getattr(one, name) for one in found])
        for name in ("logged", "seasonal", "differenced")
    }


def test_growth_in_percent_is_logged_and_growth_in_steps_is_not():
    steps = np.arange(96)
    season = np.sin(2 * np.pi * steps / 12)
    percent = shares(lambda rng: np.exp(3 + 0.02 * steps + 0.2 * season + rng.normal(0, 0.1, 96)))
    plain = shares(lambda rng: 100 + steps + 5 * season + rng.normal(0, 3, 96))
    assert percent["logged"] > 0.9
    assert plain["logged"] < 0.1
    assert percent["seasonal"] == plain["seasonal"] == 1.0


def test_a_walk_is_differenced_and_noise_round_a_line_is_not():
    walk = shares(lambda rng: np.cumsum(rng.normal(size=96)))
    line = shares(lambda rng: 0.2 * np.arange(96) + rng.normal(size=96))
    assert walk["differenced"] > 0.85
    assert line["differenced"] < 0.25
    assert walk["seasonal"] < 0.3 and line["seasonal"] < 0.3


@pytest.mark.parametrize("length", [24, 36, 60])
def test_a_short_white_series_keeps_its_level_and_its_months(length):
    white = shares(lambda rng: rng.normal(size=length), length, 200)
    assert white["differenced"] < 0.15
    assert white["seasonal"] < 0.15


def test_changes_are_compared_only_when_both_series_wander():
    walk, line = Recipe(False, False, True), Recipe(True, False, False)
    assert alike(walk, line) == (Recipe(False, False, False), line)
    assert alike(walk, walk) == (walk, walk)


def test_a_season_is_taken_out_only_when_the_two_pass_together():
    """Fisher 1932, by hand: .04 x .9 = .036 has p = .036 (1 - log .036) = .156; .04 x .3: .065."""
    weak = Recipe(False, True, False, season_p=0.04)
    without = Recipe(False, False, False, season_p=0.9)
    nearly = Recipe(False, False, False, season_p=0.3)
    assert not alike(weak, without)[0].seasonal
    assert [one.seasonal for one in alike(weak, nearly)] == [True, False]
    assert not alike(nearly, without)[0].seasonal


def test_what_can_be_negative_is_never_logged():
    assert not grows_with_level(np.exp(np.arange(40) / 5) - 2, months(40))


def test_a_week_that_stands_out_every_year_is_known_by_its_number():
    index = pd.period_range("2019-01-07", periods=208, freq=Grain.WEEK.freq)
    week = index.start_time.isocalendar().week.to_numpy()
    noise = np.random.default_rng(0).normal(size=208)
    smooth = 3 * np.sin(2 * np.pi * week / 52)
    assert peak_weeks(noise + smooth, index) == ()
    assert peak_weeks(noise + smooth + 12 * (week == 51), index) == (51,)
    assert peak_weeks(noise[:96], months(96)) == ()


def test_short_gaps_are_bridged_on_a_line_and_long_ones_are_not():
    known = np.array([1, 0, 0, 1, 0, 0, 0, 0, 1, 0], dtype=bool)
    values = np.where(known, [2, 0, 0, 8, 0, 0, 0, 0, 5, 0], np.nan)
    filled = bridge_of(known).fill(values[None])[0]
    np.testing.assert_allclose(filled, [2, 4, 6, 8, *[np.nan] * 4, 5, np.nan])


def test_what_was_bridged_is_masked_and_nothing_moves_in_time():
    values = np.random.default_rng(1).normal(size=96)
    values[[10, 40, 41, 42]] = np.nan
    values[60:66] = np.nan
    prepared = prepare(values, months(96))
    assert not prepared.recipe.differenced
    np.testing.assert_array_equal(prepared.known, np.isfinite(values))
    assert (prepared.values[~prepared.known] == 0).all()


def test_a_gap_costs_one_more_period_when_changes_are_compared():
    values = np.cumsum(np.random.default_rng(2).normal(size=96))
    values[40] = np.nan
    prepared = prepare(values, months(96))
    assert prepared.recipe.differenced
    assert list(np.flatnonzero(~prepared.known)) == [0, 40, 41]


@pytest.mark.parametrize("memory", [0.3, 0.8])
def test_what_is_new_has_no_memory_left(memory):
    noise = np.random.default_rng(3).normal(size=400)
    series = np.zeros(400)
    for at in range(1, 400):
        series[at] = memory * series[at - 1] + noise[at]
    new = prepare(series, months(400)).values
    assert abs(np.corrcoef(new[2:], new[1:-1])[0, 1]) < 0.1
    assert np.corrcoef(new[5:], noise[5:])[0, 1] > 0.97


def test_reruns_have_the_mask_and_spread_of_the_series_and_no_relation_to_it():
    values = np.cumsum(np.random.default_rng(4).normal(size=120))
    values[[30, 31, 77]] = np.nan
    prepared = prepare(values, months(120))
    draws = np.random.default_rng(5).random((300, BURN_IN + 120))
    made = reruns(prepared, joint_innovations([prepared], draws)[0])
    assert (made[:, ~prepared.known] == 0).all()
    spread = made[:, prepared.known].std()
    assert spread == pytest.approx(1.0, abs=0.1)
    assert np.abs(made @ prepared.values).mean() / prepared.known.sum() < 0.15
