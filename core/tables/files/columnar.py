"""Parquet and Arrow bytes -> one sheet: their metadata are judged before any data are read."""

import io
from collections.abc import Iterable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings
from core.tables.files.arrowed import cells_of
from core.tables.files.sheets import CODE, Sheet, check_size
from core.tables.files.sniff import save_as
from core.tables.files.valued import TEXT

ROWS_AT_ONCE = 10_000
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
    kept: list[pa.RecordBatch] = []
    height = 1
    for batch in batches:
        kept.append(batch)
        height += len(batch)
        check_size(height, 1, limits, place, height * len(names))
    columns = _flattened(pa.Table.from_batches(kept, schema))
    sheet.named = all(map(_is_name, names))
    if names:
        sheet.fill([_headed(*one) for one in zip(names, columns, strict=True)])
    else:
        sheet.append([])
    return sheet


def _is_name(name: str) -> bool:
    """Whether it is one; pandas so calls columns of a sheet whose names stand further below."""
    return bool(name.strip()) and not name.startswith("Unnamed: ")


def _headed(name: str, column: pa.ChunkedArray) -> tuple[pa.ChunkedArray, np.ndarray]:
    texts, codes = cells_of(column)
    header = pa.array([name], TEXT)
    return pa.chunked_array([header, texts]), np.insert(codes, 0, CODE["text"])


def _flattened(table: pa.Table) -> list[pa.ChunkedArray]:
    """The columns of a table, records taken apart into a column for each part."""
    while any(pa.types.is_struct(one.type) for one in table.schema):
        table = table.flatten()
    return list(table.columns)


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
