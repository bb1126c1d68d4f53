"""Words beside a table, apart from it by an empty column: no column of it."""

import numpy as np

from core.language import Text, text
from core.tables.layout.looks import BLANK, WORDS, Words, profile

MOST_CELLS = 6  # of words beside a table
SELDOM = 0.4  # share of the rows that have any
FIRST_ROWS = 12  # of which the fullest is taken for the header


def beside(words: Words, kinds: Words, columns: list[int]) -> tuple[list[int], list[int]]:
    """The columns of the table itself, and those of remarks at its left and right edge."""
    for dropped in (_after_gap(columns), _before_gap(columns)):
        own = [i for i in columns if i not in dropped]
        if dropped and len(own) > 1 and _are_remarks(words, kinds, own, dropped):
            return own, dropped
    return columns, []


def remarks_told(words: Words, first: int, columns: list[int], letters: list[str]) -> list[Text]:
    """A word on each such cell; `first` is the row of the sheet in which `words` begin."""
    cells = [
        f"{letter}{first + row + 1} “{words[row, i][:60]}”"
        for i, letter in zip(columns, letters, strict=True)
        for row in np.flatnonzero(words[:, i] != "")
    ]
    if not cells:
        return []
    return [text("Words beside the table were left out: {list}.", list=", ".join(cells))]


def _after_gap(columns: list[int]) -> list[int]:
    gaps = [at for at in range(1, len(columns)) if columns[at] - columns[at - 1] > 1]
    return columns[gaps[-1] :] if gaps else []


def _before_gap(columns: list[int]) -> list[int]:
    gaps = [at for at in range(1, len(columns)) if columns[at] - columns[at - 1] > 1]
    return columns[: gaps[0]] if gaps else []


def _are_remarks(words: Words, kinds: Words, own: list[int], dropped: list[int]) -> bool:
    looks = profile(words[:, dropped], kinds[:, dropped]) if len(words) < 2000 else None
    if looks is None or len(dropped) > 2:
        return False
    filled = looks != BLANK
    rows = np.flatnonzero(filled.any(axis=1))
    if filled.sum() > MOST_CELLS or len(rows) > max(1, SELDOM * len(words)):
        return False
    width = (words[:FIRST_ROWS][:, own] != "").sum(axis=1)
    headed = int(np.argmax(width)) in rows
    return bool((looks[filled] == WORDS).all()) and not headed
