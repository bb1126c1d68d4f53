"""What leaves the app or stands beside a picture: tables that others can read and open."""

from core.reports.agenda_sheet import agenda_page, agenda_text
from core.reports.brief import brief
from core.reports.impact import impact_table
from core.reports.one_on_ones import MET_SHARE, coverage_table, talks_form, waiting_table
from core.reports.pulse_form import pulse_form
from core.reports.pulse_paste import pulse_paste
from core.reports.quality import (
    SEVERITIES,
    STATUSES,
    freshness_told,
    quality_columns,
    quality_findings,
    quality_totals,
    where,
)
from core.reports.reading import (
    aside_table,
    column_name,
    columns_table,
    issues_table,
    receipts_table,
)
from core.reports.spoken import spoken
from core.reports.tables import frame_to_csv
from core.reports.updates import cells_said, cells_table, describe_comparison, rows_table
from core.reports.workbook import frame_to_xlsx
from core.reports.working import working_table

__all__ = [
    "MET_SHARE",
    "SEVERITIES",
    "STATUSES",
    "agenda_page",
    "agenda_text",
    "aside_table",
    "brief",
    "cells_said",
    "cells_table",
    "column_name",
    "columns_table",
    "coverage_table",
    "describe_comparison",
    "frame_to_csv",
    "frame_to_xlsx",
    "freshness_told",
    "impact_table",
    "issues_table",
    "pulse_form",
    "pulse_paste",
    "quality_columns",
    "quality_findings",
    "quality_totals",
    "receipts_table",
    "rows_table",
    "spoken",
    "talks_form",
    "waiting_table",
    "where",
    "working_table",
]
