"""Rows of a text file that are longer or shorter than the rest, said by their number.

A table whose rows are mostly longer than its header has slipped: no name stands above its column.
That, and text without any common number of cells, is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.tables.files.sheets import Sheet
from core.tables.files.sniff import save_as

Widths = np.ndarray  # one number per row
SLIPPED = 1 / 3  # share of rows longer than the header from which the header is doubted
LONGEST_NAME, FEWEST_NAMES = 30, 3
NEARLY_ALL = 0.95  # share of lines cut alike that no prose has by chance,
EVEN_LINES = {3: 10, 4: 4}  # in so many lines, for so many cells
FIGURED = 0.8  # share of rows that hold a figure
_SENTENCE = re.compile(r"[^\W\d]{2,}[.!?…]\s*$")
_FIGURE = re.compile(r"\s*[-+(]?\s*[\d.,' ]*\d\s*[%)]?\s*$")


@dataclass(frozen=True)
class Cells:
    """How many cells each row was cut into, and how many up to the last that is not blank."""

    cut: Widths
    filled: Widths
    separator: str


def judge_widths(sheet: Sheet, cells: Cells, place: Place) -> list[Text]:
    """Notices about uneven rows. Raises Refusal where no table can be told."""
    if cells.cut.size and int(cells.filled.max(initial=0)) == 1:
        return []  # a list, or prose: whoever looks for tables tells
    pieces = [_usual(cells.cut, *ends) for ends in _runs(cells.cut > 1)]
    if _is_prose(sheet, cells, _regular(cells.cut[cells.filled > 0])):
        raise Refusal(
            text("The lines have no common number of cells: this is running text or a program."),
            save_as(),
            place,
        )
    longer: list[int] = []
    shorter: list[int] = []
    for first, end, usual in pieces:
        if end - first < 3:
            continue
        _refuse_slipped(sheet, cells, (first, end, usual), place)
        rows = np.arange(first, end)
        longer += (rows[cells.filled[first:end] > usual] + 1).tolist()
        shorter += (rows[cells.cut[first:end] < usual] + 1).tolist()
    return [*_said_longer(longer), *_said_shorter(shorter)]


def _runs(flags: np.ndarray) -> Iterator[tuple[int, int]]:
    """First row and end of each stretch of rows with several cells."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return ((int(a), int(b)) for a, b in pairwise(edges) if flags[a])


def _usual(cut: Widths, first: int, end: int) -> tuple[int, int, int]:
    return first, end, int(np.bincount(cut[first:end]).argmax())


def _regular(cut: Widths) -> int:
    """How many rows have the width of their neighbours, blank rows aside."""
    pieces = [_usual(cut, *ends) for ends in _runs(cut > 1)]
    return sum(int((cut[a:b] == usual).sum()) for a, b, usual in pieces if b - a > 1)


def _is_prose(sheet: Sheet, cells: Cells, regular: int) -> bool:
    lines = int((cells.filled > 0).sum())
    several = int((cells.cut > 1).sum())
    named = _have_names(sheet, cells)
    if _are_even(cells) or (named and regular == lines):
        return False
    if _are_sentences(sheet, cells):
        return True
    if lines < 3 or regular >= max(0.5 * several, 0.3 * lines) or named:
        return False
    letters = sum(len(cell) for column in sheet.cells for cell in column)
    return regular < 0.5 * several or letters > 25 * int(cells.filled.sum())


def _are_even(cells: Cells) -> bool:
    """Whether nearly all lines that hold anything are cut alike, into more cells than prose is."""
    cut = cells.cut[cells.filled > 0]
    usual = int(np.bincount(cut).argmax()) if cut.size else 0
    lines = EVEN_LINES.get(min(usual, max(EVEN_LINES)), cut.size + 1)
    return lines <= cut.size and int((cut == usual).sum()) >= NEARLY_ALL * cut.size


def _have_names(sheet: Sheet, cells: Cells) -> bool:
    """Whether the first row names more columns than any other fills, and the others hold figures.

    Rows that leave out what they do not know at their end have no width of their own.
    """
    width = int(cells.cut[0])
    names = [column[0].strip() for column in sheet.cells[:width]]
    short = all(0 < len(name) <= LONGEST_NAME and not re.search(r"\d", name) for name in names)
    if width < FEWEST_NAMES or not short or len(set(names)) < width or cells.filled.max() > width:
        return False
    rows = range(1, min(len(cells.filled), 200))
    held = [any(re.search(r"\d", column[row]) for column in sheet.cells) for row in rows]
    return sum(held) > FIGURED * len(held)


def _are_sentences(sheet: Sheet, cells: Cells) -> bool:
    """Whether most of the first lines end as sentences do."""
    last = [sheet.cells[width - 1][row] for row, width in enumerate(cells.filled[:200]) if width]
    return sum(bool(_SENTENCE.search(cell)) for cell in last) > 0.6 * max(len(last), 3)


def _refuse_slipped(sheet: Sheet, cells: Cells, piece: tuple[int, int, int], place: Place) -> None:
    """Refuse a table most of whose rows are longer than the names right above the first of them."""
    first, end, usual = piece
    data = next(
        (row for row in range(first, min(first + 60, end)) if _is_data(sheet, cells, row, usual)),
        None,
    )
    if data is None or data == first:
        return
    names = int(cells.cut[data - 1])
    longer = cells.filled[data:end] > names
    if longer.sum() < max(2, SLIPPED * (end - data)):
        return
    row = data + 1 + int(np.argmax(longer))
    what = text(
        "The rows are longer than the header: {n} names stand above {m} cells.",
        n=names,
        m=int(cells.filled[row - 1]),
    )
    raise Refusal(what, _remedy(cells.separator), Place(place.source, place.sheet, row))


def _is_data(sheet: Sheet, cells: Cells, row: int, usual: int) -> bool:
    if cells.cut[row] < usual:
        return False
    found = (sheet.cells[i][row] for i in range(int(cells.filled[row])))
    return any(_FIGURE.match(cell) for cell in found)


def _remedy(separator: str) -> Text:
    if separator == ",":
        return text(
            "Where the comma is both decimal mark and separator, numbers are cut in two: save it "
            "with semicolons between the cells, or as .xlsx. Else give every column a name."
        )
    return text("Give every column a name, then try again.")


def _said_longer(rows: list[int]) -> Iterator[Text]:
    if rows:
        yield counted(
            "{n} row has more cells than the rest: row {rows}. Check whether its cells slipped.",
            "{n} rows have more cells than the rest: rows {rows}. Check whether their cells "
            "slipped.",
            len(rows),
            rows=_numbers(rows),
        )


def _said_shorter(rows: list[int]) -> Iterator[Text]:
    if rows:
        yield counted(
            "{n} row has fewer cells than the rest: row {rows}. What it lacks counts as unknown.",
            "{n} rows have fewer cells than the rest: rows {rows}. What they lack counts as "
            "unknown.",
            len(rows),
            rows=_numbers(rows),
        )


def _numbers(rows: list[int]) -> str:
    return ", ".join(str(row) for row in rows[:6]) + ("…" if len(rows) > 6 else "")
