"""The release plan: nothing shown gives fewer than five answers away, and most is shown."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.people.privacy.isolated import classes_of, isolated
from core.people.privacy.plan import EVERYBODY, Why, groups_of, release_plan


def survey(seed: int, answers: int, words: tuple[int, ...], *, even: bool) -> pd.DataFrame:
    chance = np.random.default_rng(seed)
    columns = {}
    for at, many in enumerate(words):
        weights = np.ones(many) if even else chance.pareto(1.2, many) + 0.1
        named = [f"{chr(97 + at)}{n}" for n in range(many)]
        columns[chr(97 + at)] = chance.choice(named, answers, p=weights / weights.sum())
    return pd.DataFrame(columns)


def crossings(answers: pd.DataFrame) -> list[tuple[str, ...]]:
    names = list(answers.columns)
    return [(), *((one,) for one in names), *combinations(names, 2)]


def given_away(answers: pd.DataFrame, shown, floor: int = 5) -> list[tuple[int, ...]]:
    """Unions of cells under the floor in the row space, by the rank of real matrices."""
    every = groups_of(answers, crossings(answers))
    rows = np.array([every[group].to_numpy(float) for group in shown])
    cells, place = np.unique(answers.astype(str).agg("|".join, axis=1), return_inverse=True)
    sizes = np.bincount(place)
    totals = np.array([np.bincount(place, row, len(cells)) / sizes for row in rows])
    rank = np.linalg.matrix_rank(totals)
    small = [at for at in range(len(cells)) if sizes[at] < floor]
    found = []
    for many in range(1, floor):
        for one in combinations(small, many):
            if sizes[list(one)].sum() < floor:
                union = np.zeros(len(cells))
                union[list(one)] = 1
                if np.linalg.matrix_rank(np.vstack([totals, union])) == rank:
                    found.append(one)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_no_union_of_cells_under_the_floor_can_be_worked_out(seed):
    answers = survey(seed, 24 + seed, (3, 4), even=seed % 2 == 0)
    plan = release_plan(answers, crossings(answers))
    assert EVERYBODY in plan.shown
    assert given_away(answers, plan.shown) == []


def test_a_threshold_alone_gives_small_groups_away():
    leaked = 0
    for seed in range(6):
        answers = survey(seed, 40, (4, 5), even=False)
        plan = release_plan(answers, crossings(answers))
        enough = [group for group, why in plan.withheld.items() if why is not Why.FEW]
        leaked += bool(given_away(answers, [*plan.shown, *enough]))
    assert leaked >= 4


@pytest.mark.parametrize("seed", range(4))
def test_nothing_withheld_because_of_others_could_have_been_shown(seed):
    answers = survey(seed, 60, (4, 5), even=False)
    plan = release_plan(answers, crossings(answers))
    every = groups_of(answers, crossings(answers))
    for group, why in plan.withheld.items():
        if why is Why.SUBTRACTION:
            wider = np.array([every[one].to_numpy() for one in [*plan.shown, group]], np.int64)
            assert isolated(classes_of(wider), 5)


def test_at_least_four_fifths_of_groups_that_are_large_enough_are_shown():
    shown = enough = 0
    for seed in range(16):
        chance = np.random.default_rng(seed)
        words = tuple(int(n) for n in chance.integers(2, 9, chance.integers(2, 4)))
        answers = survey(seed, int(chance.integers(30, 250)), words, even=seed % 2 == 0)
        plan = release_plan(answers, crossings(answers))
        shown += len(plan.shown)
        enough += len(plan.shown) + sum(one is Why.SUBTRACTION for one in plan.withheld.values())
    assert shown >= 0.8 * enough


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 9999))
def test_the_order_of_answers_does_not_matter(seed):
    answers = survey(seed, 50, (3, 4), even=False)
    mixed = answers.sample(frac=1, random_state=seed)
    one, other = (release_plan(each, crossings(each)) for each in (answers, mixed))
    assert one == other


def test_a_team_under_the_floor_takes_another_with_it():
    teams = ["A"] * 9 + ["B"] * 7 + ["C"] * 3
    plan = release_plan(pd.DataFrame({"team": teams}), [(), ("team",)])
    assert plan.shown == {EVERYBODY: 19, (("team", "A"),): 9}
    assert plan.withheld == {(("team", "B"),): Why.SUBTRACTION, (("team", "C"),): Why.FEW}


def test_two_small_teams_hide_each_other():
    teams = ["A"] * 9 + ["B"] * 3 + ["C"] * 3
    plan = release_plan(pd.DataFrame({"team": teams}), [(), ("team",)])
    assert set(plan.shown) == {EVERYBODY, (("team", "A"),)}


def test_a_wave_without_enough_answers_shows_nothing():
    plan = release_plan(pd.DataFrame({"team": list("AABB")}), [(), ("team",)])
    assert plan.shown == {} and set(plan.withheld.values()) == {Why.FEW}


def test_a_combination_that_tells_one_answer_by_its_parity_is_found():
    """2a + b + … : whole numbers tell a, though no union of cells is in the row space."""
    within = np.array([[1, 1, 1, 0], [1, 0, 0, 1], [0, 0, 1, 1]])
    members = np.repeat(within, [1, 2, 6, 6], axis=1)
    assert any(len(one.classes) == 2 for one in isolated(classes_of(members), 5))
