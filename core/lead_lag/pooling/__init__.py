"""Segments (branches, regions, teams) as repeated measurements of one lead."""

from core.lead_lag.pooling.answer import pooled
from core.lead_lag.pooling.batches import SCANNED, Asking, scan_batches

__all__ = ["SCANNED", "Asking", "pooled", "scan_batches"]
