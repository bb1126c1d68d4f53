"""Which metrics are part of another's formula: such a pair moves together by arithmetic.

Inventory turnover contains what was sold: when sales rise it rises, and no one learns anything.
"""

from collections.abc import Iterable

from core.metrics.catalogue import CATALOGUE
from core.metrics.measures import Derived
from core.metrics.panel import Indicator


def contains(one: Indicator, other: Indicator) -> bool:
    """Whether the formula of one indicator contains the other, at any depth, or is the same."""
    if one.metric is None or other.metric is None or one.id == other.id:
        return False
    return other.metric in {one.metric, *_parts(one.metric)}


def _parts(id: str) -> set[str]:
    """The ids of all metrics in a formula, those inside its parts too."""
    found: set[str] = set()
    ahead = list(_own(id))
    while ahead:
        part = ahead.pop()
        if part not in found:
            found.add(part)
            ahead += _own(part)
    return found


def _own(id: str) -> Iterable[str]:
    metric = CATALOGUE.get(id)
    if metric is None:
        return ()
    derived = (part for one in metric.measures if isinstance(one, Derived) for part in one.of)
    return (*metric.contains, *derived)
