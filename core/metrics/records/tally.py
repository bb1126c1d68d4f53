"""Flows worked out by the engine: per period (and group) the value, its records, those left out.

All flows over the same rows and date are asked in one query, so the rows are read once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

import ibis
import ibis.expr.types as ir
import pandas as pd
from ibis import _

from core.metrics.engine import Engine
from core.metrics.measures import Flow, rows
from core.metrics.records.known import Known
from core.periods import Frequency, Grain
from core.tables.model import TableKind

UNITS = {Grain.DAY: "D", Grain.WEEK: "W", Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y"}
PERIOD, GROUP = "period", "group"
BETWEEN = " · "  # the words of a group that several columns make


@dataclass(frozen=True)
class Asked:
    """What is asked of the records: how long a period is, up to which day, by which column."""

    frequency: Frequency
    as_of: Mapping[TableKind, date]
    by: tuple[tuple[str, ...], ...] = ()  # columns to divide by, each with the names it may have
    said: Mapping[TableKind, date] = field(default_factory=dict)  # as_of where the person said it


@dataclass(frozen=True)
class Tally:
    """One flow, answered: index = (group, period), columns value, count, left_out."""

    flow: Flow
    frame: pd.DataFrame
    mature_days: float = 0.0  # days until a cohort hardly changes any more

    @property
    def groups(self) -> frozenset[str]:
        """The groups there are."""
        return frozenset(self.frame.index.get_level_values(0))

    def of(self, group: str) -> pd.DataFrame:
        """The periods of one group: value, count, left_out by pd.Period."""
        own = self.frame[self.frame.index.get_level_values(0) == group]
        return own.droplevel(0)


def tallies(flows: Iterable[Flow], known: Known, asked: Asked) -> dict[int, Tally]:
    """Each flow answered, by its id(); those that can be grouped when a group is asked for."""
    wanted = sorted({id(one): one for one in flows}.values(), key=together)
    found: dict[int, Tally] = {}
    for _key, same in groupby(wanted, key=together):
        found |= _answered(list(same), known, asked)
    return found


def together(flow: Flow) -> tuple[str, str, int]:
    """What flows have in common that are asked in one query: their rows and their date."""
    return flow.table.value, flow.at, id(flow.view)


def _answered(same: Sequence[Flow], known: Known, asked: Asked) -> dict[int, Tally]:
    base = rows_of(same[0], known, asked)
    by = [next((name for name in one if name in base.columns), "") for one in asked.by]
    if "" in by:
        return {}
    keys = [PERIOD, *([GROUP] if by else [])]
    if by:
        base = base.mutate(**{GROUP: _label(base, by)})
    columns = {}
    for place, flow in enumerate(same):
        columns[f"value_{place}"] = flow.value(_whole(flow))
        columns[f"count_{place}"] = rows(_whole(flow))
        columns[f"all_{place}"] = rows(flow.where)
    frame = known.engine.run(base.group_by(keys).aggregate(**columns))
    frame = _indexed(frame[frame[PERIOD].notna()], asked.frequency)
    ripe = _mature(same, base, known.engine)
    return {
        id(flow): Tally(flow, _one(frame, place), ripe.get(place, 0.0))
        for place, flow in enumerate(same)
    }


def _label(base: ir.Table, by: Sequence[str]) -> ir.StringValue:
    """The group of each row, as the file writes it; several columns with · between."""
    parts = [base[one].cast("string").fill_null("") for one in by]
    label = parts[0]
    for part in parts[1:]:
        label = label + ibis.literal(BETWEEN) + part
    return label


def rows_of(flow: Flow, known: Known, asked: Asked) -> ir.Table:
    """The rows a flow is made of, with `period` and `as_of`; no period after as_of.

    No row is filtered away: engines would work out the date twice, for the filter and the period.
    """
    base = flow.view(known.rows) if flow.view is not None else known.rows[flow.table]
    last = asked.as_of[flow.table]
    if flow.ahead:
        last = pd.Period(last, asked.frequency.freq).end_time.date()
    after = ibis.timestamp(str(last + timedelta(days=1)))
    begins = beginning(base[flow.at], asked.frequency)
    so_far = (base[flow.at] < after).ifelse(begins, ibis.null(begins.type()))
    return base.mutate(**{PERIOD: so_far, "as_of": after})


def beginning(moment: ir.TimestampValue, frequency: Frequency) -> ir.TimestampValue:
    """The first moment of the period a moment lies in.

    Engines truncate to quarters and years of the calendar only: the month is moved back to one of
    theirs, truncated, and moved forth again.
    """
    unit = UNITS[frequency.grain]
    if not frequency.shift:
        return moment.truncate(unit)
    months = ibis.interval(months=frequency.shift)
    return (moment.truncate("M") - months).truncate(unit) + months


def _whole(flow: Flow) -> ir.BooleanValue:
    """The rows a flow can use: its own, with what must be known."""
    return flow.where & _[flow.known].notnull() if flow.known else flow.where


def _indexed(frame: pd.DataFrame, frequency: Frequency) -> pd.DataFrame:
    periods = pd.PeriodIndex(pd.to_datetime(frame[PERIOD]), freq=frequency.freq)
    groups = frame[GROUP] if GROUP in frame else pd.Series("", index=frame.index)
    index = pd.MultiIndex.from_arrays([groups, periods], names=[GROUP, PERIOD])
    return frame.drop(columns=[PERIOD, GROUP], errors="ignore").set_index(index).sort_index()


def _one(frame: pd.DataFrame, place: int) -> pd.DataFrame:
    value, count, every = (frame[f"{name}_{place}"] for name in ("value", "count", "all"))
    return pd.DataFrame(
        {"value": value.astype(float), "count": count.astype(int), "left_out": every - count}
    )


def _known(base: ir.Table, at: str) -> ir.Table:
    """Without the rows dated after as_of."""
    return base.filter(base[at].isnull() | base[PERIOD].notnull())


def _mature(same: Sequence[Flow], base: ir.Table, engine: Engine) -> dict[int, float]:
    """Days until cohorts are ripe, for the flows that are cohorts."""
    wanted = {f"days_{i}": one.matures for i, one in enumerate(same) if one.matures is not None}
    if not wanted:
        return {}
    at = same[0].at
    found = engine.run(_known(base, at).aggregate(**wanted)).iloc[0]
    return {int(str(name)[5:]): float(days) for name, days in found.items() if days == days}
