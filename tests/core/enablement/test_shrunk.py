"""Rates of groups drawn towards that of all: their laws, and who differs from the others."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.enablement.model import Measured
from core.enablement.rates import rate
from core.enablement.shrunk import differing, ranked, shrunk

COUNTS = st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
MANY = st.lists(COUNTS, min_size=1, max_size=12)


def row(group: str, part: int, whole: int) -> Measured:
    found = rate(part, whole)
    return Measured(
        "win_rate", "", "", "owner", group, "rate", found.value, found.low, found.high,
        float(part), float(whole), whole,
    )  # fmt: skip


@given(MANY)
def test_each_lies_between_its_own_rate_and_that_of_all(counts):
    every = sum(x for x, _ in counts) / sum(n for _, n in counts)
    for (x, n), drawn in zip(counts, shrunk(counts), strict=True):
        low, high = sorted((x / n, every))
        assert low - 1e-9 <= drawn <= high + 1e-9


@given(MANY, st.randoms())
def test_the_order_in_which_groups_are_named_does_not_matter(counts, random):
    places = list(range(len(counts)))
    random.shuffle(places)
    mixed = shrunk([counts[at] for at in places])
    straight = shrunk(counts)
    assert mixed == pytest.approx([straight[at] for at in places])


def test_with_ever_more_records_the_own_rate_is_left():
    rates, scale = (0.2, 0.5, 0.7), 10**7
    drawn = shrunk([(int(one * scale), scale) for one in rates])
    assert drawn == pytest.approx(rates, abs=1e-5)


def test_of_two_groups_at_one_rate_the_smaller_is_drawn_further():
    few, many, *_ = shrunk([(8, 10), (800, 1000), (200, 1000), (300, 1000)])
    assert few < many < 0.8


def test_groups_that_differ_by_chance_alone_all_get_the_rate_of_all():
    assert shrunk([(5, 10), (10, 20), (15, 30)]) == pytest.approx([0.5] * 3)
    assert shrunk([(0, 10), (0, 20)]) == [0.0, 0.0]


def test_planted_rates_are_told_better_than_by_the_own_rates():
    rng = np.random.default_rng(5)
    true = rng.beta(20, 30, 300)
    whole = rng.integers(5, 60, 300)
    part = rng.binomial(whole, true)
    drawn = np.array(shrunk(list(zip(part.tolist(), whole.tolist(), strict=True))))
    assert np.mean((drawn - true) ** 2) < 0.5 * np.mean((part / whole - true) ** 2)


def test_the_luckiest_of_a_few_records_does_not_lead():
    rows = [row("a", 5, 5), row("b", 112, 200), row("c", 90, 200), row("d", 95, 200)]
    assert next(one.row.group for one in ranked(rows)) == "b"


def test_groups_of_too_few_stand_last_as_counts_and_those_of_few_are_marked():
    first, second, last = ranked([row("tiny", 4, 4), row("some", 9, 20), row("large", 40, 90)])
    assert last.row.group == "tiny" and last.only_counts and last.shrunk is None
    assert {one.row.group: one.on_few for one in (first, second)} == {"some": True, "large": False}


def test_figures_that_are_no_rates_stand_by_their_size():
    days = Measured("cycle_days", "won", "median", "owner", "a", "days", 9.0, 8.0, 11.0, n=6)
    rows = ranked([days, replace(days, group="b", n=60, value=50.0)])
    assert [one.row.group for one in rows] == ["b", "a"]
    assert all(one.shrunk is None and one.differs == 0 for one in rows)


def test_a_group_plainly_apart_is_told_and_one_alone_never():
    assert differing([(20, 200), (100, 200), (110, 200)]) == [-1, 1, 1]
    assert differing([(20, 200)]) == [0]
    assert differing([(50, 100), (52, 100)]) == [0, 0]


def test_among_many_groups_alike_hardly_any_is_said_to_differ():
    rng = np.random.default_rng(3)
    worlds = [[(int(x), 50) for x in rng.binomial(50, 0.4, 20)] for _ in range(60)]
    assert np.mean([any(differing(one)) for one in worlds]) <= 0.1
