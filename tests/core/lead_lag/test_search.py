"""The batched arithmetic is what a slow, plain reading of method.md gives, pair by pair."""

import numpy as np
import pandas as pd
import pytest

from core.lead_lag.evidence import (
    Evidence,
    History,
    judge,
    months_of,
    periods_until_known,
    plausible_leads,
    smallest_detectable,
)
from core.lead_lag.model import Verdict
from core.lead_lag.significance import Part, search
from core.lead_lag.spreadsheet import spreadsheets
from core.lead_lag.windows import partial_correlations, t_of, windows_to
from core.periods import Grain


def slow_partial(leader, follower, first, last):
    """Partial correlation by two regressions, rows with any unknown left out after lagging."""
    lags = range(first, last + 1)
    rows = pd.DataFrame(
        {
            "b": follower,
            "a": sum(pd.Series(leader).shift(lag) for lag in lags),
            "own": sum(pd.Series(follower).shift(lag) for lag in lags),
        }
    ).dropna()
    design = np.column_stack([np.ones(len(rows)), rows["own"]])
    left = [
        rows[name] - design @ np.linalg.lstsq(design, rows[name], rcond=None)[0]
        for name in ("a", "b")
    ]
    return np.corrcoef(*left)[0, 1], len(rows)


@pytest.mark.parametrize("missing", [0.0, 0.08])
def test_every_window_equals_two_plain_regressions(missing):
    rng = np.random.default_rng(1)
    series = rng.normal(size=(5, 70))
    series[rng.random(series.shape) < missing] = np.nan
    known, filled = np.isfinite(series), np.nan_to_num(series)
    windows = windows_to(9)
    r, n = partial_correlations((filled[:1], known[0]), (filled[1:], known[1:]), windows)
    for pair in range(4):
        for place, (first, last) in enumerate(zip(windows.first, windows.last, strict=True)):
            expected, rows = slow_partial(series[0], series[1 + pair], first, last)
            assert n[pair, place] == rows
            if rows >= 8:
                assert r[0, pair, place] == pytest.approx(expected, abs=1e-9)


def test_windows_are_those_of_one_three_and_six_lags():
    windows = windows_to(7)
    spans = list(zip(windows.first.tolist(), windows.last.tolist(), strict=True))
    assert spans[:7] == [(lag, lag) for lag in range(1, 8)]
    assert set(spans[7:]) == {(k, k + 2) for k in range(1, 6)} | {(1, 6), (2, 7)}


def part(runs, followers):
    every = np.ones(followers.shape, dtype=bool)
    return Part((runs, every[0]), (followers, every), np.zeros(len(followers)))


def test_p_counts_the_reruns_whose_best_is_as_good():
    rng = np.random.default_rng(2)
    runs, follower = rng.normal(size=(40, 60)), rng.normal(size=(1, 60))
    windows = windows_to(4)
    every = np.ones((1, 60), dtype=bool)
    searched = np.ones((1, len(windows)), dtype=bool)
    found = search([part(runs, follower)], windows, searched)
    r, n = partial_correlations((runs, every[0]), (follower, every), windows)
    best = np.abs(t_of(r, n))[:, 0].max(axis=1)
    assert found.p[0] == (1 + (best[1:] >= best[0]).sum()) / 40
    assert found.critical[0] == pytest.approx(np.quantile(best[1:], 0.95))


def test_blocks_of_followers_do_not_change_the_answer(monkeypatch):
    rng = np.random.default_rng(3)
    runs, followers = rng.normal(size=(20, 60)), rng.normal(size=(7, 60))
    windows = windows_to(4)
    searched = np.ones((7, len(windows)), dtype=bool)
    whole = search([part(runs, followers)], windows, searched)
    monkeypatch.setattr("core.lead_lag.significance.BLOCK", 400)
    parts = search([part(runs, followers)], windows, searched)
    for name in ("r", "p", "critical", "best", "same_p"):
        np.testing.assert_allclose(getattr(parts, name), getattr(whole, name))


