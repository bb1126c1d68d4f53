"""Which metrics the tables make possible, and for the others which column is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine, apart
from core.metrics.measures import Flow, Measure, Requirement, flows
from core.metrics.records.known import Known
from core.metrics.records.model import Records
from core.metrics.records.offer import Offer, one_reason
from core.metrics.spec import Metric
from core.tables.mapping import KIND_NAMES, field_name
from core.tables.model import TableKind


def offers(metrics: Iterable[Metric], known: Known) -> tuple[Offer, ...]:
    """One offer for each metric that is worked out from the kinds there are."""
    found = []
    for metric in metrics:
        measured = [one for one in metric.measures if flows(one)]
        ways = [one for one in measured if all(_suits(flow, known.records) for flow in flows(one))]
        found += [_offer(metric, one, known.records) for one in ways]
        begun = [one for one in measured if _lacks_table(one, known.records)]
        other = [one for one in measured if _lies_elsewhere(one, known.records)]
        for one in (*begun, *other) if ways or begun else ():
            found.append(_without_table(metric, one, known.records))
    return one_reason(_required(found, known))


def _suits(flow: Flow, known: Mapping[TableKind, Records]) -> bool:
    """Whether the tables are there and hold nothing that another measure makes more of."""
    there = {flow.table, *flow.beside} <= known.keys()
    return there and not set(flow.unless) & known[flow.table].fields


def _lacks_table(measure: Measure, known: Mapping[TableKind, Records]) -> bool:
    """Whether its own table is there and one that is needed beside it is not."""
    parts = flows(measure)
    own = all(one.table in known and not set(one.unless) & known[one.table].fields for one in parts)
    return own and any(kind not in known for one in parts for kind in one.beside)


def _lies_elsewhere(measure: Measure, known: Mapping[TableKind, Records]) -> bool:
    """Whether none of its own tables is there."""
    parts = flows(measure)
    return bool(parts) and all(one.table not in known for one in parts)


def _without_table(metric: Metric, measure: Measure, known: Mapping[TableKind, Records]) -> Offer:
    parts = flows(measure)
    needed = dict.fromkeys(kind for one in parts for kind in (one.table, *one.beside))
    lacking = tuple(kind for kind in needed if kind not in known)
    missing = _missing(measure, known)
    kinds = Text.joined(", ", [KIND_NAMES[kind] for kind in lacking])
    said = text("not computable, because these tables are missing: {kinds}", kinds=kinds)
    if missing:
        said = text(
            "not computable, because these tables are missing: {kinds}; and these columns: "
            "{fields}",
            kinds=kinds,
            fields=Text.joined(", ", [field_name(field) for field in missing]),
        )
    return Offer(metric, measure, said, tuple(missing), lacking)


def _missing(measure: Measure, known: Mapping[TableKind, Records]) -> dict[str, TableKind]:
    """The fields that no column of the tables that are there holds, each with its table."""
    asked = list[tuple[TableKind, str]]()
    for flow in flows(measure):
        asked += [(flow.table, field) for field in _fields(flow)]
        asked += [(kind, field) for kind in flow.beside for field in flow.beside_needs]
    return {
        field: kind for kind, field in asked if kind in known and field not in known[kind].fields
    }


def _offer(metric: Metric, measure: Measure, known: Mapping[TableKind, Records]) -> Offer:
    missing = _missing(measure, known)
    for flow in flows(measure):
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
