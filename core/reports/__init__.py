"""What leaves the app: tables and pages that others open elsewhere."""

from core.reports.tables import frame_to_csv

__all__ = ["frame_to_csv"]
