"""Whole Arrow columns as the texts and kinds of cells, most of them without a call for each cell.

`values.written` says what each value becomes; a test holds both to the same cells.
"""

from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.files.sheets import CODE
from core.tables.files.valued import TEXT, Shown, moments_shown, numbers_shown, shown, words_shown

EXACT = 2**53  # whole numbers beyond it have more digits than a measured number keeps
CALENDAR = (-62_135_596_800, 253_402_300_800)  # seconds of the years 1 to 9999


def cells_of(column: pa.ChunkedArray) -> Shown:
    """The texts and the codes of their kinds that a column becomes."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    missing = column.is_null().combine_chunks().to_numpy(zero_copy_only=False)
    try:
        found = _whole_column(column)
        texts, codes = _distinct(column) if found is None else found
    except pa.ArrowNotImplementedError:
        texts, codes = shown(_values(column))
    if missing.any():
        texts = pc.if_else(pa.array(missing), "", texts)
        codes = np.where(missing, CODE["empty"], codes).astype(np.int8)
    return texts, codes


def _whole_column(column: pa.ChunkedArray) -> Shown | None:
    """Columns whose values become text at once; what missing ones become does not count."""
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return words_shown(column.cast(TEXT).fill_null("").combine_chunks())
    if pa.types.is_integer(kind):
        return _whole_numbers(column)
    if pa.types.is_floating(kind):
        numbers = column.cast(pa.float64()).fill_null(0.0).combine_chunks()
        return numbers_shown(numbers.to_numpy())
    bare = pa.types.is_timestamp(kind) and kind.tz is None
    return _moments(column) if bare or pa.types.is_date(kind) else None


def _whole_numbers(column: pa.ChunkedArray) -> Shown:
    """Whole numbers; a column with any beyond 2**53 as text, so that no digit is lost."""
    ends = pc.min_max(column).as_py()
    least, most = ends["min"] or 0, ends["max"] or 0
    kind = "number" if max(-least, most) <= EXACT else "text"
    texts = column.cast(TEXT).fill_null("").combine_chunks()
    return texts, np.full(len(texts), CODE[kind], np.int8)


def _moments(column: pa.ChunkedArray) -> Shown | None:
    """Days and moments of whole seconds, within the years that a calendar has."""
    fine = column.cast(pa.timestamp("us"), safe=False).fill_null(0).combine_chunks()
    moments = fine.to_numpy(zero_copy_only=False).astype("M8[us]").astype(np.int64)
    seconds, rest = np.divmod(moments, 1_000_000)
    if rest.any() or (seconds < CALENDAR[0]).any() or (seconds >= CALENDAR[1]).any():
        return None
    return moments_shown(seconds.astype("M8[s]"))


def _distinct(column: pa.ChunkedArray) -> Shown:
    """Columns of which each distinct value is looked at once."""
    coded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    texts, codes = shown(_values(pa.chunked_array([coded.dictionary])))
    where = coded.indices
    return texts.take(where), codes[where.to_numpy()]


def _values(column: pa.ChunkedArray) -> list[object]:
    """Python values a cell can show; decimals keep their digits, nested values their words."""
    kind = column.type
    if pa.types.is_decimal(kind):
        return [None if value is None else format(value, "f") for value in column.to_pylist()]
    if pa.types.is_timestamp(kind):
        moments = column.cast(pa.timestamp("us", kind.tz), safe=False).to_pylist()
        return [_moment(value) for value in moments]
    if pa.types.is_duration(kind):
        return list(column.cast(pa.duration("us"), safe=False).to_pylist())
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return [None if one is None else _words(one) for one in column.to_pylist()]
    return [str(one) if isinstance(one, list | dict) else one for one in column.to_pylist()]


def _words(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.hex()


def _moment(value: datetime | None) -> datetime | date | None:
    return None if value is None else value.replace(tzinfo=None)
