"""Which result of a table of records is asked about first.

A table of deals gives revenue, deals won, win rate, cycle and more: results of one another. Asking
what leads each of them asks too much at once, and every further pair tried makes the others harder
to believe. The others stay on the panel; one click makes any of them the result.
"""

from collections.abc import Iterable
from dataclasses import replace

from core.errors import Place
from core.language import text
from core.metrics.measured import Measured
from core.metrics.records import Recorded
from core.metrics.spec import Role

_FIRST = (
    "revenue",
    "deals_won",
    "orders",
    "units_sold",
    "revenue_churn_rate",
    "churn_rate",
    "csat",
)


def one_result(every: Iterable[Measured]) -> list[Measured]:
    """The columns, with one result proposed for each table of records."""
    listed = list(every)
    first: dict[Place, str] = {}
    for one in sorted(filter(_is_result, listed), key=_rank):
        first.setdefault(one.place, one.id)
    return [_proposed(one, first) for one in listed]


def _is_result(one: Measured) -> bool:
    return isinstance(one, Recorded) and one.proposal.role is Role.LAGGING


def _rank(one: Measured) -> int:
    metric = one.proposal.metric
    return _FIRST.index(metric.id) if metric is not None and metric.id in _FIRST else len(_FIRST)


def _proposed(one: Measured, first: dict[Place, str]) -> Measured:
    if not isinstance(one, Recorded) or not _is_result(one) or first[one.place] == one.id:
        return one
    reason = text("Another result of this table is asked about first; choose this one if you like.")
    return replace(one, proposal=replace(one.proposal, role=Role.NEITHER, reason=reason))
