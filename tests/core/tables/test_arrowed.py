"""Arrow columns become the cells that each of their values becomes on its own."""

import io
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest

from core.settings import Settings
from core.tables.files.arrowed import cells_of
from core.tables.files.columnar import read_arrow, read_parquet
from core.tables.files.sheets import CODE
from core.tables.files.values import written

DAY, MOMENT = date(2024, 2, 29), datetime(2024, 2, 29, 13, 30)
SAME = [
    (pa.string(), ["a", "", "  ", "007", None, "\u3000", "a"]),
    (pa.large_string(), ["a", None]),
    (pa.string_view(), ["a", "", None]),
    (pa.dictionary(pa.int8(), pa.string()), ["a", "b", None, " ", "a"]),
    (pa.int8(), [1, -1, None]),
    (pa.int64(), [2**53, -(2**53), 0, None]),
    (pa.uint64(), [1, None]),
    (pa.float64(), [0.1 + 0.2, -0.0, 1e300, float("nan"), float("inf"), None, 12.0]),
    (pa.float32(), [0.1, None, 3.0]),
    (pa.bool_(), [True, None, False, True]),
    (pa.date32(), [DAY, None, date(1, 1, 1), date(9999, 12, 31)]),
    (pa.date64(), [DAY, None]),
    (pa.time64("us"), [time(8, 15), None, time(0, 0, 0, 5)]),
    (pa.duration("us"), [timedelta(hours=30), None, timedelta(microseconds=-5)]),
    (pa.timestamp("s"), [MOMENT, None, datetime(1900, 1, 1)]),
    (pa.timestamp("us"), [MOMENT.replace(microsecond=5), MOMENT, None]),
    (pa.timestamp("ns"), [MOMENT, datetime(2024, 1, 1), None]),
    (pa.null(), [None, None]),
    (pa.string(), []),
    (pa.timestamp("us"), []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values"), SAME, ids=lambda one: str(one)[:20])
@pytest.mark.parametrize("pieces", [1, 2])
def test_a_column_becomes_what_each_of_its_values_becomes(kind, values, pieces):
    whole = pa.array(values, kind)
    half = len(whole) // pieces
    column = pa.chunked_array([whole[:half], whole[half:]], kind)
    texts, codes = cells_of(column)
    expected = [written(value) for value in whole.to_pylist()]
    assert list(zip(texts.to_pylist(), codes.tolist(), strict=True)) == [
        (words, CODE[kind]) for words, kind in expected
    ]


TOLD = [
    (pa.int64(), [2**53 + 1, 5], [("9007199254740993", "text"), ("5", "text")]),
    (pa.decimal128(10, 2), [Decimal("1.50"), None], [("1.50", "text"), ("", "empty")]),
    (pa.binary(), [b"a", b"\xff", None], [("a", "text"), ("ff", "text"), ("", "empty")]),
    (pa.list_(pa.int8()), [[1, 2], None], [("[1, 2]", "text"), ("", "empty")]),
    (
        pa.timestamp("us", "Asia/Jakarta"),
        [datetime(2024, 2, 29, 17, tzinfo=UTC), None],
        [("2024-03-01", "date"), ("", "empty")],
    ),
]


@pytest.mark.parametrize(("kind", "values", "cells"), TOLD, ids=lambda one: str(one)[:20])
def test_what_no_number_holds_keeps_its_digits_or_words(kind, values, cells):
    texts, codes = cells_of(pa.chunked_array([pa.array(values, kind)]))
    assert list(zip(texts.to_pylist(), codes.tolist(), strict=True)) == [
        (words, CODE[kind]) for words, kind in cells
    ]


@pytest.mark.parametrize("read", [read_parquet, read_arrow])
def test_a_file_becomes_its_header_and_its_rows(read):
    table = pa.table({"a": pa.array([1, None]), "": pa.array([{"b": "x"}, {"b": "y"}])})
    out = io.BytesIO()
    if read is read_parquet:
        pq.write_table(table, out, row_group_size=1)
    else:
        feather.write_feather(table, out, compression="uncompressed")
    sheet = read(out.getvalue(), "a", Settings())
    assert [list(column) for column in sheet.cells] == [["a", "1", ""], [".b", "x", "y"]]
    assert (sheet.height, sheet.kind(0, 0), sheet.kind(2, 0)) == (3, "text", "empty")
