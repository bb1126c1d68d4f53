"""A survey table as answers to one question, wave by wave: one score a person, and their groups.

Only groups travel on: names, addresses and exact times stay behind, and what they were is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, text
from core.people.answers import NOTHING, Answered, Said, SurveyQuestion, answered
from core.people.answers.likert import likert_of
from core.people.answers.moments import is_daily, time_column
from core.people.answers.option import by
from core.people.answers.points import Points, points_of
from core.people.answers.pulse import likert_said
from core.people.answers.recommend import question_of
from core.people.answers.repeats import again, refuse_many, said_again
from core.people.answers.said import said_left_behind, said_outside, said_skipped, said_wave
from core.people.answers.scale import scale_of
from core.people.enps import Scale, on_scale
from core.tables.model import Table


@dataclass(frozen=True)
class Survey:
    """The answers of one wave to one question: points, as far as they are on the scale, and groups.

    answers: float, one row a person; groups: the same rows, one text column each, "" where nothing
    was said. outside: answers that are not whole numbers of the scale. wave: its label, "" where
    the survey has one only. columns: header of the file -> group as it is shown. day: the middle
    day of its answers, None where they have none.
    """

    question: str
    scale: Scale
    answers: "pd.Series[float]"
    groups: pd.DataFrame
    outside: int
    notices: tuple[Text, ...]
    wave: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    day: date | None = None

    def whole(self) -> "Survey":
        """The same answers, of everybody together."""
        return replace(self, groups=pd.DataFrame(index=self.answers.index))

    def group_named(self, column: str) -> str:
        """A group by the header the file gives it."""
        same = {one.strip().casefold(): shown for one, shown in self.columns}
        return same.get(column.strip().casefold(), column)


def survey_of(
    table: Table, question: str = "", scale: str = "", said: Said = NOTHING, wave: str = ""
) -> Survey:
    """The newest wave of answers to the question whether people would recommend working here.

    question: a column or, of a table of one row an answer, the question as written. scale: one of
    SCALES; without one, as the question states or the answers show. wave: another one, by label.
    Raises Refusal: no such question or wave, several and none of them said, no answer on the scale.
    """
    return wave_of(surveys_of(table, question, scale, said), wave)


def wave_of(every: Sequence[Survey], wave: str = "") -> Survey:
    """The wave of that label, else the newest. Raises Refusal: there is no such wave."""
    wanted = wave.strip().casefold()
    if not wanted:
        return every[-1]
    found = [one for one in every if one.wave.casefold() == wanted]
    if found:
        return found[0]
    raise Refusal(
        text("There is no wave “{name}”.", name=wave),
        text("Choose from: {known}.", known=", ".join(one.wave for one in every)),
    )


def surveys_of(
    table: Table, question: str = "", scale: str = "", said: Said = NOTHING
) -> tuple[Survey, ...]:
    """Every wave of a survey, oldest first, on one scale; waves nobody answered are left out.

    Raises Refusal: as `survey_of`.
    """
    place = Place(table.source, table.sheet)
    found = answered(table, said)
    asked = question_of(found, question, place)
    read = _points(found, asked, said, place)
    kept, repeats = _once(found, read, asked, place)
    known, seen = scale_of(asked.column, read.values[kept], scale, place)
    told = (*seen, *found.notices, *said_again(repeats), *said_left_behind(found))
    waves = found.order or ("",)
    every = [
        _wave(found, read, asked, known, (one, kept & (found.waves == one), told)) for one in waves
    ]
    held = tuple(one for one in every if len(one.answers))
    if held:
        at = time_column(table.columns)
        return held if at and is_daily(at) else tuple(replace(one, day=None) for one in held)
    raise Refusal(
        text("No answer to “{question}” is on the scale {scale}.", question=asked.name,
             scale=known.name),
        text("Say which scale it is{option}, or which column holds the scores{option2}.",
             option=by("--scale"), option2=by("--score")),
        place,
    )  # fmt: skip


def _points(found: Answered, asked: SurveyQuestion, said: Said, place: Place) -> Points:
    """Numbers, or the points of words of agreement. Raises Refusal where words leave it open."""
    cells = found.cells[asked.name]
    read = points_of(cells)
    words = likert_of(cells, likert_said(found, said))
    if read.values.notna().any() or words is None:
        return read
    if words.open:
        raise Refusal(
            text("“{question}” is answered in words, and it is not clear what they are worth.",
                 question=asked.name),
            text("Say what they are worth{option}: {choices}.", option=by("--likert"),
                 choices=", ".join(words.open)),
            place,
        )  # fmt: skip
    if words.top != 5:
        raise Refusal(
            text("“{question}” is answered in four steps, for which promoters and detractors are "
                 "not defined.", question=asked.name),
            text("Say which column holds the scores{option}.", option=by("--score")),
            place,
        )  # fmt: skip
    return Points(words.values, read.unread & words.values.isna())


def _once(
    found: Answered, read: Points, asked: SurveyQuestion, place: Place
) -> "tuple[pd.Series[bool], int]":
    """The rows that count: of each person in a wave the last one with an answer."""
    told = read.values.notna() | read.unread
    repeated = again(found.who[told], found.waves[told], found.at[told])
    n = int(repeated.sum())
    refuse_many(n, int(told.sum()), found.person, place)
    return told & ~repeated.reindex(told.index, fill_value=False), n


def _wave(
    found: Answered, read: Points, asked: SurveyQuestion, scale: Scale,
    of: "tuple[str, pd.Series[bool], Sequence[Text]]",
) -> Survey:  # fmt: skip
    name, rows, told = of
    points = read.values[rows]
    blank = read.values.isna() & ~read.unread & ((found.waves == name) | (len(found.order) == 0))
    skipped = int((blank & ~found.who.isin(found.who[rows & (found.who != "")])).sum())
    fits = on_scale(points, scale)
    outside = points.index[~fits]
    groups = found.groups[rows]
    told = (
        *said_outside(outside, scale),
        *said_wave(name, found.order),
        *said_skipped(skipped),
        *told,
    )
    return Survey(
        asked.name, scale, points[fits].reset_index(drop=True),
        groups[fits].reset_index(drop=True), len(outside), told, name,
        tuple((one.column, one.name) for one in found.questions if one.name in groups.columns),
        _middle(found.days[rows]),
    )  # fmt: skip


def _middle(days: "pd.Series[pd.Timestamp]") -> date | None:
    known = days.dropna().sort_values()
    return known.iloc[(len(known) - 1) // 2].date() if len(known) else None
