"""Which fields of which tables have words of their own; one file of words for each trade."""

from collections.abc import Mapping

from core.metrics.records.sales_words import SALES
from core.metrics.records.trade_words import TRADE
from core.metrics.records.words import Vocabulary
from core.tables.model import TableKind

_EVERY: Mapping[tuple[TableKind, str], Vocabulary] = {**SALES, **TRADE}


def vocabulary(kind: TableKind, field: str) -> Vocabulary | None:
    """The words of a field that has few values, else None."""
    return _EVERY.get((kind, field))
