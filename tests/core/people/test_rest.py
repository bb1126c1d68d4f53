"""A group beside the rest, by hand-countable figures."""

import pytest

from core.people.enps import Counts, change_p, enps
from core.people.privacy.plan import EVERYBODY, Why
from core.people.released import Withheld
from core.people.rest import against_rest, alike

NORTH, SOUTH, EAST = ((("Team", one),) for one in ("North", "South", "East"))
EVERY = enps(Counts(30, 20, 20))
GROUPS = {NORTH: enps(Counts(25, 5, 0)), SOUTH: enps(Counts(5, 13, 18)), EAST: Withheld(Why.FEW, 5)}


def test_a_group_is_compared_with_everybody_without_it_and_corrected_by_holm():
    found = against_rest(EVERY, GROUPS, 5)
    assert set(found) == {NORTH, SOUTH}
    one, other = Counts(25, 5, 0), Counts(5, 15, 20)
    assert found[NORTH].apart == pytest.approx(100 * 25 / 30 + 100 * 15 / 40)
    raw = [change_p(one, other), change_p(Counts(5, 13, 18), Counts(25, 7, 2))]
    assert found[NORTH].p == pytest.approx(min(1, 2 * raw[0] if raw[0] < raw[1] else max(raw[0], 2 * raw[1])))  # fmt: skip  # noqa: E501
    assert (found[NORTH].differs, found[SOUTH].differs) == (1, -1)


def test_a_group_whose_rest_is_too_few_is_not_compared():
    nearly_all = {NORTH: enps(Counts(30, 20, 16))}
    assert against_rest(EVERY, nearly_all, 5) == {}


def test_nothing_is_compared_where_everybody_is_hidden():
    assert against_rest(Withheld(Why.FEW, 5), GROUPS, 5) == {}


def test_a_group_that_answers_alike_is_named():
    same = {EVERYBODY: EVERY, NORTH: enps(Counts(0, 0, 9)), SOUTH: enps(Counts(1, 0, 8))}
    assert alike(same) == (NORTH,)
