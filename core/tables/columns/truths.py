"""Columns of yes and no, in two languages and in ticks.

Y beside T is ya and tidak; T beside F is true and false. Ones and zeros stay numbers: they add up.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import Context
from core.tables.model import ColumnType
from core.tables.words import FALSE, TRUE

PAIRS = {frozenset({"y", "t"}): "y", frozenset({"t", "f"}): "t", frozenset({"v", "x"}): "v",
         frozenset({"✓", "x"}): "✓", frozenset({"✔", "x"}): "✔"}  # fmt: skip
PLAIN = frozenset({"true", "false"})
ONES = {"1": True, "0": False}


def as_booleans(cells: Cells, column: Typed) -> Typed | None:
    """The column as true and false, when each cell says either and both are said."""
    said = {words.casefold() for words, known in _known(cells) if known}
    truth = _truth_of(said)
    if truth is None or (len(said) < 2 and not said <= PLAIN):
        return None
    values = [truth.get(words.casefold()) if known else None for words, known in _known(cells)]
    notices = () if said <= PLAIN else (_told(column.name, cells, truth),)
    return _boolean(cells, column, values, notices)


def given_as_booleans(cells: Cells, column: Typed, context: Context) -> Typed:
    """The column as true and false because the person says so; other cells become issues."""
    said = {words.casefold() for words, known in _known(cells) if known}
    pair = next((pair for pair in PAIRS if pair <= said), frozenset())
    truth = _words() | ONES | {word: word == PAIRS[pair] for word in pair}
    values = [truth.get(words.casefold()) if known else None for words, known in _known(cells)]
    found = _boolean(cells, column, values, ())
    lost = cells.known & np.array([value is None for value in values])
    remedy = text("Write yes or no, or leave the cell empty.")
    return replace(found, issues=cell_issues(cells, lost, column, context, (_neither, remedy)))


def _known(cells: Cells) -> list[tuple[str, bool]]:
    return list(zip(cells.texts, cells.known.tolist(), strict=True))


def _words() -> dict[str, bool]:
    return dict.fromkeys(TRUE, True) | dict.fromkeys(FALSE, False)


def _truth_of(said: set[str]) -> dict[str, bool] | None:
    """What each word means; None when some word is neither yes nor no, or all mean the same."""
    if frozenset(said) in PAIRS:
        return {word: word == PAIRS[frozenset(said)] for word in said}
    words = _words()
    if not said or not said <= set(words):
        return None
    means = {word: words[word] for word in said}
    return means if len(set(means.values())) == 2 or said <= PLAIN else None


def _boolean(
    cells: Cells, column: Typed, values: list[bool | None], notices: tuple[Text, ...]
) -> Typed:
    truth = pd.array(values, "boolean")
    by_row = pd.Series(truth[cells.codes], index=column.values.index)
    return replace(column, values=by_row, type=ColumnType.BOOLEAN, notices=notices)


def _told(name: str, cells: Cells, truth: dict[str, bool]) -> Text:
    examples = {truth[words.casefold()]: words for words, known in _known(cells) if known}
    return text(
        "“{name}” holds yes and no: “{yes}” was read as true, “{no}” as false.",
        name=name,
        yes=examples[True],
        no=examples[False],
    )


def _neither(words: str) -> Text:
    return text("“{cell}” says neither yes nor no.", cell=words)
