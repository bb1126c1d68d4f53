"""One way to work out a metric, and the one reason for all ways that do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.language import Text, text
from core.metrics.measures import Measure
from core.metrics.spec import Metric
from core.tables.mapping import KIND_NAMES, field_name
from core.tables.model import TableKind


@dataclass(frozen=True)
class Offer:
    """One way to work out a metric and whether the records allow it; else what would."""

    metric: Metric
    measure: Measure
    refused: Text | None = None
    missing: tuple[str, ...] = ()  # fields of tables that are there
    tables: tuple[TableKind, ...] = ()  # that are not there

    @property
    def lacks(self) -> frozenset[str]:
        """All that is missing for this way."""
        return frozenset((*self.missing, *self.tables))


def one_reason(found: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers; of a metric that no way allows one reason, of the others none."""
    ways: dict[str, list[Offer]] = {}
    for one in found:
        ways.setdefault(one.metric.id, []).append(one)
    return tuple(one for each in ways.values() for one in _allowed(each) or [_refused(each)])


def _allowed(ways: Sequence[Offer]) -> list[Offer]:
    return [one for one in ways if one.refused is None]


def _refused(ways: Sequence[Offer]) -> Offer:
    """One reason for all ways, told with what would do instead of what the first lacks.

    The reason of a way that has all its columns goes before that of one that lacks some.
    """
    one = next((way for way in ways if not way.lacks), ways[0])
    instead = list[Offer]()
    for way in ways if one.lacks else ():
        if not any(way.lacks >= before.lacks for before in (one, *instead)):
            instead.append(way)
    if not instead or one.refused is None:
        return one
    said = text(
        "{reason}; this would do instead: {fields}",
        reason=one.refused,
        fields=Text.joined(" / ", [_wanted(way) for way in instead]),
    )
    tables = (*one.tables, *(kind for way in instead for kind in way.tables))
    return replace(one, refused=said, tables=tuple(dict.fromkeys(tables)))


def _wanted(way: Offer) -> Text:
    """All that one way lacks, in words."""
    tables = [text("the table “{kind}”", kind=KIND_NAMES[kind]) for kind in way.tables]
    return Text.joined(" + ", [*map(field_name, way.missing), *tables])
