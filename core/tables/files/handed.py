"""Tables on their way from the reading process to the app, as Arrow files.

A column of text that is a stretch of a column of its sheet is told by its place there instead of
being written once more.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from core.tables.coded import arrow_of, is_coded
from core.tables.files.lying import read_arrow, write_arrow
from core.tables.files.told_apart import put_together, taken_apart
from core.tables.model import Grid, Table
from core.tables.stored import from_arrow, to_arrow

WORTHWHILE = 10_000  # rows from which writing a column once more costs something
Lent = dict[str, tuple[int, int, int]]  # column -> number of its sheet, column there, first row
_Spot = tuple[int, int]  # where the texts of a chunk lie in memory, and where its cells begin


def hand_over(table: Table, grids: Sequence[Grid], path: Path) -> Lent:
    """Write a table but for the columns its sheets hold; returns those."""
    table, issues = taken_apart(table)
    if issues is not None:
        write_arrow(issues, _beside(path))
    whole = to_arrow(table, coded=True)
    lent = _lent(whole, grids) if len(table.frame) >= WORTHWHILE else {}
    write_arrow(whole.drop_columns(list(lent)), path)
    return lent


def taken(path: Path, lent: Mapping[str, Sequence[int]], grids: Sequence[Grid]) -> Table:
    """The table that was handed over."""
    kept = read_arrow(path)
    for name, (sheet, column, first) in lent.items():
        whole = arrow_of(grids[sheet].cells[column].array)
        kept = kept.append_column(name, whole.slice(first, kept.num_rows))
    table = from_arrow(kept)
    return put_together(table, read_arrow(_beside(path))) if _beside(path).exists() else table


def _beside(path: Path) -> Path:
    """The file of the issues of a table that has many."""
    return path.with_suffix(".issues")


def _lent(whole: pa.Table, grids: Sequence[Grid]) -> Lent:
    known = {
        spot[0]: (sheet, column, spot[1], start)
        for sheet, grid in enumerate(grids)
        for column in range(grid.cells.shape[1])
        for spot, start in _spots(arrow_of(grid.cells[column].array))
    }
    found: Lent = {}
    for name in whole.column_names:
        spots = list(_spots(whole[name]))
        if not spots or spots[0][0][0] not in known:
            continue
        (texts, begin), _ = spots[0]
        sheet, column, there, start = known[texts]
        lying = arrow_of(grids[sheet].cells[column].array)
        first = start + (begin - there) // _width(lying.type)
        if first >= 0 and spots == list(_spots(lying.slice(first, whole.num_rows))):
            found[name] = (sheet, column, first)
    return found


def _spots(column: pa.ChunkedArray) -> Iterator[tuple[_Spot, int]]:
    """Where each chunk of texts lies, and how many rows stand above it."""
    if not is_coded(column) and not pa.types.is_large_string(column.type):
        return
    above = 0
    for chunk in column.chunks:
        cells = chunk.indices if is_coded(column) else chunk
        texts = (chunk.dictionary if is_coded(column) else chunk).buffers()[2]
        if texts is not None and len(chunk):
            begin = cells.buffers()[1].address + cells.offset * _width(column.type)
            yield (texts.address, begin), above
        above += len(chunk)


def _width(kind: pa.DataType) -> int:
    """Bytes from one cell to the next."""
    return int(kind.index_type.bit_width // 8) if pa.types.is_dictionary(kind) else 8
