"""Planted truths are found, decoys are not, and the answer does not depend on who else is asked."""

import numpy as np
import pandas as pd
import pytest

from core.errors import Refusal
from core.lead_lag import Options, Verdict, scan
from core.periods import Grain
from tests.core.lead_lag.panels import QUICK, noise, panel_of, planted

FAST = Options(surrogates=QUICK)


def only(panel, options=FAST):
    return scan(panel, ["x"], ["y"], options).pairs[0]


@pytest.mark.parametrize("lead", [1, 2, 4, 7, 11])
def test_a_planted_lead_is_found_with_its_length(lead):
    pair = only(panel_of(planted(lead)))
    assert (pair.verdict, pair.lead, pair.sign) == (Verdict.LEADS, lead, 1)
    assert lead in pair.lead_set
    assert pair.rung >= 3


def test_a_strong_lead_improves_past_forecasts_and_holds_in_every_half():
    pair = only(panel_of(planted(3, months=120, strength=0.9)))
    assert pair.rung == 4
    assert pair.skill > 0.15
    assert pair.skill_p < 0.05
    assert pair.stability == 1.0
    assert list(pair.windows["same"]) == [True] * 5


def test_an_opposite_lead_has_a_negative_sign():
    pair = only(panel_of(planted(3, sign=-1)))
    assert (pair.verdict, pair.lead, pair.sign) == (Verdict.LEADS, 3, -1)
    assert pair.r < 0


def test_what_moves_afterwards_follows():
    series = planted(3)
    pair = only(panel_of({"x": series["y"], "y": series["x"]}))
    assert (pair.verdict, pair.lead) == (Verdict.FOLLOWS, None)


def test_what_moves_in_the_same_month_only_moves_together():
    pairs = [only(panel_of(planted(0, seed=seed))) for seed in range(1, 11)]
    together = [pair for pair in pairs if pair.verdict is Verdict.MOVES_TOGETHER]
    assert len(together) >= 8  # of ten, at 5 % of chance leads in either direction
    assert all((pair.rung, pair.lead) == (1, None) for pair in together)
    assert all(pair.same_period_r > 0.6 for pair in pairs)


def test_an_effect_spread_over_months_is_found_by_its_sum():
    rng = np.random.default_rng(5)
    x = rng.normal(size=260)
    spread = sum(np.roll(x, lag) for lag in range(2, 8)) * 0.2
    pair = only(panel_of({"x": x[20:], "y": (spread + rng.normal(size=260))[20:]}))
    assert pair.verdict is Verdict.LEADS
    assert pair.window[1] - pair.window[0] == 5


@pytest.mark.parametrize("seed", range(4))
def test_a_shared_trend_is_no_lead_though_the_spreadsheet_believes_it(seed):
    rng = np.random.default_rng(seed)
    grown = np.arange(60) * 0.2
    pair = only(panel_of({"x": grown + rng.normal(size=60), "y": grown + rng.normal(size=60)}))
    assert pair.verdict is Verdict.NO_EVIDENCE
    assert pair.spreadsheet.r > 0.8
    assert pair.spreadsheet.p < 0.001


@pytest.mark.parametrize("seed", range(4))
def test_a_shared_season_is_no_lead_though_the_spreadsheet_believes_it(seed):
    rng = np.random.default_rng(100 + seed)
    season = 3 * np.sin(2 * np.pi * np.arange(72) / 12)
    late = np.roll(season, 3)  # as good a fit 3 months late as, turned over, 9 months late
    pair = only(panel_of({"x": season + rng.normal(size=72), "y": late + rng.normal(size=72)}))
    assert pair.rung == 0
    assert abs(pair.spreadsheet.r) > 0.7


def test_a_declared_delay_finds_what_the_whole_search_cannot():
    found = {"declared": 0, "whole": 0}
    for seed in range(25):
        panel = panel_of(planted(2, months=36, strength=0.62, seed=seed))
        found["whole"] += only(panel).verdict is Verdict.LEADS
        declared = only(panel, Options(lags=(1, 3), surrogates=QUICK))
        found["declared"] += declared.verdict is Verdict.LEADS
        assert declared.lags == (1, 3)
    assert found["declared"] > found["whole"]


def test_months_without_a_value_keep_their_place_in_time():
    series = planted(4, months=120)
    hidden = np.random.default_rng(3).random(120) < 0.12
    hidden[50:57] = True
    series["x"] = np.where(hidden, np.nan, series["x"])
    pair = only(panel_of(series))
    assert (pair.verdict, pair.lead) == (Verdict.LEADS, 4)
    assert pair.n == 120 - hidden.sum()