def test_the_spreadsheet_is_the_best_plain_correlation_over_the_lags():
    rng = np.random.default_rng(4)
    x, y = pd.Series(rng.normal(size=50).cumsum()), pd.Series(rng.normal(size=50).cumsum())
    x[[4, 20]] = np.nan
    by_lag = [x.shift(lag).corr(y) for lag in range(9)]
    best = int(np.argmax(np.abs(by_lag)))
    seen = spreadsheets(x.to_numpy()[None], y.to_numpy()[None], np.array([8]))[0]
    assert (seen.lag, seen.r) == (best, pytest.approx(by_lag[best]))


def test_plausible_leads_are_the_fewest_that_weigh_nine_tenths():
    lags = np.arange(1, 5)
    assert plausible_leads(np.array([0.0, 0.9, 0.0, 0.0]), lags, 50) == (2,)
    assert plausible_leads(np.zeros(4), lags, 50) == (1, 2, 3, 4)
    # weights 0.6, 0.3, 0.1 of their sum, by hand: (1 - r^2)^(-n/2) with n = 2 is 1 / (1 - r^2)
    r = np.sqrt(1 - np.array([1 / 6, 1 / 3, 1.0]))
    assert plausible_leads(r, np.arange(1, 4), 2) == (1, 2)


def test_the_smallest_detectable_correlation_by_hand():
    """tanh((z(1 - .025/12) + .84) / sqrt(45 - 3)); z(.9979167) = 2.8653."""
    assert smallest_detectable(45, 12) == pytest.approx(
        np.tanh((2.8653 + 0.84) / 42**0.5), abs=1e-4
    )
    assert smallest_detectable(3, 12) == 1.0


def test_waiting_ends_when_the_correlation_would_show():
    wait = periods_until_known(0.4, History(30, 27.0), (1, 3))
    assert smallest_detectable(30 + wait - 3, 3) <= 0.4 < smallest_detectable(29 + wait - 3, 3)
    assert periods_until_known(0.4, History(30, 27.0), (1, 3), 20) > wait
    assert periods_until_known(0.01, History(30, 27.0), (1, 3)) is None


def test_periods_are_whole_months_rounded_up():
    assert months_of(5, Grain.WEEK) == 2
    assert months_of(5, Grain.QUARTER) == 15
    assert months_of(31, Grain.DAY) == 2
    assert months_of(None, Grain.MONTH) is None


GOOD = Evidence(
    p=0.001, q=0.01, t=4.0, reverse_q=0.5, reverse_t=1.0, same_q=0.5, smallest_r=0.4,
    skill=0.2, skill_p=0.01, stability=1.0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "verdict", "rung"),
    [
        ({}, Verdict.LEADS, 4),
        ({"skill": -0.1}, Verdict.LEADS, 3),
        ({"skill_p": 0.2}, Verdict.LEADS, 3),
        ({"stability": 0.4}, Verdict.LEADS, 3),
        ({"skill": float("nan"), "skill_p": float("nan")}, Verdict.LEADS, 3),
        ({"q": 0.2}, Verdict.MAY_LEAD, 2),
        ({"reverse_q": 0.01, "reverse_t": 4.9}, Verdict.LEADS, 4),
        ({"reverse_q": 0.01, "reverse_t": -5.1}, Verdict.FOLLOWS, 1),
        ({"p": 0.3, "q": 0.3, "same_q": 0.01}, Verdict.MOVES_TOGETHER, 1),
        ({"p": 0.3, "q": 0.3}, Verdict.NO_EVIDENCE, 0),
        ({"p": 0.3, "q": 0.3, "smallest_r": 0.61}, Verdict.TOO_LITTLE_DATA, 0),
        ({"smallest_r": 0.9}, Verdict.LEADS, 4),
        (dict.fromkeys(("p", "q", "t", "reverse_q", "same_q"), float("nan")) | {"smallest_r": 1.0},
         Verdict.TOO_LITTLE_DATA, 0),
    ],
)  # fmt: skip
def test_the_verdict_follows_the_ladder(change, verdict, rung):
    assert judge(Evidence(**(vars(GOOD) | change)), 0.05) == (verdict, rung)
