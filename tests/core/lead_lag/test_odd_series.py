"""Whatever a series holds, it gets a clean verdict with a reason: no crash, warning or NaN word."""

import json
import warnings

import numpy as np
import pytest

from core.lead_lag import Options, Verdict, describe, scan
from core.periods import Grain
from tests.core.lead_lag.panels import panel_of

FAST = Options(surrogates=99)
LENGTHS = (1, 2, 5, 9, 10, 13, 18, 24, 40, 72)


def odd(n):
    rng = np.random.default_rng(n)
    white = rng.normal(size=n)
    place = np.arange(n)
    return {
        "constant": np.full(n, 7.0),
        "nothing": np.full(n, np.nan),
        "one value": np.where(place == n // 2, 1.0, np.nan),
        "line": 2.0 * place + 1e8,
        "pure season": np.sin(2 * np.pi * place / 12),
        "mostly zero": np.where(place == n // 3, 5.0, 0.0),
        "infinite": np.where(place == n // 2, np.inf, white),
        "outlier": np.where(place == n // 2, 1e9, white),
        "step": white + 100.0 * (place > n / 2),
        "huge": white * 1e300,
        "tiny": white * 1e-300,
        "long gap": np.where((place > n / 3) & (place < n / 2), np.nan, white),
        "every third missing": np.where(place % 3 == 0, np.nan, white),
        "first half only": np.where(place < n / 2, white, np.nan),
        "whole numbers": rng.integers(0, 3, n).astype(float),
        "y": np.cumsum(rng.normal(size=n)),
    }


@pytest.mark.parametrize("months", LENGTHS)
def test_every_odd_series_gets_a_verdict_and_a_sentence(months):
    series = odd(months)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = scan(panel_of(series), [*series][:-1], ["y"], FAST)
        turned = scan(panel_of(series), ["y"], [*series][:-1], FAST)
    for answer in (found, turned):
        assert len(answer.pairs) == len(series) - 1
        for language in ("en", "id"):
            said = json.dumps(describe(answer, language), allow_nan=False)
            assert "nan" not in said.lower()


@pytest.mark.parametrize("name", ["constant", "nothing", "one value", "line", "pure season"])
def test_a_series_with_nothing_to_compare_says_why(name):
    series = odd(72)
    pair = scan(panel_of({"x": series[name], "y": series["y"]}), ["x"], ["y"], FAST).pairs[0]
    assert (pair.verdict, pair.rung) == (Verdict.TOO_LITTLE_DATA, 0)
    assert pair.preparation[0].notices
    assert pair.profile.empty


def test_waiting_does_not_help_a_constant():
    pair = scan(panel_of(odd(72)), ["constant"], ["y"], FAST).pairs[0]
    assert pair.months_until_known is None


@pytest.mark.parametrize("months", [3, 12, 20, 24])
def test_a_short_history_says_how_many_more_months(months):
    rng = np.random.default_rng(months)
    panel = panel_of({"x": rng.normal(size=months), "y": rng.normal(size=months)})
    pair = scan(panel, ["x"], ["y"], FAST).pairs[0]
    assert pair.verdict is Verdict.TOO_LITTLE_DATA
    assert 1 <= pair.months_until_known <= 40
    assert pair.months_until_known == int(pair.months_until_known)


def test_waiting_is_shorter_with_more_history_and_with_a_declared_delay():
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(2, 40))

    def wait(months, lags=None):
        panel = panel_of({"x": x[:months], "y": y[:months]})
        options = Options(surrogates=99, lags=lags)
        return scan(panel, ["x"], ["y"], options).pairs[0].months_until_known

    assert wait(12) > wait(18)
    assert wait(12) > wait(12, (1, 2))


def test_weeks_are_told_in_months():
    rng = np.random.default_rng(2)
    panel = panel_of({"x": rng.normal(size=15), "y": rng.normal(size=15)}, Grain.WEEK)
    pair = scan(panel, ["x"], ["y"], FAST).pairs[0]
    assert pair.verdict is Verdict.TOO_LITTLE_DATA
    assert 1 <= pair.months_until_known <= 8


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("outlier", "stands far out"),
        ("step", "level jumps"),
        ("infinite", "infinite"),
        ("first half only", "last value"),
        ("long gap", "missing inside"),
        ("mostly zero", "same value"),
    ],
)
def test_what_looks_odd_is_said_and_not_repaired(name, word):
    series = odd(72)
    pair = scan(panel_of(series), [name], ["y"], FAST).pairs[0]
    assert any(word in notice.to("en") for notice in pair.preparation[0].notices)
    assert any(word in notice.to("en") for notice in pair.notices)


def test_an_ordinary_series_raises_no_doubt():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        series = {"x": 50 + np.cumsum(rng.normal(size=60)), "y": rng.normal(size=60)}
        pair = scan(panel_of(series), ["x"], ["y"], FAST).pairs[0]
        assert [done.notices for done in pair.preparation] == [(), ()]


def test_a_declared_delay_beyond_the_history_is_said():
    rng = np.random.default_rng(2)
    panel = panel_of({"x": rng.normal(size=30), "y": rng.normal(size=30)})
    pair = scan(panel, ["x"], ["y"], Options(surrogates=99, lags=(12, 18))).pairs[0]
    assert pair.verdict is Verdict.TOO_LITTLE_DATA
    assert any("up to 6 periods" in notice.to("en") for notice in pair.notices)


def test_a_figure_of_every_third_month_takes_about_three_times_as_long():
    rng = np.random.default_rng(5)
    seldom = panel_of({"x": rng.normal(size=24), "y": rng.normal(size=24)})
    seldom.values.loc[seldom.values.index.month % 3 != 1, "x"] = np.nan
    monthly = panel_of({"x": rng.normal(size=8), "y": rng.normal(size=8)})
    wait, longer = (scan(one, ["x"], ["y"], FAST).pairs[0] for one in (monthly, seldom))
    assert wait.n == longer.n == 8 and wait.verdict is longer.verdict is Verdict.TOO_LITTLE_DATA
    assert longer.months_until_known == np.ceil(wait.months_until_known * 22 / 8)
