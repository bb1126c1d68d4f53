"""From one strand to one value a period: first within the period it was written for, then longer.

Sums are added, rates averaged, levels taken at the end. A longer period in which a shorter one is
unknown is unknown itself, never a partial sum. A week belongs to the period of its Thursday
(ISO 8601), so each week is counted once.
"""

from dataclasses import dataclass

import pandas as pd

from core.language import Text, counted, text
from core.metrics.days import expected_days, first_is_partial, last_is_partial, thin_periods
from core.metrics.spec import Aggregate
from core.metrics.strands import GRAINS, Strand
from core.periods import Grain, infer_grain, label


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


def series(strand: Strand, grain: Grain, rule: Rule, keep_unfinished: bool = False) -> Series:
    """The strand at that grain, which must not be shorter than its own."""
    short = _as_written(strand, rule)
    if grain is strand.grain:
        return short
    return _longer(strand, short, grain, rule.over_time, keep_unfinished)


def periods_of(index: pd.PeriodIndex, grain: Grain) -> pd.PeriodIndex:
    """The longer period each period belongs to; a week to that of its Thursday."""
    starts = index.to_timestamp(how="start")
    if index.freqstr == Grain.WEEK.freq:
        starts = starts + pd.Timedelta(days=3)
    return pd.PeriodIndex(starts, freq=grain.freq, name="period")


def _as_written(strand: Strand, rule: Rule) -> Series:
    """Rows of the same period put together."""
    rows = strand.rows.sort_values(["period", "group", "value"])
    rows = rows.dropna(subset="value") if strand.records else _while_open(rows)
    by_period = rows.groupby("period")["value"]
    mean = rule.over_groups is Aggregate.MEAN
    values = by_period.mean() if mean else by_period.sum(min_count=1)
    counts = by_period.count().astype(float)
    notices = [] if strand.records else _put_together(strand, by_period.size(), mean)
    if not strand.records:
        values[by_period.size() != by_period.count()] = float("nan")
        clash = _clashing(rows, strand, rule)
        values[values.index.isin(clash)] = float("nan")
        notices += [_clash_said(strand, rows, period) for period in clash]
    elif len(rows):
        notices.append(_records_said(strand, len(strand.rows) - len(rows), mean))
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


def _clash_said(strand: Strand, rows: pd.DataFrame, period: pd.Period) -> Text:
    lines = sorted(rows.index[rows["period"] == period])
    return text(
        "{name} has more than one value for {period} (rows {rows}); it is left unknown there. "
        "Delete the wrong row.",
        name=strand.name,
        period=period,
        rows=", ".join(str(line) for line in lines[:10]),
    )


def _records_said(strand: Strand, blanks: int, mean: bool) -> Text:
    if mean:
        return text(
            "{name}: the rows of a period are averaged without weights ({blank} blank left out).",
            name=strand.name,
            blank=blanks,
        )
    return text(
        "{name}: the rows of a period are added up ({blank} blank left out).",
        name=strand.name,
        blank=blanks,
    )


def _put_together(strand: Strand, sizes: pd.Series, mean: bool) -> list[Text]:
    """What was done to several groups in one period, and whether their number changed."""
    if not len(sizes) or sizes.max() < 2:
        return []
    fewest, most = int(sizes.min()), int(sizes.max())
    said = (
        text(
            "{name}: the groups of a period are averaged without weights ({few} to {many} rows).",
            name=strand.name,
            few=fewest,
            many=most,
        )
        if mean
        else text(
            "{name}: the groups of a period are added up ({few} to {many} rows).",
            name=strand.name,
            few=fewest,
            many=most,
        )
    )
    return [said]


def _longer(
    strand: Strand, short: Series, grain: Grain, over_time: Aggregate, keep: bool
) -> Series:
    """Shorter periods put together into longer ones."""
    belongs = periods_of(pd.PeriodIndex(short.values.index), grain)
    values = _together(short.values.dropna(), grain, over_time)
    values = values.reindex(belongs.unique())
    counts = short.counts.groupby(belongs).sum()
    if _sparser(short.values, grain):
        return Series(values, counts, None, short.notices)
    partial = last_is_partial(short.values, grain)
    lost = _incomplete(short.values, grain, over_time) & set(values.dropna().index)
    if partial is not None:
        lost = lost - {partial} if keep else lost | {partial}
    values[values.index.isin(lost)] = float("nan")
    notices = [*short.notices, *_lost_said(strand, lost - {partial}, grain)]
    return Series(values, counts, None if keep else partial, tuple(notices))


def _together(known: pd.Series, grain: Grain, over_time: Aggregate) -> pd.Series:
    parts = known.groupby(periods_of(pd.PeriodIndex(known.index), grain))
    if over_time is Aggregate.SUM:
        return parts.sum()
    return parts.mean() if over_time is Aggregate.MEAN else parts.last()


def _sparser(values: pd.Series, grain: Grain) -> bool:
    """Whether the values themselves stand at most once in each longer period."""
    known = pd.PeriodIndex(values.dropna().index)
    own = infer_grain(period.start_time.date() for period in known)
    alone = not periods_of(known, grain).has_duplicates
    return len(known) > 1 and alone and GRAINS.index(own) >= GRAINS.index(grain)


def _incomplete(values: pd.Series, grain: Grain, over_time: Aggregate) -> set[pd.Period]:
    """Longer periods of which some shorter one is unknown."""
    index = pd.PeriodIndex(values.index)
    belongs = periods_of(index, grain)
    if index.freqstr == Grain.DAY.freq:
        blank = values.isna() & expected_days(values)
        lost = set(belongs[blank.to_numpy()]) | thin_periods(values, grain)
        first = first_is_partial(values, grain)
        return lost | ({first} if first is not None else set())
    first, last = belongs[0], belongs[-1]
    frequency = str(index.freqstr)
    all_days = pd.period_range(first.start_time, last.end_time, freq=frequency)
    owners = periods_of(all_days, grain)
    inside = (owners >= first) & (owners <= last)
    known = pd.Series(values.reindex(all_days).notna().to_numpy()[inside], index=owners[inside])
    by_owner = known.groupby(level=0)
    whole = by_owner.last() if over_time is Aggregate.LAST else by_owner.all()
    return set(whole.index[~whole])


def _lost_said(strand: Strand, lost: set[pd.Period], grain: Grain) -> list[Text]:
    if not lost:
        return []
    return [
        counted(
            "{name}: {n} period with missing parts is left unknown ({periods}).",
            "{name}: {n} periods with missing parts are left unknown ({periods}).",
            len(lost),
            name=strand.name,
            periods=", ".join(label(period) for period in sorted(lost)[:6]),
        )
    ]
