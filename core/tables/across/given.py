"""The long table that unpivoted cells become, with its columns read as the person says.

The figures answer to the name "value" and to the header of each column they stand in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.across.long import as_written, long_table, lying_at
from core.tables.columns.column import read_column
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.model import Column, ColumnType, Question, RawTable, Table, TableKind, TotalCheck
from core.tables.places import LETTER
from core.tables.totals import totals_told
from core.tables.type_names import TYPES

VALUE = "value"
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)


@dataclass(frozen=True)
class Long:
    """Cells unpivoted: their frame and columns, what is said of it, what was asked of it."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    told: tuple[Text, ...] = ()
    asked: tuple[Question, ...] = ()

    def typed(self, place: int, typed: Typed) -> "Long":
        """With one column as typed anew, in the order of the frame."""
        one = self.columns[place]
        new = replace(one, type=typed.type, unit=typed.unit, grain=typed.grain, issues=typed.issues)
        new = replace(new, year_starts=typed.year_starts)
        columns = (*self.columns[:place], new, *self.columns[place + 1 :])
        frame = self.frame.assign(**{one.name: typed.values.array})
        return Long(frame, columns, (*self.told, *typed.notices), (*self.asked, *typed.questions))


@dataclass(frozen=True)
class AsNumbers:
    """What reading the figures as numbers, series by series, asked, noticed and reconciled."""

    series: tuple[Typed, ...]
    checks: tuple[TotalCheck, ...]

    def of(self, raw: RawTable, long: Long) -> Long:
        """The long table with it; as written while something is open."""
        questions = {(q.id, q.column): q for one in self.series for q in one.questions}
        frame, columns = long.frame, long.columns
        if questions:
            frame = as_written(raw, frame)
            columns = tuple(map(_of_words, columns))
        own = (notice for one in self.series for notice in one.notices)
        told = (*long.told, *totals_told(self.checks), *own)
        return Long(frame, columns, told, (*long.asked, *questions.values()))


def _of_words(one: Column) -> Column:
    return replace(one, type=ColumnType.TEXT) if one.field in (VALUE, "target") else one


def table_as_given(
    raw: RawTable, long: Long, numbers: AsNumbers, positions: Iterable[int], context: Context
) -> Table:
    """The table of unpivoted cells; `positions` are the columns in which its figures stand."""
    said = _said_of(raw, positions, context)
    for place, one in enumerate(long.columns):
        wanted = context.answers.types.get(one.name, ColumnType.TEXT)
        if one.name in raw.frame.columns and wanted is not ColumnType.TEXT:
            long = long.typed(place, _label(raw, long.frame, one, context))
    place = [one.field for one in long.columns].index(VALUE)
    figures = _figures(raw, long.frame, said, context) if said else _words(raw, long, context)
    if figures is None or (not said and any(one.questions for one in numbers.series)):
        return _table(raw, numbers.of(raw, long), context, numbers.checks)
    found = _table(raw, long.typed(place, figures), context)
    if figures.type in NUMBERS:
        return found
    told = _told(TYPES[figures.type], said=said is not None)
    return replace(found, kind=TableKind.OTHER, notices=(*found.notices, told))


def _told(type: Text, *, said: bool) -> Text:
    if said:
        return text(
            "The figures are read as {type} because you said so; no indicator is made of them.",
            type=type,
        )
    return text(
        "No cell below the periods is a number: they are read as {type}, and no indicator is "
        "made of them.",
        type=type,
    )


def _words(raw: RawTable, long: Long, context: Context) -> Typed | None:
    """The cells below the periods as one column, where none of them is a number; else None."""
    if long.frame[VALUE].notna().any():
        return None
    found = _figures(raw, long.frame, None, context)
    return None if found.type in (*NUMBERS, ColumnType.EMPTY) or found.questions else found


def _table(
    raw: RawTable, long: Long, context: Context, checks: tuple[TotalCheck, ...] = ()
) -> Table:
    found = long_table(raw, long.frame, long.columns, context)
    notices = tuple(dict.fromkeys((*found.notices, *long.told)))
    return replace(found, questions=long.asked, notices=notices, totals=checks)


def _said_of(raw: RawTable, positions: Iterable[int], context: Context) -> ColumnType | None:
    """The type given to the figures; None where they are to be read as the numbers they are."""
    names = [VALUE, *(str(raw.frame.columns[i]) for i in positions)]
    said = next((context.answers.types[one] for one in names if one in context.answers.types), None)
    return None if said is ColumnType.NUMBER else said


def _label(raw: RawTable, frame: pd.DataFrame, one: Column, context: Context) -> Typed:
    """A column of labels: typed row by row of the sheet, then repeated over its periods."""
    rows = ~frame.index.duplicated()
    words = frame.loc[rows, one.name].astype("str")
    kinds = raw.kinds[one.name].reindex(words.index).replace("empty", "text")
    letter = raw.letters[list(raw.frame.columns).index(one.name)]
    typed = read_column(one.name, letter, words, kinds, context)
    return replace(typed, values=typed.values.reindex(frame.index))


def _figures(
    raw: RawTable, frame: pd.DataFrame, said: ColumnType | None, context: Context
) -> Typed:
    """All figures as one column; what does not fit is an issue at its own cell."""
    words = pd.Series(lying_at(raw, frame, raw.frame), dtype="str")
    kinds = pd.Series(lying_at(raw, frame, raw.kinds), dtype="object")
    answers = replace(context.answers, types={VALUE: said} if said else {})
    typed = read_column(VALUE, "", words, kinds, replace(context, answers=answers))
    places = list(zip(frame.index, frame[LETTER], strict=True))
    names = dict(zip(raw.letters, raw.frame.columns, strict=True))
    issues = (_placed(one, *places[one.place.row or 0], names) for one in typed.issues)
    return replace(typed, issues=tuple(issues))


def _placed(issue: Issue, row: int, letter: str, names: dict[str, str]) -> Issue:
    place = replace(issue.place, row=int(row), column=names[letter], cell=f"{letter}{row}")
    return replace(issue, place=place)
