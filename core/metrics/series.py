"""From one strand to one value a period: first within the period it was written for, then longer.

Sums are added, rates averaged, levels taken at the end. A longer period in which a shorter one is
unknown is unknown itself, never a partial sum. A week belongs to the period of its Thursday
(ISO 8601), so each week is counted once.
"""

import pandas as pd

from core.language import Text, counted
from core.metrics.days import expected_days, first_is_partial, last_is_partial, thin_periods
from core.metrics.lengths import GRAINS
from core.metrics.spec import Aggregate
from core.metrics.strands import Strand
from core.metrics.within_period import Rule, Series, as_written
from core.periods import Frequency, Grain, infer_grain, label


def series(
    strand: Strand, frequency: Frequency, rule: Rule, keep_unfinished: bool = False
) -> Series:
    """The strand at that frequency, which must hold its own."""
    short = as_written(strand, rule)
    if frequency == strand.frequency:
        return short
    return _longer(strand, short, frequency, rule.over_time, keep_unfinished)


def periods_of(index: pd.PeriodIndex, frequency: Frequency) -> pd.PeriodIndex:
    """The longer period each period belongs to; a week to that of its Thursday."""
    starts = index.to_timestamp(how="start")
    if index.freqstr == Grain.WEEK.freq:
        starts = starts + pd.Timedelta(days=3)
    return pd.PeriodIndex(starts, freq=frequency.freq, name="period")


def _longer(
    strand: Strand, short: Series, frequency: Frequency, over_time: Aggregate, keep: bool
) -> Series:
    """Shorter periods put together into longer ones."""
    belongs = periods_of(pd.PeriodIndex(short.values.index), frequency)
    values = _together(short.values.dropna(), frequency, over_time)
    values = values.reindex(belongs.unique())
    counts = short.counts.groupby(belongs).sum()
    if _sparser(short.values, frequency):
        return Series(values, counts, None, short.notices)
    partial = last_is_partial(short.values, frequency)
    lost = _incomplete(short.values, frequency, over_time) & set(values.dropna().index)
    if partial is not None:
        lost = lost - {partial} if keep else lost | {partial}
    values[values.index.isin(lost)] = float("nan")
    notices = [*short.notices, *_lost_said(strand, lost - {partial}, frequency)]
    return Series(values, counts, None if keep else partial, tuple(notices))


def _together(known: pd.Series, frequency: Frequency, over_time: Aggregate) -> pd.Series:
    parts = known.groupby(periods_of(pd.PeriodIndex(known.index), frequency))
    if over_time is Aggregate.SUM:
        return parts.sum()
    return parts.mean() if over_time is Aggregate.MEAN else parts.last()


def _sparser(values: pd.Series, frequency: Frequency) -> bool:
    """Whether the values themselves stand at most once in each longer period."""
    known = pd.PeriodIndex(values.dropna().index)
    own = infer_grain(period.start_time.date() for period in known)
    alone = not periods_of(known, frequency).has_duplicates
    return len(known) > 1 and alone and GRAINS.index(own) >= GRAINS.index(frequency.grain)


def _incomplete(values: pd.Series, frequency: Frequency, over_time: Aggregate) -> set[pd.Period]:
    """Longer periods of which some shorter one is unknown."""
    index = pd.PeriodIndex(values.index)
    belongs = periods_of(index, frequency)
    if index.freqstr == Grain.DAY.freq:
        blank = values.isna() & expected_days(values)
        lost = set(belongs[blank.to_numpy()]) | thin_periods(values, frequency)
        first = first_is_partial(values, frequency)
        return lost | ({first} if first is not None else set())
    first, last = belongs[0], belongs[-1]
    all_days = pd.period_range(first.start_time, last.end_time, freq=index.freqstr)
    owners = periods_of(all_days, frequency)
    inside = (owners >= first) & (owners <= last)
    known = pd.Series(values.reindex(all_days).notna().to_numpy()[inside], index=owners[inside])
    by_owner = known.groupby(level=0)
    whole = by_owner.last() if over_time is Aggregate.LAST else by_owner.all()
    return set(whole.index[~whole])


def _lost_said(strand: Strand, lost: set[pd.Period], frequency: Frequency) -> list[Text]:
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
