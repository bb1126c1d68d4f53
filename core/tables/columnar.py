"""Parquet bytes -> one sheet: its metadata are judged before any data are read."""

import io
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import Place, Refusal
from core.language import text
from core.settings import Settings
from core.tables.sheets import Sheet, check_size
from core.tables.sniff import save_as
from core.tables.workbook import written


def read_parquet(content: bytes, source: str, limits: Settings) -> Sheet:
    """The table as a sheet whose first row is its header. Raises Refusal."""
    place = Place(source)
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        _judge(file.metadata, place, limits)
        table = file.read(use_threads=False)
    except (pa.ArrowException, OSError, ValueError) as stop:
        raise Refusal(text("The Parquet file is damaged or unusual."), save_as(), place) from stop
    sheet = Sheet("")
    sheet.append([(name, "text") for name in table.column_names])
    for batch in table.to_batches(max_chunksize=10_000):
        columns = [_values(column) for column in batch.columns]
        for row in zip(*columns, strict=True):
            sheet.append([written(value) for value in row])
    return sheet


def _judge(known: pq.FileMetaData, place: Place, limits: Settings) -> None:
    check_size(known.num_rows, known.num_columns, limits, place)
    size = sum(known.row_group(i).total_byte_size for i in range(known.num_row_groups))
    if size > limits.unpacked_mb * 1024**2:
        raise Refusal(
            text("Unpacked, the file is over {mb} MB.", mb=limits.unpacked_mb),
            text("Keep only the rows and columns you need."),
            place,
        )


def _values(column: pa.Array) -> list[object]:
    """Python values a cell can show; decimals keep their digits, nested values their words."""
    if pa.types.is_decimal(column.type):
        return [None if value is None else _Digits(str(value)) for value in column.to_pylist()]
    if pa.types.is_timestamp(column.type):
        return [
            _moment(value) for value in column.cast(pa.timestamp("us", column.type.tz)).to_pylist()
        ]
    return list(column.to_pylist())


def _moment(value: datetime | None) -> datetime | date | None:
    return None if value is None else value


class _Digits(str):
    """A decimal's digits."""
