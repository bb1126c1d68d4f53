"""Long columns of ISO days and times, read by whole-column kernels instead of cell by cell.

2025-01-31, 2025-01-31 10:00 and 2025-01-31T10:00:00 leave no choice of order, year or zone. A
column with anything else goes to the careful reader (`dated`); a test holds both to the same.
"""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.periods import Grain, infer_grain
from core.tables.coded import coded_words
from core.tables.columns.cells import only_kind
from core.tables.columns.typed import Typed
from core.tables.model import ColumnType
from core.tables.words import is_missing

LOOKED_AT = 100  # cells among which one is filled
MOST_ODD = 1000  # cells of another length; more, and they are looked at with care
_SIZES = (10, 16, 19)  # a day, to the minute, to the second: no other length has these shapes
_FIRST = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?", re.ASCII)
_YEARS = (np.datetime64("1900-01-01"), np.datetime64("2100-01-01"))
_POSSIBLE = ["text", "date", "datetime", "empty"]


def plain_dates(column: Typed, kinds: "pd.Series[str]") -> Typed | None:
    """The column as days or moments; None when it is not plainly such."""
    first = next((one for one in column.values.iloc[:LOOKED_AT].tolist() if one.strip()), "")
    if not _FIRST.fullmatch(first.strip()) or not _may_be_dates(kinds):
        return None
    held = coded_words(column.values)
    counts = None if held is None else np.bincount(held.codes, minlength=len(held.words))
    said = _in_one_piece(column.values) if held is None else held.words
    stamps = _stamps(pc.utf8_trim_whitespace(said), counts)
    if stamps is None:
        return None
    days = stamps.astype("M8[D]")
    distinct = pd.unique(days[~np.isnat(days)])
    inside = (distinct >= _YEARS[0]) & (distinct < _YEARS[1])
    if not len(distinct) or not inside.all():
        return None
    timed = bool(((stamps != days) & ~np.isnat(days)).any())
    grain = infer_grain(distinct.astype("M8[D]").tolist())
    by_row = stamps if held is None else stamps[held.codes]
    return replace(
        column,
        values=pd.Series(by_row, index=column.values.index),
        type=ColumnType.DATETIME if timed else ColumnType.DATE,
        grain=Grain(grain),
    )


def _may_be_dates(kinds: "pd.Series[str]") -> bool:
    return only_kind(kinds) == "text" or bool(kinds.isin(_POSSIBLE).all())


def _in_one_piece(words: "pd.Series[str]") -> pa.Array:
    said = pa.array(words, pa.large_string())
    return said.combine_chunks() if isinstance(said, pa.ChunkedArray) else said


def _stamps(said: pa.Array, counts: "np.ndarray | None") -> "np.ndarray | None":
    """Seconds of each cell, none where it says that nothing is known; None: not plainly dates.

    `counts` are the rows of each cell where it stands for several.
    """
    sizes = pc.binary_length(said).to_numpy(zero_copy_only=False)
    odd = ~np.isin(sizes, _SIZES)
    strange = odd & (sizes > 0)
    if (strange if counts is None else counts[strange]).sum() > MOST_ODD:
        return None
    if not all(map(is_missing, said.filter(pa.array(strange)).to_pylist())):
        return None
    known = pc.if_else(pa.array(odd), pa.scalar(None, said.type), said) if odd.any() else said
    try:
        found = known.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        return None
    return np.asarray(found.to_numpy(zero_copy_only=False), "M8[s]")
