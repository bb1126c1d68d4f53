"""Columns of plainly written numbers, read by whole-column kernels instead of cell by cell.

Only shapes that leave no choice are read here: digits, digits grouped by threes, one decimal
mark, no unit. A column that holds anything else a careful reader might take for a number goes back
to that reader (`figures`); both give the same column, which a test holds them to.
"""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.language import Text
from core.tables.cells import cells_of
from core.tables.context import Context, answered
from core.tables.figures import NOT_PLAIN, mark_notice, not_a_number
from core.tables.model import ColumnType
from core.tables.numbers import take_apart
from core.tables.typed import Typed, cell_issues
from core.tables.words import NIL, is_missing

WORTHWHILE = 500  # rows from which whole-column kernels pay
MOST_ODD = 100  # rows that are no number; more, and the careful reader judges the column
_NATIVE = r"^-?\d+(\.\d+)?([eE][-+]?\d+)?$"
_WHOLE = r"^-?(0|[1-9]\d{0,14})$"
_OPEN = r"^-?[1-9]\d{0,2}[.,]\d{3}$"


def _marked(decimal: str, group: str) -> str:
    """Numbers that can only be read with this decimal mark."""
    ungrouped = rf"(0|[1-9]\d{{0,14}}){decimal}(\d{{1,2}}|\d{{4,15}})"
    grouped = rf"[1-9]\d{{0,2}}({group}\d{{3}}){{1,4}}{decimal}\d{{1,15}}"
    several = rf"[1-9]\d{{0,2}}({group}\d{{3}}){{2,4}}"
    return rf"^-?({ungrouped}|{grouped}|{several})$"


_MARKED = {"comma": _marked(",", r"\."), "point": _marked(r"\.", ",")}


def plain_column(
    column: Typed, words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context
) -> Typed | None:
    """The column as numbers; None when it is not plainly such and must be read with care."""
    said = pa.array(words.str.strip(), pa.large_string())
    native = kinds.eq("number").to_numpy()
    if answered(context.answers.decimal, column.name) or not _only_written(kinds, native):
        return None
    decimal, shown = _decimal(said, native)
    if not decimal:
        return None
    odd = np.flatnonzero(~shown & (words.str.strip() != "").to_numpy())
    lost = _lost(words.iloc[odd], kinds.iloc[odd])
    if lost is None or not shown.any() or shown.sum() < 1.5 * lost.sum():
        return None
    values = _values(said, shown, native, decimal)
    if np.isinf(values).any():
        return None
    known = values[shown]
    whole = bool(np.all(known == np.floor(known)))
    part = replace(column, values=words.iloc[odd])
    cells = cells_of(words.iloc[odd], kinds.iloc[odd])
    issues = cell_issues(cells, cells.known, part, context, (not_a_number, NOT_PLAIN))
    notices: tuple[Text, ...] = (mark_notice(column.name, "comma"),) if decimal == "comma" else ()
    return replace(
        column,
        values=pd.Series(values, index=words.index),
        type=ColumnType.INTEGER if whole else ColumnType.NUMBER,
        issues=issues,
        notices=notices,
    )


def _only_written(kinds: "pd.Series[str]", native: "np.ndarray[Any, Any]") -> bool:
    return bool((native | kinds.isin(["text", "empty"]).to_numpy()).all())


def _decimal(said: pa.Array, native: np.ndarray) -> tuple[str, np.ndarray]:
    """The decimal mark that is certain, and which cells are numbers; "" when it is not."""
    shapes = {name: _fits(said, shape) & ~native for name, shape in _MARKED.items()}
    opened = _fits(said, _OPEN) & ~native
    plain = (_fits(said, _WHOLE) & ~native) | (_fits(said, _NATIVE) & native)
    shown = plain | opened | shapes["comma"] | shapes["point"]
    marks = [name for name, fits in shapes.items() if fits.any()]
    if len(marks) == 2 or (not marks and opened.any()):
        return "", shown
    return marks[0] if marks else "point", shown


def _fits(said: pa.Array, shape: str) -> "np.ndarray[Any, Any]":
    return np.asarray(pc.match_substring_regex(said, shape).to_numpy(zero_copy_only=False), bool)


def _lost(words: "pd.Series[str]", kinds: "pd.Series[str]") -> "np.ndarray[Any, Any] | None":
    """Which odd cells hold neither a number nor a word for nothing; None: judge with care."""
    if words.nunique() > MOST_ODD or kinds.eq("number").any():
        return None
    if words.str.strip().str.casefold().isin(NIL).any():
        return None
    missing = {one: is_missing(one) for one in words.str.strip().unique()}
    if any(take_apart(one) for one, nil in missing.items() if not nil):
        return None
    lost = ~words.str.strip().map(missing).to_numpy(bool)
    return lost if lost.sum() <= MOST_ODD else None


def _values(
    said: pa.Array, shown: np.ndarray, native: np.ndarray, decimal: str
) -> "np.ndarray[Any, Any]":
    """Digits to doubles, correctly rounded, as Python's own float does."""
    group, mark = (".", ",") if decimal == "comma" else (",", ".")
    bare = pc.replace_substring(pc.replace_substring(said, group, ""), mark, ".")
    digits = pc.if_else(pa.array(native), said, bare)
    digits = pc.if_else(pa.array(shown), digits, pa.scalar(None, pa.large_string()))
    return np.asarray(pc.cast(digits, pa.float64()).to_numpy(zero_copy_only=False), float)