@pytest.mark.parametrize(
    ("grain", "lead", "periods"),
    [(Grain.WEEK, 5, 160), (Grain.QUARTER, 2, 60), (Grain.DAY, 9, 200), (Grain.YEAR, 1, 60)],
)
def test_every_grain_finds_its_planted_lead(grain, lead, periods):
    rng = np.random.default_rng(8)
    x = rng.normal(size=periods + 20)
    y = 0.9 * np.roll(x, lead) + 0.4 * rng.normal(size=periods + 20)
    pair = only(panel_of({"x": x[20:], "y": y[20:]}, grain, "1950-01"))
    assert (pair.verdict, pair.lead) == (Verdict.LEADS, lead)


def test_other_pairs_change_q_but_nothing_that_was_measured():
    panel = panel_of(planted(3, strength=0.6) | noise(count=12))
    alone = only(panel)
    among = next(
        pair
        for pair in scan(panel, ["x", *noise(count=12)], ["y"], FAST).pairs
        if pair.leading == "x"
    )
    for name in ("p", "r", "skill", "skill_p", "stability", "reverse_p", "lead_set", "n_effective"):
        assert getattr(among, name) == pytest.approx(getattr(alone, name)), name
    assert among.q > alone.q == alone.p


def test_q_is_the_benjamini_hochberg_q_of_all_pairs():
    panel = panel_of(planted(3) | noise(count=7))
    pairs = scan(panel, ["x", *noise(count=7)], ["y"], FAST).pairs
    p = sorted(pair.p for pair in pairs)
    expected = [min(p[k] * 8 / (k + 1) for k in range(at, 8)) for at in range(8)]
    assert sorted(pair.q for pair in pairs) == pytest.approx(expected)


def test_pairs_stand_best_evidence_first():
    panel = panel_of(planted(3) | noise(count=6))
    pairs = scan(panel, [*noise(count=6), "x"], ["y"], FAST).pairs
    assert pairs[0].leading == "x"
    assert [pair.rung for pair in pairs] == sorted((pair.rung for pair in pairs), reverse=True)


def test_the_same_seed_gives_the_same_digits_and_another_seed_nearly_the_same():
    panel = panel_of(planted(3, strength=0.5))
    first, again = only(panel), only(panel)
    other = only(panel, Options(surrogates=QUICK, seed=1))
    assert first.p == again.p
    pd.testing.assert_frame_equal(first.profile, again.profile)
    pd.testing.assert_series_equal(first.profile["r"], other.profile["r"])
    assert other.p == pytest.approx(first.p, abs=0.08)


def test_the_key_changes_with_every_part_of_the_question():
    panel = panel_of(planted(3) | noise())
    keys = {
        scan(panel, ["x"], ["y"], FAST).key,
        scan(panel, ["z0"], ["y"], FAST).key,
        scan(panel, ["x"], ["z0"], FAST).key,
        scan(panel, ["x"], ["y"], Options(surrogates=99)).key,
        scan(panel, ["x"], ["y"], Options(surrogates=QUICK, seed=2)).key,
        scan(panel, ["x"], ["y"], Options(surrogates=QUICK, lags=(1, 4))).key,
    }
    assert len(keys) == 6


def test_an_indicator_is_never_compared_with_itself():
    panel = panel_of(planted(3))
    pairs = scan(panel, ["x", "y"], ["x", "y"], FAST).pairs
    assert {(pair.leading, pair.lagging) for pair in pairs} == {("x", "y"), ("y", "x")}


def test_the_panel_is_left_as_it_was():
    panel = panel_of(planted(3))
    before = panel.values.copy()
    only(panel)
    pd.testing.assert_frame_equal(panel.values, before)


def test_progress_goes_from_nothing_to_all_without_going_back():
    told = []
    panel = panel_of(planted(3) | noise(count=3))
    scan(panel, ["x", "z0", "z1"], ["y"], FAST, told.append)
    assert told[0] == 0 and told[-1] == 1
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("leading", "lagging", "lags"),
    [
        (["w"], ["y"], None),
        (["x"], ["w"], None),
        (["x"], ["x"], None),
        ([], ["y"], None),
        (["x"], [], None),
        (["x"], ["y"], (5, 2)),
        (["x"], ["y"], (0, 0)),
        (["x"], ["y"], (-3, 3)),
    ],
)
def test_a_question_without_an_answer_is_refused_with_a_remedy(leading, lagging, lags):
    with pytest.raises(Refusal) as refused:
        scan(panel_of(planted(3)), leading, lagging, Options(lags=lags))
    assert refused.value.what.to("id") != refused.value.what.to("en")
    assert refused.value.remedy.to("id") != refused.value.remedy.to("en")
