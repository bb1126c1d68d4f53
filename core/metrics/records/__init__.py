"""Metrics worked out from records: deals, leads, activities, orders and their like."""

from core.metrics.records.answer import Answered, Recorded, Wanted, answered, behind, proposal_of
from core.metrics.records.canonical import records
from core.metrics.records.known import Known, known
from core.metrics.records.model import ROW, TABLE, Records
from core.metrics.records.offer import Offer
from core.metrics.records.offered import offers
from core.metrics.records.span import span_of
from core.metrics.records.tally import BETWEEN
from core.metrics.records.vocabularies import MEANINGS

__all__ = [
    "BETWEEN",
    "MEANINGS",
    "ROW",
    "TABLE",
    "Answered",
    "Known",
    "Offer",
    "Recorded",
    "Records",
    "Wanted",
    "answered",
    "behind",
    "known",
    "offers",
    "proposal_of",
    "records",
    "span_of",
]
