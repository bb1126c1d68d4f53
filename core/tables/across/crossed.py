"""One series of a crossing: its cells in the order of time, read together as numbers."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.across.crossing import Crossing
from core.tables.columns.cells import cells_of
from core.tables.columns.column import read_column
from core.tables.columns.figures import NOT_PLAIN
from core.tables.columns.finish import unit_in_name
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import Context
from core.tables.model import ColumnType, RawTable
from core.tables.words import ACTUAL_NAMES, TARGET_NAMES, plain

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.EMPTY)


@dataclass(frozen=True)
class Series:
    """The cells of one series in the order of time: (row, column, first day)."""

    labels: tuple[str, ...]
    heading: str
    sub: str
    cells: tuple[tuple[int, int, date], ...]

    @property
    def is_target(self) -> bool:
        """Whether the header calls it a target."""
        return bool(TARGET_NAMES.search(plain(self.sub)))

    @property
    def is_actual(self) -> bool:
        """Whether its header says nothing more, or calls it the actual value."""
        return not self.sub or bool(ACTUAL_NAMES.search(plain(self.sub)))


def series_of(raw: RawTable, crossing: Crossing, filled: pd.DataFrame) -> list[Series]:
    """The series of a crossing; `filled` holds the labels of each row."""
    headings = [raw.sections.get(int(row), "") for row in raw.frame.index]
    found: dict[tuple[tuple[str, ...], str, str], list[tuple[int, int, date]]] = {}
    for row in crossing.rows:
        labels = tuple(filled.iloc[row])
        for column in crossing.columns:
            key = labels, headings[row], crossing.subs.get(column, "")
            day = crossing.day(row, column)
            if day is not None:
                found.setdefault(key, []).append((row, column, day))
    return [
        Series(*key, tuple(sorted(cells, key=lambda cell: cell[2]))) for key, cells in found.items()
    ]


def numbers_of(raw: RawTable, one: Series, name: str, context: Context) -> Typed:
    """The cells of a series as numbers; issues stand at their own cells."""
    words = pd.Series([raw.frame.iat[row, column] for row, column, _ in one.cells], dtype="str")
    kinds = pd.Series([raw.kinds.iat[row, column] for row, column, _ in one.cells])
    typed = read_column(name, "", words, kinds, context)
    if typed.type not in NUMBERS:
        lost = _not_numbers(words, kinds, typed, context)
        typed = replace(typed, values=pd.Series(np.nan, words.index), issues=lost)
    elif typed.type is ColumnType.EMPTY:
        typed = replace(typed, values=pd.Series(np.nan, words.index))
    return replace(unit_in_name(typed), issues=tuple(_placed(i, raw, one) for i in typed.issues))


def _not_numbers(
    words: "pd.Series[str]", kinds: "pd.Series[str]", typed: Typed, context: Context
) -> tuple[Issue, ...]:
    if typed.questions:
        return ()
    cells = cells_of(words, kinds)
    return cell_issues(cells, cells.known, typed, context, (_no_number, NOT_PLAIN))


def _no_number(words: str) -> Text:
    return text("“{cell}” is not a number.", cell=words)


def _placed(issue: Issue, raw: RawTable, one: Series) -> Issue:
    row, column, _ = one.cells[issue.place.row or 0]
    number = int(raw.frame.index[row])
    cell = f"{raw.letters[column]}{number}"
    place = replace(issue.place, row=number, column=raw.frame.columns[column], cell=cell)
    return replace(issue, place=place)
