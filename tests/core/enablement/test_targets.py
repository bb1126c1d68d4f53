"""A figure beside a target: told as kept or missed only where the whole interval says so."""

import pytest

from core.enablement.model import Measured
from core.enablement.targets import may_have_target, on_screen, so_what, to_keep, verdict

WON = Measured("win_rate", value=0.42, low=0.40, high=0.45, n=1600)
WAIT = Measured("response_s", "", "median", unit="s", value=7200.0, low=6000.0, high=9000.0, n=90)


@pytest.mark.parametrize(
    ("row", "target", "told"),
    [
        (WON, 0.44, "open"),
        (WON, 0.50, "missed"),
        (WON, 0.30, "kept"),
        (WAIT, 3600.0, "missed"),
        (WAIT, 14_400.0, "kept"),
        (Measured("win_rate", value=1.0, low=0.3, high=1.0, numerator=3.0, n=3), 0.1, "open"),
        (Measured("cycle_days", unit="days", value=4.0, low=3.0, n=20), 2.0, "open"),
    ],
)
def test_the_interval_decides_and_the_better_direction_is_known(row, target, told):
    assert verdict(row, target) == told


def test_a_target_inside_the_interval_is_said_to_be_open():
    assert "lies inside the interval" in so_what(WON, 0.44).to("en")
    assert "44,0%" in so_what(WON, 0.44).to("id")


@pytest.mark.parametrize(("typed", "unit", "kept"), [(45, "rate", 0.45), (2.5, "s", 9000.0)])
def test_what_is_typed_comes_back(typed, unit, kept):
    assert to_keep(typed, unit) == kept
    assert on_screen(kept, unit) == typed
    assert on_screen(None, unit) is None and to_keep(None, unit) is None


def test_counts_and_differences_have_no_target():
    assert may_have_target(WON)
    assert not may_have_target(Measured("won", unit="count", value=3.0))
    assert not may_have_target(Measured("content_lift", "raw", value=0.1))
