"""The columns on one calendar, up to the last period that was over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.errors import Refusal
from core.language import Text, text
from core.metrics.measured import Measured
from core.metrics.merge import Merged, Told, columns
from core.metrics.roles import Proposal
from core.metrics.spec import Role
from core.metrics.unfinished import Ending, ending
from core.metrics.within_period import Series
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


@dataclass(frozen=True)
class Complete:
    """Values and counts of the periods that were over, the one that was not, and why it is not."""

    values: pd.DataFrame
    counts: pd.DataFrame
    unfinished: pd.Period | None
    notices: tuple[Text, ...]


def complete(every: Sequence[Measured], as_of: date | None, keep: bool) -> Complete:
    """The columns on one calendar up to the last period that was over; with `keep`, to the last.

    as_of: the day the data go up to, None where nothing tells it. Raises Refusal: fewer than two
    periods.
    """
    values, counts = _on_calendar(every)
    end = _end_of(every, values, as_of, keep)
    if len(end.values) < 2:
        raise _too_short(end)
    over = end.values.index
    return Complete(values.loc[over], counts.loc[over], end.unfinished, end.notices)


def columns_so_far(
    told: Sequence[Told], frequency: Frequency, as_of: date | None, keep: bool
) -> tuple[list[Merged], list[Text]]:
    """One column for each strand, without a last shorter period that looks unfinished."""
    whole, early = list(told), list[Text]()
    if told and not keep and not as_of:
        whole, early = _without_unfinished(told, frequency)
    merged, said = columns(whole, frequency, keep)
    return merged, [*early, *said]


def _without_unfinished(
    told: Sequence[Told], frequency: Frequency
) -> tuple[list[Told], list[Text]]:
    """Strands of periods shorter than the panel's, without a last one that looks unfinished."""
    kept, notices = list(told), list[Text]()
    for short in {one.strand.frequency for one in told} - {frequency}:
        own = [one for one in told if one.strand.frequency == short]
        merged, _ = columns(own, short, keep=True)
        end = _end_of(merged, _on_calendar(merged)[0], None, keep=False)
        if end.unfinished is not None:
            kept = [
                one.before(end.unfinished) if one.strand.frequency == short else one for one in kept
            ]
            notices += end.notices
    return kept, notices


def _on_calendar(merged: Sequence[Measured]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and counts on one calendar, from the first to the last period known."""
    judged = _judged(merged)
    known = [one.series.values.dropna().index for one in judged]
    firsts = [index.min() for index in known if len(index)]
    if not firsts:
        raise _too_short(None)
    lasts = [index.max() for index in known if len(index)]
    begun = [one.series.partial for one in judged if one.series.partial is not None]
    periods = calendar(min(firsts), max(lasts + begun))
    return on_periods({one.id: one.series for one in merged}, periods)


def on_periods(
    series: Mapping[str, Series], periods: pd.Index
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and counts by period and id: NaN and 0 where a series tells nothing."""
    values = pd.DataFrame({id: one.values.reindex(periods) for id, one in series.items()}, periods)
    counts = pd.DataFrame({id: one.counts.reindex(periods) for id, one in series.items()}, periods)
    values = values.astype(float) + 0.0  # no minus zero
    return values, counts.where(values.notna()).fillna(0).astype("int64")


def _judged(merged: Sequence[Measured]) -> list[Measured]:
    """The columns that say how far the data go; plans may run ahead of them."""
    return [one for one in merged if _is_measured(one.proposal)] or list(merged)


def _is_measured(proposal: Proposal) -> bool:
    """Not a plan: it has a role, may have one, or is a metric that usually has one."""
    metric = proposal.metric
    is_metric = metric is not None and proposal.whole and metric.role is not Role.NEITHER
    return proposal.role is not Role.NEITHER or bool(proposal.open) or is_metric


def _end_of(
    merged: Sequence[Measured], values: pd.DataFrame, as_of: date | None, keep: bool
) -> Ending:
    """Where the values end: after the last period that was over, unless all are to be kept."""
    judged = _judged(merged)
    if keep:
        return Ending(values)
    rules = [one.proposal.aggregate for one in judged]
    partial = frozenset(one.series.partial for one in judged if one.series.partial is not None)
    return ending(values[[one.id for one in judged]], rules, partial, as_of)


def _too_short(end: Ending | None) -> Refusal:
    """The refusal of a panel of fewer than two periods."""
    what = text("Fewer than two complete periods are known.")
    if end is not None and end.notices:
        what = Text.joined(" ", [what, *end.notices])
    return Refusal(what, text("Bring more periods: a year of months is a good start."))
