"""Grid -> RawTables: header found, titles, totals, notes, blank rows and repeated headers set aside.

Rows are told by their labels. A row called TOTAL is no record; “Total Leads” in a sheet with
months across is a metric, unless it says what the rows above it add up to.
"""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.tables.blocks import Block, blocks_of
from core.tables.headers import BLANK, Header, Words, data_start, find_header, look, profile
from core.tables.model import Aside, Grid, RawTable, SetAside
from core.tables.words import NOTE, TOTAL, plain

SHOWN = 120
LABELS = 4  # columns from the left in which a row may be labelled


def raw_tables(grid: Grid, source: str) -> list[RawTable]:
    """The tables of one sheet, top to bottom."""
    words = _stripped(grid)
    if not words.size:
        return []
    kinds = grid.kinds.to_numpy(object)
    merged = _merged_widths(grid, words.shape)
    found = (_raw(grid, source, words, kinds, block, merged) for block in blocks_of(words, kinds))
    return [one for one in found if one is not None]


def letters_of(column: int) -> str:
    """The spreadsheet letter of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _stripped(grid: Grid) -> Words:
    if grid.cells.empty:
        return np.empty((0, 0), object)
    return np.column_stack([grid.cells[c].str.strip().to_numpy(object) for c in grid.cells])


def _merged_widths(grid: Grid, shape: tuple[int, ...]) -> Words:
    """For each cell, how many columns the merged range that begins there covers."""
    widths = np.zeros(shape, np.int16)
    for row, left, last, right in grid.merged:
        if row - 1 < shape[0] and left < shape[1] and last >= row:
            widths[row - 1, left] = min(right, shape[1] - 1) - left + 1
    return widths


def _raw(
    grid: Grid, source: str, words: Words, kinds: Words, block: Block, merged: Words
) -> RawTable | None:
    rows = slice(block.first, block.last + 1)
    columns = [i for i in range(block.left, block.right + 1) if (words[rows, i] != "").any()]
    inner, inner_kinds = words[rows][:, columns], kinds[rows][:, columns]
    looks = profile(inner[:64], inner_kinds[:64])
    start = data_start(inner, looks)
    if start is None:
        start = _after_widest(looks)
    if start is None:
        return None
    header = find_header(inner, looks, start, merged[rows][:, columns])
    first_data = (header.rows[-1] + 1) if header.rows else start
    letters = tuple(letters_of(i) for i in columns)
    names, notices = _names(header, letters)
    body, aside, sections = _body(inner, inner_kinds, header, first_data, block.first)
    titles = _titles(words, block, header)
    notes = SetAside(tuple(r + 1 for r in block.notes), Aside.NOTE, _said(words, block.notes))
    aside = [*titles, *aside, *([notes] if block.notes else [])]
    index = pd.Index([block.first + row + 1 for row in body], name="row")
    return RawTable(
        source=source,
        sheet=grid.sheet,
        frame=pd.DataFrame(inner[body], index=index, columns=list(names), dtype="str"),
        kinds=pd.DataFrame(inner_kinds[body], index=index, columns=list(names)),
        header_rows=tuple(block.first + row + 1 for row in header.rows),
        letters=letters,
        set_aside=tuple(aside),
        notices=(*notices, *_told(aside)),
        header_parts=header.parts if header.rows else tuple((name,) for name in names),
        words=" \n ".join(one.words for one in aside if one.why in (Aside.TITLE, Aside.NOTE)),
        sections={block.first + row + 1: heading for row, heading in sections.items()},
    )


def _after_widest(looks: Words) -> int | None:
    """Without any number the widest of the first rows is the header."""
    filled = (looks != BLANK).sum(axis=1)
    if len(looks) < 2 or filled.max() < 1:
        return None
    return int(np.argmax(filled[: min(10, len(looks) - 1)])) + 1


def _names(header: Header, letters: tuple[str, ...]) -> tuple[tuple[str, ...], list[Text]]:
    """A name for every column: joined header parts, made unique, by letter where there is none."""
    names: list[str] = []
    repeated, missing = [], []
    for i, letter in enumerate(letters):
        parts = header.parts[i] if header.rows else ()
        name = " ".join(parts) or f"Column {letter}"
        if not parts:
            missing.append(letter)
        unique, count = name, 1
        while unique in names:
            count += 1
            unique = f"{name} ({count})"
        if unique != name:
            repeated.append(unique)
        names.append(unique)
    notices = []
    if not header.rows:
        notices.append(text("No header row was found; columns are named by their letter."))
    elif missing:
        if letters[-1] in missing:
            notices.append(
                text(
                    "Rows are longer than the header. Where the comma is both decimal mark and "
                    "separator, numbers are cut in two: separate the cells by semicolons."
                )
            )
        notices.append(
            text("Columns without a header are named by their letter: {list}.", list=", ".join(missing))
        )
    if repeated:
        notices.append(
            text("Headers that stand twice were numbered: {list}.", list=", ".join(repeated[:8]))
        )
    return tuple(names), notices


def _titles(words: Words, block: Block, header: Header) -> list[SetAside]:
    first = header.rows[0] if header.rows else 0
    rows = [*block.titles, *(block.first + i for i in range(first))]
    if not rows:
        return []
    return [SetAside(tuple(row + 1 for row in rows), Aside.TITLE, _said(words, rows))]


def _said(words: Words, rows: "tuple[int, ...] | list[int]") -> str:
    cells = [cell for row in rows for cell in words[row] if cell]
    return re.sub(r"\s+", " ", " | ".join(cells))[:SHOWN]


def _body(
    words: Words, kinds: Words, header: Header, start: int, offset: int
) -> tuple[list[int], list[SetAside], dict[int, str]]:
    """The rows of data, the rows set aside, and the heading above each row of data."""
    filled = (words != "").sum(axis=1)
    last = _last_solid(words, kinds, filled, start)
    across = _months_across(header, words)
    heads = {tuple(words[row]) for row in header.rows}
    aside: dict[Aside, list[int]] = {}
    body, sections, heading = [], {}, ""
    for row in range(start, len(words)):
        why = _why_aside(words, row, filled[row], last, heads)
        if why is None and filled[row] == 1 and words.shape[1] > 2 and words[row, 0]:
            heading, why = words[row, 0], Aside.TITLE
        if why is None and _is_total(words, row, across):
            why = Aside.TOTAL
        if why is None:
            body.append(row)
            sections[row] = heading
        else:
            aside.setdefault(why, []).append(row)
    found = [
        SetAside(tuple(offset + row + 1 for row in rows), why, _said(words, rows))
        for why, rows in aside.items()
    ]
    return body, found, sections


def _last_solid(words: Words, kinds: Words, filled: Words, start: int) -> int:
    """The last row that is more than a line of words."""
    for row in range(len(words) - 1, start - 1, -1):
        if filled[row] >= min(2, words.shape[1]) and not _is_note(words, row):
            return row
        lone = words.shape[1] == 1 or not words[row, 0]
        if filled[row] == 1 and lone and not _is_note(words, row):
            return row
        if filled[row] == 1 and look(words[row, 0], kinds[row, 0]) != "T" and words.shape[1] < 3:
            return row
    return start - 1


def _is_note(words: Words, row: int) -> bool:
    first = next((cell for cell in words[row] if cell), "")
    several = int((words[row] != "").sum())
    return bool(NOTE.match(first.casefold())) and several <= 2 and (len(first) > 3 or several == 1)


def _why_aside(
    words: Words, row: int, filled: int, last: int, heads: set[tuple[str, ...]]
) -> Aside | None:
    if filled == 0:
        return Aside.BLANK
    if tuple(words[row]) in heads:
        return Aside.REPEATED_HEADER
    if row > last or (filled == 1 and _is_note(words, row)):
        return Aside.NOTE
    return None


def _months_across(header: Header, words: Words) -> bool:
    looks = [look(" ".join(parts), "text") for parts in header.parts]
    return sum(one == "P" for one in looks) >= max(2, len(looks) / 2)


def _is_total(words: Words, row: int, across: bool) -> bool:
    labels = [plain(cell) for cell in words[row, :LABELS] if cell and not cell[0].isdigit()][:2]
    for label in labels:
        match = TOTAL.match(label)
        if match and (not across or _bare(label[match.end() :])):
            return True
    return False


def _bare(rest: str) -> bool:
    """Nothing after the word for a total but a year or “all”."""
    return bool(re.fullmatch(r"[\s:.()-]*((19|20)\d\d|semua|all|keseluruhan|umum)?[\s:.()]*", rest))


def _told(aside: list[SetAside]) -> Iterator[Text]:
    for one in aside:
        shown = ", ".join(str(row) for row in one.rows[:6]) + ("…" if len(one.rows) > 6 else "")
        if one.why is Aside.TOTAL:
            yield counted(
                "{n} total row was left out: row {rows}.",
                "{n} total rows were left out: rows {rows}.",
                len(one.rows),
                rows=shown,
            )
        elif one.why is Aside.REPEATED_HEADER:
            yield counted(
                "{n} repeated header row was left out: row {rows}.",
                "{n} repeated header rows were left out: rows {rows}.",
                len(one.rows),
                rows=shown,
            )
        elif one.why is Aside.NOTE:
            yield text("Notes were left out: row {rows}.", rows=shown)
        elif one.why is Aside.TITLE:
            yield text("Rows of words were left out as titles: row {rows}.", rows=shown)
