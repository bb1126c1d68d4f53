"""What followed a date: planted truths, laws, and what keeps the answer from claiming too much."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from benchmarks.impact_worlds import METRIC, WORLDS, Shape, divided, panel_of, world
from core.enablement.impact import Asked, Verdict, describe, impact, proposed, sentence
from core.errors import Refusal
from core.metrics import Aggregate

CALM = Shape(season=0.2, growth=0.01)


def made(shape=CALM, seed=4, months=48, effect=0.0):
    return world(shape, np.random.default_rng(seed), months, effect)


def answer(one, **other):
    return impact(one.panel, METRIC, one.when, Asked(one.treated, one.comparison, **other))


def warned(found) -> str:
    return "\n".join(str(one) for one in found.warnings)


def alone(values, when, **other):
    return impact(panel_of(values, **other), METRIC, when)


def test_a_planted_fifth_is_found_beside_a_comparison_and_lies_in_the_interval():
    found = answer(made(effect=0.2))
    assert found.verdict is Verdict.HIGHER
    assert found.relative.low < 0.2 < found.relative.high
    assert found.others.share <= 0.1
    assert "was followed by higher Revenue" in str(sentence(found))


def test_a_planted_loss_is_called_lower():
    assert answer(made(effect=-0.25)).verdict is Verdict.LOWER


@pytest.mark.parametrize("name", WORLDS)
def test_where_nothing_happened_there_is_no_evidence(name):
    verdicts = [answer(made(WORLDS[name], seed)).verdict for seed in range(4)]
    assert verdicts.count(Verdict.NO_EVIDENCE) >= 3


def test_without_a_comparison_more_than_a_change_is_never_said():
    one = made(effect=0.8)
    found = impact(one.panel, METRIC, one.when, Asked(one.treated))
    assert found.verdict is Verdict.CHANGE
    assert "not an effect" in str(sentence(found))
    assert "bukan efek" in sentence(found).to("id")


def test_groups_sent_because_they_were_down_are_not_called_a_success():
    """Three branches fall by a fifth for four months and come back by themselves."""
    rng, months, at = np.random.default_rng(5), 48, 32
    groups = {}
    for place in range(8):
        dip = -0.25 * ((np.arange(months) >= at - 4) & (np.arange(months) < at)) * (place < 3)
        groups[f"G{place}"] = np.exp(5 + dip + rng.normal(0, 0.04, months))
    panel = divided(groups)
    names = list(groups)
    found = impact(panel, METRIC, date(2022, 9, 1), Asked(tuple(names[:3]), tuple(names[3:])))
    assert found.verdict is Verdict.NO_EVIDENCE
    assert "regression to the mean" in warned(found)


def test_another_unit_of_money_changes_amounts_alone():
    one = made(effect=0.2)
    thousands = divided(
        {name: own.values[METRIC].to_numpy() / 1000 for name, own in one.panel.segments.items()}
    )
    asked = Asked(one.treated, one.comparison)
    first, second = (impact(panel, METRIC, one.when, asked) for panel in (one.panel, thousands))
    assert second.effect.value == pytest.approx(first.effect.value / 1000)
    assert second.relative.low == pytest.approx(first.relative.low)
    assert (second.p, second.verdict) == (pytest.approx(first.p), first.verdict)


def test_treated_and_comparison_exchanged_turn_the_answer_round():
    one = made(effect=0.2)
    first = answer(one)
    second = impact(one.panel, METRIC, one.when, Asked(one.comparison, one.treated))
    assert second.p == pytest.approx(first.p)
    assert 1 + second.relative.value == pytest.approx(1 / (1 + first.relative.value))
    assert {first.verdict, second.verdict} == {Verdict.HIGHER, Verdict.LOWER}


def test_what_comes_after_the_periods_looked_at_moves_no_estimate():
    one = made(effect=0.2, months=60)
    first = answer(one)
    later = {
        name: np.where(np.arange(60) >= 46, 3.0, 1.0) * own.values[METRIC].to_numpy()
        for name, own in one.panel.segments.items()
    }
    second = impact(divided(later), METRIC, one.when, Asked(one.treated, one.comparison))
    assert second.effect.value == pytest.approx(first.effect.value)
    assert second.p == pytest.approx(first.p)


def test_other_dates_before_know_nothing_of_the_event():
    quiet, loud = answer(made()), answer(made(effect=0.5))
    before = quiet.others.rows.index < quiet.first
    pd.testing.assert_frame_equal(quiet.others.rows[before], loud.others.rows[before])
    assert quiet.first not in quiet.others.rows.index


def test_the_month_in_which_the_date_lies_counts_as_neither():
    one = made(effect=0.2)
    asked = Asked(one.treated, one.comparison)
    found = impact(one.panel, METRIC, one.when.replace(day=14), asked)
    assert (found.series["part"] == "out").sum() == 1
    assert found.first == pd.Period(one.when, "M") + 1


def test_zeros_are_measured_and_told_in_amounts():
    values = np.random.default_rng(11).poisson(4, 48).astype(float)
    values[5] = 0
    values[32:] += 12
    found = alone(values, date(2022, 9, 1))
    assert found.verdict is Verdict.CHANGE
    assert found.effect.low < 12 < found.effect.high


def test_a_rate_is_told_in_points_and_weighed_by_the_records_behind_it():
    rng = np.random.default_rng(3)
    rate = np.clip(0.4 + rng.normal(0, 0.02, 48) + 0.2 * (np.arange(48) >= 32), 0, 1)
    panel = divided({"A": rate, "B": rate / 2, "C": rng.uniform(0.3, 0.4, 48)}, unit="rate")
    assert panel.indicators[0].aggregate is Aggregate.MEAN
    found = impact(panel, METRIC, date(2022, 9, 1), Asked(("A", "B"), ("C",)))
    assert found.mean_after == pytest.approx(0.75 * rate[32:38].mean())
    assert "percentage points" in str(sentence(found))


def test_an_unknown_period_is_left_out_and_said():
    one = made(effect=0.2)
    values = one.panel.segments[one.treated[0]].values
    values.iloc[20, 0] = np.nan
    found = answer(one)
    assert found.before == 31
    assert "1 period in which a value is unknown is left out." in warned(found)


def test_too_few_periods_are_refused_with_the_way_on():
    with pytest.raises(Refusal, match="Only 6 periods before"):
        alone(np.arange(40.0) + 1, date(2020, 7, 1))
    with pytest.raises(Refusal, match="Only 1 full period after"):
        alone(np.arange(40.0) + 1, date(2023, 4, 1))
    with pytest.raises(Refusal, match="never changed"):
        alone(np.ones(40), date(2022, 7, 1))


def test_a_group_that_is_not_there_is_refused_with_those_that_are():
    one = made()
    with pytest.raises(Refusal, match="Elsewhere"):
        impact(one.panel, METRIC, one.when, Asked(("Elsewhere",), one.comparison))


def test_a_season_that_cannot_be_told_is_never_called_a_change():
    season = np.exp(5 + 0.5 * np.sin(2 * np.pi * np.arange(24) / 12))
    noise = np.random.default_rng(1).normal(1, 0.02, 24)
    found = alone(season * noise, date(2021, 4, 1))
    assert found.verdict is Verdict.NO_EVIDENCE
    assert "a season cannot be told from a change" in warned(found)


def test_other_events_and_a_month_not_over_are_said():
    one = made()
    near, far = date(one.when.year, one.when.month + 1, 5), date(2015, 1, 1)
    assert "1 other event lies near" in warned(answer(one, events=(near, far, one.when)))
    unfinished = replace(one.panel, unfinished=pd.Period("2024-01", "M"))
    late = date(2023, 8, 1)
    found = impact(unfinished, METRIC, late, Asked(one.treated, one.comparison))
    assert "not over yet" in warned(found)


def test_a_control_takes_out_what_moved_it_too():
    rng = np.random.default_rng(4)
    weather = rng.normal(0, 0.3, 48)
    values = np.exp(5 + weather + rng.normal(0, 0.02, 48))
    panel = panel_of(values)
    panel.values["visits"] = np.exp(8 + weather)
    panel.counts["visits"] = 10
    both = replace(panel, indicators=(*panel.indicators, replace(panel.indicators[0], id="visits")))
    plain = impact(both, METRIC, date(2022, 9, 1))
    helped = impact(both, METRIC, date(2022, 9, 1), Asked(control="visits"))
    width = [one.relative.high - one.relative.low for one in (plain, helped)]
    assert width[1] < width[0] / 4


def test_groups_that_ran_alike_are_proposed_and_the_future_is_not_looked_at():
    steps, rng = np.arange(48), np.random.default_rng(6)
    alike = 100 + 10 * np.sin(steps / 3)
    groups = {f"near {i}": alike * (1 + i) + rng.normal(0, 0.5, 48) for i in range(3)}
    groups |= {f"far {i}": 100 + 10 * np.cos(steps) + 3 * i for i in range(3)}
    when = date(2022, 9, 1)
    found = proposed(divided(groups), METRIC, when, ["near 0"])
    assert set(found[:2]) == {"near 1", "near 2"}
    broken = {**groups, "near 1": np.where(steps < 32, groups["near 1"], 9999.0)}
    assert proposed(divided(broken), METRIC, when, ["near 0"]) == found


def test_described_as_plain_data_with_the_same_digits():
    found = answer(made(effect=0.2))
    told = describe(found)
    assert told["verdict"] == "higher_than_expected"
    assert told["effect"]["value"] == found.effect.value
    assert told["other_dates"]["n"] == len(told["other_dates"]["each"])
    assert told["periods"][0]["part"] == "before"


def test_a_calendar_that_begins_before_the_figures_changes_nothing():
    one = made(months=36, effect=0.4)
    values, counts = one.panel.values, one.panel.counts
    longer = pd.period_range(values.index[0] - 40, values.index[-1], freq=values.index.freqstr)
    panel = replace(
        one.panel, values=values.reindex(longer), counts=counts.reindex(longer, fill_value=0)
    )
    usual, found = (impact(each, METRIC, one.when) for each in (one.panel, panel))
    assert found.effect.value == pytest.approx(usual.effect.value)
    assert found.effect.high == pytest.approx(usual.effect.high)
    assert (found.p, found.verdict) == (pytest.approx(usual.p), usual.verdict)
    assert found.others.n == usual.others.n
    assert warned(found) == warned(usual)
    assert found.series.index[0] == usual.series.index[0]
