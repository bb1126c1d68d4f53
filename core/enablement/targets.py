"""A figure beside the target the person set: missed, reached, or not to be told from it.

A target is kept in the unit of its figure; on screen rates are percent and waiting times hours.
"""

from typing import Literal

from core.enablement.compared import Key
from core.enablement.model import Measured
from core.enablement.rates import FEWEST
from core.enablement.sentences import said
from core.language import Text, text

LESS_IS_BETTER = frozenset({"cycle_days", "stage_days", "response_s", "never_answered"})
_SHOWN: dict[str, tuple[float, Text]] = {  # unit -> what one on screen is worth, its name
    "rate": (0.01, text("percent")),
    "days": (1.0, text("days")),
    "s": (3600.0, text("hours")),
}

_SAID = {
    "open": text(
        "Your target of {aim} lies inside the interval: these data cannot tell whether it is kept "
        "or missed."
    ),
    "kept": text("Your target of {aim} is kept, and clearly: the whole interval is beyond it."),
    "missed": text(
        "Your target of {aim} is missed, and clearly: the whole interval is short of it."
    ),
}


def may_have_target(row: Measured) -> bool:
    """Whether a target for the figure means something: rates and durations, no counts."""
    return row.unit in _SHOWN and row.refused is None and not row.name.endswith(("lift", "effect"))


def key_of(key: Key) -> str:
    """The name under which the target of a figure is kept."""
    return "/".join(key)


def on_screen(kept: float | None, unit: str) -> float | None:
    """A target as the person types it."""
    return None if kept is None else round(kept / _SHOWN[unit][0], 6)


def to_keep(typed: float | None, unit: str) -> float | None:
    """A target in the unit of its figure."""
    return None if typed is None else round(typed * _SHOWN[unit][0], 9)


def unit_of(unit: str) -> Text:
    """What a target of that unit is typed in."""
    return _SHOWN[unit][1]


def verdict(row: Measured, target: float) -> Literal["kept", "missed", "open"]:
    """Whether the figure keeps the target; open where its interval does not tell."""
    told = row.low is not None and row.high is not None and row.n >= FEWEST
    if not told or row.low <= target <= row.high:  # type: ignore[operator]
        return "open"
    above = row.low > target  # type: ignore[operator]
    return "kept" if above is (row.name not in LESS_IS_BETTER) else "missed"


def so_what(row: Measured, target: float) -> Text:
    """The same in a sentence."""
    aim = said(target, row.unit)
    return Text(_SAID[verdict(row, target)].message, (("aim", aim),))
