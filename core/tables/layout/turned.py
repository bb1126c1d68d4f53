"""A table lying on its side: its fields in rows, its records in columns."""

import re

import numpy as np

from core.language import Text, text
from core.tables.layout.looks import BLANK, MISSING, PERIOD, TYPED, WORDS, look, profile
from core.tables.model import RawTable

FEWEST = 3  # fields, and records
MOST = 60  # fields: records are never so few and columns never so alike


def turned_told(raw: RawTable) -> tuple[Text, ...]:
    """A word on a table each of whose rows is of one kind while its columns mix kinds."""
    height, width = raw.frame.shape
    if not (FEWEST - 1 <= height <= MOST and width > FEWEST):
        return ()
    labels = list(raw.frame.iloc[:, 0])
    heads = [look(str(name), "text") for name in raw.frame.columns[1:]]
    if len(set(labels)) < height or "" in labels or heads.count(PERIOD) > len(heads) / 2:
        return ()
    cells = raw.frame.iloc[:, 1:].to_numpy(object)
    kinds = raw.kinds.iloc[:, 1:].to_numpy(object)
    looks = profile(cells, kinds)
    rows = [set(one.tolist()) - {BLANK, MISSING} for one in looks]
    alike = all(len(one) == 1 for one in rows)
    words, typed = sum(one == {WORDS} for one in rows), sum(one <= set(TYPED) for one in rows)
    named = all(look(label, "text") == WORDS for label in labels)
    heads = [re.sub(r" \(\d+\)$", "", str(name)) for name in raw.frame.columns[1:]]
    twice = len(set(heads)) < len(heads) and bool(raw.header_parts)
    if alike and typed and named and twice and not words:
        return (_SAID,)
    if not (alike and words and typed and named):
        return ()
    mixed = [len(set(column.tolist()) - {BLANK, MISSING}) > 1 for column in looks.T]
    if not np.all(mixed):
        return ()
    return (_SAID,)


_SAID = text(
    "Each row seems to be a field and each column a record: the table lies on its side. "
    "Turn it (copy, paste special, transpose) so that each record has a row of its own."
)
