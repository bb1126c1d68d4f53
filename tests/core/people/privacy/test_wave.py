"""What a wave shows beside every world that agrees with it: whole numbers tell nothing of few."""

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest

from core.people.enps import Counts
from core.people.privacy.other_worlds import OtherWorlds
from core.people.privacy.plan import EVERYBODY, Why, rows_of
from core.people.privacy.prover import Attack, Wave, attacked
from core.people.privacy.wave import Cells, Pins, crossings, wave_plan
from tests.core.people.privacy.test_plan import given_away, survey

FLOOR = 5
KINDS = (1, 0, -1)


def wave(seed: int, answers: int, words: tuple[int, ...]):
    groups = survey(seed, answers, words, even=seed % 2 == 0)
    chance = np.random.default_rng(seed + 1000)
    return groups, pd.Series(chance.choice(KINDS, answers, p=(0.45, 0.3, 0.25)))


def counts(bands: pd.Series, rows) -> Counts:
    return Counts(*(int((bands[rows] == kind).sum()) for kind in KINDS))


def told(groups, bands, shown) -> dict:
    return {group: counts(bands, rows_of(groups, group)) for group in shown}


def attack(groups, bands, shown, hidden, seconds=600.0) -> Attack:
    known = Wave(groups, bands, told(groups, bands, shown), list(hidden), FLOOR)
    return attacked(known, seconds, np.random.default_rng(7), lambda share: None)


def worlds(cells: Cells, groups, bands, shown) -> np.ndarray:
    """Promoters less detractors of each cell in every world that agrees, by trying them all."""
    place = [rows_of(groups, group) for group in shown]
    within = np.array([np.bincount(cells.place, rows, len(cells.sizes)) > 0 for rows in place])
    truth = np.array(
        [[counts(bands, rows).promoters, counts(bands, rows).detractors] for rows in place]
    )
    each = [[(p, d) for p in range(int(n) + 1) for d in range(int(n) + 1 - p)] for n in cells.sizes]
    found = []
    for one in product(*each):
        split = np.array(one)
        if (within @ split == truth).all():
            found.append(split[:, 0] - split[:, 1])
    return np.array(found)


def told_of_few(groups, bands, shown) -> list[tuple[int, ...]]:
    """Unions of cells under the floor that have one figure in all worlds, in no group all alike."""
    cells = Cells.of(groups)
    alike = np.zeros(len(cells.sizes), bool)
    for group in shown:
        rows = rows_of(groups, group)
        if bands[rows].nunique() == 1:
            alike[cells.place[rows]] = True
    every = worlds(cells, groups, bands, shown)
    small = [at for at in range(len(cells.sizes)) if cells.sizes[at] < FLOOR and not alike[at]]
    unions = (one for many in range(1, 5) for one in combinations(small, many))
    return [
        one
        for one in unions
        if cells.sizes[list(one)].sum() < FLOOR and len(set(every[:, list(one)].sum(axis=1))) == 1
    ]


@pytest.mark.parametrize("seed", range(14))
def test_a_pin_is_found_exactly_where_all_worlds_agree(seed):
    groups, bands = wave(seed, 9, (3, 3))
    columns = [EVERYBODY, *((("a", word),) for word in sorted(set(groups["a"])))]
    columns += [(("b", word),) for word in sorted(set(groups["b"]))]
    shown = [group for at, group in enumerate(columns) if (seed + at) % 4]
    few = told_of_few(groups, bands, shown)
    found = Pins(groups, bands).rows(shown)
    assert found.any() == bool(few)


@pytest.mark.parametrize("seed", range(8))
def test_of_a_planned_wave_no_union_under_the_floor_is_told_by_all_worlds(seed):
    groups, bands = wave(seed, 13, (2, 3))
    plan = wave_plan(groups, bands)
    assert EVERYBODY in plan.shown
    assert told_of_few(groups, bands, plan.shown) == []


@pytest.mark.parametrize("seed", range(10))
def test_the_prover_finds_nothing_in_a_planned_wave(seed):
    chance = np.random.default_rng(seed)
    words = tuple(int(n) for n in chance.integers(2, 6, chance.integers(1, 4)))
    groups, bands = wave(seed, int(chance.integers(20, 90)), words)
    plan = wave_plan(groups, bands)
    found = attack(groups, bands, plan.shown, plan.withheld)
    assert found.targets and not found.computed and not found.open


