"""Which metrics are part of another's formula: such a pair moves together by arithmetic.

Inventory turnover contains what was sold: when sales rise it rises, and no one learns anything.
"""

from collections.abc import Iterable

from core.metrics.catalogue import CATALOGUE
from core.metrics.measures import Derived
from core.metrics.panel import Indicator
from core.metrics.spec import Metric


def contains(one: Indicator, other: Indicator) -> bool:
    """Whether the formula of one indicator contains the other, at any depth, or is the same."""
    if other.metric is None or one.id == other.id:
        return False
    return other.metric in {one.metric, *one.contains}


def parts_of(metric: Metric) -> tuple[str, ...]:
    """The ids of all metrics in a formula, those inside its parts too, in order."""
    found: dict[str, None] = {}
    ahead = list(_own(metric))
    while ahead:
        part = ahead.pop(0)
        if part not in found:
            found[part] = None
            ahead += _own(CATALOGUE[part]) if part in CATALOGUE else ()
    return tuple(found)


def _own(metric: Metric) -> Iterable[str]:
    derived = (part for one in metric.measures if isinstance(one, Derived) for part in one.of)
    return (*metric.contains, *derived)
