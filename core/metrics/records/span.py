"""Over which days a table of records speaks, and whether its last period is over.

The day up to which the data are known is the latest day on which something happened, never today.
Dates that are plans (due, expected, service) and the close date of an open deal do not count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir
import numpy as np
import pandas as pd
from ibis import _

from core.metrics.days import first_is_partial, last_is_partial
from core.metrics.engine import Engine
from core.metrics.records.model import TABLE, Records
from core.periods import Frequency, Grain
from core.tables.model import TableKind

_HAPPENED: Mapping[TableKind, tuple[str, ...]] = {
    TableKind.DEALS: ("created_at", "closed_at", "updated_at"),
    TableKind.STAGE_HISTORY: ("entered_at", "exited_at"),
    TableKind.LEADS: ("created_at", "first_response_at", "qualified_at", "converted_at"),
    TableKind.ACTIVITIES: ("booked_at", "occurred_at", "completed_at"),
    TableKind.CONTENT_USAGE: ("occurred_at",),
    TableKind.TRAINING: ("assigned_at", "enrolled_at", "started_at", "completed_at"),
    TableKind.WEB_TRAFFIC: ("occurred_at",),
    TableKind.ORDERS: ("ordered_at", "shipped_at", "finished_at", "cancelled_at"),
    TableKind.CUSTOMERS: ("trial_started_at", "paid_at", "started_at", "churned_at"),
    TableKind.SURVEY: ("submitted_at",),
}

_SURPRISE = 0.05  # chance of so long a silence under which the records are taken to stop early
_DAILY = 0.6  # share of days with a record from which the records are daily


@dataclass(frozen=True)
class Span:
    """The first and the last day of a table's records, and every day with one."""

    first: date
    last: date
    days: pd.PeriodIndex  # ascending, each once
    as_of: date | None = None  # the day up to which the person says the data are known
    gaps: tuple[tuple[date, date], ...] = ()  # first and last days of which no file speaks

    def unknown(self, periods: pd.PeriodIndex) -> pd.PeriodIndex:
        """The periods that lie wholly in a gap between files."""
        begins, ends = periods.start_time, periods.end_time.normalize()
        inside = [
            (begins >= pd.Timestamp(first)) & (ends <= pd.Timestamp(last))
            for first, last in self.gaps
        ]
        return periods[np.logical_or.reduce(inside)] if inside else periods[:0]

    def begun(self, frequency: Frequency) -> pd.Period | None:
        """The first period, when daily records begin later in it than in any other."""
        if frequency.grain is Grain.DAY or len(self.days) < _DAILY * (
            (self.last - self.first).days + 1
        ):
            return None
        return first_is_partial(pd.Series(1.0, index=self.days), frequency)

    def unfinished(self, frequency: Frequency) -> pd.Period | None:
        """The last period, when the records stop earlier in it than in any other.

        Where the person said up to which day the data are known, that day alone decides.
        """
        if self.as_of is not None:
            last = pd.Period(self.last, frequency.freq)
            return last if last.end_time.date() > self.as_of else None
        if frequency.grain is Grain.DAY or self._may_be_quiet(frequency):
            return None
        return last_is_partial(pd.Series(1.0, index=self.days), frequency)

    def _may_be_quiet(self, frequency: Frequency) -> bool:
        """Whether so many last days without a record are no surprise, rare as records are."""
        end = pd.Period(self.last, frequency.freq).end_time.date()
        share = len(self.days) / ((self.last - self.first).days + 1)
        chance: float = (1 - share) ** (end - self.last).days
        return chance >= _SURPRISE


def span_of(records: Records, engine: Engine, as_of: date | None = None) -> Span | None:
    """None when no row has a date. Days after `as_of` are not looked at."""
    parts = [_days(records, field).distinct() for field in _fields(records)]
    if not parts:
        return None
    return span_from(pd.concat([engine.run(part)["day"] for part in parts]), as_of)


def span_from(days: "pd.Series[pd.Timestamp]", as_of: date | None) -> Span | None:
    """The span of those days; None where there is none up to `as_of`."""
    known = pd.PeriodIndex(pd.to_datetime(days.dropna().unique()), freq="D").sort_values()
    if as_of is not None:
        known = known[known <= pd.Period(as_of, "D")]
    if not len(known):
        return None
    return Span(known[0].start_time.date(), known[-1].start_time.date(), known, as_of)


def days_by_table(records: Records, engine: Engine) -> pd.DataFrame:
    """Every day with a record, of each table: columns TABLE and day."""
    parts = [_days(records, field, TABLE).distinct() for field in _fields(records)]
    found = pd.concat([engine.run(part) for part in parts]).dropna()
    return found.assign(day=pd.to_datetime(found["day"])).drop_duplicates()


def _fields(records: Records) -> list[str]:
    return [one for one in _HAPPENED[records.kind] if one in records.fields]


def _days(records: Records, field: str, *beside: str) -> ir.Table:
    rows = records.rows
    if field == "closed_at" and "status" in records.fields:
        rows = rows.filter(_.status != "open")
    if field == "occurred_at" and records.kind is TableKind.ACTIVITIES:
        rows = rows.filter(~_.is_planned & (_.how_it_went != "cancelled").fill_null(True))
    return rows.select(*beside, day=rows[field].truncate("D"))
