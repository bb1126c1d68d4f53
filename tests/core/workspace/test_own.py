"""Indicators of one's own and segments are kept with the workspace."""

import pytest

from core.errors import Refusal
from core.metrics import Condition, Own
from core.workspace import State, edits
from core.workspace.written import state_json, state_of

BIG = Own("Big", "count", kind="deals", at="closed_at", where=(Condition("amount", ">=", "9"),))


def test_what_is_defined_is_written_down_and_comes_back():
    state = edits.set_over("Branch")(edits.define(BIG)(State()))
    again = state_of(state_json(state))
    assert again.choice.own == (BIG,) and again.choice.over == "Branch"


def test_another_takes_its_place_and_it_can_go():
    other = Own("Small", "count", kind="deals", at="closed_at")
    state = edits.define(other, BIG.id)(edits.define(BIG)(State()))
    assert state.choice.own == (other,)
    assert edits.drop_own(other.id)(state).choice.own == ()


@pytest.mark.parametrize("name", ["Big", "revenue"])
def test_a_name_that_is_taken_is_refused(name):
    state = edits.define(BIG)(State())
    with pytest.raises(Refusal, match=name):
        edits.define(Own(name, "ratio", of="a", below="b"))(state)
