"""Which fields of which tables have words of their own; one file of words for each trade."""

from collections.abc import Mapping

from core.metrics.records.content_words import CONTENT
from core.metrics.records.sales_words import SALES
from core.metrics.records.trade_words import TRADE
from core.metrics.records.words import OUTCOME, Vocabulary
from core.tables.model import TableKind

_EVERY: Mapping[tuple[TableKind, str], Vocabulary] = {**SALES, **TRADE, **CONTENT}


def vocabulary(kind: TableKind, field: str) -> Vocabulary | None:
    """The words of a field that has few values, else None."""
    return _EVERY.get((kind, field))


def words_for(kind: TableKind, field: str) -> Vocabulary | None:
    """The words a person may say the meaning of: those of a status, a kind, an outcome …"""
    return OUTCOME if (kind, field) == (TableKind.DEALS, "status") else vocabulary(kind, field)


MEANINGS = tuple(dict.fromkeys(value for one in (OUTCOME, *_EVERY.values()) for value in one.words))
