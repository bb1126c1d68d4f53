"""Branches as repeated measurements: more is found, nothing shared fools, dissent is said."""

import json

import numpy as np
import pandas as pd
import pytest
from scipy.stats import combine_pvalues

from benchmarks import worlds_of_segments as worlds
from benchmarks.pooled_rates import leads, together
from core.errors import Refusal
from core.lead_lag import Options, Verdict, describe, in_words, pooled, scan, spreadsheet_in_words
from core.lead_lag.fisher_mean import Correlations, fisher_mean
from core.lead_lag.joint import joint_innovations
from core.lead_lag.pooling import agree
from core.lead_lag.recipe import Recipe
from core.lead_lag.skill import clark_west
from core.lead_lag.transforms import prepare
from core.periods import Grain
from tests.core.lead_lag.panels import QUICK, noise, panel_of, planted

FAST = Options(surrogates=QUICK)
EXACT = ("p", "q", "r", "reverse_p", "same_period_p", "skill", "skill_p", "stability", "rung",
         "n", "n_effective", "months_until_known", "smallest_r", "lead_set", "verdict", "lags",
         "notices", "preparation", "window")  # fmt: skip


def branches(signs, months=24, r=0.6, seed=0, lead=2):
    """White x and y in each branch; y repeats x `lead` months late, with that branch's sign."""
    rng = np.random.default_rng(seed)
    found = {}
    for place, sign in enumerate(signs):
        x, own = rng.normal(size=(2, months + lead))
        y = sign * r * np.roll(x, lead) + np.sqrt(1 - (sign * r) ** 2) * own
        found[f"branch {place}"] = panel_of({"x": 50 + x[lead:], "y": 50 + y[lead:]})
    return found


def only(segments, options=FAST):
    return pooled(segments, ["x"], ["y"], options).pairs[0]


def said(pair):
    return " ".join(notice.to("en") for notice in pair.notices)


@pytest.mark.parametrize("months", [24, 60])
def test_one_segment_gets_the_answer_of_a_scan(months):
    series = planted(2, months=months, strength=0.7, seed=3) | noise(months, count=2)
    series["x"][4] = np.nan
    panel = panel_of(series)
    asked = ["x", "z0", "z1"], ["y"], FAST
    whole = scan(panel, *asked).pairs
    for pair, alone in zip(pooled({"a": panel}, *asked).pairs, whole, strict=True):
        for name in EXACT:
            assert getattr(pair, name) == pytest.approx(getattr(alone, name), nan_ok=True), name
        assert in_words(pair) == in_words(alone)
        pd.testing.assert_frame_equal(pair.profile, alone.profile)
        pd.testing.assert_frame_equal(pair.past, alone.past)
        pd.testing.assert_frame_equal(pair.windows, alone.windows)
        assert pair.pooled_over == len(pair.segments) == 1


def test_short_branches_find_together_what_none_finds_alone():
    segments = branches([1] * 8, r=0.5)
    pair = only(segments)
    assert (pair.verdict, pair.lead, pair.sign) == (Verdict.LEADS, 2, 1)
    assert (pair.pooled_over, pair.n) == (8, 8 * 24)
    alone = [scan(panel, ["x"], ["y"], FAST).pairs[0] for panel in segments.values()]
    assert sum(one.verdict is Verdict.LEADS for one in alone) <= 3
    assert pair.smallest_r < min(one.smallest_r for one in alone) / 1.5
    assert "One segment alone would need about" in said(pair)


def test_the_order_of_the_segments_changes_nothing():
    segments = branches([1, 1, -1, 1], r=0.5)
    turned = dict(reversed(segments.items()))
    one, other = only(segments), only(turned)
    assert (one.p, one.r, one.notices) == (other.p, other.r, other.notices)
    pd.testing.assert_frame_equal(one.segments, other.segments)


