"""Grid -> RawTables: header found; titles, totals, notes, blank rows set aside.

What the person said of a row comes before what the row looks like.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.tables.layout.aside import gathered, told
from core.tables.layout.blocks import blocks_of
from core.tables.layout.edges import beside, remarks_told
from core.tables.layout.filled import merged_down
from core.tables.layout.header_names import names_of
from core.tables.layout.header_rows import header_and_start
from core.tables.layout.headers import Header, header_of
from core.tables.layout.headings import headings_told
from core.tables.layout.known_rows import known_rows
from core.tables.layout.looks import Words
from core.tables.layout.outline import without_outline
from core.tables.layout.pieces import NOTHING, Block
from core.tables.layout.rows import ASIDE_OF, Said, body_of, said_in
from core.tables.layout.single import single_of, whole_column
from core.tables.layout.turned import turned_told
from core.tables.layout.unsaid import without_unsaid_totals
from core.tables.model import Aside, Grid, RawTable, RowRole


def raw_tables(grid: Grid, source: str, said: Said = NOTHING) -> list[RawTable]:
    """The tables of one sheet, top to bottom; `said` are rows the person spoke of, from 0."""
    words = _stripped(grid)
    if not words.size:
        return []
    if grid.named and words.shape[1] == 1:
        return []
    said = {**_named(grid), **known_rows(words), **said}
    sheet = _Sheet(grid, source, words, grid.kinds.to_numpy(object), said)
    found = (_raw(sheet, block) for block in blocks_of(words, sheet.kinds, said))
    return [without_outline(without_unsaid_totals(one)) for one in found if one is not None]


def listed(grid: Grid, source: str, said: Said = NOTHING) -> list[RawTable]:
    """The list that is all of one sheet, for files that hold no wider table; else nothing."""
    words = _stripped(grid)
    found = None
    if words.size:
        kinds = grid.kinds.to_numpy(object)
        found = whole_column(words) if grid.named else single_of(words, kinds, said)
    if found is None:
        return []
    sheet = _Sheet(grid, source, words, grid.kinds.to_numpy(object), said)
    heads = [] if found.header is None else [found.header]
    first, last = (heads or found.rows)[0], found.rows[-1]
    above = _by_why(sheet, range(first), Aside.TITLE)
    within = [row for row in range(first, last) if row not in {*heads, *found.rows}]
    below = _by_why(sheet, range(last + 1, len(words)), Aside.NOTE)
    header = header_of(words[:, [found.column]], heads, sheet.widths()[:, [found.column]])
    asides = [above, {Aside.BLANK: within} if within else {}, below]
    raw = _framed(sheet, [found.column], header, (list(found.rows), asides))
    rows = tuple(row + 1 for row in heads)
    return [replace(raw, header_rows=rows, notices=(*raw.notices, *found.notices))]


def _named(grid: Grid) -> Said:
    """The first row where the format itself says that it names the columns."""
    return {0: RowRole.HEADER} if grid.named else {}


def letters_of(column: int) -> str:
    """The spreadsheet letter of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True)
class _Sheet:
    """A sheet as it is laid out: stripped words, kinds, and what the person said of its rows."""

    grid: Grid
    source: str
    words: Words
    kinds: Words
    said: Said

    def widths(self) -> Words:
        """For each cell, how many columns the merged range that begins there covers."""
        height, width = self.words.shape
        widths = np.zeros((height, width), np.int16)
        for row, left, last, right in self.grid.merged:
            if row - 1 < height and left < width and last >= row:
                widths[row - 1, left] = min(right, width - 1) - left + 1
        return widths


def _stripped(grid: Grid) -> Words:
    if grid.cells.empty:
        return np.empty((0, 0), object)
    return np.column_stack([grid.cells[c].str.strip().to_numpy(object) for c in grid.cells])


