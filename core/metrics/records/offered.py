"""Which metrics the tables make possible, and for the others which column is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.measures import Measure, flows
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


def offers(
    metrics: Iterable[Metric], known: Mapping[TableKind, Records], engine: Engine
) -> tuple[Offer, ...]:
    """One offer for each metric that is worked out from the kinds there are."""
    found = []
    for metric in metrics:
        for measure in metric.measures:
            parts = flows(measure)
            if parts and all({one.table, *one.beside} <= known.keys() for one in parts):
                found.append(_offer(metric, measure, known))
    return _required(found, known, engine)


def _offer(metric: Metric, measure: Measure, known: Mapping[TableKind, Records]) -> Offer:
    missing: dict[str, TableKind] = {}
    for flow in flows(measure):
        for field in (flow.at, *flow.needs, *([flow.known] if flow.known else [])):
            if flow.view is None and field not in known[flow.table].fields:
                missing[field] = flow.table
    if not missing:
        return Offer(metric, measure)
    said = text(
        "not computable, because these columns are missing in {kind}: {fields}",
        kind=KIND_NAMES[flows(measure)[0].table],
        fields=Text.joined(", ", [field_name(field) for field in missing]),
    )
    return Offer(metric, measure, said, tuple(missing))


def _required(
    found: list[Offer], known: Mapping[TableKind, Records], engine: Engine
) -> tuple[Offer, ...]:
    """The offers, with those refused whose requirements the rows do not meet."""
    broken: set[int] = set()
    for kind, records in known.items():
        wanted = [
            one
            for offer in found
            if offer.refused is None
            for flow in flows(offer.measure)
            if flow.table is kind
            for one in flow.requires
        ]
        if wanted:
            asked = {f"holds_{i}": one.holds for i, one in enumerate(wanted)}
            told = engine.run(records.rows.aggregate(**asked)).iloc[0].fillna(False)
            broken |= {id(one) for one, holds in zip(wanted, told, strict=True) if not holds}
    return tuple(_checked(one, broken) for one in found)


def _checked(offer: Offer, broken: set[int]) -> Offer:
    """The offer, refused by the first requirement that does not hold."""
    for flow in flows(offer.measure) if offer.refused is None else ():
        for one in flow.requires:
            if id(one) in broken:
                return replace(offer, refused=one.otherwise)
    return offer
