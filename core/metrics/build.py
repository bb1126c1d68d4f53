"""Tables become a panel: every metric by period, on one calendar, with the counts behind it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from core.errors import Refusal
from core.language import Text, text
from core.metrics.catalogue import CATALOGUE
from core.metrics.merge import Merged, Told, columns, joined
from core.metrics.panel import Indicator, Panel
from core.metrics.roles import propose
from core.metrics.spec import Aggregate, Role
from core.metrics.strands import GRAINS, strands
from core.metrics.unfinished import Ending, ending
from core.periods import Grain, calendar, infer_grain
from core.tables.model import Question, Table

_NOTHING: Mapping[str, str] = {}
_LENGTH = {
    Grain.DAY: text("one day"),
    Grain.WEEK: text("one week"),
    Grain.MONTH: text("one month"),
    Grain.QUARTER: text("one quarter"),
    Grain.YEAR: text("one year"),
}


def build_panel(
    tables: Sequence[Table],
    grain: Grain | None = None,
    *,
    as_of: date | None = None,
    keep_unfinished: bool = False,
    fields: Mapping[str, str] = _NOTHING,
) -> Panel:
    """The panel of all KPI tables together.

    grain: None takes the longest among the tables. as_of: the day the data go up to; without
    one, what the tables say, never today. fields: what a column (or a metric of a long table)
    means, name or "file:name" -> catalogue id | "measure" (keep as named) | "ignore".
    Raises Refusal: no period, no numbers, a grain shorter than the data, fewer than 2 periods.
    """
    found = strands(tables, fields)
    proposals = propose([(s.name, s.unit, s.meant) for s in found.every])
    told, continued = joined(
        [Told(strand, one) for strand, one in zip(found.every, proposals, strict=True)]
    )
    chosen = _grain(told, grain)
    day = as_of or _stated(tables)
    whole, early = (told, []) if keep_unfinished or day else _finished(told, chosen)
    merged, said = columns(whole, chosen, keep_unfinished)
    values, counts = _on_calendar(merged)
    end = _ending(merged, values, day, keep_unfinished)
    if len(end.values) < 2:
        raise _too_short(end)
    values, counts = values.loc[end.values.index], counts.loc[end.values.index]
    notices = (
        *found.notices,
        *continued,
        *early,
        *said,
        *end.notices,
        *_choices(merged, values, chosen),
    )
    return Panel(
        values=values,
        counts=counts,
        grain=chosen,
        indicators=tuple(_indicator(one) for one in merged),
        unfinished=end.unfinished,
        notices=tuple(dict.fromkeys(notices)),
        key=_key(values, counts, merged),
        questions=_questions(told),
    )


def _grain(told: Sequence[Told], wanted: Grain | None) -> Grain:
    """The grain asked for, or the shortest at which every table can speak."""
    shortest = max((one.strand.grain for one in told), key=GRAINS.index)
    if wanted is None:
        return shortest
    if GRAINS.index(wanted) < GRAINS.index(shortest):
        slow = next(one for one in told if one.strand.grain is shortest)
        raise Refusal(
            text("The data are not known for periods that short."),
            text("Choose {grain} or longer, or leave this table out.", grain=_LENGTH[shortest]),
            slow.strand.place,
        )
    return wanted


def _finished(told: Sequence[Told], grain: Grain) -> tuple[list[Told], list[Text]]:
    """Strands of periods shorter than the panel's, without a last one that looks unfinished."""
    kept, notices = list(told), list[Text]()
    for short in {one.strand.grain for one in told} - {grain}:
        own = [one for one in told if one.strand.grain is short]
        merged, _ = columns(own, short, keep=True)
        end = _ending(merged, _on_calendar(merged)[0], None, keep=False)
        if end.unfinished is not None:
            kept = [
                one.before(end.unfinished) if one.strand.grain is short else one for one in kept
            ]
            notices += end.notices
    return kept, notices


