"""A sheet whose table lies on its side, turned so that each record has a row of its own.

Turned only where nothing else can be meant: each row holds cells of one kind, rows of words and of
figures or days take turns below the first, and no row of periods stands on top. What stays open is
told (`turned`).
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import text
from core.tables.layout.aside import gathered, told
from core.tables.layout.looks import BLANK, MISSING, NUMBER, PERIOD, WORDS, Words, profile
from core.tables.layout.raw_tables import letters_of
from core.tables.layout.turned import FEWEST, MOST
from core.tables.model import Answers, Aside, Grid, Table
from core.tables.places import addresses, at, plain_origin

LONGEST = 80  # letters of the name of a field
ALIKE = 0.8  # share of the rows whose cells are of one kind
SEEN = 40  # records that are looked at


def stood_up(grids: Sequence[Grid], answers: Answers) -> tuple[tuple[Grid, ...], tuple[Grid, ...]]:
    """The sheets, those that lie on their side turned; and the turned ones alone.

    A sheet of whose rows the person spoke stays as it lies.
    """
    spoken = {one.sheet.casefold() for one in answers.rows}
    free = [grid for grid in grids if grid.sheet.casefold() not in spoken]
    turned = {grid.sheet: over for grid in free if (over := upright(grid))}
    return tuple(turned.get(grid.sheet, grid) for grid in grids), tuple(turned.values())


def upright(grid: Grid) -> Grid | None:
    """The sheet turned, rows for columns; None where it stands upright or may."""
    height, width = grid.cells.shape
    if not (FEWEST <= height <= MOST and width > FEWEST):
        return None
    words = np.char.strip(grid.cells.to_numpy(str)).astype(object)
    often = (words != "").sum(axis=1)
    first = next((row for row, count in enumerate(often) if count > 1), height)
    filled = np.flatnonzero((words != "").any(axis=0))
    rows = np.arange(first, height)[often[first:] > 0]
    if len(rows) < FEWEST or len(filled) <= FEWEST or often[rows].min() == 1:
        return None
    cells, kinds = (one[np.ix_(rows, filled)] for one in (words, grid.kinds.to_numpy(object)))
    return _turned(grid, words, first) if _lies(cells, kinds) else None


def _lies(cells: Words, kinds: Words) -> bool:
    """Whether the rows are fields: named in the first column, each of one kind."""
    names = cells[:, 0].tolist()
    named = profile(cells[:, :1], kinds[:, :1]) == WORDS
    if not named.all() or len(set(names)) < len(names) or max(map(len, names)) > LONGEST:
        return False
    looks = profile(cells[:, 1 : SEEN + 1], kinds[:, 1 : SEEN + 1])
    kinds_of = [set(row) - {BLANK, MISSING} for row in looks.tolist()]
    pure = [one for one in kinds_of if len(one) == 1]
    if len(pure) < ALIKE * len(kinds_of) or PERIOD in kinds_of[0]:
        return False
    below = [next(iter(one)) if len(one) == 1 else "" for one in kinds_of[1:]]
    if WORDS not in below or not {NUMBER, PERIOD} & set(below):
        return False
    heads = 1 if kinds_of[0] == {WORDS} else 0  # rows of words on top may be a header of groups
    again = [len(set(row)) < len(row) for row in cells[1 + heads :, 1:].tolist()]
    twice = any(one == WORDS and row for one, row in zip(below[heads:], again, strict=True))
    return twice or sum(one != other for one, other in pairwise(below)) > 1


def _turned(grid: Grid, words: Words, first: int) -> Grid:
    """The sheet turned, without the titles above its first field."""
    index = pd.RangeIndex(1, grid.cells.shape[1] + 1)
    cells, kinds = grid.cells.to_numpy(object).copy(), grid.kinds.to_numpy(object).copy()
    cells[:first], kinds[:first] = "", "empty"
    titles = {Aside.TITLE: [row for row in range(first) if (words[row] != "").any()]}
    return replace(
        grid,
        cells=pd.DataFrame(cells.T, index=index).astype("str"),
        kinds=pd.DataFrame(kinds.T, index=index),
        hidden_rows=frozenset(one + 1 for one in grid.hidden_columns),
        hidden_columns=frozenset(one - 1 for one in grid.hidden_rows),
        named=False,
        merged=tuple(
            (left + 1, top - 1, right + 1, low - 1) for top, left, low, right in grid.merged
        ),
        notices=(*grid.notices, *told(gathered(words, [titles]), {}), _SAID),
    )


_SAID = text(
    "The table lies on its side: each column was read as a record and each row as a field. Where "
    "a notice names a row, row 1 is column A, row 2 column B."
)


def laid_back(table: Table, grids: Sequence[Grid]) -> Table:
    """A table of a turned sheet with the places of its cells in the sheet as it lies."""
    if table.sheet not in {grid.sheet for grid in grids} or table.origin is not None:
        return table
    letters = [letters_of(int(row) - 1) for row in table.frame.index]
    place = table.place(0, table.columns[0].name)
    origin = plain_origin(place, table.frame.index, pd.Series(letters))
    rows = [_number(one.letter) for one in table.columns]
    for one, row in zip(table.columns, rows, strict=True):
        own = origin.assign(row=row)
        origin[at(one.name)] = pd.Categorical(addresses(own, one.name, ""))
    columns = [
        replace(one, letter="", issues=tuple(map(_put_back, one.issues))) for one in table.columns
    ]
    return replace(table, columns=tuple(columns), origin=origin, header_rows=())


def lies_on_its_side(table: Table) -> bool:
    """Whether each column of the table stands in a row of its sheet, and each row in a column."""
    if table.header_rows or table.origin is None or not len(table.frame):
        return False
    return all(at(one.name) in table.origin for one in table.columns)


def _put_back(issue: Issue) -> Issue:
    """An issue whose cell is that of the sheet as it lies."""
    letter = issue.place.cell.rstrip("0123456789")
    if not letter or issue.place.row is None:
        return issue
    row = _number(letter)
    cell = f"{letters_of(issue.place.row - 1)}{row}"
    return replace(issue, place=replace(issue.place, row=row, cell=cell))


def _number(letter: str) -> int:
    """The place of a column of that letter, A being 1."""
    found = 0
    for one in letter:
        found = 26 * found + ord(one) - 64
    return found
