"""The rectangles of a sheet: bands between blank rows, parted by blank columns and second headers.

What the person said of a row comes before what it looks like.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np

from core.tables.columns import dates
from core.tables.columns.codes import names_ids
from core.tables.layout.looks import BLANK, PERIOD, WORDS, Words, profile
from core.tables.layout.rows import Said
from core.tables.layout.stacked import heads_again
from core.tables.layout.start import LOOKED_AT, data_start
from core.tables.model import RowRole

NOTHING: Said = {}


@dataclass(frozen=True)
class Block:
    """Rows first..last and columns left..right of a sheet, counted from 0, ends included."""

    first: int
    last: int
    left: int
    right: int
    titles: tuple[int, ...] = ()  # rows of words above
    notes: tuple[int, ...] = field(default=())  # rows of words below
    titled: bool = False  # the person said that the header stands below all of it

    @property
    def rows(self) -> range:
        """Its rows in the sheet."""
        return range(self.first, self.last + 1)

    def of(self, sheet: Words) -> Words:
        """Its part of something of the shape of the sheet."""
        return sheet[self.first : self.last + 1, self.left : self.right + 1]

    def overlaps(self, other: "Block") -> bool:
        """Whether two blocks share a column."""
        return self.left <= other.right and other.left <= self.right


def pieces_of(words: Words, kinds: Words, blocks: Iterator[Block], said: Said) -> Iterator[Block]:
    """Blocks cut where another header begins without a blank row, or where the person said so."""
    for block in blocks:
        inner = block.of(kinds)
        edges = [0, *heads_again(block.of(words), inner), len(inner)]
        for start, end in pairwise(edges):
            piece = replace(block, first=block.first + start, last=block.first + end - 1)
            begun = [row for row in piece.rows if _begins(said, row)]
            cuts = [piece.first, *(row for row in begun if row > piece.first), piece.last + 1]
            for first, after in pairwise(cuts):
                yield replace(
                    piece, first=first, last=after - 1, titled=first < min(begun, default=0)
                )


def _begins(said: Said, row: int) -> bool:
    """Whether the person said that a header begins in a row."""
    return said.get(row) is RowRole.HEADER and said.get(row - 1) is not RowRole.HEADER


def runs(flags: Any) -> Iterator[tuple[int, int]]:
    """First and last of each run of true flags."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return ((int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True))


def across(words: Words, kinds: Words, filled: Words, first: int, last: int) -> Iterator[Block]:
    """The blocks side by side in one band; a blank column parts them when each is a table."""
    columns = np.any(filled[first : last + 1], axis=0)
    pieces = [Block(first, last, left, right) for left, right in runs(columns)]
    merged = pieces[:1]
    for piece in pieces[1:]:
        if _apart(words, kinds, merged[-1], piece):
            merged.append(piece)
        else:
            merged[-1] = replace(merged[-1], right=piece.right)
    return iter(merged)


def _apart(words: Words, kinds: Words, left: Block, right: Block) -> bool:
    """Whether two blocks are tables beside each other, not one that a blank column spaces."""
    if not (_stands_alone(words, kinds, left) and _stands_alone(words, kinds, right)):
        return False
    return _reach(words, kinds, left) != _reach(words, kinds, right) or _names_rows(
        right.of(words), looks_of(words, kinds, right)
    )


def _reach(words: Words, kinds: Words, block: Block) -> tuple[int | None, int]:
    """The first row of data and the last, counted from the top of the block."""
    last = np.flatnonzero((block.of(words) != "").any(axis=1))[-1]
    return data_start(block.of(words), looks_of(words, kinds, block)), int(last)


def _names_rows(words: Words, looks: Words) -> bool:
    """Whether the first column names each row once: different words, or days one after another."""
    start = data_start(words, looks) or 0
    cells = [str(cell) for cell in words[start:, 0] if cell]
    if (looks[start:, 0] == PERIOD).mean() <= 0.5:
        return len(set(cells)) == len(cells)
    moments = [dates.take_apart(cell) for cell in cells]
    for order in ("dmy", "mdy"):
        known = [one.ordered(order) for one in moments if one]
        days = [day for one in known if one and (day := one.start(2000))]
        if len(days) == len(cells) and sorted(set(days)) in (days, days[::-1]):
            return True
    return False


def _stands_alone(words: Words, kinds: Words, block: Block) -> bool:
    """Whether a block has a header, data, and its own first column of periods or labels."""
    looks = looks_of(words, kinds, block)
    start = data_start(block.of(words), looks)
    if start is None or start == 0 or looks.shape[1] < 2:
        return False
    labels = looks[start:, 0]
    known = labels[labels != BLANK]
    if not len(known):
        return False
    return bool(np.isin(known, [PERIOD, WORDS]).mean() > 0.7) or _are_ids(block.of(words), start)


def _are_ids(words: Words, start: int) -> bool:
    """Whether the first column holds digits that name each row: a name of ids over each once."""
    cells = [cell for cell in words[start:, 0] if cell]
    named = any(names_ids(str(cell)) for cell in words[:start, 0])
    return named and len(set(cells)) == len(cells) > 1


def looks_of(words: Words, kinds: Words, block: Block, said: Said = NOTHING) -> Words:
    """What the first cells of a block look like; rows said to be none of its data stay blank."""
    looks = profile(block.of(words)[: LOOKED_AT + 1], block.of(kinds)[: LOOKED_AT + 1])
    for row, role in said.items():
        if role in (RowRole.NOTE, RowRole.TOTAL) and 0 <= row - block.first < len(looks):
            looks[row - block.first] = BLANK
    return looks
