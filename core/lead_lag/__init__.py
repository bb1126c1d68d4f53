"""Which indicator moves first, by how long, how surely: honest lead-lag evidence."""

from core.lead_lag.answer import scan
from core.lead_lag.model import (
    LeadLag,
    Options,
    Preparation,
    Scan,
    Spreadsheet,
    Verdict,
)
from core.lead_lag.names import baseline_name, rung_name, rung_sign, verdict_name
from core.lead_lag.pooling import SCANNED, Asking, pooled, scan_batches
from core.lead_lag.record import describe
from core.lead_lag.words import in_words, spreadsheet_in_words

__all__ = [
    "SCANNED",
    "Asking",
    "LeadLag",
    "Options",
    "Preparation",
    "Scan",
    "Spreadsheet",
    "Verdict",
    "baseline_name",
    "describe",
    "in_words",
    "pooled",
    "rung_name",
    "rung_sign",
    "scan",
    "scan_batches",
    "spreadsheet_in_words",
    "verdict_name",
]
