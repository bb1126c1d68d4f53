"""Which files tell of a metric, and of which days those speak.

Calls may lie in a file that begins later than the one of meetings: before it no calls are known,
which is not the same as none. Between files that follow one another a month may be missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

import pandas as pd
from ibis import _
from scipy.stats import betabinom

from core.language import Text, text
from core.metrics.measures import Flow, rows
from core.metrics.records.known import Known
from core.metrics.records.model import TABLE, Records
from core.metrics.records.span import Span, days_by_table, span_from
from core.metrics.records.tally import PERIOD, Asked, rows_of, together
from core.tables.mapping import KIND_NAMES

_SURPRISE = 0.05  # chance of no such row under which a file is taken to tell nothing of them
_ENOUGH = 8  # days with records on either side of a gap, fewer tell nothing of it
_LEAST = 7  # days without any file from which they are taken for a gap
_ALIKE = 31  # days by which beginnings and ends of files may differ without a word


@dataclass(frozen=True)
class Coverage:
    """By the id() of a flow the days of the files that tell of it, where files are several."""

    spans: Mapping[int, Span] = field(default_factory=dict)
    notices: tuple[Text, ...] = ()


def coverage(flows: Iterable[Flow], known: Known, asked: Asked) -> Coverage:
    """Nothing where each kind lies in one file: the days of the kind are those of its flows."""
    wanted = {id(one): one for one in flows if len(known.records[one.table].sources) > 1}
    kinds = dict.fromkeys(one.table for one in wanted.values())
    days = {kind: days_by_table(known.records[kind], known.engine) for kind in kinds}
    spans: dict[int, Span] = {}
    for _key, same in groupby(sorted(wanted.values(), key=together), key=together):
        for flow, tables in _tellers(list(same), known, asked):
            own = days[flow.table]
            span = _span(own[own[TABLE].isin(tables)], asked.said.get(flow.table))
            if span is not None:
                spans[id(flow)] = span
    notices = [said for kind, own in days.items() for said in _said(known.records[kind], own)]
    return Coverage(spans, tuple(notices))


def _tellers(same: Sequence[Flow], known: Known, asked: Asked) -> Iterable[tuple[Flow, list[int]]]:
    """The tables with rows of each flow; every table where rows do not say theirs, or none has."""
    base = rows_of(same[0], known, asked)
    every = list(known.records[same[0].table].sources)
    if TABLE not in base.columns:
        return [(flow, every) for flow in same]
    counts = {f"n_{place}": rows(flow.where) for place, flow in enumerate(same)}
    dated = base.filter(base[PERIOD].notnull())
    found = known.engine.run(dated.group_by(TABLE).aggregate(**counts, every=_.count()))
    found = found.set_index(TABLE).reindex(every, fill_value=0).astype(float)
    return [
        (flow, _telling(found[name], found["every"]))
        for flow, name in zip(same, counts, strict=True)
    ]


def _telling(own: "pd.Series[float]", every: "pd.Series[float]") -> list[int]:
    """The tables with such rows, and those too short for their absence to be a surprise.

    The chance of none is beta-binomial: how frequent such rows are is itself known from so many
    rows only, and nine of nine do not say that the tenth must be one.
    """
    seen, among = own.sum(), every[own > 0].sum()
    chance = betabinom(every, seen + 1, among - seen + 1).pmf(0)
    tells = (own > 0) | (chance >= _SURPRISE) | (seen == 0)
    return [int(str(table)) for table in own.index[tells]]


def _span(days: pd.DataFrame, as_of: date | None) -> Span | None:
    """The days of some tables, with the stretches between them of which none speaks."""
    span = span_from(days["day"], as_of)
    if span is None:
        return None
    usual = max((_longest_silence(own["day"]) for _table, own in days.groupby(TABLE)), default=0)
    one = timedelta(days=1)
    gaps = [
        (before + one, after - one)
        for before, after in _between(sorted(_ends(days).values()))
        if (after - before).days > max(usual, _LEAST) and _judged(days["day"], before, after)
    ]
    return replace(span, gaps=tuple(gaps))


def _between(ends: Sequence[tuple[date, date]]) -> Iterable[tuple[date, date]]:
    """The last day before and the first day after each stretch that no table spans."""
    until = ends[0][1]
    for first, last in ends[1:]:
        if first > until:
            yield until, first
        until = max(until, last)


def _judged(days: "pd.Series[pd.Timestamp]", before: date, after: date) -> bool:
    """Whether days with records are many enough on both sides to tell how often there are any."""
    earlier, later = days[days <= pd.Timestamp(before)], days[days >= pd.Timestamp(after)]
    return min(earlier.nunique(), later.nunique()) >= _ENOUGH


def _longest_silence(days: "pd.Series[pd.Timestamp]") -> int:
    """Days from one record to the next at most."""
    steps = days.sort_values().diff().dropna()
    return int(steps.max() / pd.Timedelta(days=1)) if len(steps) else 0


def _ends(days: pd.DataFrame) -> dict[int, tuple[date, date]]:
    """The first and the last day of each table."""
    found = days.groupby(TABLE)["day"].agg(["min", "max"])
    return {
        int(str(table)): (one["min"].date(), one["max"].date()) for table, one in found.iterrows()
    }


def _said(records: Records, days: pd.DataFrame) -> list[Text]:
    """That files side by side speak of different days; that none speaks of some."""
    ends, told = _ends(days), list[Text]()
    if _side_by_side(list(ends.values())):
        parts = [
            text("{file} {first} – {last}", file=records.sources[table], first=first, last=last)
            for table, (first, last) in ends.items()
        ]
        told.append(
            text(
                "{kind}: the files speak of different days ({files}). Where only some of them "
                "speak, indicators hold what those tell; what one file alone tells is unknown "
                "outside its days.",
                kind=KIND_NAMES[records.kind],
                files=Text.joined("; ", parts),
            )
        )
    span = _span(days, None)
    told += [
        text(
            "{kind}: no file speaks of {first} – {last}; nothing is known of these days.",
            kind=KIND_NAMES[records.kind],
            first=first,
            last=last,
        )
        for first, last in (span.gaps if span is not None else ())
    ]
    return told


def _side_by_side(ends: Sequence[tuple[date, date]]) -> bool:
    """Whether two files speak of the same days, and one of them of many more."""
    return any(
        max(one[0], other[0]) <= min(one[1], other[1])
        and max(abs((one[at] - other[at]).days) for at in (0, 1)) > _ALIKE
        for place, one in enumerate(ends)
        for other in ends[:place]
    )