def test_every_segment_has_a_row_with_its_own_correlation():
    rows = only(branches([1] * 5)).segments
    assert list(rows.columns) == ["segment", "n", "r", "low", "high", "sign_agrees", "left_out"]
    assert rows["sign_agrees"].tolist() == [True] * 5
    assert ((rows["low"] < rows["r"]) & (rows["r"] < rows["high"])).all()


def test_a_segment_that_goes_the_other_way_is_named():
    pair = only(branches([1, 1, 1, 1, 1, -1], r=0.8))
    assert pair.verdict is Verdict.LEADS
    assert pair.segments["sign_agrees"].tolist() == [True] * 5 + [False]
    assert "In 1 of 6 segments it went the other way: branch 5 (r = -0." in said(pair)


def test_segments_that_disagree_are_no_lead_and_it_is_said():
    pairs = [only(branches([1, -1] * 4, r=0.7, months=36, seed=seed)) for seed in range(4)]
    assert sum(pair.rung >= 2 for pair in pairs) <= 1
    for pair in pairs:
        assert "differ" in said(pair) or "disagree" in said(pair)
        assert pair.rung >= 2 or ("branch 0 (r = 0." in said(pair) and "(r = -0." in said(pair))


def test_a_result_that_rests_on_one_segment_says_so():
    pair = only(branches([1, 0, 0], r=0.95, months=36, seed=2))
    assert pair.rung >= 2
    assert "The result rests on branch 0: without it p = " in said(pair)


def test_segments_with_too_little_are_left_out_by_name():
    segments = branches([1] * 4)
    segments["new"] = panel_of({"x": np.arange(5.0) ** 2, "y": np.arange(5.0)}, start="2016-08")
    segments["without"] = panel_of({"y": noise(24)["z0"]})
    segments["flat"] = panel_of({"x": np.ones(24), "y": noise(24)["z0"]})
    pair, without = only(segments), only(branches([1] * 4))
    assert (pair.pooled_over, pair.n) == (4, without.n)
    assert pair.p == without.p
    out = pair.segments[pair.segments["left_out"] != ""].set_index("segment")["left_out"]
    assert out["new"].to("en") == "x: It has 5 values; at least 10 are needed."
    assert out["without"].to("en") == "x: It has no values at all."
    assert "never changes" in out["flat"].to("en")
    assert all(name in said(pair) for name in ("new (", "without (", "flat ("))


def test_when_one_segment_is_left_it_answers_alone():
    segments = branches([1])
    segments["few"] = panel_of({"x": np.arange(4.0), "y": np.arange(4.0)})
    pair, alone = only(segments), only(branches([1]))
    assert (pair.p, pair.verdict, pair.lags) == (alone.p, alone.verdict, alone.lags)
    assert pair.r == pytest.approx(alone.r)
    assert "Only branch 0 has enough data" in said(pair)


def test_segments_may_begin_and_end_apart():
    segments = branches([1] * 6, months=30, r=0.7)
    moved = {
        name: panel_of(
            {id: panel.values[id].to_numpy() for id in "xy"}, start=f"2015-{1 + place:02d}"
        )
        for place, (name, panel) in enumerate(segments.items())
    }
    pair = only(moved)
    assert (pair.verdict, pair.lead) == (Verdict.LEADS, 2)
    assert (str(pair.first), str(pair.last)) == ("2015-01", "2017-11")


def test_nothing_can_be_pooled_without_segments_or_over_unlike_periods():
    months = panel_of(planted(2))
    quarters = panel_of(planted(2), Grain.QUARTER)
    for segments in ({}, {"a": months, "b": quarters}):
        with pytest.raises(Refusal):
            only(segments)
    with pytest.raises(Refusal):
        pooled({"a": months}, ["w"], ["y"])


