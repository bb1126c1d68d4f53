"""Tables become a panel: every metric by period, on one calendar, with the counts behind it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from core.errors import Refusal
from core.language import text
from core.metrics.catalogue import CATALOGUE
from core.metrics.complete import end_of, on_calendar, stated, too_short, without_unfinished
from core.metrics.merge import Merged, Told, columns, joined, proposed
from core.metrics.panel import Indicator, Panel
from core.metrics.remarks import remarks
from core.metrics.strands import GRAINS, strands
from core.periods import Grain
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
    told, continued = joined(proposed(found))
    chosen = _grain(told, grain)
    day, doubted = (as_of, []) if as_of is not None else stated(tables, told)
    whole, early = (told, []) if keep_unfinished or day else without_unfinished(told, chosen)
    merged, said = columns(whole, chosen, keep_unfinished)
    values, counts = on_calendar(merged)
    end = end_of(merged, values, day, keep_unfinished)
    if len(end.values) < 2:
        raise too_short(end)
    values, counts = values.loc[end.values.index], counts.loc[end.values.index]
    left_out = (*doubted, *early, *said, *end.notices)
    notices = (*found.notices, *continued, *left_out, *remarks(merged, values, chosen))
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
            replace(slow.strand.place, column=""),
        )
    return wanted


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
