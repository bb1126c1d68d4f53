"""Parquet and Arrow bytes -> one sheet: their metadata are judged before any data are read."""

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings
from core.tables.files.sheets import Sheet, check_size
from core.tables.files.sniff import save_as
from core.tables.files.values import written

ROWS_AT_ONCE = 10_000
EXACT = 2**53  # whole numbers beyond it have more digits than a measured number keeps
FAULTS = (pa.ArrowException, OSError, ValueError, OverflowError, UnicodeDecodeError)


def read_parquet(content: bytes, source: str, limits: Settings) -> Sheet:
    """The table as a sheet whose first row is its header. Raises Refusal."""
    place = Place(source)
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        _judge(file.metadata, file.schema_arrow, place, limits)
        batches = file.iter_batches(ROWS_AT_ONCE, use_threads=False)
        return _sheet(file.schema_arrow, batches, place, limits)
    except FAULTS as stop:
        raise Refusal(text("The Parquet file is damaged or unusual."), save_as(), place) from stop


def read_arrow(content: bytes, source: str, limits: Settings) -> Sheet:
    """The table of an Arrow (Feather) file as a sheet. Raises Refusal."""
    place = Place(source)
    try:
        table = feather.read_table(io.BytesIO(content), use_threads=False, memory_map=False)
        check_size(table.num_rows + 1, table.num_columns, limits, place)
        _refuse_large(table.nbytes, place, limits)
        return _sheet(table.schema, table.to_batches(ROWS_AT_ONCE), place, limits)
    except FAULTS as stop:
        raise Refusal(text("The Arrow file is damaged or unusual."), save_as(), place) from stop


def _judge(known: pq.FileMetaData, schema: pa.Schema, place: Place, limits: Settings) -> None:
    check_size(known.num_rows + 1, len(schema.names), limits, place)
    groups = [known.row_group(i) for i in range(known.num_row_groups)]
    _refuse_large(sum(one.total_byte_size for one in groups), place, limits)


def _refuse_large(size: int, place: Place, limits: Settings) -> None:
    if size > limits.unpacked_mb * 1024**2:
        raise Refusal(
            text("Unpacked, the file is over {mb} MB.", mb=limits.unpacked_mb),
            text("Keep only the rows and columns you need."),
            place,
        )


def _sheet(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], place: Place, limits: Settings
) -> Sheet:
    sheet = Sheet("", notices=list(_notices(schema)))
    names = [one.name for one in _flat(schema)]
    check_size(1, len(names), limits, place)
    sheet.append([(name, "text") for name in names])
    for batch in batches:
        columns = [_values(column) for column in _flattened(batch)]
        for row in zip(*columns, strict=True):
            sheet.append([written(value) for value in row])
            check_size(sheet.height, 1, limits, place, sheet.height * len(names))
    return sheet


def _flattened(batch: pa.RecordBatch) -> list[pa.Array]:
    """The columns of a batch, records taken apart into a column for each part."""
    table = pa.table(batch)
    while any(pa.types.is_struct(one.type) for one in table.schema):
        table = table.flatten()
    return [column.combine_chunks() for column in table.columns]


def _flat(schema: pa.Schema) -> pa.Schema:
    table = schema.empty_table()
    while any(pa.types.is_struct(one.type) for one in table.schema):
        table = table.flatten()
    return table.schema


def _notices(schema: pa.Schema) -> Iterator[Text]:
    records = [one.name for one in schema if pa.types.is_struct(one.type)]
    if records:
        yield text(
            "Columns that hold records were taken apart: {list}.", list=", ".join(records[:8])
        )
    lists = [one.name for one in _flat(schema) if pa.types.is_nested(one.type)]
    if lists:
        yield text("Columns that hold lists are kept as text: {list}.", list=", ".join(lists[:8]))
    zones = {one.type.tz for one in _flat(schema) if pa.types.is_timestamp(one.type)} - {None}
    if zones:
        yield text("Times are told in the time zone {zone}.", zone=", ".join(sorted(zones)))


def _values(column: pa.Array) -> list[object]:
    """Python values a cell can show; decimals keep their digits, nested values their words."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _values(column.dictionary_decode())
    if pa.types.is_decimal(kind):
        return [None if value is None else format(value, "f") for value in column.to_pylist()]
    if pa.types.is_timestamp(kind):
        moments = column.cast(pa.timestamp("us", kind.tz), safe=False).to_pylist()
        return [_moment(value) for value in moments]
    if pa.types.is_duration(kind):
        return list(column.cast(pa.duration("us"), safe=False).to_pylist())
    if pa.types.is_integer(kind):
        return _whole(column.to_pylist())
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return [None if one is None else _words(one) for one in column.to_pylist()]
    return [str(one) if isinstance(one, list | dict) else one for one in column.to_pylist()]


def _whole(values: list[int | None]) -> list[object]:
    """Whole numbers; a column with any beyond 2**53 as text, so that no digit is lost."""
    if any(value is not None and abs(value) > EXACT for value in values):
        return [None if value is None else str(value) for value in values]
    return list(values)


def _words(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.hex()


def _moment(value: datetime | None) -> datetime | date | None:
    return None if value is None else value.replace(tzinfo=None)
