"""Which rows of a block are its header and where its data begin, as seen or as the person said."""

import numpy as np

from core.tables.layout.headers import Header, find_header, header_of
from core.tables.layout.headless import is_record
from core.tables.layout.looks import BLANK, Words, profile
from core.tables.layout.rows import Said
from core.tables.layout.start import LOOKED_AT, data_start, start_among_words
from core.tables.model import RowRole


def header_and_start(
    words: Words, kinds: Words, merged: Words, said: Said
) -> tuple[Header, int] | None:
    """The header of a block and its first row of data; None where it holds no table.

    `said` counts rows from the top of the block. Rows said to be a header are all of it but for
    the rows right below them that are seen as one; rows said to be data are never part of it.
    """
    seen = LOOKED_AT + 4
    looks = profile(words[:seen], kinds[:seen])
    for row, role in said.items():
        if role in (RowRole.NOTE, RowRole.TOTAL) and row < len(looks):
            looks[row] = BLANK
    start = data_start(words, looks)
    start = start_among_words(looks) if start is None else start
    data = min((row for row, role in said.items() if role is RowRole.DATA), default=None)
    if data is not None:
        start = data if start is None else min(start, data)
    elif start and start <= len(looks) and is_record(words[:seen], looks, start - 1):
        start -= 1
    heads = sorted(row for row, role in said.items() if role is RowRole.HEADER)
    heads = [row for i, row in enumerate(heads) if row == heads[0] + i]
    seen_as = find_header(words, looks, start, merged) if start is not None else None
    if not heads:
        return None if seen_as is None else (seen_as, _below(seen_as, start or 0))
    while seen_as and heads[-1] + 1 in seen_as.rows and said.get(heads[-1] + 1) is not RowRole.DATA:
        heads.append(heads[-1] + 1)
    return (header_of(words, heads, merged), heads[-1] + 1) if _holds(words, heads) else None


def _below(header: Header, start: int) -> int:
    """The row below a header; headings of the first rows may stand between it and the data."""
    return header.rows[-1] + 1 if header.rows else start


def _holds(words: Words, heads: list[int]) -> bool:
    """Whether anything stands below a header."""
    return bool(np.any(words[heads[-1] + 1 :] != ""))
