"""What leaves the app or stands beside a picture: tables that others can read and open."""

from core.reports.brief import brief
from core.reports.reading import aside_table, columns_table, issues_table, receipts_table
from core.reports.spoken import spoken
from core.reports.tables import frame_to_csv
from core.reports.updates import cells_table, describe_comparison, rows_table
from core.reports.workbook import frame_to_xlsx
from core.reports.working import working_table

__all__ = [
    "aside_table",
    "brief",
    "cells_table",
    "columns_table",
    "describe_comparison",
    "frame_to_csv",
    "frame_to_xlsx",
    "issues_table",
    "receipts_table",
    "rows_table",
    "spoken",
    "working_table",
]
