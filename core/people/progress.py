"""How far the leading indicators of a team are from the targets set for them."""

from collections.abc import Mapping, Sequence

from core.language import Text
from core.metrics import Indicator, Panel, standing, value_said
from core.people.agenda import Progress

MOST = 5  # indicators that a talk has room for
_PERCENT = 100.0


def progress(
    panel: Panel,
    leading: Sequence[Indicator],
    targets: Mapping[str, float],
    *,
    of_all: bool = False,
) -> tuple[Progress, ...]:
    """The newest known value of each; `targets` by `target_of`, in the indicator's own unit.

    of_all: the panel is of all teams together, though the talk is with one.

    An indicator that the panel does not have, or of which nothing is known, is left out.
    """
    found = []
    for one in leading[:MOST]:
        now = standing(panel, one.id) if one.id in panel.values.columns else None
        if now is None:
            continue
        when = Text("{period}", (("period", now.last.period),))
        target = targets.get(target_of(one))
        told = value_said(target, one.unit) if target is not None else None
        found.append(Progress(one.name, value_said(now.last.value, one.unit), when, told, of_all))
    return tuple(found)


def target_of(one: Indicator) -> str:
    """The name under which the target of an indicator is kept."""
    return f"panel/{one.id}"


def typed(kept: float | None, unit: str) -> float | None:
    """A target as it is typed: rates in percent."""
    return kept * _PERCENT if kept is not None and unit == "rate" else kept


def kept(typed: float | None, unit: str) -> float | None:
    """A target in the indicator's own unit: rates as fractions."""
    return typed / _PERCENT if typed is not None and unit == "rate" else typed
