"""What the person said of rows, found again in this month's file."""

import re
from collections.abc import Sequence

import numpy as np

from core.language import Text, text
from core.tables.layout.rows import Said
from core.tables.model import Grid, RowRole, RowSaid

LONGEST = 300  # letters of a row's words that are kept
_GAP = " | "


def said_of(grid: Grid, row: int) -> str:
    """The words by which a row (counted from 1) is known again; "" for a blank one."""
    return _words(grid.cells.iloc[row - 1].to_numpy(object)) if 0 < row <= len(grid.cells) else ""


def rows_said(
    said: Sequence[RowSaid], grid: Grid, grids: Sequence[Grid]
) -> tuple[Said, tuple[Text, ...]]:
    """Rows of a sheet, counted from 0, with what was said of them; and what was not found.

    A row is one with the same words, the nearest to where it stood; else, for a total whose
    figures have changed, the only one with the same words beside its figures. A sheet that is
    alone in its file may have another name.
    """
    found: dict[int, RowRole] = {}
    missing = []
    for one in said:
        if one.sheet.casefold() != grid.sheet.casefold() and len(grids) > 1:
            continue
        row = _found(one, grid, set(found))
        if row is not None:
            found[row] = one.role
        elif one.role is RowRole.HEADER:
            missing.append(
                text(
                    "The remembered header “{words}” was not found; it was looked for anew.",
                    words=one.words[:80],
                )
            )
    return found, tuple(missing)


def _found(said: RowSaid, grid: Grid, taken: set[int]) -> int | None:
    if said_of(grid, said.row) == said.words and said.row - 1 not in taken:
        return said.row - 1
    every = [_words(cells) for cells in grid.cells.to_numpy(object)]
    same = [row for row, words in enumerate(every) if words == said.words and row not in taken]
    if same:
        return min(same, key=lambda row: abs(row + 1 - said.row))
    wordy = _without_figures(said.words)
    if not wordy or said.role is RowRole.DATA:
        return None
    alike = [row for row, words in enumerate(every) if _without_figures(words) == wordy]
    return alike[0] if len(alike) == 1 and alike[0] not in taken else None


def _words(cells: "Sequence[str] | np.ndarray") -> str:
    known = (re.sub(r"\s+", " ", str(cell)).strip() for cell in cells)
    return _GAP.join(one for one in known if one)[:LONGEST]


def _without_figures(words: str) -> str:
    return _GAP.join(one for one in words.split(_GAP) if not any(map(str.isdecimal, one)))
