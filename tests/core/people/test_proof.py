"""The attack on everything that anybody can see of a survey, by every way there is to see it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from benchmarks.releases import attack, by_command, survey
from core.people import SCALES, Counts, Survey, prove, released
from core.people.privacy.plan import EVERYBODY

NORTH, SOUTH, EAST = ((("Team", one),) for one in ("North", "South", "East"))
SMALL = (1, 3, 9)  # surveys whose attack is quick; many more: python -m benchmarks.releases


def wave(label: str = "", seed: int = 1) -> Survey:
    chance = np.random.default_rng(seed)
    teams = ["North"] * 14 + ["South"] * 9 + ["East"] * 3
    groups = pd.DataFrame({"Team": teams, "Site": chance.choice(["x", "y"], 26)})
    answers = pd.Series(chance.integers(0, 11, 26).astype(float))
    return Survey("Would you recommend us?", SCALES["0-10"], answers, groups, 0, (), label)


def test_nothing_of_few_can_be_worked_out_from_all_that_anybody_sees():
    found = [attack(survey(seed), 600.0, command_line=False) for seed in SMALL]
    attacks = [one for each in found for one in each.attacks]
    assert len(attacks) >= 5 and sum(one.targets for one in attacks) > 1000
    assert not any(one.computed or one.open for one in attacks)
    assert sum(one.shown for one in found) >= 0.8 * sum(one.enough for one in found)


def test_the_command_line_tells_of_a_group_the_same_whatever_is_asked():
    """Every column and pair, at two floors: a second figure of a group fails in the gathering."""
    content = survey(9)
    seen = by_command(content, floors=(5, 8))
    assert attack(content, 600.0, command_line=False).figures == len(seen)


def test_the_attack_says_what_was_attacked_in_all_waves():
    waves = [wave("2025-Q1", 1), wave("2025-Q2", 2)]
    shown = [(released(one), one) for one in waves]
    proof = prove(shown, seconds=600, seed=3)
    assert proof.holds and (proof.waves, proof.open, proof.left_out) == (2, 0, ())
    assert proof.figures == sum(len(one.counts) + 11 for one, _ in shown)
    assert proof.targets > 0 and proof.floor == 5


def test_a_figure_too_many_is_found_and_named_with_its_wave():
    survey = wave("2025-Q2")
    found = released(survey)
    rows = survey.groups["Team"] == "South"
    south = survey.answers[rows]
    counts = Counts(int((south >= 9).sum()), int(south.isin([7, 8]).sum()), int((south <= 6).sum()))
    more = {**found.counts, SOUTH: counts}
    assert SOUTH not in found.counts and EAST not in more
    leaking = replace(
        found, counts=more, plan=replace(found.plan, shown={**found.plan.shown, SOUTH: 9})
    )
    proof = prove([(leaking, survey)], seconds=600, seed=3)
    assert not proof.holds
    waves = {wave for wave, _ in proof.computed}
    teams = {dict(cell)["Team"] for _, union in proof.computed for cell in union}
    assert waves == {"2025-Q2"} and teams == {"East"}


def test_a_wave_whose_answers_came_later_is_named_and_not_attacked():
    survey = wave("2025-Q1")
    found = released(survey)
    proof = prove([(replace(found, counts={**found.counts, EVERYBODY: Counts(1, 1, 1)}), survey)])
    assert proof.left_out == ("2025-Q1",) and proof.waves == 0 and not proof.targets


@pytest.mark.parametrize("seed", range(6))
def test_everybody_is_shown_alike_in_the_trend_and_in_the_plan(seed):
    survey = wave("", seed)
    assert released(survey).overall == released(survey.whole()).overall


def test_how_far_the_attack_is_is_told():
    survey, told = wave("2025-Q1"), []
    prove(
        [(released(survey), survey)], seconds=600, progress=lambda share, doing: told.append(share)
    )
    assert told and min(told) >= 0 and max(told) == 1.0
