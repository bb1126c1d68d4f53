"""Which metrics the tables make possible, and for the others which column is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine, apart
from core.metrics.measures import Flow, Measure, Requirement, flows
from core.metrics.records.known import Known
from core.metrics.records.model import Records
from core.metrics.spec import Metric
from core.tables.mapping import KIND_NAMES, field_name
from core.tables.model import TableKind


@dataclass(frozen=True)
class Offer:
    """One way to work out a metric and whether the records allow it; `missing`: what would."""

    metric: Metric
    measure: Measure
    refused: Text | None = None
    missing: tuple[str, ...] = ()


def offers(metrics: Iterable[Metric], known: Known) -> tuple[Offer, ...]:
    """One offer for each metric that is worked out from the kinds there are."""
    found = []
    for metric in metrics:
        for measure in metric.measures:
            parts = flows(measure)
            if parts and all(_suits(one, known.records) for one in parts):
                found.append(_offer(metric, measure, known.records))
    return _one_reason(_required(found, known))


def _one_reason(found: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers; of a metric that no way allows one reason, of the others none.

    The reason of a way that has all its columns goes before that of one that lacks some.
    """
    found = list(found)
    done = {one.metric.id for one in found if one.refused is None}
    reasons: dict[str, Offer] = {}
    for one in found:
        before = reasons.get(one.metric.id)
        if before is None or (before.missing and not one.missing):
            reasons[one.metric.id] = one
    return tuple(
        one
        for one in found
        if one.refused is None or (one.metric.id not in done and reasons[one.metric.id] is one)
    )


def _suits(flow: Flow, known: Mapping[TableKind, Records]) -> bool:
    """Whether the tables are there and hold nothing that another measure makes more of."""
    there = {flow.table, *flow.beside} <= known.keys()
    return there and not set(flow.unless) & known[flow.table].fields


def _offer(metric: Metric, measure: Measure, known: Mapping[TableKind, Records]) -> Offer:
    missing: dict[str, TableKind] = {}
    for flow in flows(measure):
        asked = [(flow.table, field) for field in _fields(flow)]
        asked += [(kind, field) for kind in flow.beside for field in flow.beside_needs]
        missing |= {field: kind for kind, field in asked if field not in known[kind].fields}
        if apart(known[kind].rows for kind in (flow.table, *flow.beside)):
            return Offer(metric, measure, _in_several(flow))
    if not missing:
        return Offer(metric, measure)
    said = text(
        "not computable, because these columns are missing in {kind}: {fields}",
        kind=Text.joined(", ", [KIND_NAMES[kind] for kind in dict.fromkeys(missing.values())]),
        fields=Text.joined(", ", [field_name(field) for field in missing]),
    )
    return Offer(metric, measure, said, tuple(missing))


def _fields(flow: Flow) -> tuple[str, ...]:
    """What a flow needs of its own table; the dates of a view are its own."""
    own = () if flow.view is not None else (flow.at, *([flow.known] if flow.known else []))
    return (*own, *flow.needs)


def _in_several(flow: Flow) -> Text:
    return text(
        "not computable, because these tables lie in different sources: {kinds}",
        kinds=Text.joined(", ", [KIND_NAMES[kind] for kind in (flow.table, *flow.beside)]),
    )


def _required(found: list[Offer], known: Known) -> tuple[Offer, ...]:
    """The offers, with those refused whose requirements the rows do not meet."""
    broken: set[int] = set()
    for kind, rows in known.rows.items():
        wanted = [
            one
            for offer in found
            if offer.refused is None
            for flow in flows(offer.measure)
            if flow.table is kind
            for one in flow.requires
            if not one.joined
        ]
        broken |= _broken(wanted, rows, known.engine)
    for flow in (one for offer in found if offer.refused is None for one in flows(offer.measure)):
        joined = [one for one in flow.requires if one.joined]
        if joined and flow.view is not None:
            broken |= _broken(joined, flow.view(known.rows), known.engine)
    return tuple(_checked(one, broken) for one in found)


def _broken(wanted: Sequence[Requirement], rows: ir.Table, engine: Engine) -> set[int]:
    """The requirements, by their id(), that do not hold over those rows."""
    if not wanted:
        return set()
    asked = {f"holds_{i}": one.holds for i, one in enumerate(wanted)}
    told = engine.run(rows.aggregate(**asked)).iloc[0].fillna(False)
    return {id(one) for one, holds in zip(wanted, told, strict=True) if not holds}


def _checked(offer: Offer, broken: set[int]) -> Offer:
    """The offer, refused by the first requirement that does not hold."""
    for flow in flows(offer.measure) if offer.refused is None else ():
        for one in flow.requires:
            if id(one) in broken:
                return replace(offer, refused=one.otherwise)
    return offer
