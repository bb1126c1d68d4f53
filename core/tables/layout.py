"""Grid -> RawTables: header found; titles, totals, notes, blank rows set aside.

Rows are told by their labels. A row called TOTAL is no record; “Total Leads” in a sheet with
months across is a metric, unless it says what the rows above it add up to.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.tables.blocks import Block, blocks_of
from core.tables.headers import BLANK, Header, Words, data_start, find_header, profile
from core.tables.model import Aside, Grid, RawTable, SetAside
from core.tables.rows import body_of, said_in


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
    start = _after_widest(looks) if start is None else start
    if start is None:
        return None
    header = find_header(inner, looks, start, merged[rows][:, columns])
    first_data = (header.rows[-1] + 1) if header.rows else start
    letters = tuple(letters_of(i) for i in columns)
    names, notices = _names(header, letters)
    body, aside, sections = body_of(inner, inner_kinds, header, first_data, block.first)
    above = _rows_above(block, header)
    over = _words_aside(words, above, Aside.TITLE)
    aside = [*over, *aside, *_words_aside(words, block.notes, Aside.NOTE)]

    def frame(part: Words, rows: list[int], dtype: str = "object") -> pd.DataFrame:
        index = pd.Index([block.first + row + 1 for row in rows], name="row")
        return pd.DataFrame(part[rows], index=index, columns=list(names), dtype=dtype)

    totals = [row - block.first - 1 for one in aside if one.why is Aside.TOTAL for row in one.rows]
    return RawTable(
        source=source,
        sheet=grid.sheet,
        frame=frame(inner, body, "str"),
        kinds=frame(inner_kinds, body),
        header_rows=tuple(block.first + row + 1 for row in header.rows),
        letters=letters,
        set_aside=tuple(aside),
        notices=(*notices, *_told(aside)),
        header_parts=header.parts if header.rows else tuple((name,) for name in names),
        words=" \n ".join(one.words for one in aside if one.why in (Aside.TITLE, Aside.NOTE)),
        titles=tuple(said_in(words, [row]) for row in above),
        totals=frame(inner, totals, "str"),
        total_kinds=frame(inner_kinds, totals),
        sections={block.first + row + 1: heading for row, heading in sections.items()},
    )


def _words_aside(words: Words, rows: "tuple[int, ...] | list[int]", why: Aside) -> list[SetAside]:
    """The rows of words above or below a table, where there are any."""
    return [SetAside(tuple(row + 1 for row in rows), why, said_in(words, rows))] if rows else []


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
            text(
                "Columns without a header are named by their letter: {list}.",
                list=", ".join(missing),
            )
        )
    if repeated:
        notices.append(
            text("Headers that stand twice were numbered: {list}.", list=", ".join(repeated[:8]))
        )
    return tuple(names), notices


def _rows_above(block: Block, header: Header) -> list[int]:
    first = header.rows[0] if header.rows else 0
    return [*block.titles, *(block.first + i for i in range(first))]


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
