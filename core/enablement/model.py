"""What is asked of the enablement metrics, and the rows they answer with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.language import Text
from core.tables.model import TableKind

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Asked:
    """How the metrics are to be worked out."""

    as_of: date | None = None  # the day the data go up to; None: as the data tell, never today
    by: tuple[str, ...] = ()  # columns, as named or by field, whose groups are measured apart
    said: Mapping[str, str] = field(default_factory=lambda: _NOTHING)  # “Column:word” -> meaning
    within_s: float = 3600.0  # the limit for a first response
    working_hours: bool = False  # count response time in the working hours of Indonesia only
    others_lost: bool = False  # third outcomes (passed, no decision) count as lost


@dataclass(frozen=True)
class LeftOut:
    """Records a figure does not rest on, and why."""

    why: Text
    n: int


@dataclass(frozen=True)
class Measured:
    """One figure: a rate as a fraction, a duration in its unit, a count, money as in the file.

    The interval is 95 %; None where none can be given. `value` is None where `refused` says why.
    """

    name: str
    variant: str = ""
    stat: str = ""
    by: str = ""  # the column, or “stage”, that `group` is a word of; "": all records
    group: str = ""
    unit: str = "rate"  # rate | days | s | count | money | score
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    n: int = 0  # records the figure rests on
    left_out: tuple[LeftOut, ...] = ()
    refused: Text | None = None
    notes: tuple[Text, ...] = ()  # what has to be said with the figure
    doubts: tuple[Text, ...] = ()  # and what stands beside it wherever it is said

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the other figures of a metric, apart from its group."""
        return self.name, self.variant, self.stat


@dataclass(frozen=True)
class Answer:
    """Every figure asked for, and what is said of the records behind them."""

    rows: tuple[Measured, ...]
    notices: tuple[Text, ...] = ()
    as_of: Mapping[TableKind, date] = field(default_factory=dict)
