"""Pairs that move together by arithmetic: the indicator's formula contains the result.

Whatever the figures say, such an indicator is no lead: at most “moves together”, and why is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.language import Text, text
from core.lead_lag.model import LeadLag, Verdict
from core.metrics.links import contains
from core.metrics.panel import Indicator, Panel

_AHEAD = (Verdict.LEADS, Verdict.MAY_LEAD)


def without_arithmetic(panel: Panel, pairs: Iterable[LeadLag]) -> list[LeadLag]:
    """The pairs, with no lead among those whose indicator contains the result."""
    known = {one.id: one for one in panel.indicators}
    return [_judged(pair, known) for pair in pairs]


def by_arithmetic(pair: LeadLag, known: Mapping[str, Indicator]) -> Text | None:
    """Why the pair moves together by arithmetic; None when it does not."""
    leading, lagging = known.get(pair.leading), known.get(pair.lagging)
    if leading is None or lagging is None or not contains(leading, lagging):
        return None
    return text(
        "The formula of {leading} contains {lagging}: the two move together by arithmetic, so this "
        "is no lead.",
        leading=leading.name,
        lagging=lagging.name,
    )


def _judged(pair: LeadLag, known: Mapping[str, Indicator]) -> LeadLag:
    said = by_arithmetic(pair, known)
    if said is None:
        return pair
    verdict = Verdict.MOVES_TOGETHER if pair.verdict in _AHEAD else pair.verdict
    return replace(
        pair,
        verdict=verdict,
        lead=None if pair.verdict in _AHEAD else pair.lead,
        rung=min(pair.rung, 1),
        notices=(said, *pair.notices),
    )
