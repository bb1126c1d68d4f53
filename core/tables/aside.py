"""Rows that stand outside the data, gathered by why, and said."""

from collections.abc import Iterator, Mapping, Sequence

from core.language import Text, counted, text
from core.tables.looks import Words
from core.tables.model import Aside, SetAside
from core.tables.rows import said_in


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
        elif one.why is Aside.TITLE and one.rows == headings:
            yield text("Headings between the rows were set aside: row {rows}.", rows=shown)
        elif one.why is Aside.TITLE:
            yield text("Rows of words were left out as titles: row {rows}.", rows=shown)
