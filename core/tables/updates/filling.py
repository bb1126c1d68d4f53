"""The rows of two tables in one frame: old rows first, each column in its own type."""

from typing import Any

import numpy as np
import pandas as pd

from core.tables.model import Column, ColumnType
from core.tables.updates.matching import Matched
from core.tables.updates.pairing import Pair


def filled(pair: Pair, changed: pd.DataFrame, rows: Matched, new: "np.ndarray[Any, Any]") -> Any:
    """Old rows with changed cells and gained columns, then the new rows at the places `new`."""
    partner = {mine.name: its for mine, its in pair.columns}
    cells = dict(list(changed.groupby("column", sort=False)))
    found = {
        one.name: _continued(pair, one, partner.get(one.name), cells.get(one.name), new)
        for one in pair.before.columns
    }
    found |= {one.name: _gained(pair, one, rows, new) for one in pair.gained}
    index = pair.before.frame.index.append(pair.after.frame.index[new])
    return pd.DataFrame({name: part.array for name, part in found.items()}, index=index)


def _continued(
    pair: Pair,
    one: Column,
    its: Column | None,
    cells: pd.DataFrame | None,
    new: "np.ndarray[Any, Any]",
) -> "pd.Series[Any]":
    """An old column with its changed cells and the new rows below."""
    old = pair.before.frame[one.name].reset_index(drop=True)
    if its is None:
        return _below(old, _blank(old.dtype, len(new)))
    come = pair.after.frame[its.name].reset_index(drop=True)
    if one.type is ColumnType.EMPTY and its.type is not ColumnType.EMPTY:
        old = _blank(come.dtype, len(old))
    if its.type is ColumnType.EMPTY:
        come = _blank(old.dtype, len(come))
    if cells is not None:
        old = old.copy()
        taken = come.iloc[cells["new"].to_numpy(int)].astype(old.dtype)
        old.iloc[cells["old"].to_numpy(int)] = taken.array
    return _below(old, come.iloc[new])


def _gained(
    pair: Pair, one: Column, rows: Matched, new: "np.ndarray[Any, Any]"
) -> "pd.Series[Any]":
    """A column the old file lacks: known on the rows both files have, and on the new ones."""
    come = pair.after.frame[one.name].reset_index(drop=True)
    old = _blank(come.dtype, len(pair.before.frame))
    for mine, its in ((rows.same_old, rows.same_new), (rows.old, rows.new)):
        old.iloc[mine] = come.iloc[its].array
    return _below(old, come.iloc[new])


def _below(old: "pd.Series[Any]", come: "pd.Series[Any]") -> "pd.Series[Any]":
    if not len(come):
        return old
    return pd.concat([old, come.astype(old.dtype)], ignore_index=True)


def _blank(dtype: Any, count: int) -> "pd.Series[Any]":
    """Unknown values of one type; text that is unknown is empty."""
    value = "" if pd.api.types.is_string_dtype(dtype) else None
    return pd.Series([value] * count, dtype=object).astype(dtype)
