"""The rows of one strand that share a period, put together: several branches, several records.

Rows that state two values for the same thing are never silently added: that period is unknown.
"""

from dataclasses import dataclass

import pandas as pd

from core.language import Text, counted, text
from core.metrics.spec import Aggregate
from core.metrics.strands import Strand
from core.periods import Grain, label


@dataclass(frozen=True)
class Rule:
    """How values are put together: over time, and over groups in one period."""

    over_time: Aggregate
    over_groups: Aggregate


@dataclass(frozen=True)
class Series:
    """One value a period and the records behind it; `partial`: a last period not over yet."""

    values: pd.Series  # index: PeriodIndex, ascending, only periods with a row
    counts: pd.Series
    partial: pd.Period | None = None
    notices: tuple[Text, ...] = ()


def as_written(strand: Strand, rule: Rule) -> Series:
    """Rows of the same period put together."""
    rows = strand.rows.sort_values(["period", "group", "value"])
    rows = rows.dropna(subset="value") if strand.records else _while_open(rows)
    by_period = rows.groupby("period")["value"]
    mean = rule.over_groups is Aggregate.MEAN
    values = by_period.mean() if mean else by_period.sum(min_count=1)
    counts = by_period.count().astype(float)
    notices = _put_together(strand, len(strand.rows) - len(rows), counts, mean)
    if not strand.records:
        values[by_period.size() != by_period.count()] = float("nan")
        clash = _clashing(rows, strand, rule)
        values[values.index.isin(clash)] = float("nan")
        notices += _clash_said(strand, rows, clash)
    return Series(values.sort_index(), counts.sort_index(), None, tuple(notices))


def _while_open(rows: pd.DataFrame) -> pd.DataFrame:
    """Without the blanks before a group's first value and after its last: it was not there."""
    if rows["group"].nunique() < 2:
        return rows
    known = rows.dropna(subset="value").groupby("group")["period"]
    first = rows["group"].map(known.min()).astype(rows["period"].dtype)
    last = rows["group"].map(known.max()).astype(rows["period"].dtype)
    inside = (rows["period"] >= first) & (rows["period"] <= last)
    return rows[rows["value"].notna() | inside]


def _clashing(rows: pd.DataFrame, strand: Strand, rule: Rule) -> list[pd.Period]:
    """Periods for which one group states two values; several a day are added instead."""
    if strand.grain is Grain.DAY and rule.over_groups is Aggregate.SUM:
        return []
    twice = rows.duplicated(["period", "group"], keep=False)
    return sorted(set(rows.loc[twice, "period"]))


def _clash_said(strand: Strand, rows: pd.DataFrame, clash: list[pd.Period]) -> list[Text]:
    if not clash:
        return []
    lines = sorted(rows.index[rows["period"].isin(clash)])
    return [
        counted(
            "{name} has more than one value for {n} period ({periods}; rows {rows}); it is left "
            "unknown there. Delete the wrong row.",
            "{name} has more than one value for {n} periods ({periods}; rows {rows}); it is left "
            "unknown there. Delete the wrong rows.",
            len(clash),
            name=strand.name,
            periods=", ".join(label(period) for period in clash[:6]),
            rows=", ".join(str(line) for line in lines[:12]),
        )
    ]


def _put_together(strand: Strand, blanks: int, counts: pd.Series, mean: bool) -> list[Text]:
    """What was done to several rows of one period."""
    if not len(counts) or counts.max() < 2:
        return []
    few, many = int(counts.min()), int(counts.max())
    rows = few if few == many else text("{few} to {many}", few=few, many=many)
    named = {"name": strand.name, "rows": rows}
    if mean:
        said = [text("{name}: {rows} rows a period are averaged without weights.", **named)]
    else:
        said = [text("{name}: {rows} rows a period are added up.", **named)]
    if blanks and strand.records:
        said.append(counted("{n} blank was left out.", "{n} blanks were left out.", blanks))
    return [Text.joined(" ", said)]