def test_most_groups_that_are_large_enough_are_shown():
    shown = enough = 0
    for seed in range(16):
        chance = np.random.default_rng(seed)
        words = tuple(int(n) for n in chance.integers(2, 8, chance.integers(2, 4)))
        groups, bands = wave(seed, int(chance.integers(30, 100)), words)
        plan = wave_plan(groups, bands)
        shown += len(plan.shown)
        enough += len(plan.shown) + sum(one is Why.SUBTRACTION for one in plan.withheld.values())
    assert shown >= 0.8 * enough


def test_the_prover_sees_what_a_threshold_alone_gives_away():
    teams = ["A"] * 9 + ["B"] * 7 + ["C"] * 3
    groups = pd.DataFrame({"team": teams})
    bands = pd.Series([1, 0, -1] * 6 + [1])
    shown = [EVERYBODY, (("team", "A"),), (("team", "B"),)]
    found = attack(groups, bands, shown, [(("team", "C"),)])
    assert found.computed == (((("team", "C"),),),) and found.targets == 1


def test_whole_numbers_tell_what_no_sum_does():
    """Nobody of the team is a detractor, so the one of the tenure who is not of the team is."""
    groups = pd.DataFrame({"team": list("AAAAAABBBB"), "tenure": list("xxxxyyxyyy")})
    bands = pd.Series([1, 1, 1, 1, 0, 0, -1, 0, 0, 0])
    shown = [(("team", "A"),), (("tenure", "x"),)]
    assert given_away(groups, shown) == []
    assert told_of_few(groups, bands, shown)
    assert Pins(groups, bands).rows(shown).any()


@pytest.mark.parametrize("seed", range(14))
def test_the_prover_works_out_exactly_what_all_worlds_agree_on(seed):
    groups, bands = wave(seed, 9, (3, 3))
    columns = [EVERYBODY, *((("a", word),) for word in sorted(set(groups["a"])))]
    columns += [(("b", word),) for word in sorted(set(groups["b"]))]
    shown = [group for at, group in enumerate(columns) if (seed + at) % 4]
    found = attack(groups, bands, shown, ())
    assert bool(found.computed) == bool(told_of_few(groups, bands, shown))
    assert not found.open


def test_without_time_nothing_is_called_safe():
    groups, bands = wave(1, 60, (3, 4))
    plan = wave_plan(groups, bands)
    assert attack(groups, bands, plan.shown, plan.withheld, seconds=0.0).open


def test_the_whole_sheets_of_others_explain_every_figure_of_everybody():
    """Worlds deal the same answers anew, so that their points, too, are those on show."""
    groups, bands = wave(2, 60, (3, 4))
    plan = wave_plan(groups, bands)
    cells = Cells.of(groups)
    worlds = OtherWorlds.of(cells, groups, bands, told(groups, bands, plan.shown))
    worlds.draw(np.random.default_rng(1), 5.0)
    assert worlds.apart and all(one.any() and one.sum() == 0 for one in worlds.apart)


def test_a_column_within_another_is_not_crossed_with_it():
    groups = pd.DataFrame(
        {"team": list("AABB") * 10, "manager": list("1122") * 10, "site": list("XYXY") * 10}
    )
    assert crossings(groups, FLOOR) == [("team", "site"), ("manager", "site")]


def test_the_order_of_answers_does_not_change_the_plan():
    groups, bands = wave(3, 60, (3, 4, 3))
    mixed = groups.sample(frac=1, random_state=1)
    assert wave_plan(mixed, bands.loc[mixed.index]).shown == wave_plan(groups, bands).shown


def test_at_a_higher_floor_no_group_is_shown_that_is_hidden_at_five():
    for seed in range(12):
        groups, bands = wave(seed, 70, (3, 4))
        lower, higher = wave_plan(groups, bands), wave_plan(groups, bands, 8)
        assert set(higher.shown) <= set(lower.shown)
        assert min(higher.shown.values()) >= 8 and higher.floor == 8
        assert {*higher.shown, *higher.withheld} == {*lower.shown, *lower.withheld}


def test_planning_tells_how_far_it_is():
    groups, bands = wave(3, 60, (3, 4, 3))
    told: list[float] = []
    wave_plan(groups, bands, FLOOR, told.append)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 2