def _on_calendar(merged: Sequence[Merged]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and counts on one calendar, from the first to the last period known."""
    judged = _judged(merged)
    known = [one.series.values.dropna().index for one in judged]
    firsts = [index.min() for index in known if len(index)]
    if not firsts:
        raise _too_short(None)
    lasts = [index.max() for index in known if len(index)]
    begun = [one.series.partial for one in judged if one.series.partial is not None]
    periods = calendar(min(firsts), max(lasts + begun))
    values = pd.DataFrame({m.id: m.series.values.reindex(periods) for m in merged}, index=periods)
    counts = pd.DataFrame({m.id: m.series.counts.reindex(periods) for m in merged}, index=periods)
    values = values.astype(float) + 0.0
    return values, counts.where(values.notna()).fillna(0).astype("int64")


def _judged(merged: Sequence[Merged]) -> list[Merged]:
    """The columns that say how far the data go; plans may run ahead of them."""
    measured = [
        one
        for one in merged
        if one.told.proposal.role is not Role.NEITHER or one.told.proposal.open
    ]
    return measured or list(merged)


def _ending(
    merged: Sequence[Merged], values: pd.DataFrame, as_of: date | None, keep: bool
) -> Ending:
    judged = _judged(merged)
    if keep:
        return Ending(values)
    rules = [one.told.proposal.aggregate for one in judged]
    partial = frozenset(one.series.partial for one in judged if one.series.partial is not None)
    return ending(values[[one.id for one in judged]], rules, partial, as_of)


def _stated(tables: Sequence[Table]) -> date | None:
    """The latest day that the tables themselves say their data go up to."""
    days = [table.as_of for table in tables if table.as_of is not None]
    return max(days, default=None)


def _too_short(end: Ending | None) -> Refusal:
    what = text("Fewer than two complete periods are known.")
    if end is not None and end.notices:
        what = Text.joined(" ", [what, *end.notices])
    return Refusal(what, text("Bring more periods: a year of months is a good start."))


def _choices(merged: Sequence[Merged], values: pd.DataFrame, grain: Grain) -> list[Text]:
    """What was chosen on the way: averages, weeks, metrics known rarely, no result named."""
    said = []
    longer = [one for one in merged if one.told.strand.grain is not grain]
    averaged = [one.name for one in longer if one.told.rule.over_time is Aggregate.MEAN]
    if averaged:
        said.append(
            text(
                "Averaged over shorter periods without weights: {names}.", names=", ".join(averaged)
            )
        )
    if any(one.told.strand.grain is Grain.WEEK for one in longer):
        said.append(text("A week is counted in the period that its Thursday falls in."))
    said += [
        text("{name} is unknown for {period}: its records stop early.", name=m.name, period=partial)
        for m in merged
        if (partial := m.series.partial) is not None and partial in values.index
    ]
    said += [_sparse(one.name) for one in merged if _is_sparse(values[one.id], grain)]
    if not any(one.told.proposal.role is Role.LAGGING for one in merged):
        said.append(
            text("No result was recognised by its name: choose which column is the result.")
        )
    return said


def _is_sparse(column: pd.Series, grain: Grain) -> bool:
    known = column.dropna().index
    own = infer_grain(period.start_time.date() for period in known)
    return len(known) > 2 and GRAINS.index(own) > GRAINS.index(grain)


def _sparse(name: str) -> Text:
    return text("{name} is known for few periods only; a longer period may serve it.", name=name)


def _indicator(one: Merged) -> Indicator:
    proposal = one.told.proposal
    return Indicator(
        id=one.id,
        name=one.name,
        metric=proposal.metric.id if proposal.metric is not None else None,
        role=proposal.role,
        reason=proposal.reason,
        unit=proposal.unit,
        aggregate=proposal.aggregate,
        place=one.told.strand.place,
    )


def _questions(told: Sequence[Told]) -> tuple[Question, ...]:
    """One question for each name that can mean several metrics."""
    rest = (
        ("measure", text("Something else: keep it under its own name")),
        ("ignore", text("Leave it out")),
    )
    return tuple(
        Question(
            id="meaning",
            column=one.strand.name,
            what=text("“{column}” can mean several things. Which one?", column=one.strand.name),
            choices=(*((id, CATALOGUE[id].name) for id in one.proposal.open), *rest),
            option="--map",
        )
        for one in told
        if one.proposal.open
    )


def _key(values: pd.DataFrame, counts: pd.DataFrame, merged: Sequence[Merged]) -> str:
    """A digest of all that the answers rest on."""
    digest = hashlib.sha256()
    for one in merged:
        proposal = one.told.proposal
        digest.update(repr((one.id, one.name, proposal.role, proposal.unit)).encode())
    digest.update(repr([(str(p), p.freqstr) for p in values.index]).encode())
    digest.update(values.to_numpy(dtype="<f8").tobytes())
    digest.update(counts.to_numpy(dtype="<i8").tobytes())
    return digest.hexdigest()
