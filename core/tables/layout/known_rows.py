"""Rows whose part in a sheet their own cells tell: the headers that survey and web tools write.

Qualtrics writes codes, texts and import ids in three rows; SurveyMonkey the questions and, below
them, their parts; a web report begins each of its sections with comments. What the person says of
a row comes before.
"""

import re

import numpy as np

from core.tables.layout.looks import Words
from core.tables.layout.rows import Said
from core.tables.model import RowRole

_IMPORT_ID = '{"ImportId"'
_RESPONDENT = re.compile(r"respondent ?id", re.IGNORECASE)
_FIGURE = re.compile(r"[-+(]?[\d.,\s]*\d\s*[%)]?")
_COMMENT = re.compile(r"#\s*(\w|-|$)")
_COUNTED = re.compile(r"[(\[]?\s*(\d{1,2})\s*[)\].]?(\s*=.*)?")
DEEP = 20  # rows in which the numbers of columns stand, and rows below that tell what they are
TOP = 8  # rows in which a survey's header stands


def known_rows(words: Words) -> Said:
    """Rows counted from 0 with what they are; empty for most sheets."""
    return {
        **_sections(words),
        **_numbering(words),
        **_qualtrics(words),
        **_surveymonkey(words),
    }


def _numbering(words: Words) -> dict[int, RowRole]:
    """The row that only numbers the columns of a form: (1) (2) (3), or 1 2 3 above words."""
    for row in range(1, min(DEEP, len(words) - 1)):
        cells = [cell for cell in words[row] if cell]
        counted = [_COUNTED.fullmatch(cell) for cell in cells]
        numbers = [int(one[1]) for one in counted if one]
        if len(cells) < 3 or numbers not in ([*range(1, len(cells) + 1)], [*range(len(cells))]):
            continue
        sure = all(cell[0] in "([" or "=" in cell for cell in cells[:2])
        if _are_names(words[row - 1]) and (sure or _above_words(words, row)):
            return {row: RowRole.NOTE}
    return {}


def _above_words(words: Words, row: int) -> bool:
    """Whether a figure of a row stands above words alone."""
    below = words[row + 1 : row + 1 + DEEP]
    held = [[cell for cell in column if cell] for column in below[:, words[row] != ""].T]
    return any(one and not any(map(_FIGURE.fullmatch, one)) for one in held[1:])


def _qualtrics(words: Words) -> dict[int, RowRole]:
    for row in range(2, min(TOP, len(words))):
        if sum(str(cell).startswith(_IMPORT_ID) for cell in words[row]) > 1:
            notes = dict.fromkeys((row - 2, row), RowRole.NOTE)
            return {**notes, row - 1: RowRole.HEADER}
    return {}


def _surveymonkey(words: Words) -> dict[int, RowRole]:
    for row in range(min(TOP, len(words) - 2)):
        below = words[row + 1]
        if _RESPONDENT.fullmatch(words[row][0]) and not below[0] and (below != "").any():
            return {row: RowRole.HEADER, row + 1: RowRole.HEADER}
    return {}


def _sections(words: Words) -> dict[int, RowRole]:
    """The names below each run of comments, where there are several; other comments are notes."""
    alone = (words[:, 1:] == "").all(axis=1)
    comments = [bool(_COMMENT.match(cell)) for cell in words[:, 0]] & alone
    heads = [
        row
        for row in range(1, len(words))
        if comments[row - 1] and not comments[row] and _are_names(words[row])
    ]
    if len(heads) > 1:
        return dict.fromkeys(heads, RowRole.HEADER)
    first = int(np.argmax(~comments & ((words != "").sum(axis=1) > 1)))
    return {int(row): RowRole.NOTE for row in np.flatnonzero(comments) if row > first}


def _are_names(cells: Words) -> bool:
    """Whether a row names columns: something stands in it, and nothing is a figure."""
    known = [cell for cell in cells if cell]
    return bool(known) and not any(_FIGURE.fullmatch(cell) for cell in known)
