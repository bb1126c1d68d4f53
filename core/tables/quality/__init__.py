"""How good a table is: what is doubtful in it, where, what to do; and how fresh it is."""

from core.tables.quality.assess import freshness_of, newest_day, quality_of, reconciliation
from core.tables.quality.described import described
from core.tables.quality.model import (
    Arrival,
    ColumnQuality,
    Correctness,
    Fault,
    Finding,
    Freshness,
    Loss,
    Quality,
    Severity,
    Status,
)
from core.tables.quality.scores import FORMULA

__all__ = [
    "FORMULA",
    "Arrival",
    "ColumnQuality",
    "Correctness",
    "Fault",
    "Finding",
    "Freshness",
    "Loss",
    "Quality",
    "Severity",
    "Status",
    "described",
    "freshness_of",
    "newest_day",
    "quality_of",
    "reconciliation",
]
