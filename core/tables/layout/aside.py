"""Rows that stand outside the data, gathered by why, and said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from core.language import Text, counted
from core.tables.layout.looks import Words
from core.tables.layout.rows import said_in
from core.tables.model import Aside, SetAside


def gathered(words: Words, asides: Sequence[Mapping[Aside, Sequence[int]]]) -> list[SetAside]:
    """The rows of a sheet (counted from 0) set aside, one entry for each group and reason."""
    return [
        SetAside(tuple(row + 1 for row in rows), why, said_in(words, list(rows)))
        for one in asides
        for why, rows in one.items()
        if rows
    ]


def told(aside: Sequence[SetAside], within: Mapping[Aside, Sequence[int]]) -> Iterator[Text]:
    """A word on each group; `within` holds those that stand between the rows of data."""
    headings = tuple(row + 1 for row in within.get(Aside.TITLE, ()))
    for one in aside:
        heading = one.why is Aside.TITLE and one.rows == headings
        if (say := _HEADING if heading else _SAY.get(one.why)) is None:
            continue
        shown = ", ".join(str(row) for row in one.rows[:6]) + ("…" if len(one.rows) > 6 else "")
        yield replace(say, values=(("n", len(one.rows)), ("rows", shown)))


_SAY = {
    Aside.TOTAL: counted(
        "{n} total row was left out: row {rows}.",
        "{n} total rows were left out: rows {rows}.",
        0,
    ),
    Aside.REPEATED_HEADER: counted(
        "{n} repeated header row was left out: row {rows}.",
        "{n} repeated header rows were left out: rows {rows}.",
        0,
    ),
    Aside.NOTE: counted(
        "{n} row of notes was left out: row {rows}.",
        "{n} rows of notes were left out: rows {rows}.",
        0,
    ),
    Aside.TITLE: counted(
        "{n} row of words was left out as a title: row {rows}.",
        "{n} rows of words were left out as titles: rows {rows}.",
        0,
    ),
}
_HEADING = counted(
    "{n} heading between the rows was set aside: row {rows}.",
    "{n} headings between the rows were set aside: rows {rows}.",
    0,
)
