"""What a sheet's own totals say beside what its rows and columns add to.

A total may cover everything before it or only what stands since the total before. Between the
smallest and the largest part it is taken for an average or a level, and says nothing wrong.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from core.language import Amount, Text, text
from core.tables import numbers
from core.tables.context import NUMERIC
from core.tables.model import RawTable
from core.tables.words import plain

MOST_TOLD = 5
MOST_CHECKED = 60
_SUM = re.compile(
    r"(grand[\s-]*total|sub[\s-]*total|total keseluruhan|total akhir|totals?|jumlah|jml|sum)\b"
)
_ONLY = re.compile(r"[\s:.()-]*((19|20)\d\d|semua|all|keseluruhan|umum|overall)?[\s:.()]*")


def says_sum(label: str) -> bool:
    """Whether a label begins like a sum: Total 2024, Jumlah, Subtotal Barat."""
    return bool(_SUM.match(plain(label)))


def is_only_sum(label: str) -> bool:
    """Whether a label says total and nothing of what: Total, Jumlah, Grand Total."""
    said = re.sub(r"\s\(\d+\)$", "", plain(label))  # a header numbered because it stands twice
    match = _SUM.match(said)
    return match is not None and bool(_ONLY.fullmatch(said[match.end() :]))


def is_sum_of(total: "pd.Series[float]", parts: pd.DataFrame) -> bool:
    """Whether a column is, row by row, the sum of two or more others."""
    known = total.notna() & parts.notna().any(axis=1)
    if parts.shape[1] < 2 or known.sum() < 2:
        return False
    return bool(np.isclose(total[known], parts[known].sum(axis=1), rtol=1e-6, atol=1e-9).all())


def totals_told(
    raw: RawTable, values: pd.DataFrame, columns: Sequence[int] = ()
) -> tuple[Text, ...]:
    """A word on each total that does not add up.

    `values` has one float column for each position of `raw.frame` that adds up, in row order;
    `columns` are the positions of columns of totals.
    """
    told = [*_rows_off(raw, values), *_columns_off(raw, values, columns)]
    return tuple(told[:MOST_TOLD])


def _rows_off(raw: RawTable, values: pd.DataFrame) -> Iterator[Text]:
    number = raw.frame.index.to_numpy()
    names = [str(name) for name in raw.frame.columns]
    matrix = values.to_numpy(float)
    before = 0
    for place, row in enumerate([int(row) for row in raw.totals.index[:MOST_CHECKED]]):
        cells = [str(cell) for cell in raw.totals.iloc[place]]
        kinds = [str(kind) for kind in raw.total_kinds.iloc[place]]
        label = next((cell for cell in cells if says_sum(cell)), None)
        if label is None:
            continue
        above = number < row if (number < row).any() else number > 0
        for at, position in enumerate([int(one) for one in values.columns]):
            parts = matrix[:, at]
            said = _readings(cells[position], kinds[position])
            if said and not _fits(said, (parts[above], parts[above & (number > before)])):
                yield text(
                    "“{label}” in row {row} says {said} in “{column}”, but the rows add to {sum}.",
                    label=label,
                    row=str(row),
                    said=cells[position],
                    column=names[position],
                    sum=_amount(parts[above]),
                )
        before = row


def _columns_off(raw: RawTable, values: pd.DataFrame, columns: Sequence[int]) -> Iterator[Text]:
    matrix, positions = values.to_numpy(float), np.array(values.columns.to_list(), int)
    before = -1
    for column in columns:
        name = str(raw.frame.columns[column])
        if not says_sum(name):
            continue
        left = positions < column
        near = left & (positions > before)
        for place in range(min(len(raw.frame), MOST_CHECKED)):
            parts, cell = matrix[place], str(raw.frame.iloc[place, column])
            said = _readings(cell, str(raw.kinds.iloc[place, column]))
            if said and left.any() and not _fits(said, (parts[left], parts[near])):
                yield text(
                    "“{label}” in row {row} says {said}, but the cells beside it add to {sum}.",
                    label=name,
                    row=str(raw.frame.index[place]),
                    said=cell,
                    sum=_amount(parts[left]),
                )
        before = column


def _readings(cell: str, kind: str) -> list[tuple[float, bool]]:
    """The numbers a cell may write, and whether it is rounded; none for rates and words."""
    if kind in NUMERIC:
        return [] if kind == "percent" else [(float(cell), False)]
    written = numbers.take_apart(cell) if kind == "text" and cell else None
    if written is None or written.unit == "percent":
        return []
    found = {
        written.value(mark, million)
        for mark, possible in (("comma", written.comma), ("point", written.point))
        if possible
        for million in (6, 9)
    }
    rounded = bool(written.scale) or any(value != int(value) for value in found)
    return [(value, rounded) for value in found]


def _fits(said: list[tuple[float, bool]], groups: tuple[np.ndarray, np.ndarray]) -> bool:
    """Whether some reading is the sum of a group, or lies among the parts of the nearest."""
    known = [parts[~np.isnan(parts)] for parts in groups]
    known = [parts for parts in known if len(parts)]
    if not known:
        return True
    for value, rounded in said:
        near = 5e-3 if rounded else 1e-6
        if any(np.isclose(value, parts.sum(), rtol=near, atol=1e-6) for parts in known):
            return True
        if known[-1].min() <= value <= known[-1].max():
            return True
    return False


def _amount(parts: np.ndarray) -> Amount:
    total = float(np.nansum(parts))
    return Amount(total, 0 if total.is_integer() else 2)
