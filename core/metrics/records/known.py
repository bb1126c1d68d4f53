"""The records that the tables hold, on one engine, with the days of which they speak."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from core.metrics.engine import Engine
from core.metrics.records.canonical import records
from core.metrics.records.model import Records
from core.metrics.records.span import Span, span_of
from core.periods import Grain
from core.tables.model import Table, TableKind

_LONG = ((365, Grain.MONTH), (60, Grain.WEEK))  # days of records from which that grain is usual


@dataclass(frozen=True)
class Known:
    """Records of every kind on one engine, and how far each speaks."""

    records: Mapping[TableKind, Records]
    spans: Mapping[TableKind, Span]
    engine: Engine

    @property
    def rows(self) -> dict[TableKind, ir.Table]:
        """The rows of each kind."""
        return {kind: one.rows for kind, one in self.records.items()}

    @property
    def as_of(self) -> dict[TableKind, date]:
        """The day up to which each kind is known: said, else its last."""
        return {kind: span.as_of or span.last for kind, span in self.spans.items()}

    @property
    def grain(self) -> Grain:
        """The period that suits the longest of them."""
        days = max((one.last - one.first).days for one in self.spans.values())
        return next((grain for least, grain in _LONG if days >= least), Grain.DAY)


def known(
    tables: Sequence[Table], engine: Engine, said: Mapping[str, str], as_of: date | None
) -> Known | None:
    """The records among the tables; None when there are none with a date."""
    found = records(tables, engine, said)
    spans = {kind: span_of(one, engine, as_of) for kind, one in found.items()}
    dated = {kind: span for kind, span in spans.items() if span is not None}
    return Known({kind: found[kind] for kind in dated}, dated, engine) if dated else None
