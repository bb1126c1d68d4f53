"""The score of correctness.

Each column starts at its share of known cells in percent and loses WRONG points when something in
it is wrong, else CHECK points when something needs a look; the score is the mean over the columns,
less TABLE_WRONG or TABLE_CHECK points for each finding about the table as a whole, never below 0.
Columns that may be empty by nature (dates of closing, comments, dimensions) count as known.
"""

from collections.abc import Sequence

from core.language import Share, Text, text
from core.tables.known import known_cells
from core.tables.model import Column, Table
from core.tables.quality.model import (
    ColumnQuality,
    Correctness,
    Fault,
    Finding,
    Loss,
    Severity,
)
from core.tables.quality.strands import FIGURES, View

WRONG, CHECK = 50.0, 10.0
TABLE_WRONG, TABLE_CHECK = 20.0, 5.0
GRAVITY = (Severity.WRONG, Severity.CHECK, Severity.INFO)
FORMULA = text(
    "Each column starts at the percentage of its cells that are known and loses {wrong} points "
    "when something in it is wrong, else {check} when something needs a look; the score is the "
    "mean of the columns, less {table_wrong} or {table_check} for each finding about the whole "
    "table.",
    wrong=int(WRONG),
    check=int(CHECK),
    table_wrong=int(TABLE_WRONG),
    table_check=int(TABLE_CHECK),
)
_FILLED = (*FIGURES, "period", "metric", "created_at", "occurred_at", "ordered_at", "entered_at")


def columns_of(view: View, findings: Sequence[Finding]) -> tuple[ColumnQuality, ...]:
    """What each column is worth."""
    frame = view.table.frame
    return tuple(
        _column(one, int(known_cells(frame.iloc[:, at]).sum()), len(frame), findings)
        for at, one in enumerate(view.table.columns)
    )


def _column(column: Column, known: int, rows: int, findings: Sequence[Finding]) -> ColumnQuality:
    own = [one for one in findings if one.column == column.name]
    worst = next((g for g in GRAVITY if any(one.severity is g for one in own)), None)
    counts = column.field in _FILLED or column.field.endswith("_id")
    start = 100.0 * known / rows if counts and rows else 100.0
    grave = [one.severity for one in own if _of_column(one)]
    taken = WRONG if Severity.WRONG in grave else CHECK if Severity.CHECK in grave else 0.0
    score = max(0.0, start - taken)
    return ColumnQuality(column.name, column.type, known, rows, counts, len(own), worst, score)


def _of_column(finding: Finding) -> bool:
    """Whether a finding lowers its column; gaps, copies and repeats lower the table."""
    table = (Fault.GAP, Fault.COPIED, Fault.SAME_ROW, Fault.SAME_KEY)
    return bool(finding.column) and finding.fault not in table


def correctness(
    table: Table, columns: Sequence[ColumnQuality], findings: Sequence[Finding]
) -> Correctness:
    """The score, and what lowered it."""
    losses = [
        Loss(_why(one), (100.0 - one.score) / len(columns)) for one in columns if one.score < 100
    ]
    for finding in findings:
        if not _of_column(finding) and finding.severity is not Severity.INFO:
            wrong = finding.severity is Severity.WRONG
            losses.append(Loss(finding.what, TABLE_WRONG if wrong else TABLE_CHECK))
    score = max(0.0, 100.0 - sum(one.points for one in losses))
    return Correctness(score, tuple(sorted(losses, key=lambda one: -one.points)))


def _why(column: ColumnQuality) -> Text:
    if column.worst is Severity.WRONG:
        return text("Something in “{column}” is wrong", column=column.name)
    if column.worst is Severity.CHECK:
        return text("“{column}” needs a look", column=column.name)
    return text(
        "{share} of “{column}” is unknown", share=Share(1 - column.coverage, 1), column=column.name
    )
