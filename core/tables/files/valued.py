"""Whole columns of a workbook's values as texts and kinds, without a call for each cell.

`values.written` says what each value becomes; a test holds both to the same cells.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.files.ends import stripped
from core.tables.files.sheets import CODE
from core.tables.files.values import written

TEXT = pa.large_string()
DAY = np.timedelta64(1, "D")
EXACT = 1e15  # whole numbers below it are written without a point
ALIKE = (1e-4, 1e10)  # between them Python and Arrow write a broken number the same way
Shown = tuple[pa.Array, np.ndarray]  # texts, and one code of a kind for each


def shown_column(values: Sequence[object]) -> tuple[pa.ChunkedArray, np.ndarray]:
    """The texts and the codes of their kinds that a column of values becomes."""
    texts, codes = shown(values)
    return pa.chunked_array([texts]), codes


def shown(values: Sequence[object]) -> Shown:
    """The same in one piece."""
    types = list(map(type, values))
    distinct = list(dict.fromkeys(types))
    if len(distinct) == 1:
        return _of_type(distinct[0], list(values))
    number = {one: i for i, one in enumerate(distinct)}
    which = np.fromiter(map(number.__getitem__, types), np.int64, len(types))
    column = np.empty(len(types), object)
    column[:] = values
    return _sorted_out([np.flatnonzero(which == i) for i in range(len(distinct))], column, distinct)


def _sorted_out(places: list[np.ndarray], column: np.ndarray, types: list[type]) -> Shown:
    """The column with the values of each type shown together and put back into their places."""
    parts = [
        _of_type(one, column[where].tolist()) for one, where in zip(types, places, strict=True)
    ]
    order = np.empty(len(column), np.int64)
    order[np.concatenate(places) if places else []] = np.arange(len(column))
    texts = pa.concat_arrays([texts for texts, _ in parts]) if parts else pa.array([], TEXT)
    codes = np.concatenate([codes for _, codes in parts] or [np.empty(0, np.int8)])
    return texts.take(pa.array(order)), codes[order]


def _of_type(one: type, values: list[object]) -> Shown:
    known: dict[type, Callable[[list[object]], Shown]] = {
        str: _words,
        float: _numbers,
        date: _days,
        datetime: _moments,
    }
    return known.get(one, _each)(values)


def _each(values: list[object]) -> Shown:
    found = [written(value) for value in values]
    codes = np.array([CODE[kind] for _, kind in found], np.int8)
    return pa.array([words for words, _ in found], TEXT), codes


def _words(values: list[object]) -> Shown:
    return words_shown(pa.array(values, TEXT))


def words_shown(said: pa.Array) -> Shown:
    """Words; blank ones are no cell."""
    bare = stripped(pa.chunked_array([said])).combine_chunks()
    blank = pc.equal(pc.binary_length(bare), 0).to_numpy(zero_copy_only=False)
    codes = np.where(blank, CODE["empty"], CODE["text"]).astype(np.int8)
    return (pc.if_else(pa.array(blank), "", said) if blank.any() else said), codes


def _numbers(values: list[object]) -> Shown:
    return numbers_shown(np.array(values, float))


def numbers_shown(numbers: np.ndarray) -> Shown:
    """The shortest digits that give numbers back, whole ones without a point."""
    size = np.abs(numbers)
    whole = (size < EXACT) & (numbers == np.floor(numbers))
    plain = ~whole & (size >= ALIKE[0]) & (size < ALIKE[1])
    other = np.flatnonzero(~whole & ~plain)
    parts = [
        pa.array(numbers[whole].astype(np.int64)).cast(TEXT),
        pa.array(numbers[plain]).cast(TEXT),
        pa.array([repr(one) for one in numbers[other].tolist()], TEXT),
    ]
    places = [np.flatnonzero(whole), np.flatnonzero(plain), other]
    return _joined(parts, places), np.full(len(numbers), CODE["number"], np.int8)


def _joined(parts: list[pa.Array], places: list[np.ndarray]) -> pa.Array:
    filled = [(part, where) for part, where in zip(parts, places, strict=True) if len(where)]
    if len(filled) == 1:
        return filled[0][0]
    order = np.concatenate(places)
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    return pa.concat_arrays(parts).take(pa.array(back))


def _days(values: list[object]) -> Shown:
    codes = np.full(len(values), CODE["date"], np.int8)
    return pa.array(values, pa.date32()).cast(TEXT), codes


def _moments(values: list[object]) -> Shown:
    """Moments of the day; those with parts of a second are rare."""
    if any(value.microsecond or value.tzinfo for value in values):  # type: ignore[attr-defined]
        return _each(values)
    return moments_shown(np.array(values, "M8[s]"))


def moments_shown(moments: np.ndarray) -> Shown:
    """Moments of whole seconds; those at midnight are dates."""
    days = moments.astype("M8[D]")
    midnight = moments == days
    clocked = pc.replace_substring(pa.array(moments).cast(TEXT), " ", "T")
    said = pc.if_else(pa.array(midnight), pa.array(days).cast(TEXT), clocked)
    codes = np.where(midnight, CODE["date"], CODE["datetime"]).astype(np.int8)
    return said, codes
