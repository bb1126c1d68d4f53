"""Tables become a panel: every metric by period, on one calendar, with the counts behind it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.errors import Refusal
from core.language import Text, text
from core.metrics.beside import apart, beside
from core.metrics.catalogue import CATALOGUE
from core.metrics.complete import Complete, columns_so_far, complete, stated
from core.metrics.derived import derived
from core.metrics.engine import local
from core.metrics.financial_years import need_fit, year_starts
from core.metrics.headline import one_result
from core.metrics.lengths import GRAINS
from core.metrics.links import parts_of
from core.metrics.measured import Measured
from core.metrics.merge import Told, joined, proposed
from core.metrics.open_questions import nothing_to_read, nothing_told
from core.metrics.own import Own
from core.metrics.own_metric import metric_of
from core.metrics.panel import Indicator, Panel
from core.metrics.records import Answered, Known, Wanted, answered, known
from core.metrics.remarks import remarks
from core.metrics.segments import columns_named, segments
from core.metrics.strands import strands
from core.periods import Frequency, Grain
from core.tables.model import Question, Table

_NOTHING: Mapping[str, str] = {}
_LENGTH = {
    Grain.DAY: text("one day"),
    Grain.WEEK: text("one week"),
    Grain.MONTH: text("one month"),
    Grain.QUARTER: text("one quarter"),
    Grain.YEAR: text("one year"),
}


@dataclass(frozen=True)
class Figures:
    """What sheets of figures tell, before it stands on a calendar."""

    told: tuple[Told, ...] = ()
    notices: tuple[Text, ...] = ()

    def frequency(self, wanted: Grain | None, records: Known | None, starts: int) -> Frequency:
        """Of the grain asked for, else of the longest of the sheets and of what suits the records.

        Raises Refusal where the sheets do not fit it.
        """
        own = [_grain(self.told, wanted)] if self.told else []
        suits = [records.grain] if records is not None else []
        found = Frequency(wanted or max(own + suits, key=GRAINS.index), starts)
        need_fit(self.told, found)
        return found


def build_panel(
    tables: Sequence[Table],
    grain: Grain | None = None,
    *,
    as_of: date | None = None,
    keep_unfinished: bool = False,
    fields: Mapping[str, str] = _NOTHING,
    by: Sequence[str] = (),
    own: Sequence[Own] = (),
    fiscal_start: int | None = None,
) -> Panel:
    """The panel of all tables together: sheets of figures and records.

    grain: None takes the longest among the sheets of figures, else what suits the records. as_of:
    the day the data go up to; without one, what the tables say, never today. fields: what a column
    (or a metric of a long table) means, name or "file:name" -> catalogue id | "measure" (keep as
    named) | "ignore"; what a word in a column means, "column:word" -> won | lost | open | other.
    by: columns, as named or by field, whose groups get a panel of their own each. own: metrics
    that the person defined. fiscal_start: the month (1-12) in which years start; None: as the
    tables' own financial years do, else January.
    Raises Refusal: no period, no numbers, a grain shorter than the data or whose financial years
    do not fit them, fewer than 2 periods.
    """
    sheets, ledgers = apart(tables)
    divided = columns_named(tables, by)
    starts = year_starts(sheets, fiscal_start)
    metrics = (*CATALOGUE.values(), *(metric_of(one, ledgers) for one in own))
    with local() as engine:
        records = known(ledgers, engine, fields, as_of)
        if records is None and ledgers and not sheets:
            raise nothing_to_read(ledgers, ())
        figures = _figures(sheets, fields, starts, lone=records is None)
        chosen = figures.frequency(grain, records, starts)
        wanted = Wanted(metrics, chosen, keep_unfinished, divided)
        worked_out = answered(records, wanted) if records else Answered()
    day, doubted = (as_of, []) if as_of is not None else stated(tables, figures.told)
    merged, said = columns_so_far(figures.told, chosen, day, keep_unfinished)
    follows = derived(beside(merged, worked_out.columns), metrics, worked_out.why_refused)
    refused = follows.refused | worked_out.why_refused
    every = one_result(follows.columns)
    if not every:
        raise nothing_told(worked_out.notices, refused)
    over = complete(every, day, keep_unfinished)
    left_out = (*doubted, *said, *follows.notices, *over.notices)
    notices = (*figures.notices, *worked_out.notices, *left_out, *remarks(every, over.values))
    panel = replace(
        _panel(every, over, chosen.grain),
        notices=tuple(dict.fromkeys(notices)),
        questions=_questions(figures.told),
        refused=refused,
    )
    return replace(panel, segments=segments(panel, sheets, every, divided, fields))


def _panel(every: Sequence[Measured], over: Complete, grain: Grain) -> Panel:
    return Panel(
        values=over.values,
        counts=over.counts,
        grain=grain,
        indicators=tuple(indicator_of(one) for one in every),
        unfinished=over.unfinished,
        notices=(),
        key=_key(over, every),
    )


def _figures(
    tables: Sequence[Table], fields: Mapping[str, str], starts: int, *, lone: bool
) -> Figures:
    """What the sheets of figures tell. Raises Refusal when they tell nothing and stand alone."""
    if not tables and not lone:
        return Figures()
    found = strands(tables, fields, starts)
    told, continued = joined(proposed(found))
    return Figures(tuple(told), (*found.notices, *continued))


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


def indicator_of(one: Measured) -> Indicator:
    """The column as it is shown."""
    proposal = one.proposal
    return Indicator(
        id=one.id,
        name=one.label,
        metric=proposal.metric.id if proposal.metric is not None else None,
        role=proposal.role,
        reason=proposal.reason,
        unit=proposal.unit,
        aggregate=proposal.aggregate,
        place=one.place,
        contains=parts_of(proposal.metric) if proposal.metric is not None else (),
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


def _key(over: Complete, every: Sequence[Measured]) -> str:
    """A digest of all that the answers rest on."""
    digest = hashlib.sha256()
    for one in every:
        proposal = one.proposal
        digest.update(repr((one.id, one.label, proposal.role, proposal.unit)).encode())
    digest.update(repr([(str(p), p.freqstr) for p in over.values.index]).encode())
    digest.update(over.values.to_numpy(dtype="<f8").tobytes())
    digest.update(over.counts.to_numpy(dtype="<i8").tobytes())
    return digest.hexdigest()
