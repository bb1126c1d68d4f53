"""Whether the figures of a row add up the rows right above it."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from core.tables.layout.looks import Words
from core.tables.totals import readings

MOST_ROWS = 500  # above a row that are added up
TOWERS = 0


def adds_up(words: Words, row: int, first: int, sums: "set[int]") -> bool:
    """Whether most of a row's figures are the sum, or the mean, of one run of two rows or more
    that ends above it, or are larger than any above; rows in `sums` count as no part.
    """
    parts = [at for at in range(max(first, row - MOST_ROWS), row) if at not in sums][::-1]
    read = {at: readings(str(words[row, at]), "text") for at in range(words.shape[1])}
    figures = [at for at, ways in read.items() if ways and any(value for value, _ in ways)]
    runs = Counter(run for at in figures for run in set(_runs(words, row, at, parts)))
    return bool(runs) and 2 * runs.most_common(1)[0][1] > len(figures)


def _runs(words: Words, row: int, column: int, parts: list[int]) -> Iterator[int]:
    """The lengths of runs above a cell that it is the sum or the mean of, however it is read."""
    said = readings(str(words[row, column]), "text")
    above = [readings(str(words[at, column]), "text") for at in parts]
    for way in range(max(map(len, (said, *above)))):
        values = [ways[min(way, len(ways) - 1)][0] if ways else 0.0 for ways in above]
        total, sums = said[min(way, len(said) - 1)][0], np.cumsum(values)
        means = sums / np.arange(1, len(sums) + 1)
        fits = np.isclose(sums, total, rtol=2e-3, atol=1e-6) | np.isclose(means, total, rtol=1e-4)
        yield from (int(at) + 1 for at in np.flatnonzero(fits) if at > 0)
        if len(values) > 1 and total > max(values):
            yield TOWERS
