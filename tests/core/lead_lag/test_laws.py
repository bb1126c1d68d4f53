"""What must stay the same whatever the numbers are."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lead_lag import Options, scan
from tests.core.lead_lag.panels import panel_of, planted

FAST = Options(surrogates=99)
NUMBERS = ("r", "p", "reverse_p", "same_period_r", "skill", "skill_p", "stability", "n_effective")
few = settings(max_examples=12, deadline=None)


def one(series):
    return scan(panel_of(series), ["x"], ["y"], FAST).pairs[0]


def walk(seed, months=72):
    """Series that soon stand on both sides of 0, so that no logarithm enters either way up."""
    rng = np.random.default_rng(seed)
    walks = np.cumsum(rng.normal(size=(2, months)), axis=1)
    return dict(zip("xy", walks - walks[:, :20].mean(axis=1, keepdims=True), strict=True))


def assert_same(pair, other, names=NUMBERS):
    for name in names:
        assert getattr(pair, name) == pytest.approx(getattr(other, name), rel=1e-6, abs=1e-9), name
    pd.testing.assert_frame_equal(pair.profile, other.profile, rtol=1e-6, atol=1e-9)
    assert (pair.verdict, pair.lead, pair.lead_set) == (other.verdict, other.lead, other.lead_set)


@few
@given(
    seed=st.integers(0, 99),
    scale=st.sampled_from([1e-6, 0.3, 7.0, 1e9]),
    shift=st.sampled_from([-1e4, 0.0, 3.0, 1e5]),
    name=st.sampled_from(["x", "y"]),
)
def test_units_and_offset_of_either_series_change_nothing(seed, scale, shift, name):
    series = walk(seed)
    offset = shift if shift < 0 else 0.0  # stays below 0 somewhere: no logarithm
    moved = series | {name: scale * (series[name] - series[name].max() + offset)}
    assert_same(one(series | {name: series[name] - series[name].max()}), one(moved))


@few
@given(seed=st.integers(0, 99), scale=st.sampled_from([1e-6, 0.01, 250.0, 1e12]))
def test_units_change_nothing_where_logarithms_are_taken(seed, scale):
    grown = {name: np.exp(5 + 0.2 * values) for name, values in walk(seed).items()}
    scaled = grown | {"y": scale * grown["y"]}
    pair, other = one(grown), one(scaled)
    assert_same(pair, other)
    np.testing.assert_allclose(other.past["actual"], scale * pair.past["actual"])
    np.testing.assert_allclose(other.past["with_indicator"], scale * pair.past["with_indicator"])


def test_a_huge_offset_costs_no_digits():
    rng = np.random.default_rng(4)
    small = {"x": rng.normal(size=72), "y": rng.normal(size=72)}
    offset = small | {"x": 1e8 + small["x"]}
    pair, other = one(small), one(offset)
    assert other.p == pytest.approx(pair.p, abs=0.02)
    np.testing.assert_allclose(other.profile["r"], pair.profile["r"], atol=1e-5)
    assert other.spreadsheet.r == pytest.approx(pair.spreadsheet.r, abs=1e-6)


@few
@given(seed=st.integers(0, 99), name=st.sampled_from(["x", "y"]))
def test_turning_a_series_over_turns_the_sign_and_nothing_else(seed, name):
    series = walk(seed)
    pair, turned = one(series), one(series | {name: -series[name]})
    assert turned.sign == -pair.sign
    np.testing.assert_allclose(turned.profile["r"], -pair.profile["r"], atol=1e-9)
    for same in ("p", "reverse_p", "skill", "skill_p", "stability", "lead_set", "verdict"):
        assert getattr(turned, same) == pytest.approx(getattr(pair, same)), same


@few
@given(seed=st.integers(0, 99), lead=st.integers(1, 6))
def test_swapping_the_two_series_mirrors_the_lags(seed, lead):
    series = planted(lead, months=72, seed=seed)
    there, back = one(series), one({"x": series["y"], "y": series["x"]})
    mirrored = back.profile.iloc[::-1].reset_index(drop=True)
    np.testing.assert_allclose(there.profile["lag"], -mirrored["lag"])
    for name in ("r", "t", "n"):
        np.testing.assert_allclose(there.profile[name], mirrored[name], atol=1e-9)
    apart = there.profile["lag"] != 0
    np.testing.assert_allclose(there.profile["high"][apart], mirrored["high"][apart], atol=1e-9)
    assert there.p == back.reverse_p
    assert there.reverse_p == back.p


@few
@given(seed=st.integers(0, 99), months=st.integers(50, 95), scale=st.sampled_from([0.1, 5.0]))
def test_changing_the_future_changes_no_past_forecast(seed, months, scale):
    series = planted(2, months=96, seed=seed)
    changed = {
        name: np.where(np.arange(96) < months, values, scale * values + 40)
        for name, values in series.items()
    }
    until = panel_of(series).values.index[months - 1]
    kept = [past[past["period"] <= until] for past in (one(series).past, one(changed).past)]
    pd.testing.assert_frame_equal(*kept, rtol=1e-9)


@few
@given(seed=st.integers(0, 99), months=st.integers(55, 95))
def test_past_forecasts_are_those_that_were_made_at_the_time(seed, months):
    series = planted(2, months=96, seed=seed)
    then = one({name: values[:months] for name, values in series.items()})
    now = one(series).past
    kept = now[now["period"].isin(then.past["period"])].reset_index(drop=True)
    assert len(then.past)
    pd.testing.assert_frame_equal(kept, then.past, rtol=1e-9)


@few
@given(seed=st.integers(0, 99))
def test_p_values_are_shares_and_the_envelope_holds_zero(seed):
    pair = one(walk(seed))
    assert 0 < pair.p <= 1 and 0 < pair.reverse_p <= 1 and pair.p <= pair.q <= 1
    assert (pair.profile["low"] < 0).all() and (pair.profile["high"] > 0).all()
    assert (pair.profile["r"].abs() < 1).all()
    outside = (pair.profile["r"] > pair.profile["high"]) & (pair.profile["lag"] > 0)
    assert not outside.any() or pair.p <= 0.06
