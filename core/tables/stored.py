"""A Table as the bytes of one Parquet file, and back, with all that is known about it.

The columns of the frame are named by their place, those of `origin` by `origin.` and theirs; index,
dtypes and every other part of the Table lie as JSON in the file's own metadata. The same Table
gives the same bytes.
"""

import io
import json
from dataclasses import fields
from typing import Any, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pandas.api.extensions import ExtensionDtype
from pandas.api.types import pandas_dtype
from pydantic import TypeAdapter

from core.tables.coded import CodedWords, array_of, arrow_of, is_coded
from core.tables.model import Table

_KEY = b"headlight"
_FRAMES = ("frame", "origin")
_HINTS = get_type_hints(Table)
_PARTS: dict[str, TypeAdapter[Any]] = {
    one.name: TypeAdapter(_HINTS[one.name]) for one in fields(Table) if one.name not in _FRAMES
}


def canonical(value: object) -> bytes:
    """JSON values as bytes: sorted keys, no spaces, UTF-8."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return written.encode()


def to_parquet(table: Table) -> bytes:
    """The bytes that hold the whole Table."""
    out = io.BytesIO()
    pq.write_table(to_arrow(table), out, compression="zstd")
    return out.getvalue()


def from_parquet(content: bytes) -> Table:
    """The Table that was stored."""
    return from_arrow(pq.read_table(pa.BufferReader(content)))


def to_arrow(table: Table, coded: bool = False) -> pa.Table:
    """The whole Table as columns, with all else in their metadata; `coded` columns as they are."""
    told: dict[str, Any] = {
        name: adapter.dump_python(getattr(table, name), mode="json")
        for name, adapter in _PARTS.items()
    }
    arrays, told["frame"] = _columns(table.frame, coded)
    told["origin"] = None
    if table.origin is not None:
        more, told["origin"] = _columns(table.origin)
        arrays |= {f"origin.{name}": array for name, array in more.items()}
    return pa.table(arrays).replace_schema_metadata({_KEY: canonical(told)})


def from_arrow(kept: pa.Table) -> Table:
    """The Table that was taken apart."""
    told = json.loads(kept.schema.metadata[_KEY])
    parts = {
        name: adapter.validate_python(told[name])
        for name, adapter in _PARTS.items()
        if name in told
    }
    origin = told["origin"] and _frame(kept, told["origin"], "origin.")
    return Table(frame=_frame(kept, told["frame"]), origin=origin, **parts)


def _columns(frame: pd.DataFrame, coded: bool = False) -> tuple[dict[str, Any], dict[str, Any]]:
    """Columns by place, with the index, and what Parquet would not bring back of them."""
    every = {str(place): frame.iloc[:, place] for place in range(frame.shape[1])}
    every["index"] = frame.index.to_series()
    arrays = {
        name: arrow_of(column.array)
        if coded and isinstance(column.array, CodedWords)
        else pa.array(column, from_pandas=True)
        for name, column in every.items()
    }
    told = {
        "names": list(frame.columns),
        "types": [str(column.dtype) for column in every.values()],
        "index": frame.index.name,
    }
    return arrays, told


def _frame(kept: pa.Table, told: dict[str, Any], before: str = "") -> pd.DataFrame:
    places = [*map(str, range(len(told["names"]))), "index"]
    every = [
        _column(kept[before + place], type)
        for place, type in zip(places, told["types"], strict=True)
    ]
    index = pd.Index(every.pop().array, name=told["index"])
    frame = pd.DataFrame({i: one.set_axis(index) for i, one in enumerate(every)}, index=index)
    frame.columns = pd.Index(told["names"], dtype="str")
    return frame


def _column(column: Any, type: str) -> "pd.Series[Any]":
    """The values in their dtype; whole numbers with unknown ones never pass through floats."""
    dtype = pandas_dtype(type)
    if is_coded(column) and isinstance(dtype, pd.StringDtype):
        return pd.Series(array_of(column))
    if isinstance(dtype, ExtensionDtype) and hasattr(dtype, "__from_arrow__"):
        return pd.Series(dtype.__from_arrow__(column))
    if isinstance(dtype, pd.CategoricalDtype):
        return pd.Series(column.to_pandas())
    if dtype.kind == "O":
        return pd.Series(column.to_pylist(), dtype=object)
    return pd.Series(column.to_pandas().astype(dtype))
