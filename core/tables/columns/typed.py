"""A typed column, and the issues of the cells it lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text
from core.periods import Grain
from core.tables.columns.cells import Cells
from core.tables.context import Context
from core.tables.model import ColumnType, Question


@dataclass(frozen=True)
class Typed:
    """A typed column. `values` has the rows' index: float64, datetime64, boolean or text."""

    name: str
    letter: str
    values: "pd.Series[Any]"
    type: ColumnType
    unit: str = ""
    grain: Grain | None = None
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    notices: tuple[Text, ...] = ()
    year_starts: int | None = None  # month in which its financial years start; None: it has none


def place_of(column: Typed, row: int, context: Context) -> Place:
    """Where a cell of a column is."""
    return Place(context.source, context.sheet, row, column.name, f"{column.letter}{row}")


def cell_issues(
    cells: Cells,
    bad: np.ndarray,
    column: Typed,
    context: Context,
    words: tuple[Callable[[str], Text], Text],
) -> tuple[Issue, ...]:
    """One issue for each row whose distinct cell is bad; `words` say what, and the remedy."""
    say, remedy = words
    index = column.values.index.to_numpy()
    return tuple(
        Issue(
            say(cells.texts[cells.codes[row]][:60]),
            remedy,
            place_of(column, int(index[row]), context),
        )
        for row in np.flatnonzero(bad[cells.codes]).tolist()
    )
