"""Rows of a table of two columns that hold a label alone: headings, or records without a figure.

In wider tables a lone label is a heading. Of two columns it is one only where the labels show it:
in capitals, with a colon, or a year above months, over labels that are written otherwise.
"""

import re

import numpy as np

from core.language import Text, text
from core.tables.layout.looks import MISSING, NUMBER, PERIOD, Words, look
from core.tables.model import RawTable
from core.tables.words import TOTAL, plain

FEWEST = 2  # headings
_YEAR = re.compile(r"(?:(?:tahun|thn|year)\s*)?(?:19|20)\d\d", re.IGNORECASE)


def headings_of(words: Words, kinds: Words, start: int) -> frozenset[int]:
    """The rows from `start` on that are headings of the rows below them."""
    if words.shape[1] != 2:
        return frozenset()
    filled = (words[start:] != "").sum(axis=1)
    lone = [start + int(i) for i in np.flatnonzero((filled == 1) & (words[start:, 0] != ""))]
    rows = [start + int(i) for i in np.flatnonzero(filled == 2)]
    if len(lone) < FEWEST or not _over_records(words, lone, rows):
        return frozenset()
    records = [row for row in rows if not TOTAL.match(plain(words[row, 0]))]
    looks = [look(words[row, 1], kinds[row, 1]) for row in records]
    figures = sum(one in (NUMBER, MISSING, PERIOD) for one in looks)
    heads, labels = [words[row, 0] for row in lone], [words[row, 0] for row in records]
    marked = any(all(map(form, heads)) and not any(map(form, labels)) for form in _FORMS)
    return frozenset(lone) if marked and 2 * figures > len(looks) else frozenset()


def _over_records(words: Words, lone: list[int], rows: list[int]) -> bool:
    """Whether the first row is a lone label and each stands over at least one record."""
    whole = set(rows)
    below = [next((i for i in range(row + 1, len(words)) if words[i].any()), -1) for row in lone]
    return bool(rows) and lone[0] < rows[0] and all(row in whole for row in below)


def _in_capitals(label: str) -> bool:
    return label.isupper() and sum(letter.isalpha() for letter in label) > 2


def _with_colon(label: str) -> bool:
    return label.endswith(":")


def _is_year(label: str) -> bool:
    return bool(_YEAR.fullmatch(label.strip(" :")))


_FORMS = (_in_capitals, _with_colon, _is_year)


def headings_told(raw: RawTable) -> tuple[Text, ...]:
    """A word on rows of a table of two columns that may be headings and were kept as records."""
    if raw.frame.shape[1] != 2 or any(raw.sections.values()):
        return ()
    words, kinds = raw.frame.to_numpy(object), raw.kinds.to_numpy(object)
    lone = [int(i) for i in np.flatnonzero((words[:, 1] == "") & (words[:, 0] != ""))]
    rows = [int(i) for i in np.flatnonzero((words != "").all(axis=1))]
    if len(lone) < FEWEST or not _over_records(words, lone, rows):
        return ()
    figures = sum(look(words[row, 1], kinds[row, 1]) == NUMBER for row in rows)
    if 2 * figures <= len(rows):
        return ()
    shown = ", ".join(str(raw.frame.index[i]) for i in lone[:6]) + ("…" if len(lone) > 6 else "")
    return (
        text(
            "Rows {rows} hold a label and no figure. They were kept as records; if they are "
            "headings of the rows below them, write them into a column of their own.",
            rows=shown,
        ),
    )
