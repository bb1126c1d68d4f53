"""Leading indicators beside their targets, as an agenda tells them."""

import pytest

from core.metrics import Role, build_panel
from core.people.progress import MOST, kept, progress, target_of, typed
from core.tables import read

SHEET = (
    "Month,Sales calls,Demo rate,Revenue\n2025-01,100,20%,500\n2025-02,110,30%,510\n"
    "2025-03,120,,520\n"
)


def panel():
    return build_panel(read(SHEET.encode(), "kpi.csv").tables)


def test_the_newest_known_value_stands_beside_its_target():
    whole = panel()
    calls, rate = whole.indicators[:2]
    found = progress(whole, [calls, rate], {target_of(calls): 150.0, target_of(rate): 0.4})
    assert [(one.newest.to("en"), one.when.to("en"), one.target.to("en")) for one in found] == [
        ("120", "Mar 2025", "150"),
        ("30.0%", "Feb 2025", "40.0%"),
    ]
    assert progress(whole, [calls], {})[0].target is None


def test_there_is_room_for_a_few_indicators_only():
    whole = panel()
    assert whole.indicators[2].role is Role.LAGGING
    assert len(progress(whole, [whole.indicators[0]] * 9, {})) == MOST


@pytest.mark.parametrize(("unit", "shown"), [("rate", 40.0), ("count", 0.4)])
def test_a_target_comes_back_as_it_was_typed(unit, shown):
    assert typed(0.4, unit) == pytest.approx(shown)
    assert kept(typed(0.4, unit), unit) == pytest.approx(0.4)
    assert typed(None, unit) is None and kept(None, unit) is None
