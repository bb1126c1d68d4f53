"""Targets of figures are set, changed and taken away one by one."""

from core.workspace import State
from core.workspace.targets import set_target


def test_a_target_is_set_changed_and_taken_away_and_the_others_stay():
    state = set_target("win_rate///", 0.4)(set_target("cycle_days/won/median/", 60.0)(State()))
    assert state.choice.targets == {"win_rate///": 0.4, "cycle_days/won/median/": 60.0}
    state = set_target("win_rate///", 0.5)(state)
    assert state.choice.targets["win_rate///"] == 0.5
    state = set_target("win_rate///", None)(state)
    assert state.choice.targets == {"cycle_days/won/median/": 60.0}
    assert set_target("win_rate///", None)(state) == state
