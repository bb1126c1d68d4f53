"""When answers were given; where the file leaves the order of day and month open, both ways."""

import re
from collections.abc import Sequence

import pandas as pd

from core.errors import Place, Refusal
from core.language import text
from core.people.answers.words import plainly
from core.periods import Grain
from core.tables.model import Column, ColumnType, Question, Table

_TIMES = (ColumnType.DATE, ColumnType.DATETIME)


_DATED = re.compile(
    r"^(date|tanggal|tgl|day|timestamp|(survey|response|answer) date|date of (survey|response)|"
    r"(tanggal|tgl|waktu) (isi|pengisian|survei|jawaban))$",
    re.IGNORECASE,
)


def time_column(columns: Sequence[Column]) -> Column | None:
    """The column that says when an answer was given.

    Where the one taken for it only names periods (a quarter), one of days that is called a date.
    """
    told = next((one for one in columns if one.field == "submitted_at"), None)
    if told is None or is_daily(told):
        return told
    daily = [one for one in columns if _DATED.match(plainly(one.name)) and is_daily(one)]
    return daily[0] if len(daily) == 1 else told


def is_daily(column: Column) -> bool:
    """Whether a column of dates says days, not the first days of longer periods."""
    longer = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
    return column.type in _TIMES and column.grain not in longer


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
