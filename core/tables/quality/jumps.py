"""Stretches written in another unit: larger or smaller by a power of ten than what is beside them.

The values of a strand fall into two groups with an empty gap between their logarithms; the smaller
group is the stretch. Its level must differ from its neighbours' by 100, 1,000, a million or a
billion, and a single value by at least 1,000.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.language import Text, counted, text
from core.tables.model import ColumnType
from core.tables.quality.model import Fault, Finding, Severity
from core.tables.quality.robust import within
from core.tables.quality.strands import Strands, View

POWERS = {2: 0.2, 3: 0.35, 6: 0.5, 9: 0.5}  # power of ten -> how exactly it must be met
LEAST = 10**1.8  # a smaller ratio is no jump
NEIGHBOURS = 6
FEWEST, FEWEST_USUAL = 6, 4
NARROWEST_GAP = 0.6  # in powers of ten
MOST_RUNS = 6  # stretches of one strand told apart; more are told as one
SMALL_COUNT = 10.0
REMEDY = text("Write the whole column in the same unit.")


@dataclass(frozen=True)
class Jump:
    """One stretch: indices into its strands, and the power of ten (below 0: too small)."""

    strands: Strands
    at: np.ndarray
    power: int


def jumps_of(view: View) -> list[Jump]:
    """Every stretch of every strand."""
    return [jump for one in view.strands for jump in _of_column(one)]


def jumps(view: View, found: list[Jump]) -> Iterator[Finding]:
    """A finding for each stretch."""
    for jump in found:
        one, first, last = jump.strands, int(jump.at[0]), int(jump.at[-1])
        yield Finding(
            Fault.MIXED if _is_percent(jump) else Fault.JUMP,
            Severity.WRONG if one.timed else Severity.CHECK,
            _words(view, jump, (first, last)),
            REMEDY,
            one.column.name,
            tuple(view.where(one, i) for i in jump.at[:20].tolist()),
            len(jump.at),
        )


def _is_percent(jump: Jump) -> bool:
    """Whether fractions and percentages are mixed: some up to 1, others hundredfold."""
    x = np.abs(jump.strands.values)
    inside = x[jump.at] / 100 if jump.power > 0 else x[jump.at]
    return abs(jump.power) == 2 and bool((inside <= 1).all())


def _words(view: View, jump: Jump, ends: tuple[int, int]) -> Text:
    one, n = jump.strands, len(jump.at)
    first, last = view.when(one, ends[0]), view.when(one, ends[1])
    said = {
        "name": view.name(one, int(one.strand[ends[0]])),
        "span": first if n == 1 else text("{first} to {last}", first=first, last=last),
        "times": 10 ** abs(jump.power),
    }
    if _is_percent(jump):
        return counted(
            "{name} mixes fractions and percentages: {n} value ({span}) is about {times} times "
            "away from the others.",
            "{name} mixes fractions and percentages: {n} values ({span}) are about {times} times "
            "away from the others.",
            n,
            **said,
        )
    if jump.power > 0:
        return counted(
            "{name}: {n} value ({span}) is about {times} times larger than those beside it.",
            "{name}: {n} values ({span}) are about {times} times larger than those beside them.",
            n,
            **said,
        )
    return counted(
        "{name}: {n} value ({span}) is about {times} times smaller than those beside it.",
        "{name}: {n} values ({span}) are about {times} times smaller than those beside them.",
        n,
        **said,
    )


def _of_column(one: Strands) -> Iterator[Jump]:
    used = np.flatnonzero((one.values != 0) & (one.sizes() >= FEWEST))
    if not len(used):
        return
    used = used[~within(np.abs(one.values[used]), one.strand[used], LEAST)]
    logs, strand = np.log10(np.abs(one.values[used])), one.strand[used]
    order = np.lexsort((logs, strand))
    gaps = np.diff(logs[order]) * (np.diff(strand[order]) == 0)
    wide = np.flatnonzero(gaps >= NARROWEST_GAP)
    for code in np.unique(strand[order][wide]).tolist():
        low, high = np.searchsorted(strand, [code, code + 1])
        yield from _of_strand(one, used[low:high], logs[low:high])


def _of_strand(one: Strands, at: np.ndarray, logs: np.ndarray) -> Iterator[Jump]:
    ordered = np.sort(logs)
    widest = int(np.argmax(np.diff(ordered)))
    gap = float(ordered[widest + 1] - ordered[widest])
    high = logs > ordered[widest] + gap / 2
    odd = high if high.sum() * 2 <= len(high) else ~high
    usual = np.flatnonzero(~odd)
    if len(usual) < FEWEST_USUAL or _is_small_count(one, at, high):
        return
    ends = np.flatnonzero(np.diff(odd, prepend=False, append=False))
    runs = list(zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True))
    powers = [_power(logs, usual, run, gap) for run in runs]
    if None in powers or len(set(powers)) > 1:
        return
    power = powers[0]
    assert power is not None
    if len(runs) > MOST_RUNS:
        yield Jump(one, at[odd], power)
        return
    for first, after in runs:
        yield Jump(one, at[first:after], power)


def _is_small_count(one: Strands, at: np.ndarray, high: np.ndarray) -> bool:
    """Whole numbers so small that a hundredfold is no wonder."""
    small = np.abs(one.values[at][~high])
    return one.column.type is ColumnType.INTEGER and float(np.median(small)) < SMALL_COUNT


def _power(logs: np.ndarray, usual: np.ndarray, run: tuple[int, int], gap: float) -> int | None:
    """The power of ten by which a run differs from its neighbours, where it is one."""
    first, after = run
    before = usual[usual < first][-NEIGHBOURS:]
    later = usual[usual >= after][:NEIGHBOURS]
    level = float(np.median(logs[np.concatenate([before, later])]))
    shift = float(np.median(logs[first:after])) - level
    for power, near in POWERS.items():
        if abs(abs(shift) - power) <= near and gap >= max(NARROWEST_GAP, power / 3):
            single = after - first == 1 and power < 3
            return None if single else (power if shift > 0 else -power)
    return None
