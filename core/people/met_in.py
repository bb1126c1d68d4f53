"""One-on-ones out of a file: its days and names, nothing else.

A list of its own (person, met with, date, team, minutes) or an export of activities, of which the
rows count that say 1:1, one-on-one or tatap muka. Every other column is left behind and named.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.metrics.records.sales_words import HAPPENED
from core.metrics.records.words import plainly
from core.people.met_columns import MetColumns, columns_of
from core.people.one_on_ones import LONGEST_NAME, MOST_MINUTES, Meeting, folded, tidy
from core.tables.model import Question, Table

_ONE_ON_ONE = re.compile(
    r"(^| )(1 1|1 on 1|1 to 1|1on1|one on one|one to one|tatap muka|empat mata|4 mata|01 01 00)"
    r"( |$)"
)
_NOT_HELD = ("no_show", "cancelled", "rescheduled", "scheduled")
_FEW = 3  # meetings from which their days say something
_LIKELY = (10, 240)  # a length without unit is taken as minutes where all lie here


@dataclass(frozen=True)
class Brought:
    """The meetings of a file and what there is to say; or what it leaves open."""

    meetings: tuple[Meeting, ...] = ()
    notices: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()


def one_on_ones_of(tables: Iterable[Table], today: date) -> Brought:
    """The one-on-ones of the tables of one file that hold any.

    Raises Refusal: no table names people and days, none of its rows is a one-on-one.
    """
    known = [(one, columns) for one in tables if (columns := columns_of(one)) is not None]
    if not known:
        raise Refusal(
            text("No table in this file says who met on which day."),
            text("Bring columns for the person, met with, date, and if you like team and minutes."),
        )
    open_ones = [asked for table, columns in known for asked in columns.asked(table)]
    if open_ones:
        return Brought(questions=tuple(open_ones))
    found = [_read(table, columns, today) for table, columns in known]
    return Brought(
        tuple(one for each in found for one in each.meetings),
        tuple(dict.fromkeys(one for each in found for one in each.notices)),
    )


def _read(table: Table, columns: MetColumns, today: date) -> Brought:
    rows, elsewhere = _one_on_ones(table, columns)
    minutes, unread = _minutes(rows, table, columns)
    days = pd.to_datetime(rows[columns.on], errors="coerce")
    told = (_words(rows, one) for one in (columns.person, columns.leader, columns.team))
    left = Counter[str]()
    meetings = []
    for person, leader, team, day, length, status in zip(
        *told, days, minutes, _words(rows, columns.status), strict=True
    ):
        one = _meeting((person, leader, team), day, length)
        why = _why_not(one, status, today)
        if why:
            left[why] += 1
        elif one is not None:
            meetings.append(one)
    firsts = _only_firsts(meetings, columns)
    said = [*_left_out(left), *elsewhere, *unread, *firsts, *_left_behind(table, columns)]
    return Brought(tuple(meetings), tuple(said))


def are_one_on_ones(types: "pd.Series[str]") -> "pd.Series[bool]":
    """Whether the type of each activity says 1:1, one-on-one or tatap muka."""
    words = types.astype("string").fillna("").astype(object)
    said = {one: bool(_ONE_ON_ONE.search(plainly(one))) for one in pd.unique(words)}
    return words.map(said).astype(bool)


def _words(rows: pd.DataFrame, column: str) -> list[str]:
    """The cells of a column as words; "" where there are none."""
    if not column:
        return [""] * len(rows)
    return [tidy(one) for one in rows[column].astype("string").fillna("")]


def _only_firsts(meetings: Sequence[Meeting], columns: MetColumns) -> list[Text]:
    """A word where the file seems to tell months, not days."""
    if len(meetings) < _FEW or any(one.on.day != 1 for one in meetings):
        return []
    return [
        text(
            "Every day in “{column}” is the first of its month. If the file tells months only, "
            "coverage counts from the first.",
            column=columns.on,
        )
    ]


def _one_on_ones(table: Table, columns: MetColumns) -> tuple[pd.DataFrame, list[Text]]:
    """The rows that are one-on-ones. Raises Refusal: the type of none says so."""
    if not columns.type:
        return table.frame, []
    fits = are_one_on_ones(table.frame[columns.type])
    if not fits.any():
        raise Refusal(
            text("No row of “{column}” says 1:1, one-on-one or tatap muka.", column=columns.type),
            text("Write 1:1 in the rows that are one-on-ones, or leave that column out."),
            Place(table.source, table.sheet),
        )
    others = int((~fits).sum())
    said = counted("{n} row is another activity.", "{n} rows are other activities.", others)
    return table.frame[fits], [said] if others else []


def _meeting(names: tuple[str, str, str], day: pd.Timestamp, minutes: float) -> Meeting | None:
    person, leader, team = names
    if not person or pd.isna(day):
        return None
    fits = not pd.isna(minutes) and 0 < round(minutes) <= MOST_MINUTES
    return Meeting(person, leader, team, day.date(), round(minutes) if fits else None)


def _why_not(one: Meeting | None, status: str, today: date) -> str:
    """Why a row is no one-on-one that was held; "" where it is one."""
    if one is None:
        return "unknown"
    if max(len(one.person), len(one.leader), len(one.team)) > LONGEST_NAME:
        return "long"
    if folded(one.person) == folded(one.leader):
        return "alone"
    if one.on > today:
        return "to come"
    return "not held" if HAPPENED.value(status) in _NOT_HELD else ""


def _minutes(
    rows: pd.DataFrame, table: Table, columns: MetColumns
) -> "tuple[pd.Series[float], list[Text]]":
    """Lengths in minutes, as far as the column says its unit."""
    if not columns.length:
        return pd.Series(float("nan"), index=rows.index), []
    values = pd.to_numeric(rows[columns.length], errors="coerce").astype(float)
    factor = columns.minutes_each(table)
    if factor is not None:
        return values * factor, []
    known = values.dropna()
    if len(known) and known.between(*_LIKELY).all():
        return values, [text("“{column}” is taken as minutes.", column=columns.length)]
    return values * float("nan"), [
        text(
            "“{column}” does not say its unit, so lengths are left out. Name it “Minutes” to have "
            "them.",
            column=columns.length,
        )
    ]


def _left_out(left: Counter[str]) -> list[Text]:
    """What was left out and why."""
    said = {
        "unknown": counted(
            "{n} row names no person or no day.",
            "{n} rows name no person or no day.",
            left["unknown"],
        ),
        "long": counted(
            "{n} row has a text in place of a name.",
            "{n} rows have a text in place of a name.",
            left["long"],
        ),
        "alone": counted(
            "{n} row names one person twice.", "{n} rows name one person twice.", left["alone"]
        ),
        "to come": counted(
            "{n} row is still to come.", "{n} rows are still to come.", left["to come"]
        ),
        "not held": counted("{n} row was not held.", "{n} rows were not held.", left["not held"]),
    }
    return [words for why, words in said.items() if left[why]]


def _left_behind(table: Table, columns: MetColumns) -> list[Text]:
    others = [one.name for one in table.columns if one.name not in columns.used()]
    if not others:
        return []
    return [
        text(
            "Left behind and kept nowhere: {columns}. Only names, days and minutes are kept.",
            columns=", ".join(others),
        )
    ]
