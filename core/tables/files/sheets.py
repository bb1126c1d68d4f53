"""Sheets as the reading process fills them: column by column, kinds as one byte each.

Nothing is typed here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings
from core.tables.model import CellKind

KINDS = [str(kind) for kind in CellKind]
CODE = {kind: code for code, kind in enumerate(KINDS)}
_EMPTY = CODE["empty"]


class ArrowCells(Sequence[str]):
    """A whole column of texts that Arrow holds, without a Python object for each."""

    def __init__(self, texts: pa.ChunkedArray) -> None:
        self.texts = texts

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, place: Any) -> Any:
        return self.texts[place].as_py()

    def __iter__(self) -> Iterator[str]:
        return (cell for chunk in self.texts.chunks for cell in chunk.to_pylist())


@dataclass
class Sheet:
    """One sheet while it is filled, row after row; rows may have any width."""

    name: str
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)  # from 0
    hidden_columns: set[int] = field(default_factory=set)  # from 0
    notices: list[Text] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    date_1904: bool = False
    named: bool = False  # known from the format: the first row names the columns
    height: int = 0
    cells: list[list[str]] = field(default_factory=list)
    kinds: list[bytearray] = field(default_factory=list)

    @staticmethod
    def of_columns(columns: Sequence[pa.ChunkedArray], height: int) -> "Sheet":
        """A full sheet of a text file; no more rows can be added."""
        cells: Any = [ArrowCells(column) for column in columns]
        return Sheet("", height=height, cells=cells, kinds=[bytearray() for _ in columns])

    def fill(self, columns: Sequence[tuple[pa.ChunkedArray, np.ndarray]]) -> None:
        """Give an empty sheet its columns, each with the codes of its kinds."""
        full: Any = [ArrowCells(texts) for texts, _ in columns]
        self.cells, self.kinds = full, [bytearray(codes) for _, codes in columns]
        self.height = len(full[0]) if full else 0

    def append(self, row: list[tuple[str, str]]) -> None:
        """Add a row of (text, kind)."""
        self._widen(len(row))
        for column, codes, (words, kind) in zip(self.cells, self.kinds, row, strict=False):
            column.append(words)
            codes.append(CODE[kind])
        self._level(len(row))

    def append_text(self, row: list[str]) -> None:
        """Add a row of a text file."""
        self._widen(len(row))
        for column, words in zip(self.cells, row, strict=False):
            column.append(words)
        self._level(len(row), kinds=False)

    def put(self, row: int, column: int, words: str | None, kind: str) -> None:
        """Correct one cell, counted from 0."""
        while self.height <= row:
            self._unfold(range(len(self.cells)))
            self.append([])
        self._widen(column + 1)
        self.kinds[column][row] = CODE[kind]
        if words is not None:
            self._unfold([column])
            self.cells[column][row] = words

    def kind(self, row: int, column: int) -> str:
        """The kind of one cell, counted from 0."""
        inside = row < self.height and column < len(self.kinds)
        return KINDS[self.kinds[column][row]] if inside else "empty"

    def has_dates(self) -> bool:
        """Whether any cell is a date to the file."""
        wanted = (CODE["date"], CODE["datetime"])
        return any(code in codes for codes in self.kinds for code in wanted)

    def _unfold(self, columns: Iterable[int]) -> None:
        """Make columns that Arrow holds ready for changes."""
        for i in columns:
            if isinstance(self.cells[i], ArrowCells):
                self.cells[i] = list(self.cells[i])

    def _widen(self, width: int) -> None:
        while len(self.cells) < width:
            self.cells.append([""] * self.height)
            self.kinds.append(bytearray([_EMPTY]) * self.height)

    def _level(self, width: int, kinds: bool = True) -> None:
        self.height += 1
        for column in self.cells[width:]:
            column.append("")
        if kinds:
            for codes in self.kinds[width:]:
                codes.append(_EMPTY)


def check_size(
    rows: int, columns: int, limits: Settings, place: Place, cells: int | None = None
) -> None:
    """Refuse a sheet beyond the limits of rows, columns or cells; a header is no row."""
    if rows > limits.rows + 1:
        what = text(
            "The sheet reaches row {row}; at most {n} rows below a header are read.",
            row=rows,
            n=limits.rows,
        )
    elif columns > limits.columns:
        what = text("The sheet has {m} columns; at most {n} are read.", m=columns, n=limits.columns)
    elif (cells or rows * columns) > limits.cells:
        what = text(
            "The file has {m} cells or more; at most {n} are read.",
            m=cells or rows * columns,
            n=limits.cells,
        )
    else:
        return
    remedy = text("Delete what lies far outside the table, or keep only the rows you need.")
    raise Refusal(what, remedy, place)


def check_widths(filled: np.ndarray, limits: Settings, place: Place) -> None:
    """Refuse rows of `filled` cells at the first that breaks a limit, as when read one by one."""
    widths, cells = np.maximum.accumulate(filled), np.maximum(1, np.cumsum(filled))
    over = (widths > limits.columns) | (cells > limits.cells)
    first = int(np.argmax(over)) if over.any() else len(over)
    if first < min(len(over), limits.rows + 1):
        check_size(first + 1, int(widths[first]), limits, place, int(cells[first]))
    check_size(len(over), 1, limits, place, 1)
