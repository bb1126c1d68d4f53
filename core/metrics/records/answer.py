"""What the record tables answer: a series for each metric they allow, a reason for the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from core.errors import Place
from core.language import Text, counted
from core.metrics.measures import flows
from core.metrics.records.behind import Behind, rows_behind
from core.metrics.records.coverage import coverage
from core.metrics.records.known import Known
from core.metrics.records.offer import Offer
from core.metrics.records.offered import offers
from core.metrics.records.tally import Asked, Tally, tallies
from core.metrics.records.worked_out import Frame, series_of
from core.metrics.roles import Proposal, usual_role
from core.metrics.spec import Metric
from core.metrics.within_period import Series
from core.periods import Frequency, Grain, frequency_of
from core.tables.mapping import field_name


@dataclass(frozen=True)
class Recorded:
    """One metric worked out from records: a column of the panel to be."""

    id: str
    label: Text
    proposal: Proposal
    place: Place
    grain: Grain
    series: Series
    groups: Mapping[str, Series] = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """Every metric the records allow, why others are refused, what was left out."""

    columns: tuple[Recorded, ...] = ()
    refused: tuple[Offer, ...] = ()
    notices: tuple[Text, ...] = ()

    @property
    def why_refused(self) -> dict[str, Text]:
        """Metric id -> why it is not among the columns."""
        return {one.metric.id: one.refused for one in self.refused if one.refused}


@dataclass(frozen=True)
class Wanted:
    """What is asked of records: which metrics, how long a period is, by which columns."""

    metrics: tuple[Metric, ...]
    frequency: Frequency
    keep_unfinished: bool = False
    by: tuple[tuple[str, ...], ...] = ()  # each column with the names it may have


def answered(known: Known, wanted: Wanted) -> Answered:
    """Every one of the metrics that the records allow."""
    offered = offers(wanted.metrics, known)
    allowed = [one for one in offered if one.refused is None]
    parts = [flow for one in allowed for flow in flows(one.measure)]
    said = {kind: span.as_of for kind, span in known.spans.items() if span.as_of is not None}
    asked = Asked(wanted.frequency, known.as_of, said=said)
    covered = coverage(parts, known, asked)
    told = tallies(parts, known, asked)
    apart = tallies(parts, known, replace(asked, by=wanted.by)) if wanted.by else {}
    frame = Frame(wanted.frequency, known.spans, wanted.keep_unfinished, covered.spans)
    every = [_column(one, known, frame, told, apart) for one in allowed]
    empty = [_unknown(one, column) for one, column in zip(allowed, every, strict=True)]
    columns = tuple(one for one, why in zip(every, empty, strict=True) if why is None)
    left_out = [said for one in allowed for said in _left_out(one, told)]
    notices = [said for one in known.records.values() for said in one.notices]
    notices += [*covered.notices, *left_out]
    refused = tuple(one for one in (*offered, *empty) if one is not None and one.refused)
    return Answered(columns, refused, tuple(dict.fromkeys(notices)))


def behind(metric: Metric, place: Place, period: pd.Period, known: Known) -> Behind:
    """The rows behind the value that a metric read at that place has in a period."""
    asked = Asked(frequency_of(period.freqstr), known.as_of)
    for offer in offers([metric], known):
        first = known.records[flows(offer.measure)[0].table]
        if offer.refused is None and first.place == place and not first.connected:
            return rows_behind(offer.measure, period, known, asked)
    return []


def _column(
    offer: Offer,
    known: Known,
    frame: Frame,
    told: Mapping[int, Tally],
    apart: Mapping[int, Tally],
) -> Recorded:
    metric, parts = offer.metric, flows(offer.measure)
    groups: dict[str, Series] = {}
    if all(id(flow) in apart for flow in parts):
        names = {name for flow in parts for name in apart[id(flow)].groups}
        groups = {name: _since_begun(offer, apart, frame, name) for name in sorted(names)}
    return Recorded(
        metric.id,
        metric.name,
        proposal_of(metric, parts[0].unit),
        known.records[parts[0].table].place,
        frame.frequency.grain,
        series_of(offer.measure, told, frame),
        groups,
    )


def _unknown(offer: Offer, column: Recorded) -> Offer | None:
    """The offer refused, where its measure says why no period has a value."""
    why = next((flow.unknown for flow in flows(offer.measure) if flow.unknown), None)
    if why is None or column.series.values.notna().any():
        return None
    return replace(offer, refused=why)


def _since_begun(offer: Offer, apart: Mapping[int, Tally], frame: Frame, name: str) -> Series:
    """The series of one group, unknown before the first row the group has."""
    series = series_of(offer.measure, apart, frame, name)
    own = [apart[id(flow)].of(name).index for flow in flows(offer.measure)]
    first = min(index.min() for index in own if len(index))
    there = series.values.index >= first
    return replace(series, values=series.values.where(there), counts=series.counts.where(there, 0))


def proposal_of(metric: Metric, unit: str = "") -> Proposal:
    """What a column of that metric is taken for, in the unit it is worked out in."""
    role, reason = usual_role(metric)
    unit = unit or metric.unit
    return Proposal(metric.name.message, metric, True, role, reason, metric.aggregate, unit)


def _left_out(offer: Offer, told: Mapping[int, Tally]) -> list[Text]:
    """Rows that a metric could not use because something in them is unknown."""
    found = []
    for flow in flows(offer.measure):
        lost = int(told[id(flow)].frame["left_out"].sum())
        if lost:
            found.append(
                counted(
                    "{metric}: {n} row without {field} is left out.",
                    "{metric}: {n} rows without {field} are left out.",
                    lost,
                    metric=offer.metric.name,
                    field=field_name(flow.known),
                )
            )
    return found
