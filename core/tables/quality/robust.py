"""Medians within strands, all at once.

The scale is 1.4826 times the median absolute deviation (Hampel 1974), the standard deviation
where values are normal.
"""

import numpy as np
import pandas as pd

TO_SIGMA = 1.4826


def beside(values: np.ndarray, strand: np.ndarray, steps: tuple[int, ...]) -> np.ndarray:
    """The median of the neighbours so many steps away within the strand; nan where there is none.

    `values` and `strand` have one entry per value, sorted by strand and time.
    """
    found = np.full((len(values), len(steps)), np.nan)
    for column, step in enumerate(steps):
        if abs(step) >= len(values):
            continue
        here = slice(max(0, -step), len(values) - max(0, step))
        there = slice(max(0, step), len(values) - max(0, -step))
        same = strand[here] == strand[there]
        found[here, column] = np.where(same, values[there], np.nan)
    return row_median(found)


def row_median(matrix: np.ndarray) -> np.ndarray:
    """The median of each row's known cells; nan where none is known."""
    ordered = np.sort(matrix, axis=1)  # nan goes last
    known = (~np.isnan(matrix)).sum(axis=1)
    rows, last = np.arange(len(matrix)), matrix.shape[1] - 1
    low = ordered[rows, np.clip((known - 1) // 2, 0, last)]
    high = ordered[rows, np.clip(known // 2, 0, last)]
    return np.asarray(np.where(known > 0, (low + high) / 2, np.nan))


def strand_median(values: np.ndarray, strand: np.ndarray) -> np.ndarray:
    """Per value the median of its strand's known values."""
    return np.asarray(pd.Series(values).groupby(strand).transform("median"), float)


def within(values: np.ndarray, strand: np.ndarray, factor: float) -> np.ndarray:
    """Whether all values of a value's strand are positive and within that factor of each other."""
    starts = np.flatnonzero(np.diff(strand, prepend=strand[0] - 1))
    low, high = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
    close = (low > 0) & (high <= factor * low)
    return np.asarray(np.repeat(close, np.diff(starts, append=len(values))))


def strand_scale(residuals: np.ndarray, strand: np.ndarray) -> np.ndarray:
    """Per value the robust standard deviation of its strand's residuals around 0."""
    return TO_SIGMA * strand_median(np.abs(residuals), strand)
