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
        measured = [one for one in metric.measures if flows(one)]
        ways = [one for one in measured if all(_suits(flow, known.records) for flow in flows(one))]
        found += [_offer(metric, one, known.records) for one in ways]
        alone = [] if ways else [one for one in measured if _lacks_table(one, known.records)]
        found += [_without_table(metric, one, known.records) for one in alone[:1]]
    return _one_reason(_required(found, known))


def _one_reason(found: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers; of a metric that no way allows one reason, of the others none."""
    ways: dict[str, list[Offer]] = {}
    for one in found:
        ways.setdefault(one.metric.id, []).append(one)
    return tuple(one for each in ways.values() for one in _allowed(each) or [_refused(each)])


def _allowed(ways: Sequence[Offer]) -> list[Offer]:
    return [one for one in ways if one.refused is None]


def _refused(ways: Sequence[Offer]) -> Offer:
    """One reason for all ways, told with what would do instead of the columns of the first.

    The reason of a way that has all its columns goes before that of one that lacks some.
    """
    one = next((way for way in ways if not way.missing), ways[0])
    own, instead = set(one.missing), list[Offer]()
    for way in ways if own else ():
        lacks = set(way.missing)
        if not any(lacks >= before for before in (own, *(set(o.missing) for o in instead))):
            instead.append(way)
    if not instead or one.refused is None:
        return one
    fields = [Text.joined(" + ", [field_name(field) for field in way.missing]) for way in instead]
    said = text(
        "{reason}; this would do instead: {fields}",
        reason=one.refused,
        fields=Text.joined(" / ", fields),
    )
    return replace(one, refused=said)


def _suits(flow: Flow, known: Mapping[TableKind, Records]) -> bool:
    """Whether the tables are there and hold nothing that another measure makes more of."""
    there = {flow.table, *flow.beside} <= known.keys()
    return there and not set(flow.unless) & known[flow.table].fields


def _lacks_table(measure: Measure, known: Mapping[TableKind, Records]) -> bool:
    """Whether its own table is there and one that is needed beside it is not."""
    parts = flows(measure)
    own = all(one.table in known and not set(one.unless) & known[one.table].fields for one in parts)
    return own and any(kind not in known for one in parts for kind in one.beside)


def _without_table(metric: Metric, measure: Measure, known: Mapping[TableKind, Records]) -> Offer:
    kinds = dict.fromkeys(kind for one in flows(measure) for kind in one.beside)
    lacking = [KIND_NAMES[kind] for kind in kinds if kind not in known]
    said = text(
        "not computable, because these tables are missing: {kinds}",
        kinds=Text.joined(", ", lacking),
    )
    return Offer(metric, measure, said)


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
    said = _half_told(measure, missing, known) or text(
        "not computable, because these columns are missing in {kind}: {fields}",
        kind=Text.joined(", ", [KIND_NAMES[kind] for kind in dict.fromkeys(missing.values())]),
        fields=Text.joined(", ", [field_name(field) for field in missing]),
    )
    return Offer(metric, measure, said, tuple(missing))


def _half_told(
    measure: Measure, missing: Iterable[str], known: Mapping[TableKind, Records]
) -> Text | None:
    """Why a column that is there does not do for one that is missing."""
    lacking = set(missing)
    return next(
        (
            one.why
            for flow in flows(measure)
            for one in flow.half_told
            if one.missing in lacking and one.there in known[flow.table].fields
        ),
        None,
    )


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
