"""What a sheet's own totals say beside what its rows and columns add to.

A total may cover everything before it or only what stands since the total before. Between the
smallest and the largest part it is taken for an average or a level, and says nothing wrong.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from core.language import Amount, Text, text
from core.tables.columns import numbers
from core.tables.context import NUMERIC
from core.tables.model import Fits, RawTable, TotalCheck
from core.tables.words import plain

MOST_TOLD = 5
MOST_CHECKED = 60
_SUM = re.compile(
    r"(grand[\s-]*totals?|sub[\s-]*totals?|total keseluruhan|total akhir|totals?|jumlah|jml|sum)\b"
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


def reconciled(
    raw: RawTable, values: pd.DataFrame, columns: Sequence[int] = ()
) -> tuple[TotalCheck, ...]:
    """Each of the sheet's own totals beside what its rows, or the cells beside it, add to.

    `values` has one float column for each position of `raw.frame` that adds up, in row order;
    `columns` are the positions of columns of totals.
    """
    return (*_rows_checked(raw, values), *_columns_checked(raw, values, columns))


def totals_told(checks: Sequence[TotalCheck]) -> tuple[Text, ...]:
    """A word on each total that does not add up."""
    return tuple(_told(one) for one in checks if one.fits is Fits.NEITHER)[:MOST_TOLD]


def _told(check: TotalCheck) -> Text:
    beside = {"label": check.label, "row": str(check.row), "said": check.said}
    summed = Amount(check.sum, 0 if check.sum.is_integer() else 2)
    if check.across:
        return text(
            "“{label}” in row {row} says {said}, but the cells beside it add to {sum}.",
            **beside,
            sum=summed,
        )
    return text(
        "“{label}” in row {row} says {said} in “{column}”, but the rows add to {sum}.",
        **beside,
        column=check.column,
        sum=summed,
    )


def _rows_checked(raw: RawTable, values: pd.DataFrame) -> Iterator[TotalCheck]:
    number = raw.frame.index.to_numpy()
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
            said = readings(cells[position], kinds[position])
            groups = (matrix[above, at], matrix[above & (number > before), at])
            found = _compared(said, groups)
            if found is not None:
                column, cell = str(raw.frame.columns[position]), f"{raw.letters[position]}{row}"
                yield TotalCheck(label, row, column, cell, cells[position], *found)
        before = row


def _columns_checked(
    raw: RawTable, values: pd.DataFrame, columns: Sequence[int]
) -> Iterator[TotalCheck]:
    matrix, positions = values.to_numpy(float), np.array(values.columns.to_list(), int)
    before = -1
    for column in columns:
        name = str(raw.frame.columns[column])
        if not says_sum(name):
            continue
        left = positions < column
        near = left & (positions > before)
        for place in range(min(len(raw.frame), MOST_CHECKED)):
            row, said = int(raw.frame.index[place]), str(raw.frame.iloc[place, column])
            possible = readings(said, str(raw.kinds.iloc[place, column]))
            parts = matrix[place]
            found = _compared(possible, (parts[left], parts[near]))
            if found is not None:
                cell = f"{raw.letters[column]}{row}"
                yield TotalCheck(name, row, name, cell, said, *found, across=True)
        before = column


def readings(cell: str, kind: str) -> list[tuple[float, bool]]:
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


def _compared(
    said: list[tuple[float, bool]], groups: tuple[np.ndarray, np.ndarray]
) -> tuple[float, float, Fits] | None:
    """The total as read, the sum it comes nearest to, and how they fit; None: nothing to compare.

    A reading may be the sum of a group, or lie among the parts of the nearest: then it is taken
    for an average or a level.
    """
    known = [parts[~np.isnan(parts)] for parts in groups]
    known = [parts for parts in known if len(parts)]
    if not said or not known:
        return None
    for value, rounded in said:
        near = 5e-3 if rounded else 1e-6
        for parts in known:
            if np.isclose(value, parts.sum(), rtol=near, atol=1e-6):
                return value, float(parts.sum()), Fits.SUM
    for value, _ in said:
        if known[-1].min() <= value <= known[-1].max():
            return value, float(known[0].sum()), Fits.AMONG
    pairs = ((value, float(parts.sum())) for value, _ in said for parts in known)
    nearest = min(pairs, key=lambda pair: abs(pair[0] - pair[1]))
    return *nearest, Fits.NEITHER
