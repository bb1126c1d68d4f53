"""What looks odd in one series: said, never repaired.

A single value far out, a step in the level, a stretch that never changes, a tail that stopped.
The test stays valid with all of them; what they cost is the reader's to judge.
"""

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.lead_lag.arrays import Array
from core.lead_lag.recipe import constant, differences
from core.lead_lag.transforms import Prepared

FAR = 8.0  # robust standard deviations of a change
STRETCH = 6  # equal values in a row
STALE = 2  # periods without a value at the end
FEWEST = 10


def doubts(values: Array, series: pd.Series, prepared: Prepared) -> tuple[Text, ...]:
    """Notices about one series (periods,): what is odd, and when."""
    index = pd.PeriodIndex(series.index)
    found = [
        _not_numbers(series),
        nothing_left(values, prepared),
        _jump(values, index),
        _stretch(values, index),
        _stale(values, index),
        _gaps(values, prepared),
    ]
    return tuple(one for one in found if one is not None)


def _not_numbers(series: pd.Series) -> Text | None:
    lost = int(np.isinf(series.to_numpy(dtype=float, na_value=np.nan)).sum())
    if not lost:
        return None
    return counted(
        "{n} infinite value was treated as unknown.",
        "{n} infinite values were treated as unknown.",
        lost,
    )


def nothing_left(values: Array, prepared: Prepared) -> Text | None:
    """Why a series cannot be compared at all; None when it can."""
    known = values[np.isfinite(values)]
    if not len(known):
        return text("It has no values at all.")
    if constant(values):
        return text("It never changes, so nothing can move with it.")
    if len(known) < FEWEST:
        return counted(
            "It has {n} value; at least {least} are needed.",
            "It has {n} values; at least {least} are needed.",
            len(known),
            least=FEWEST,
        )
    if prepared.filter is None:
        return text("Its trend and season explain it completely; nothing is left to compare.")
    return None


def _jump(values: Array, index: pd.PeriodIndex) -> Text | None:
    """The largest change, if far outside the others: an outlier comes back, a step does not."""
    change = differences(values)
    known = np.isfinite(change)
    if known.sum() < FEWEST:
        return None
    off = np.abs(change - np.median(change[known]))
    size = 1.4826 * float(np.median(off[known]))
    at = int(np.nanargmax(np.where(known, off, -1.0)))
    if size == 0 or off[at] <= FAR * size:
        return None
    after = change[at + 1] if at + 1 < len(change) else np.nan
    if not np.isfinite(after) or abs(change[at] + after) > abs(change[at]) / 2:
        return _step(values, index, at)
    return text(
        "The value for {period} stands far out; check it. It was kept as it is.", period=index[at]
    )


def _step(values: Array, index: pd.PeriodIndex, at: int) -> Text:
    before = at and np.isfinite(values[: at - 1]).sum() and index[at - 1]
    came_back = at >= 2 and abs(values[at] - values[at - 2]) < abs(values[at] - values[at - 1]) / 2
    if before and came_back:
        return text(
            "The value for {period} stands far out; check it. It was kept as it is.",
            period=index[at - 1],
        )
    return text(
        "Its level jumps in {period}; if its definition changed then, cut the history there.",
        period=index[at],
    )


def _stretch(values: Array, index: pd.PeriodIndex) -> Text | None:
    same = differences(values) == 0
    if not np.isfinite(values).any() or np.nanmax(values) == np.nanmin(values):
        return None
    ends = np.flatnonzero(np.diff(np.concatenate([[0], same.astype(int), [0]])))
    starts, stops = ends[::2], ends[1::2]
    if not len(starts) or (stops - starts).max() + 1 < STRETCH:
        return None
    longest = int((stops - starts).argmax())
    return text(
        "The same value stands in every period from {first} to {last}.",
        first=index[int(starts[longest]) - 1],
        last=index[int(stops[longest]) - 1],
    )


def _stale(values: Array, index: pd.PeriodIndex) -> Text | None:
    known = np.flatnonzero(np.isfinite(values))
    if not len(known) or len(values) - 1 - known[-1] < STALE:
        return None
    return text(
        "Its last value is of {period}; later periods are missing.", period=index[known[-1]]
    )


def _gaps(values: Array, prepared: Prepared) -> Text | None:
    known = np.flatnonzero(np.isfinite(values))
    if not len(known):
        return None
    missing = int(known[-1] - known[0] + 1 - len(known))
    if not missing:
        return None
    if prepared.recipe.differenced:
        return counted(
            "{n} period is missing inside it; as changes are compared, it costs two.",
            "{n} periods are missing inside it; as changes are compared, each gap costs one more.",
            missing,
        )
    return counted(
        "{n} period is missing inside it and was left out.",
        "{n} periods are missing inside it and were left out.",
        missing,
    )
