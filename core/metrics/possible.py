"""Which indicators each table makes possible, and for the others which column is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.errors import Place
from core.language import Text
from core.metrics.beside import apart
from core.metrics.catalogue import CATALOGUE
from core.metrics.engine import local
from core.metrics.measures import flows
from core.metrics.own import Own
from core.metrics.own_metric import metric_of
from core.metrics.records import known, offers
from core.tables.model import Table, TableKind

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Possible:
    """One indicator that a table of records could give; `refused`: why it does not."""

    id: str
    name: Text
    place: Place
    refused: Text | None = None
    missing: tuple[str, ...] = ()  # fields of the table's kind that no column holds
    tables: tuple[TableKind, ...] = ()  # kinds of which a table would do


def possible(
    tables: Sequence[Table], fields: Mapping[str, str] = _NOTHING, own: Sequence[Own] = ()
) -> tuple[Possible, ...]:
    """Every indicator of the catalogue and of one's own that asks for tables of these kinds.

    Those that can be worked out come first. An indicator that one of several ways allows is told
    once, as possible.
    """
    _, ledgers = apart(tables)
    metrics = (*CATALOGUE.values(), *(metric_of(one, ledgers) for one in own))
    with local() as engine:
        records = known(ledgers, engine, fields, None)
        if records is None:
            return ()
        told = [
            Possible(
                one.metric.id,
                one.metric.name,
                records.records[flows(one.measure)[0].table].place,
                one.refused,
                one.missing,
                one.tables,
            )
            for one in offers(metrics, records)
        ]
    told.sort(key=lambda one: one.refused is not None)
    return tuple({one.id: one for one in reversed(told)}.values())[::-1]