def test_the_sentence_and_the_record_say_over_how_many_segments():
    found = pooled(branches([1] * 8), ["x"], ["y"], FAST)
    pair = found.pairs[0]
    assert "192 months compared over 8 segments" in in_words(pair).to("en")
    assert "192 bulan dibandingkan di 8 segmen" in in_words(pair).to("id")
    assert "on the totals" in spreadsheet_in_words(pair).to("en")
    told = json.loads(json.dumps(describe(found, "id")))["pairs"][0]
    assert told["pooled_over"] == len(told["segments"]) == 8
    assert told["segments"][0]["segment"] == "branch 0"
    assert told["pooled_r"][1] < told["pooled_r"][0] < told["pooled_r"][2]
    assert "segments" not in describe(scan(panel_of(planted(2)), ["x"], ["y"]), "en")["pairs"][0]


QUIET = ("nearly all news shared", "shared season", "gaps, branches opened later")


@pytest.mark.parametrize("world", QUIET)
def test_what_branches_share_is_no_lead(world):
    x, y = worlds.UNRELATED[world](np.random.default_rng(5), (40, 4, 24))
    assert leads(together(x, y, Options(surrogates=99))) <= 12.5  # 5 of 40; 2 expected


def test_pooling_finds_far_more_than_the_sum_of_the_branches():
    x, y = worlds.leads(0.15)(np.random.default_rng(6), (30, 8, 24))
    quick = Options(surrogates=99)
    summed = together(x.sum(1, keepdims=True), y.sum(1, keepdims=True), quick)
    assert leads(together(x, y, quick)) > leads(summed) + 25


def test_fisher_mean_by_hand():
    """Weights 20 - 2 - 3 and 13 - 3, mean of z weighted so; together 25 effective periods and 3."""
    r, n, lost = (0.5, 0.1), (20.0, 13.0), (2.0, 0.0)
    parts = [
        Correlations(np.full((1, 1, 1), a), np.full((1, 1), b), np.array([c]))
        for a, b, c in zip(r, n, lost, strict=True)
    ]
    found = fisher_mean(parts)
    expected = (15 * np.arctanh(0.5) + 10 * np.arctanh(0.1)) / 25
    assert found.r[0, 0, 0] == pytest.approx(np.tanh(expected))
    assert (found.n[0, 0], found.effective[0, 0]) == (33, 28)


def test_segments_that_say_the_same_count_once():
    rng = np.random.default_rng(7)
    runs = rng.normal(scale=0.2, size=(500, 1, 1))
    one = Correlations(runs, np.full((1, 1), 30.0), np.zeros(1))
    same = fisher_mean([one, one, one])
    assert same.effective[0, 0] == pytest.approx(30)
    apart = [
        Correlations(rng.normal(scale=0.2, size=(500, 1, 1)), one.n, one.lost) for _ in range(3)
    ]
    assert fisher_mean(apart).effective[0, 0] == pytest.approx(84, abs=9)


def test_reruns_share_what_the_segments_share():
    rng = np.random.default_rng(8)
    common = rng.normal(size=60)
    index = pd.period_range("2015-01", periods=60, freq="M")
    recipe = Recipe(logged=False, seasonal=False, differenced=False)
    segments = [prepare(common + 0.5 * rng.normal(size=60), index, recipe) for _ in range(3)]
    drawn = joint_innovations(segments, rng.random((200, 160)))
    for one, other in ((0, 1), (1, 2)):
        real = np.corrcoef(segments[one].values, segments[other].values)[0, 1]
        made = np.corrcoef(drawn[one].ravel(), drawn[other].ravel())[0, 1]
        assert made == pytest.approx(real, abs=0.06)


def test_losses_of_one_period_count_as_one_draw():
    rng = np.random.default_rng(9)
    without, using = rng.normal(size=(2, 1, 1, 30))
    made = np.ones((1, 1, 30), dtype=bool)
    one = clark_west(without, using, made)
    twins = clark_west(*(np.repeat(part, 4, axis=1) for part in (without, using, made)))
    assert twins == pytest.approx(one)


def test_p_values_of_seasons_are_combined_as_fisher_did():
    p = [0.2, 0.04, 0.6]
    assert agree.together(p) == pytest.approx(combine_pvalues(p).pvalue)
    assert agree.together([0.3, 1.0]) == 0.3
    assert agree.together([1.0]) == 1.0
