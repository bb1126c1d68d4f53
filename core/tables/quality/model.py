"""What is found of a table's quality: records that name the cell, the fault and what to do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from core.errors import Place
from core.language import Text
from core.tables.model import ColumnType, TotalCheck

MOST_PLACES = 20  # that one finding names


class Severity(StrEnum):
    """How much a finding weighs."""

    INFO = "info"  # good to know
    CHECK = "check"  # may be right; somebody should look
    WRONG = "wrong"  # cannot be right as it stands


class Fault(StrEnum):
    """The sorts of things looked for."""

    UNKNOWN = "unknown"  # many cells are empty
    LOST = "lost"  # cells that could not be read
    GAP = "gap"  # periods missing in the calendar
    SAME_KEY = "same_key"
    SAME_ROW = "same_row"
    COPIED = "copied"  # a period that repeats all figures of another
    OUTLIER = "outlier"
    JUMP = "jump"  # a stretch larger or smaller by a power of ten
    MIXED = "mixed"  # several units in one column or metric
    CONSTANT = "constant"
    ROUND = "round"
    STOPPED = "stopped"
    REPEATING = "repeating"  # the last value again and again
    NEGATIVE = "negative"
    FUTURE = "future"
    TOTAL = "total"  # the sheet's own total does not add up


class Status(StrEnum):
    """How fresh a table is on a given day."""

    FRESH = "fresh"  # the next period is not expected yet
    DUE = "due"  # expected by now, within what is usual
    LATE = "late"


@dataclass(frozen=True)
class Finding:
    """One fault: what, how grave, where, what to do. `places` are the first of `n`."""

    fault: Fault
    severity: Severity
    what: Text
    remedy: Text
    column: str = ""  # as the person wrote it; "" concerns the table
    places: tuple[Place, ...] = ()
    n: int = 1


@dataclass(frozen=True)
class ColumnQuality:
    """One column: known cells of all its rows, findings, and its own score."""

    name: str
    type: ColumnType
    known: int
    rows: int
    counts: bool  # whether unknown cells lower the score
    findings: int
    worst: Severity | None
    score: float  # 0-100

    @property
    def coverage(self) -> float:
        """Known cells as a fraction of all rows."""
        return self.known / self.rows if self.rows else 1.0


@dataclass(frozen=True)
class Loss:
    """Points taken from the score, and why."""

    why: Text
    points: float


@dataclass(frozen=True)
class Correctness:
    """0-100, from coverage and findings alone, with what lowered it (largest first)."""

    score: float
    losses: tuple[Loss, ...]


@dataclass(frozen=True)
class Arrival:
    """The day a file came, and a day within the newest period it then held."""

    on: date
    newest: date


@dataclass(frozen=True)
class Freshness:
    """How old the newest period is and when the next should come. None: not known.

    `age_days` counts from the period's last day to the day asked about, 0 while it runs;
    `usual_delay_days` is the median from a period's last day to its arrival.
    """

    newest: pd.Period | None = None
    age_days: int | None = None
    usual_delay_days: float | None = None
    expected: date | None = None
    status: Status | None = None


@dataclass(frozen=True)
class Quality:
    """What is known of one table's quality."""

    columns: tuple[ColumnQuality, ...]
    findings: tuple[Finding, ...]  # gravest first
    correctness: Correctness
    freshness: Freshness
    totals: tuple[TotalCheck, ...]
    summary: Text
