"""When answers were given; where the file leaves the order of day and month open, both ways."""

from collections.abc import Sequence

import pandas as pd

from core.errors import Place, Refusal
from core.language import text
from core.tables.model import Column, ColumnType, Question, Table

_TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def time_column(columns: Sequence[Column]) -> Column | None:
    """The column that says when an answer was given."""
    return next((one for one in columns if one.field == "submitted_at"), None)


def times_of(rows: pd.DataFrame, column: Column | None) -> "pd.Series[pd.Timestamp]":
    """Each row's time; missing where the file says none, or its order is open."""
    if column is None or column.type not in _TIMES:
        return pd.Series(pd.NaT, index=rows.index, dtype="datetime64[ns]")
    return pd.to_datetime(rows[column.name])


def either_way(rows: pd.DataFrame, column: Column) -> "list[pd.Series[pd.Timestamp]]":
    """Times whose order of day and month is open, read both ways."""
    words = rows[column.name].astype("string")
    return [
        pd.to_datetime(words, dayfirst=first, format="mixed", errors="coerce")
        for first in (True, False)
    ]


def open_question(table: Table, column: Column | None) -> Question | None:
    """What the file leaves open about its times."""
    if column is None:
        return None
    return next((one for one in table.questions if one.column == column.name), None)


def refuse_open(question: Question, place: Place) -> Refusal:
    """The refusal by which a question is asked."""
    choices = ", ".join(value for value, _ in question.choices) or "2025"
    return Refusal(
        question.what,
        text("Answer with {option}: {choices}.", option=question.option, choices=choices),
        Place(place.source, place.sheet, None, question.column),
    )
