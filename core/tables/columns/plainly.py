"""Columns of plainly written numbers, read by whole-column kernels instead of cell by cell.

Only plain shapes are read here: digits, digits grouped by threes, one decimal mark, one currency
mark before all of them. A column that holds anything else a careful reader might take for a number
goes back to that reader (`figures`); both give the same column, which a test holds them to.
"""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.coded import coded_words
from core.tables.columns.bare_digits import BareDigits, bare_digits
from core.tables.columns.cells import cells_of, only_kind
from core.tables.columns.figures import NOT_PLAIN, mark_notice, not_a_number
from core.tables.columns.numbers import take_apart
from core.tables.columns.shapes import PlainCells, mark_of, plain_cells
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import Context, answered
from core.tables.model import ColumnType
from core.tables.words import NIL, is_missing

WORTHWHILE = 500  # rows from which whole-column kernels pay
HEAD = 1000  # rows that speak for the rest
MOST_ODD = 100  # rows that are no number; more, and the careful reader judges the column


def plain_column(
    column: Typed, words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context
) -> Typed | None:
    """The column as numbers; None when it is not plainly such and must be read with care."""
    native = _native(kinds)
    if native is None:
        return None
    if _wordy(words.iloc[:HEAD]):
        return None
    if len(words) > 2 * HEAD and _hopeless(words.iloc[:HEAD], native[:HEAD]):
        return None
    held = coded_words(words)
    once = _in_one_piece(words) if held is None else held.words
    if not native.any() and (bare := bare_digits(once)) is not None:
        given = answered(context.answers.decimal, column.name)
        return _numbered(column, bare, given, None if held is None else held.codes)
    rows, said, own = _distinct(words, native)
    plain = plain_cells(said, own)
    mark = mark_of(plain, column.name, context)
    if mark is None:
        return None
    shown, filled = plain.shown[rows], np.asarray(pc.not_equal(said, "").to_numpy(False))
    odd = np.flatnonzero(~shown & filled[rows])
    lost = _lost(words.iloc[odd], kinds.iloc[odd])
    if lost is None or not shown.any() or shown.sum() < 1.5 * lost.sum():
        return None
    if mark.question is not None:
        return replace(column, questions=(mark.question,))
    values = _values(plain, own, mark.decimal)[rows]
    if np.isinf(values).any():
        return None
    part = replace(column, values=words.iloc[odd])
    cells = cells_of(words.iloc[odd], kinds.iloc[odd])
    return replace(
        column,
        values=pd.Series(values, index=words.index),
        type=_type_of(values[shown]),
        unit=plain.unit,
        issues=cell_issues(cells, cells.known, part, context, (not_a_number, NOT_PLAIN)),
        notices=mark.notices,
    )


def _type_of(known: np.ndarray) -> ColumnType:
    whole = all(bool((one == np.floor(one)).all()) for one in (known[:HEAD], known[HEAD:]))
    return ColumnType.INTEGER if whole else ColumnType.NUMBER


def _numbered(
    column: Typed, bare: BareDigits, given: str, rows: "np.ndarray[Any, Any] | None"
) -> Typed | None:
    """The column as numbers, none of which is in doubt; None where a given mark denies them.

    `rows` tells the cell of each row where one stands for several.
    """
    if given and bare.mark not in ("", given):
        return None
    every = bare.filled.all()
    cells = bare.cells if every else bare.cells.filter(pa.array(bare.filled))
    values = known = pc.cast(cells, pa.float64()).to_numpy()
    if not every:
        values = np.full(len(bare.filled), np.nan)
        values[bare.filled] = known
    told = bare.mark == "comma" and not given
    return replace(
        column,
        values=pd.Series(values if rows is None else values[rows], index=column.values.index),
        type=_type_of(known) if bare.mark else ColumnType.INTEGER,
        notices=(mark_notice(column.name, "comma"),) if told else (),
    )


def _in_one_piece(words: "pd.Series[str]") -> pa.Array:
    said = pa.array(words, pa.large_string())
    return said.combine_chunks() if isinstance(said, pa.ChunkedArray) else said


def _wordy(words: "pd.Series[str]") -> bool:
    """Whether the first rows hold too many cells without a digit, each distinct one judged once."""
    said = pa.array(words, pa.large_string())
    bare = said.filter(pc.invert(pc.match_substring_regex(said, r"\d")))
    if len(bare) <= MOST_ODD:
        return False
    counted = pc.value_counts(bare).to_pylist()
    worded = sum(one["counts"] for one in counted if not is_missing(one["values"]))
    return bool(worded > MOST_ODD)


def _hopeless(words: "pd.Series[str]", native: np.ndarray) -> bool:
    """Whether the first rows alone hold too many words for a column of numbers."""
    odd = words[~plain_cells(_stripped(words), native).shown].str.strip()
    missing = {one: is_missing(one) for one in odd.unique()}
    return int((~odd.map(missing).to_numpy(bool)).sum()) > MOST_ODD if len(odd) else False


def _distinct(words: "pd.Series[str]", native: np.ndarray) -> tuple[Any, pa.Array, np.ndarray]:
    """Where each row's cell stands, the cells, and which are numbers to the file.

    Cells that come again and again are looked at once.
    """
    alike = native.all() or not native.any()
    if alike and (held := coded_words(words)) is not None:
        cells = pc.utf8_trim_whitespace(held.words)
        return held.codes, cells, np.full(len(held.words), native.all())
    if len(words) <= 2 * HEAD or not alike or words.iloc[:HEAD].nunique() > HEAD / 2:
        return slice(None), _stripped(words), native
    codes, found = words.factorize()
    return codes, _stripped(pd.Series(found)), np.full(len(found), native.all())


def _stripped(words: "pd.Series[str]") -> pa.Array:
    return pc.utf8_trim_whitespace(_in_one_piece(words))


def _native(kinds: "pd.Series[str]") -> "np.ndarray[Any, Any] | None":
    """Which cells are numbers to the file; None where some are neither those nor written."""
    if only_kind(kinds) == "text":
        return np.zeros(len(kinds), bool)
    native = kinds.eq("number").to_numpy()
    return native if (native | kinds.isin(["text", "empty"]).to_numpy()).all() else None


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


def _values(plain: PlainCells, native: np.ndarray, decimal: str) -> "np.ndarray[Any, Any]":
    """Digits to doubles, correctly rounded, as Python's own float does."""
    group, mark = (".", ",") if decimal == "comma" else (",", ".")
    said = bare = plain.said
    if pc.any(pc.match_substring(said, ",")).as_py() or decimal == "comma":
        bare = pc.replace_substring(pc.replace_substring(said, group, ""), mark, ".")
    digits = pc.if_else(pa.array(native), said, bare) if native.any() else bare
    if not plain.shown.all():
        digits = pc.if_else(pa.array(plain.shown), digits, pa.scalar(None, pa.large_string()))
    return np.asarray(pc.cast(digits, pa.float64()).to_numpy(zero_copy_only=False), float)
