"""A sheet cut into blocks: rectangles set apart by blank rows, and by blank columns inside them.

A blank row inside a table only spaces it; it parts two tables when a header follows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np

from core.tables.headers import BLANK, LOOKED_AT, PERIOD, WORDS, Words, data_start, look, profile
from core.tables.words import NOTE

MOST_BANDS = 400


@dataclass(frozen=True)
class Block:
    """Rows first..last and columns left..right of a sheet, counted from 0, ends included."""

    first: int
    last: int
    left: int
    right: int
    titles: tuple[int, ...] = ()  # rows of words above
    notes: tuple[int, ...] = field(default=())  # rows of words below

    def overlaps(self, other: "Block") -> bool:
        """Whether two blocks share a column."""
        return self.left <= other.right and other.left <= self.right


def blocks_of(words: Words, kinds: Words) -> list[Block]:
    """The tables of a sheet as blocks, with the rows of words that belong to each."""
    filled = words != ""
    bands = list(_runs(np.any(filled, axis=1)))
    if len(bands) > MOST_BANDS:
        bands = [(bands[0][0], bands[-1][1])]
    tables: list[Block] = []
    loose: list[int] = []
    for first, last in bands:
        for block in _stacked(words, _across(words, kinds, filled, first, last)):
            role = _role(words, kinds, block)
            if role == "words":
                loose.extend(row for row in range(first, last + 1) if row not in loose)
                continue
            tables, loose = _noted(tables, loose, words)
            tables = _placed(tables, block, role, loose, words)
            loose = []
    if tables and loose:
        tables[-1] = replace(tables[-1], notes=(*tables[-1].notes, *loose))
    return tables


def _noted(tables: list[Block], loose: list[int], words: Words) -> tuple[list[Block], list[int]]:
    """Words that begin like a note belong to the table above them, not to the one below."""
    notes = [row for row in loose if NOTE.match(next(c for c in words[row] if c).casefold())]
    if not tables or not notes:
        return tables, loose
    above = replace(tables[-1], notes=(*tables[-1].notes, *notes))
    return [*tables[:-1], above], [row for row in loose if row not in notes]


def _stacked(words: Words, blocks: Iterator[Block]) -> Iterator[Block]:
    """Blocks cut where another header begins without a blank row: same first word, other names."""
    for block in blocks:
        inner = _words(words, block)
        heads = _heads_again(inner)
        edges = [0, *heads, len(inner)]
        for start, end in pairwise(edges):
            yield replace(block, first=block.first + start, last=block.first + end - 1)


def _heads_again(inner: Words) -> list[int]:
    """Rows that begin like the first row of the block but name other columns, all in words."""
    head = inner[0]
    if len(inner) < 4 or not head[0] or any(cell and look(cell, "text") != WORDS for cell in head):
        return []
    again = np.flatnonzero((inner[:, 0] == head[0]) & (inner != head).any(axis=1)).tolist()
    return [
        row
        for row in again
        if row > 1 and all(look(cell, "text") == WORDS for cell in inner[row] if cell)
        and (inner[row] != "").sum() > 1
    ]  # fmt: skip


def _runs(flags: Any) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return ((int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _across(words: Words, kinds: Words, filled: Words, first: int, last: int) -> Iterator[Block]:
    """The blocks side by side in one band; a blank column parts them when each is a table."""
    columns = np.any(filled[first : last + 1], axis=0)
    pieces = [Block(first, last, left, right) for left, right in _runs(columns)]
    merged = pieces[:1]
    for piece in pieces[1:]:
        if _stands_alone(words, kinds, piece) and _stands_alone(words, kinds, merged[-1]):
            merged.append(piece)
        else:
            merged[-1] = replace(merged[-1], right=piece.right)
    return iter(merged)


def _stands_alone(words: Words, kinds: Words, block: Block) -> bool:
    """Whether a block has a header, data, and its own first column of periods or labels."""
    looks = _looks(words, kinds, block)
    start = data_start(_words(words, block), looks)
    if start is None or start == 0 or looks.shape[1] < 2:
        return False
    labels = looks[start:, 0]
    labels = labels[labels != BLANK]
    return bool(len(labels)) and bool(np.isin(labels, [PERIOD, "T"]).mean() > 0.7)


def _words(words: Words, block: Block) -> Words:
    return words[block.first : block.last + 1, block.left : block.right + 1]


def _looks(words: Words, kinds: Words, block: Block) -> Words:
    rows = slice(block.first, min(block.last, block.first + LOOKED_AT) + 1)
    columns = slice(block.left, block.right + 1)
    return profile(words[rows, columns], kinds[rows, columns])


def _role(words: Words, kinds: Words, block: Block) -> str:
    """words: no data and few cells; header: many words in one row; body: data at once; table."""
    looks = _looks(words, kinds, block)
    start = data_start(_words(words, block), looks)
    width = int((looks != BLANK).sum(axis=1).max())
    if start is None:
        if width <= 2 and not (len(looks) > 2 and width == 2):
            return "words"
        return "header" if len(looks) <= 3 else "table"
    return "body" if start == 0 else "table"


def _placed(
    tables: list[Block], block: Block, role: str, loose: list[int], words: Words
) -> list[Block]:
    """The tables after one more block: a new one, or the last one of these columns grown."""
    above = next((one for one in reversed(tables) if one.overlaps(block)), None)
    titled = tuple(loose)
    if above is None:
        return [*tables, replace(block, titles=titled)]
    continues = role == "body" or (not loose and _same_header(words, above, block))
    headless = above.last - above.first < 3 and _is_header_only(words, above)
    if not continues and not (role == "table" and headless and not loose):
        return [*tables, replace(block, titles=titled)]
    grown = replace(
        above,
        last=block.last,
        left=min(above.left, block.left),
        right=max(above.right, block.right),
        notes=above.notes,
    )
    return [grown if one is above else one for one in tables]


def _same_header(words: Words, above: Block, block: Block) -> bool:
    columns = slice(block.left, block.right + 1)
    head = words[block.first, columns]
    return bool(
        (words[above.first : min(above.first + 3, above.last) + 1, columns] == head)
        .all(axis=1)
        .any()
        and above.left == block.left
    )


def _is_header_only(words: Words, block: Block) -> bool:
    rows = words[block.first : block.last + 1, block.left : block.right + 1]
    return data_start(rows, profile(rows, np.full(rows.shape, "text", object))) is None
