"""The rows of a long sheet that are unlike the others, and so tell how it is laid out.

The first and last rows, rows that are blank or nearly so, rows labelled like a total or a note,
rows without any digit where digits are usual, rows that begin like the header, and one row for
each column that is filled nowhere else between them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.coded import array_of, arrow_of, is_coded, texts_of
from core.tables.files.ends import (
    equal,
    filled,
    first_bytes,
    fits,
    holds,
    is_digit,
    last_bytes,
    some_rows,
    stripped,
)
from core.tables.model import Grid, RawTable, RowRole
from core.tables.words import NOTE, TOTAL

EDGE = 500  # rows at either end that are always laid out
BEFORE, AFTER = 10, 80  # rows round an unlike one, where another table may begin
LABELS = 4  # columns from the left in which a row may be labelled
MOST_NAMES = 1000  # different labels of which the first row of each is kept
_ORNAMENT = r"(?i)^[\s:.*•–—_-]*"
_TOTAL, _NOTE = (rf"{_ORNAMENT}({one.pattern[1:]})" for one in (TOTAL, NOTE))
MOST_IN_NOTE = 2  # cells of a row that is a note; rows of more only begin like one
_BEHIND = r"(?i)(total|jumlah|sum|average|rata-rata)[\s:.*•–—_-]*$"
Said = Mapping[int, RowRole]
Lay = Callable[[Grid, str, Said], list[RawTable]]


class LongSheet:
    """A long sheet of stripped columns."""

    def __init__(self, grid: Grid) -> None:
        lying = [arrow_of(grid.cells[name].array) for name in grid.cells]
        self.columns = lying if grid.tidy else [stripped(one) for one in lying]
        cells = {name: array_of(one) for name, one in zip(grid.cells, self.columns, strict=True)}
        self.grid = replace(grid, cells=pd.DataFrame(cells, grid.cells.index, copy=False))
        self.filled = [filled(one) for one in self.columns]
        self.height = len(grid.cells)

    def part(self, rows: np.ndarray) -> Grid:
        """A sheet of some rows, numbered from 1."""
        index = pd.RangeIndex(1, len(rows) + 1, name="row")
        cells = {
            name: texts_of(some_rows(one, rows)).to_pandas().array
            for name, one in zip(self.grid.cells, self.columns, strict=True)
        }
        kinds = self.grid.kinds.iloc[rows].set_axis(index)
        return replace(self.grid, cells=pd.DataFrame(cells, index, copy=False), kinds=kinds)

    def unlike(self, said: Said, lay: Lay) -> np.ndarray:
        """The rows that are laid out with care, counted from 0, rising."""
        keep = np.zeros(self.height, bool)
        keep[:EDGE] = keep[-EDGE:] = True
        count = self._count()
        odd, lead = count < 2, count <= MOST_IN_NOTE
        labels = [i for i, one in enumerate(self.filled) if one.any()][:LABELS]
        behind, every = np.zeros(self.height, bool), np.ones(self.height, bool)
        for i in labels:
            worded = self._may_be_label(i)
            odd |= fits(self.columns[i], _TOTAL, worded)
            odd |= fits(self.columns[i], _NOTE, worded & lead) & lead
            lead &= ~self.filled[i]
            ends = every if is_coded(self.columns[i]) else ~is_digit(last_bytes(self.columns[i]))
            behind |= fits(self.columns[i], _BEHIND, ends)
        odd |= behind | self._wordy() | self._like_a_header(lay)
        odd[[row for row in said if row < self.height]] = True
        for row in np.flatnonzero(odd):
            keep[max(0, row - BEFORE) : row + AFTER] = True
        if behind.any():
            self._keep_names(keep, labels)
        self._keep_witnesses(keep)
        return np.flatnonzero(keep)

    def _may_be_label(self, i: int) -> np.ndarray:
        """Rows whose cell in a column can be a label; of coded columns each text is looked at."""
        if is_coded(self.columns[i]):
            return np.ones(self.height, bool)
        worded = ~is_digit(first_bytes(self.columns[i]))
        if holds(self.columns[i], b")"):
            worded |= fits(self.columns[i], r"\)", ~worded)
        return worded

    def _count(self) -> np.ndarray:
        """How many cells of each row are filled."""
        count = np.zeros(self.height, np.int16)
        for one in self.filled:
            count += one
        return count

    def _wordy(self) -> np.ndarray:
        """Rows without a digit in any of the columns that usually hold some."""
        head = [_fits(texts_of(one.slice(0, EDGE)), r"\d").mean() for one in self.columns]
        digits = [i for i in np.argsort(head)[::-1] if head[i] > 0.5]
        rows = np.arange(self.height) if digits else np.empty(0, np.int64)
        for i in digits:
            left = self.columns[i] if len(rows) == self.height else some_rows(self.columns[i], rows)
            rows = rows[~_hold_digits(left)]
        found = np.zeros(self.height, bool)
        found[rows] = True
        return found

    def _like_a_header(self, lay: Lay) -> np.ndarray:
        """Rows one of whose first cells is that of a header row among the first rows."""
        found = np.zeros(self.height, bool)
        for raw in lay(self.part(np.arange(min(EDGE, self.height))), "", {}):
            first = [column_of(letter) for letter in raw.letters][:LABELS]
            for row in raw.header_rows:
                for i in first:
                    cell = self.columns[i][row - 1].as_py()
                    if cell:
                        found |= equal(self.columns[i], cell)
        return found

    def _keep_names(self, keep: np.ndarray, labels: list[int]) -> None:
        """The first row of each label: “Budi total” says something below rows of Budi."""
        for i in labels:
            worded = np.flatnonzero(~is_digit(first_bytes(self.columns[i])))
            codes, names = self.grid.cells[i].iloc[worded].factorize()
            if len(names) > MOST_NAMES:
                keep[:] = True
                return
            keep[worded[np.unique(codes, return_index=True)[1]]] = True

    def _keep_witnesses(self, keep: np.ndarray) -> None:
        """A row for each column that is filled between two kept rows."""
        for one in self.filled:
            kept = np.flatnonzero(keep)
            first = kept[:-1] + 1
            if not one.all():
                known = np.append(np.flatnonzero(one), self.height)
                first = known[np.searchsorted(known, first)]
            keep[first[first < kept[1:]]] = True


def column_of(letters: str) -> int:
    """The column of a spreadsheet letter, counted from 0."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column - 1


def _hold_digits(column: pa.ChunkedArray) -> np.ndarray:
    """Which cells hold a digit anywhere."""
    if is_coded(column):
        return fits(column, r"\d", np.ones(len(column), bool))
    first = is_digit(first_bytes(column))
    return np.asarray(first | fits(column, r"\d", ~first))


def _truth(found: pa.ChunkedArray) -> np.ndarray:
    return np.asarray(found.to_numpy(), bool)


def _fits(cells: pa.ChunkedArray, shape: str) -> np.ndarray:
    return _truth(pc.match_substring_regex(cells, shape))
