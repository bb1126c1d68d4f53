"""A whole survey as points: every question that is rated, of everybody in every wave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from core.errors import Place
from core.language import Text, counted, text
from core.people.answers.likert import has_middle, likert_of
from core.people.answers.model import (
    ASKED,
    NOTHING,
    Answered,
    QuestionKind,
    Said,
    SurveyQuestion,
)
from core.people.answers.points import points_of
from core.people.answers.repeats import again, refuse_many, said_again
from core.people.answers.sheet import answered
from core.tables.model import Table


@dataclass(frozen=True)
class Pulse:
    """All that was rated, one row a person and wave; every frame has the same rows.

    points: float, a column for each of `questions`, missing where nothing was answered; those
    answered in words as 1 to 5 (or 4); `reversed` ones turned round, so that more is better.
    waves: the label of each row's wave, "" where the survey has one; `order` the oldest first.
    comments: a column a question for words, "" for none: shown only under the rule of comments.
    columns: every column of the file. open: the answers to choose from (Said.likert) before
    `unsettled` questions have points.
    """

    points: pd.DataFrame
    questions: tuple[SurveyQuestion, ...]
    waves: "pd.Series[str]"
    order: tuple[str, ...]
    comments: pd.DataFrame
    columns: tuple[SurveyQuestion, ...]
    open: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    notices: tuple[Text, ...] = ()

    @property
    def personal(self) -> tuple[str, ...]:
        """The columns that name people, as the file writes them: shown, then dropped."""
        return tuple(one.column for one in self.columns if one.kind is QuestionKind.PERSONAL)


def questions_of(table: Table, said: Said = NOTHING) -> tuple[SurveyQuestion, ...]:
    """What every column is, or of a table of one row an answer every question and other column.

    Raises Refusal: as `pulse_of`.
    """
    return answered(table, said).questions


def pulse_of(table: Table, said: Said = NOTHING) -> Pulse:
    """The points of every question that is rated. A person's last answer in a wave counts.

    Raises Refusal: the waves cannot be put in order, or days hang on an open question of reading.
    """
    found = answered(table, said)
    repeated = again(found.who, found.waves, found.at)
    n = int(repeated.sum())
    refuse_many(n, len(repeated), found.person, Place(table.source, table.sheet))
    kept = ~repeated
    asked = [one for one in found.questions if one.kind in ASKED]
    points, open = _points(found, asked, said)
    values = {name: one.values for name, one in points.items()}
    comments = [one.name for one in found.questions if one.kind is QuestionKind.COMMENT]
    unread = sum(one.unread for one in points.values())
    return Pulse(
        pd.DataFrame(values, index=found.cells.index, dtype=float)[kept].reset_index(drop=True),
        tuple(replace(one, scale=points[one.name].scale) for one in asked if one.name in points),
        found.waves[kept].reset_index(drop=True),
        found.order,
        found.cells[comments][kept].reset_index(drop=True),
        found.questions,
        open,
        tuple(one.name for one in asked if one.name not in points),
        (*found.notices, *said_again(n), *_said_unread(unread)),
    )


@dataclass(frozen=True)
class _Rated:
    """The points of a question on their scale, and how many answers were none."""

    values: "pd.Series[float]"
    scale: tuple[int, int]
    unread: int = 0


def _rated(cells: "pd.Series[str]", one: SurveyQuestion, likert: str) -> _Rated | tuple[str, ...]:
    """The points of a question, or the answers to choose from before there are any."""
    if one.kind is not QuestionKind.LIKERT:
        read = points_of(cells)
        return _Rated(read.values, one.scale or (0, 10), int(read.unread.sum()))
    words = likert_of(cells, likert)
    if words is None or words.open:
        return words.open if words else ()
    return _Rated(words.values, (1, words.top))


def _points(
    found: Answered, asked: Sequence[SurveyQuestion], said: Said
) -> tuple[dict[str, _Rated], tuple[str, ...]]:
    """Points by question, and the answers that open ones wait for."""
    likert = likert_said(found, said)
    every = {one.name: _rated(found.cells[one.name], one, likert) for one in asked}
    turned = {one.name for one in asked if {one.name, one.column} & said.reversed}
    points = {
        name: replace(one, values=sum(one.scale) - one.values) if name in turned else one
        for name, one in every.items()
        if isinstance(one, _Rated)
    }
    return points, tuple(
        dict.fromkeys(word for one in every.values() if isinstance(one, tuple) for word in one)
    )


def likert_said(found: Answered, said: Said) -> str:
    """What words are worth, as said; where some question shows the middle of five, all have it."""
    worded = [found.cells[one.name] for one in found.questions if one.kind is QuestionKind.LIKERT]
    return said.likert or ("five" if any(has_middle(one) for one in worded) else "")


def _said_unread(n: int) -> tuple[Text, ...]:
    if not n:
        return ()
    return (
        counted(
            "{n} answer is words where the others are points, and is left out.",
            "{n} answers are words where the others are points, and are left out.",
            n,
        ),
    )


_OPEN: Mapping[str, Text] = {
    "middle": text("“Kurang setuju” stands in the middle: 3 of 5"),
    "below": text("“Kurang setuju” stands below the middle: 2 of 5"),
    "four": text("There were four steps and no middle"),
    "five": text("There were five steps; nobody chose the middle"),
}


def likert_choices(pulse: Pulse) -> tuple[tuple[str, Text], ...]:
    """What can be answered where words leave open what they are worth: (Said.likert, its words)."""
    return tuple((one, _OPEN[one]) for one in pulse.open)