def _raw(sheet: _Sheet, block: Block) -> RawTable | None:
    rows = block.rows
    across = range(block.left, block.right + 1)
    filled = [i for i in across if (sheet.words[rows, i] != "").any()]
    columns, remarks = beside(sheet.words[rows], sheet.kinds[rows], filled)
    words, kinds = sheet.words[rows][:, columns], sheet.kinds[rows][:, columns]
    said = {row - block.first: role for row, role in sheet.said.items() if row in rows}
    found = header_and_start(words, kinds, sheet.widths()[rows][:, columns], said)
    if found is None:
        return None
    header, start = found
    body, inside, sections = body_of(words, kinds, header, start, said)
    before = {row for row in range(start) if row not in header.rows}
    asides = _asides(sheet, block, before, inside)
    at = [block.first + row for row in body]
    raw = _framed(sheet, columns, header, (at, asides))
    header_rows = tuple(block.first + row + 1 for row in header.rows)
    headed = {block.first + row + 1: heading for row, heading in sections.items()}
    letters = [letters_of(i) for i in remarks]
    beside_it = remarks_told(sheet.words[rows], block.first, remarks, letters)
    told = (*raw.notices, *beside_it, *turned_told(raw))
    whole = replace(raw, header_rows=header_rows, sections=headed, notices=told)
    return replace(whole, notices=(*told, *headings_told(whole)))


def _asides(
    sheet: _Sheet, block: Block, before: set[int], inside: Mapping[Aside, list[int]]
) -> list[dict[Aside, list[int]]]:
    """The rows of the sheet outside the data: above the header, within the body, below it."""
    above = [*block.titles, *(row for row in block.rows if row - block.first in before)]
    within = {why: [block.first + row for row in rows] for why, rows in inside.items()}
    over, under = _by_why(sheet, above, Aside.TITLE), _by_why(sheet, block.notes, Aside.NOTE)
    return [over, within, under]


def _by_why(sheet: _Sheet, rows: Sequence[int], why: Aside) -> dict[Aside, list[int]]:
    """Rows round a table by why they stand there; what the person said goes first."""
    found: dict[Aside, list[int]] = {}
    for row in rows:
        blank = (sheet.words[row] == "").all()
        own = ASIDE_OF[sheet.said[row]] if row in sheet.said else None
        found.setdefault(Aside.BLANK if blank else own or why, []).append(row)
    return found


def _framed(
    sheet: _Sheet,
    columns: list[int],
    header: Header,
    rows: tuple[list[int], list[dict[Aside, list[int]]]],
) -> RawTable:
    """The raw table of some rows and columns of a sheet, with all that stands aside."""
    body, asides = rows
    letters = tuple(letters_of(i) for i in columns)
    names, notices = names_of(header, letters)
    filled = merged_down(sheet.grid, sheet.words, body)
    over, within, under = asides

    def frame(part: Words, some: Sequence[int], dtype: str = "object") -> pd.DataFrame:
        index = pd.Index([row + 1 for row in some], name="row")
        cells = part[np.ix_(list(some), columns)]
        return pd.DataFrame(cells, index=index, columns=list(names), dtype=dtype)

    totals = [row for one in asides for row in one.get(Aside.TOTAL, [])]
    around = [(Aside.TITLE, over), (Aside.TITLE, within), (Aside.NOTE, within), (Aside.NOTE, under)]
    set_aside = tuple(gathered(sheet.words, asides))
    return RawTable(
        source=sheet.source,
        sheet=sheet.grid.sheet,
        frame=frame(filled.words, body, "str"),
        kinds=frame(filled.kinds_of(sheet.kinds), body),
        header_rows=(),
        letters=letters,
        set_aside=set_aside,
        notices=(*notices, *filled.told(columns, names), *told(set_aside, within)),
        header_parts=header.parts if header.rows else tuple((name,) for name in names),
        words=" \n ".join(
            said_in(sheet.words, [row]) for why, one in around for row in one.get(why, [])
        ),
        titles=tuple(said_in(sheet.words, [row]) for row in over.get(Aside.TITLE, [])),
        totals=frame(sheet.words, totals, "str"),
        total_kinds=frame(sheet.kinds, totals),
    )
