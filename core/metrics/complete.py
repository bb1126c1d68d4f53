"""The columns on one calendar, up to the last period that was over."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from core.errors import Refusal
from core.language import Text, text
from core.metrics.measured import Measured
from core.metrics.merge import Told, columns
from core.metrics.roles import Proposal
from core.metrics.spec import Role
from core.metrics.unfinished import Ending, ending
from core.periods import Frequency, calendar
from core.tables.model import Table

_BELIEVED = 0.25  # share of the periods that may be younger than the day a file says it goes up to


def stated(tables: Sequence[Table], told: Sequence[Told]) -> tuple[date | None, list[Text]]:
    """The latest day the tables say their data go up to, unless many data are younger than it."""
    days = [table.as_of for table in tables if table.as_of is not None]
    known = {period for one in told for period in one.strand.known}
    if not days or not known:
        return None, []
    later = sum(period.start_time.date() > max(days) for period in known)
    if later <= _BELIEVED * len(known):
        return max(days), []
    said = text("The files say that they go up to {day}, but hold much later data.", day=max(days))
    return None, [said]


def without_unfinished(told: Sequence[Told], frequency: Frequency) -> tuple[list[Told], list[Text]]:
    """Strands of periods shorter than the panel's, without a last one that looks unfinished."""
    kept, notices = list(told), list[Text]()
    for short in {one.strand.frequency for one in told} - {frequency}:
        own = [one for one in told if one.strand.frequency == short]
        merged, _ = columns(own, short, keep=True)
        end = end_of(merged, on_calendar(merged)[0], None, keep=False)
        if end.unfinished is not None:
            kept = [
                one.before(end.unfinished) if one.strand.frequency == short else one for one in kept
            ]
            notices += end.notices
    return kept, notices


def on_calendar(merged: Sequence[Measured]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and counts on one calendar, from the first to the last period known."""
    judged = _judged(merged)
    known = [one.series.values.dropna().index for one in judged]
    firsts = [index.min() for index in known if len(index)]
    if not firsts:
        raise too_short(None)
    lasts = [index.max() for index in known if len(index)]
    begun = [one.series.partial for one in judged if one.series.partial is not None]
    periods = calendar(min(firsts), max(lasts + begun))
    values = pd.DataFrame({m.id: m.series.values.reindex(periods) for m in merged}, index=periods)
    counts = pd.DataFrame({m.id: m.series.counts.reindex(periods) for m in merged}, index=periods)
    values = values.astype(float) + 0.0
    return values, counts.where(values.notna()).fillna(0).astype("int64")


def _judged(merged: Sequence[Measured]) -> list[Measured]:
    """The columns that say how far the data go; plans may run ahead of them."""
    return [one for one in merged if _is_measured(one.proposal)] or list(merged)


def _is_measured(proposal: Proposal) -> bool:
    """Not a plan: it has a role, may have one, or is a metric that usually has one."""
    metric = proposal.metric
    is_metric = metric is not None and proposal.whole and metric.role is not Role.NEITHER
    return proposal.role is not Role.NEITHER or bool(proposal.open) or is_metric


def end_of(
    merged: Sequence[Measured], values: pd.DataFrame, as_of: date | None, keep: bool
) -> Ending:
    """Where the values end: after the last period that was over, unless all are to be kept."""
    judged = _judged(merged)
    if keep:
        return Ending(values)
    rules = [one.proposal.aggregate for one in judged]
    partial = frozenset(one.series.partial for one in judged if one.series.partial is not None)
    return ending(values[[one.id for one in judged]], rules, partial, as_of)


def too_short(end: Ending | None) -> Refusal:
    """The refusal of a panel of fewer than two periods."""
    what = text("Fewer than two complete periods are known.")
    if end is not None and end.notices:
        what = Text.joined(" ", [what, *end.notices])
    return Refusal(what, text("Bring more periods: a year of months is a good start."))
