"""Rates, counts and durations of groups of records, as rows of the answer."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.enablement.durations import STATS, Durations, Marks, km_median, quantile
from core.enablement.ledger import Group
from core.enablement.model import LeftOut, Measured
from core.enablement.rates import FEW, FEWEST, rate
from core.language import Text, text

NOTHING = text("not computable, because there are no records to divide by")
FEW_SAID = text("Few records: the interval is wide.")
COUNTS_ONLY = text("Fewer than 5 records: the counts say more than the rate.")


def shared(row: Measured, part: float, whole: float, left_out: Sequence[LeftOut] = ()) -> Measured:
    """The row as a rate with its interval, marked where it rests on few records."""
    found = rate(part, whole)
    told = replace(
        row, numerator=part, denominator=whole, n=int(whole), left_out=some(left_out)
    )  # fmt: skip
    if found is None:
        return replace(told, refused=NOTHING)
    return replace(
        told, value=found.value, low=found.low, high=found.high,
        notes=(*row.notes, *few(int(whole))),
    )  # fmt: skip


def few(n: int) -> tuple[Text, ...]:
    """What has to be said of a figure that rests on so many records."""
    if n < FEWEST:
        return (COUNTS_ONLY,)
    return (FEW_SAID,) if n < FEW else ()


def some(left_out: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """Those of which there are any."""
    return tuple(one for one in left_out if one.n)


def counted_row(row: Measured, n: int) -> Measured:
    """The row as a count."""
    return replace(row, value=float(n), unit="count", n=n)


def lasting(row: Measured, durations: Durations, left_out: Sequence[LeftOut]) -> list[Measured]:
    """The row's median and 90th percentile."""
    return [_quantile(replace(row, stat=stat), durations, left_out) for stat in STATS]


def _quantile(row: Measured, durations: Durations, left_out: Sequence[LeftOut]) -> Measured:
    found = quantile(durations, STATS[row.stat])
    told = replace(row, n=len(durations), left_out=some(left_out))
    if found is None:
        return replace(told, refused=NOTHING)
    value, low, high = found
    return replace(told, value=value, low=low, high=high, notes=few(len(durations)))


def lasting_so_far(
    row: Measured, durations: Durations, done: Marks, left_out: Sequence[LeftOut]
) -> Measured:
    """The row as the median of Kaplan and Meier, those still running counted as such."""
    told = replace(
        row, stat="km_median", n=len(durations), numerator=float(done.sum()),
        denominator=float(len(durations)), left_out=some(left_out),
    )  # fmt: skip
    found = km_median(durations, done)
    if found is None:
        why = text("not computable, because fewer than half have come to their end so far")
        return replace(told, refused=why)
    low, high = (end if np.isfinite(end) else None for end in (found.low, found.high))
    return replace(told, value=found.value, low=low, high=high, notes=few(len(durations)))


def of_group(row: Measured, group: Group) -> Measured:
    """The row as that of a group."""
    by, word, _ = group
    return replace(row, by=by, group=word)


def noted(row: Measured, notes: Sequence[Text]) -> Measured:
    """The row with what has to be said of it."""
    return replace(row, notes=(*row.notes, *notes))
