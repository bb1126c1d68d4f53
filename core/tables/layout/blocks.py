"""A sheet cut into blocks: rectangles set apart by blank rows, and by blank columns inside them.

A blank row inside a table only spaces it; it parts two tables when a header follows it.
"""

import re
from dataclasses import replace

import numpy as np

from core.tables.layout.key_lines import without_keys
from core.tables.layout.looks import BLANK, TYPED, Words, profile
from core.tables.layout.pieces import Block, across, looks_of, pieces_of, runs
from core.tables.layout.rows import Said
from core.tables.layout.stacked import in_words
from core.tables.layout.start import LOOKED_AT, data_start
from core.tables.model import RowRole
from core.tables.words import ACTUAL_NAMES, NOTE, PAGE, TARGET_NAMES, TOTAL, plain

MOST_BANDS = 400


def blocks_of(words: Words, kinds: Words, said: Said) -> list[Block]:
    """The tables of a sheet as blocks, with the rows of words that belong to each.

    `said` are the rows the person spoke of, counted from 0.
    """
    filled = words != ""
    bands = list(runs(np.any(filled, axis=1)))
    if len(bands) > MOST_BANDS:
        bands = [(bands[0][0], bands[-1][1])]
    tables: list[Block] = []
    loose: list[int] = []
    for first, last in bands:
        for block in pieces_of(words, kinds, across(words, kinds, filled, first, last), said):
            if _is_page(words[block.first]) and block.first < block.last:
                loose.append(block.first)
                block = replace(block, first=block.first + 1)
            role = _role(words, kinds, block, said)
            if role == "words":
                loose.extend(row for row in block.rows if row not in loose)
                continue
            tables, loose = _noted(tables, loose, words)
            tables = _placed(tables, block, role, loose, words)
            loose = []
    if tables and loose:
        tables[-1] = replace(tables[-1], notes=(*tables[-1].notes, *loose))
    return without_keys(tables, words, kinds)


def _noted(tables: list[Block], loose: list[int], words: Words) -> tuple[list[Block], list[int]]:
    """Words that begin like a note belong to the table above them, not to the one below."""
    notes = [row for row in loose if NOTE.match(next(c for c in words[row] if c).casefold())]
    if not tables or not notes:
        return tables, loose
    above = replace(tables[-1], notes=(*tables[-1].notes, *notes))
    return [*tables[:-1], above], [row for row in loose if row not in notes]


def _role(words: Words, kinds: Words, block: Block, said: Said) -> str:
    """words: no data and few cells; header: many words in one row; body: data at once; table.

    section: data under nothing but a heading; said: the person said that its first row is a header.
    """
    if block.titled:
        return "words"
    roles = {said[row] for row in block.rows if row in said}
    if RowRole.HEADER in roles:
        return "said"
    looks = looks_of(words, kinds, block, said)
    start = data_start(block.of(words), looks)
    width = int((looks != BLANK).sum(axis=1).max())
    if start is None:
        if width <= 2 and not (len(looks) > 2 and width == 2):
            return "body" if RowRole.DATA in roles else "words"
        return "header" if len(looks) <= 3 else "table"
    if all(_is_gap(looks[row], looks[start]) for row in range(start)):
        return "body"
    return "section" if width > 2 and all(map(_is_heading, block.of(words)[:start])) else "table"


def _is_gap(row: Words, record: Words) -> bool:
    """Whether a row is a record with gaps: what it holds is figures and periods as in `record`."""
    filled = row != BLANK
    return bool(filled[0] and np.isin(row[filled], TYPED).all() and (row == record)[filled].all())


def _is_heading(cells: Words) -> bool:
    """Whether a row says something in its first cell alone."""
    return bool(cells[0]) and not any(cells[1:])


def _placed(
    tables: list[Block], block: Block, role: str, loose: list[int], words: Words
) -> list[Block]:
    """The tables after one more block: a new one, or the last one of these columns grown."""
    above = next((one for one in reversed(tables) if one.overlaps(block)), None)
    titled = tuple(loose)
    if above is None or role == "said":
        return [*tables, replace(block, titles=titled)]
    same = _same_header(words, above, block)
    continues = (
        role == "body"
        or (not loose and (same or _more_words(words, above, block)))
        or (same and _turn_page(words, loose, above))
        or (role == "section" and not loose and _has_sections(words, above, block))
    )
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


def _has_sections(words: Words, above: Block, block: Block) -> bool:
    """Whether the records above stand under headings, too, in the same columns."""
    if (above.left, above.right) != (block.left, block.right):
        return False
    heading = plain(words[block.first, block.left])
    if any(one.search(heading) for one in (TARGET_NAMES, ACTUAL_NAMES, TOTAL)):
        return False
    return any(map(_is_heading, above.of(words)[1:-1]))


def _turn_page(words: Words, loose: list[int], above: Block) -> bool:
    """Whether the words between two parts are the number of a page, beside titles said before."""
    said = [tuple(cell for cell in words[row] if cell) for row in loose]
    before = {tuple(cell for cell in words[row] if cell) for row in above.titles}
    pages = [_is_page(words[row]) for row in loose]
    return bool(said) and all(page or one in before for one, page in zip(said, pages, strict=True))


def _is_page(cells: Words) -> bool:
    """Whether a row says the number of a page and nothing else."""
    said = [cell for cell in cells if cell]
    return len(said) == 1 and bool(PAGE.match(said[0].casefold()))


def _more_words(words: Words, above: Block, block: Block) -> bool:
    """Records of words alone that go on below a gap: they share words with the records above."""
    if (above.left, above.right) != (block.left, block.right) or above.first == above.last:
        return False
    if not _is_header_only(words, above) or not _is_header_only(words, block):
        return False
    before, after = _masked(above.of(words)[1:]), _masked(block.of(words))
    return any(a & b for a, b in zip(before, after, strict=True))


def _masked(cells: Words) -> list[set[str]]:
    """The different words of each column, any number in them counting as the same."""
    return [{re.sub(r"\d+", "#", cell) for cell in column if cell} for column in cells.T]


def _same_header(words: Words, above: Block, block: Block) -> bool:
    """Whether a block begins with the header of the one above, or says it again further down."""
    if above.left != block.left:
        return False
    columns = slice(block.left, block.right + 1)
    heads = words[above.first : min(above.first + 3, above.last) + 1, columns]
    again = [row for row in block.rows[1:LOOKED_AT] if in_words(words[row, columns])]
    return any(
        bool((heads == words[row, columns]).all(axis=1).any()) for row in [block.first, *again]
    )


def _is_header_only(words: Words, block: Block) -> bool:
    rows = words[block.first : block.last + 1, block.left : block.right + 1]
    return data_start(rows, profile(rows, np.full(rows.shape, "text", object))) is None
