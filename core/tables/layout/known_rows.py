"""Rows whose part in a sheet their own cells tell: the headers that survey and web tools write.

Qualtrics writes codes, texts and import ids in three rows; SurveyMonkey the questions and, below
them, their parts; a web report begins each of its sections with comments. What the person says of
a row comes before.
"""

import re

from core.tables.layout.looks import Words
from core.tables.layout.rows import Said
from core.tables.model import RowRole

_IMPORT_ID = '{"ImportId"'
_RESPONDENT = re.compile(r"respondent ?id", re.IGNORECASE)
_COMMENT = re.compile(r"#\s*(\w|-|$)")
TOP = 8  # rows in which a survey's header stands


def known_rows(words: Words) -> Said:
    """Rows counted from 0 with what they are; empty for most sheets."""
    return {**_sections(words), **_qualtrics(words), **_surveymonkey(words)}


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
    """The row below each run of comments, where there are several."""
    alone = (words[:, 1:] == "").all(axis=1)
    comments = [bool(_COMMENT.match(cell)) for cell in words[:, 0]] & alone
    heads = [
        row
        for row in range(1, len(words))
        if comments[row - 1] and not comments[row] and (words[row] != "").any()
    ]
    return dict.fromkeys(heads, RowRole.HEADER) if len(heads) > 1 else {}
