"""What comes in: cells that name people, and words of one-on-ones, go before anything is stored.

The file is written anew without them and read again. Where the rest would then be understood
otherwise, it is refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from core.errors import Place, Refusal
from core.language import text
from core.people.answers.asking import are_answers
from core.people.answers.of_staff import may_be_of_staff
from core.people.leaving import Code, Instead, Leaving, leaving
from core.people.met_notes import notes_leaving
from core.tables import (
    Answers,
    Aside,
    CellKind,
    Grid,
    Reading,
    RowSaid,
    Table,
    TableKind,
    read,
)  # fmt: skip
from core.tables.layout.said import said_of
from core.workspace.rewritten import rewritten

NOTHING = Answers()


@dataclass(frozen=True)
class Came:
    """A file as it came or as it is kept, read without any answer and with those given."""

    content: bytes
    plainly: Reading
    reading: Reading
    answers: Answers = NOTHING

    def read_with(self, answers: Answers) -> "Came":
        """The same file, read with these answers. Raises Refusal."""
        if answers == self.answers:
            return self
        reading = self.plainly
        if answers != NOTHING:
            reading = read(self.content, self.plainly.source, answers)
        return replace(self, reading=reading, answers=answers)


def came(content: bytes, source: str) -> Came:
    """The file, read without any answer. Raises Refusal."""
    plainly = read(content, source)
    return Came(content, plainly, plainly)


def leaving_of(tables: Iterable[Table], code: Code) -> tuple[Leaving, ...]:
    """All that goes of these tables."""
    found: list[Leaving] = []
    for one in tables:
        found += leaving(one, code) if are_answers(one) else notes_leaving(one)
    return tuple(found)


def cleaned(file: Came, code: Code) -> tuple[Came, tuple[Leaving, ...]]:
    """The file without what is to go, and what that was; the very same where nothing is.

    Raises Refusal where the rest would be understood otherwise.
    """
    gone = leaving_of(file.reading.tables, code)
    known = {(one.sheet, one.column) for one in gone}
    more = () if file.reading is file.plainly else leaving_of(file.plainly.tables, code)
    gone = (*gone, *(one for one in more if (one.sheet, one.column) not in known))
    if not gone:
        return file, ()
    tables = (*file.reading.tables, *file.plainly.tables)
    grids = [_without(grid, tables, gone) for grid in file.reading.grids]
    answers = with_words(file.answers, _left(file.answers.rows, file.reading.grids, grids))
    for content in rewritten(grids):
        kept = _read_again(content, file.plainly.source, answers)
        if kept is not None and _is_same(file, kept, gone, code):
            return kept, gone
    raise _stuck(file.reading.source, gone)


def refuse_open(before: Sequence[Table], after: Iterable[Table]) -> None:
    """Raises Refusal where answers of staff would be taken for something else, and seen."""
    now = {one.sheet for one in after if one.kind is TableKind.SURVEY}
    for one in before:
        if one.kind is TableKind.SURVEY and one.sheet not in now and may_be_of_staff(one):
            raise Refusal(
                text("These are answers of staff: taken for anything else, single answers would be "
                     "seen."),
                text("If they are not, name the columns otherwise and bring the file again."),
                Place(one.source, one.sheet),
            )  # fmt: skip


def with_words(said: Answers, words: Mapping[str, str]) -> Answers:
    """What was said, with rows known by other words than before."""
    rows = (replace(one, words=words.get(one.words, one.words)) for one in said.rows)
    return replace(said, rows=tuple(rows))


def _left(rows: Sequence[RowSaid], before: Sequence[Grid], after: Sequence[Grid]) -> dict[str, str]:
    """Words of rows -> what is left of them."""
    return {
        said_of(old, one.row): said_of(new, one.row)
        for one in rows
        for old, new in zip(before, after, strict=True)
        if said_of(old, one.row) == one.words
    }


def _read_again(content: bytes, source: str, answers: Answers) -> Came | None:
    try:
        return came(content, source).read_with(answers)
    except Refusal:
        return None


def _without(grid: Grid, tables: Sequence[Table], gone: Sequence[Leaving]) -> Grid:
    """A sheet with the cells emptied, or codes in their place."""
    cells, kinds = grid.cells.copy(), grid.kinds.copy()
    for one in gone:
        if one.sheet != grid.sheet or not one.letter:
            continue
        column = cells.columns[_place(one.letter)]
        said = dict(one.cells)
        if one.whole:
            said = {row: said.get(row, "") for row in _below(one, grid, tables)}
        rows = [row for row in said if row in cells.index]
        words = [said[row] for row in rows]
        cells.loc[rows, column] = words
        kinds.loc[rows, column] = [CellKind.TEXT if word else CellKind.EMPTY for word in words]
    return replace(grid, cells=cells, kinds=kinds)


def _below(one: Leaving, grid: Grid, tables: Sequence[Table]) -> Iterator[int]:
    """The rows of a column under its header, up to the header of the next table."""
    here = [each for each in tables if each.sheet == grid.sheet]
    own = next(each for each in here if one.column in each.frame and _holds(each, one))
    first = max(own.header_rows, default=0)
    heads = [min(each.header_rows) for each in here if each.header_rows]
    last = min((row for row in heads if row > first), default=int(grid.cells.index.max()) + 1)
    again = {row for piece in own.set_aside if piece.why is Aside.REPEATED_HEADER
             for row in piece.rows}  # fmt: skip
    return (row for row in map(int, grid.cells.index) if first < row < last and row not in again)


def _holds(table: Table, one: Leaving) -> bool:
    return not one.cells or next(iter(one.cells)) in table.frame.index


def _place(letter: str) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    place = 0
    for one in letter:
        place = place * 26 + ord(one) - ord("A") + 1
    return place - 1


def _is_same(before: Came, after: Came, gone: Sequence[Leaving], code: Code) -> bool:
    """Whether nothing is left that is to go, and the rest is understood as it was."""
    again = () if after.plainly is after.reading else after.plainly.tables
    if leaving_of((*after.reading.tables, *again), code):
        return False
    columns = {(one.sheet, one.column): one.instead for one in gone}
    ways = [(before.reading, after.reading)]
    if again:
        ways.append((before.plainly, after.plainly))
    return all(
        [one.sheet for one in old.grids] == [one.sheet for one in new.grids] or len(old.grids) == 1
        for old, new in ways
    ) and all(
        len(old.tables) == len(new.tables)
        and all(_is_like(a, b, columns) for a, b in zip(old.tables, new.tables, strict=True))
        for old, new in ways
    )


def _is_like(old: Table, new: Table, gone: Mapping[tuple[str, str], Instead]) -> bool:
    if (old.kind, old.header_rows) != (new.kind, new.header_rows):
        return False
    if [one.name for one in old.columns] != [one.name for one in new.columns]:
        return False
    pairs = list(zip(old.columns, new.columns, strict=True))
    instead = {one.name: gone.get((old.sheet, one.name)) for one in old.columns}
    understood = all(
        (a.field, a.type, a.unit) == (b.field, b.type, b.unit)
        for a, b in pairs
        if instead[a.name] in (None, Instead.REST)
    )
    return understood and all(
        _is_equal(old.frame[a.name], new.frame[b.name]) for a, b in pairs if instead[a.name] is None
    )


def _is_equal(old: "pd.Series[str]", new: "pd.Series[str]") -> bool:
    return old.index.equals(new.index) and old.astype(object).equals(new.astype(object))


def _stuck(source: str, gone: Sequence[Leaving]) -> Refusal:
    columns = ", ".join(dict.fromkeys(one.column for one in gone))
    return Refusal(
        text("These columns name people or hold words of one-on-ones, and the file cannot be kept "
             "without them as it is laid out: {columns}.", columns=columns),
        text("Delete these columns in the file, then bring it again. Nothing was kept."),
        Place(source),
    )  # fmt: skip
