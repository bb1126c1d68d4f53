"""Single values far from what stands around them.

A value counts as far when it differs from the median of the three before and from that of the
three after it, on the same side, by more than FAR robust standard deviations both as a difference
and as a ratio: noise alone fails the first, skewness the second, a new level one of the two sides.
It must be at least FACTOR times larger or smaller, and no season may repeat it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from core.language import Amount, text
from core.tables.model import ColumnType
from core.tables.quality.jumps import Jump
from core.tables.quality.model import Fault, Finding, Severity
from core.tables.quality.robust import beside, strand_median, strand_scale, within
from core.tables.quality.strands import Strands, View

FEWEST = 8  # values of a strand below which nothing is usual
FAR = 5.0
FAR_AT_END = 8.0  # where only one side is known
FAR_AMONG_RECORDS = 8.0
FACTOR, FACTOR_AMONG_RECORDS = 3.0, 100.0
SMALL_COUNT = 5.0  # typical counts below this vary too much to judge
REPEATS = 0.3  # share of the deviation that makes a season of it
REMEDY = text("Compare it with its source; correct it there if it was mistyped.")


def outliers(view: View, stretches: Sequence[Jump]) -> Iterator[Finding]:
    """Outliers of every strand, once its stretches in another unit are brought back."""
    for column in view.strands:
        jumped = [jump for jump in stretches if jump.strands is column]
        one = _brought_back(column, jumped)
        taken = {i for jump in jumped for i in jump.at.tolist()}
        far, around = _far_in_series(one) if one.timed else _far_among_records(one)
        if one.timed and view.time is not None:
            far = far[~_seasonal(one, far, around, view.time.grain.season)]
        for i in far.tolist():
            if i not in taken:
                yield _told(view, one, i, float(around[i]))


def _brought_back(column: Strands, jumped: Sequence[Jump]) -> Strands:
    values = column.values.copy()
    for jump in jumped:
        values[jump.at] /= 10.0**jump.power
    return replace(column, values=values)


def _told(view: View, one: Strands, i: int, around: float) -> Finding:
    value = float(one.values[i])
    what = text(
        "{name}, {when}: {value} lies far from what stands around it, about {around}.",
        name=view.name(one, int(one.strand[i])),
        when=view.when(one, i),
        value=_amount(value),
        around=_amount(around),
    )
    return Finding(
        Fault.OUTLIER, Severity.CHECK, what, REMEDY, one.column.name, (view.where(one, i),)
    )


def _amount(value: float) -> Amount:
    return Amount(value, 0 if abs(value) >= 100 or value.is_integer() else 2)


def _far_in_series(one: Strands) -> tuple[np.ndarray, np.ndarray]:
    """Looks only at strands in which some value could be FACTOR times another."""
    around = np.full(len(one.values), np.nan)
    if not len(one.values):
        return np.array([], int), around
    picked = np.flatnonzero(~within(one.values, one.strand, FACTOR))
    strand, ordinals, positions = (
        part[picked] for part in (one.strand, one.ordinals, one.positions)
    )
    values = one.values[picked]
    less = replace(one, values=values, strand=strand, ordinals=ordinals, positions=positions)
    far, around[picked] = _far(less)
    return picked[far], around


def _far(one: Strands) -> tuple[np.ndarray, np.ndarray]:
    """Indices of values far from their neighbours, and per value what stands around it."""
    x, strand = one.values, one.strand
    if not len(x):
        return np.array([], int), x
    around = beside(x, strand, (-3, -2, -1, 1, 2, 3))
    usual = strand_median(x, strand)
    large = (one.sizes() >= FEWEST) & (
        (one.column.type is not ColumnType.INTEGER) | (np.abs(usual) >= SMALL_COUNT)
    )
    linear, ends = _deviation(x, strand)
    noise = np.sqrt(np.abs(usual)) if one.column.type is ColumnType.INTEGER else 0.0
    scale = np.maximum(strand_scale(x - around, strand), 0.02 * np.abs(usual) + noise)
    limit = np.where(ends, FAR_AT_END, FAR)
    far = large & (np.abs(linear) > limit * np.maximum(scale, 1e-12))
    positive = strand_median((x >= 0).astype(float), strand) == 1
    logs = _logs(x, usual)
    ratio, _ = _deviation(logs, strand)
    around_logs = beside(logs, strand, (-3, -2, -1, 1, 2, 3))
    log_scale = np.maximum(strand_scale(logs - around_logs, strand), 0.02)
    skewed = (np.abs(ratio) > limit * log_scale) & (np.abs(ratio) > np.log(FACTOR))
    wide = np.abs(x - around) > FACTOR * np.abs(around)
    return np.flatnonzero(far & np.where(positive & (x >= 0), skewed, wide)), around


def _logs(x: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """Logarithms; what is 0 or less counts as a hundredth of the usual."""
    floor = np.maximum(np.abs(usual) / 100, 1e-300)
    return np.asarray(np.log(np.maximum(x, floor)))


def _deviation(x: np.ndarray, strand: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The smaller of the distances to both sides, 0 where the sides disagree; who has one side."""
    before = x - beside(x, strand, (-3, -2, -1))
    after = x - beside(x, strand, (1, 2, 3))
    ends = np.isnan(before) | np.isnan(after)
    before, after = (
        np.where(np.isnan(before), after, before),
        np.where(np.isnan(after), before, after),
    )
    nearer = np.where(np.abs(before) < np.abs(after), before, after)
    return np.where(np.sign(before) == np.sign(after), np.nan_to_num(nearer), 0.0), ends


def _seasonal(one: Strands, far: np.ndarray, around: np.ndarray, season: int) -> np.ndarray:
    """Which of the far values some value a season away, or one period beside it, resembles."""
    found = np.zeros(len(far), bool)
    if season < 2 or not len(far):
        return found
    deviation = one.values - around
    for at, i in enumerate(far.tolist()):
        low, high = np.searchsorted(one.strand, [one.strand[i], one.strand[i] + 1])
        away = np.abs(one.ordinals[low:high] - one.ordinals[i])
        near = np.abs(away - season) <= 1
        alike = deviation[low:high][near] / deviation[i]
        found[at] = bool((alike >= REPEATS).any())
    return found


def _far_among_records(one: Strands) -> tuple[np.ndarray, np.ndarray]:
    """Records have no neighbours: far from all others, as a difference and as a ratio."""
    x = one.values
    typical = float(np.median(x)) if len(x) else 0.0
    around = np.full(len(x), typical)
    if len(x) < FEWEST or typical <= 0:
        return np.array([], int), around
    logs = np.log(np.where(x > 0, x, typical)) - np.log(typical)
    scale = max(float(np.median(np.abs(logs))) * 1.4826, 0.02)
    limit = max(FAR_AMONG_RECORDS * scale, float(np.log(FACTOR_AMONG_RECORDS)))
    return np.flatnonzero(np.abs(logs) > limit), around
