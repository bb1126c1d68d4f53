"""Sheets as they lie: from the reader to a Grid, and from the reading process to the app.

A grid crosses as an Arrow file with a column of texts and a column of kinds for each of its own.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.language import packed, unpacked
from core.tables.coded import TEXT, array_of, arrow_of, coded, is_coded
from core.tables.files.ends import filled, holds, stripped
from core.tables.files.sheets import CODE, KINDS, ArrowCells, Sheet
from core.tables.model import Grid
from core.tables.words import ERRORS


def grid_of(sheet: Sheet) -> Grid:
    """The sheet as it lies; rows are numbered from 1."""
    texts = [_texts(column) for column in sheet.cells]
    known = [len(codes) == sheet.height for codes in sheet.kinds]
    found = [
        (one, np.frombuffer(codes, np.int8)) if told else _bare_and_kinds(one)
        for one, told, codes in zip(texts, known, sheet.kinds, strict=True)
    ]
    index = pd.RangeIndex(1, sheet.height + 1, name="row")
    return Grid(
        sheet=sheet.name,
        cells=_framed([array_of(one) for one in texts], index),
        kinds=_framed([_kinds(codes) for _, codes in found], index),
        hidden=sheet.hidden,
        hidden_rows=frozenset(row + 1 for row in sheet.hidden_rows),
        hidden_columns=frozenset(sheet.hidden_columns),
        notices=tuple(sheet.notices),
        merged=tuple((a + 1, b, c + 1, d) for a, b, c, d in sheet.merged),
        date_1904=sheet.date_1904,
        named=sheet.named,
        tidy=not any(known)
        and all(bare is one for (bare, _), one in zip(found, texts, strict=True)),
    )


def _texts(column: Any) -> pa.ChunkedArray:
    if isinstance(column, ArrowCells):
        known = column.texts.type == TEXT or is_coded(column.texts)
        return column.texts if known else column.texts.cast(TEXT)
    return pa.chunked_array([pa.array(column, TEXT)])


def _bare_and_kinds(column: pa.ChunkedArray) -> tuple[pa.ChunkedArray, np.ndarray]:
    """A column of a text file without blanks at the ends of its cells, and what each cell is."""
    if is_coded(column):
        held = coded(column)
        words = pa.chunked_array([held.words])
        bare, codes = _bare_and_kinds(words)
        return column if bare is words else stripped(column), codes[held.codes]
    bare = stripped(column)
    codes = np.where(filled(bare), np.int8(CODE["text"]), np.int8(CODE["empty"]))
    if holds(bare, b"#"):
        codes[pc.is_in(bare, pa.array(sorted(ERRORS), bare.type)).to_numpy()] = CODE["error"]
    return bare, codes


def _kinds(codes: np.ndarray) -> Any:
    return pd.Categorical.from_codes(codes, pd.Index(KINDS))


def _framed(columns: list[Any], index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(dict(enumerate(columns)), index=index, copy=False)


def save(grid: Grid, path: Path) -> dict[str, Any]:
    """Write cells and kinds as an Arrow file; returns what else is known, as JSON values."""
    columns = {f"c{i}": arrow_of(grid.cells[i].array) for i in grid.cells}
    columns |= {f"k{i}": pa.array(grid.kinds[i].cat.codes.to_numpy()) for i in grid.kinds}
    write_arrow(pa.table(columns), path)
    return {
        "name": grid.sheet,
        "height": len(grid.cells),
        "hidden": grid.hidden,
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "merged": grid.merged,
        "date_1904": grid.date_1904,
        "named": grid.named,
        "notices": [packed(one) for one in grid.notices],
    }


def load(told: dict[str, Any], path: Path) -> Grid:
    """The grid that was saved."""
    table = read_arrow(path)
    width = range(table.num_columns // 2)
    index = pd.RangeIndex(1, told["height"] + 1, name="row")
    return Grid(
        sheet=told["name"],
        cells=_framed([array_of(table[f"c{i}"]) for i in width], index),
        kinds=_framed([_kinds(table[f"k{i}"].to_numpy()) for i in width], index),
        hidden=told["hidden"],
        hidden_rows=frozenset(told["hidden_rows"]),
        hidden_columns=frozenset(told["hidden_columns"]),
        notices=tuple(unpacked(one) for one in told["notices"]),
        merged=tuple((a, b, c, d) for a, b, c, d in told["merged"]),
        date_1904=told["date_1904"],
        named=told["named"],
    )


def write_arrow(table: pa.Table, path: Path) -> None:
    """Write an Arrow file."""
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as out:
        out.write_table(table)


def read_arrow(path: Path) -> pa.Table:
    """Read an Arrow file; where it may be deleted meanwhile, without copying it into memory."""
    if hasattr(os, "fork"):
        return pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    with pa.OSFile(str(path), "rb") as file:
        return pa.ipc.open_file(file).read_all()
