"""The nouns of a survey's answers: what was asked, and what each person answered in each wave."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from core.language import Text


class QuestionKind(StrEnum):
    """What a column of a survey holds."""

    SCORE = "score"  # whether people would recommend working here
    RATING = "rating"  # points in digits
    LIKERT = "likert"  # points in words: setuju, agree, often
    COMMENT = "comment"
    GROUP = "group"
    WAVE = "wave"
    PERSONAL = "personal"  # names a person, or leads to one: shown and dropped
    OTHER = "other"  # what the tool keeps of an answer


ASKED = (QuestionKind.SCORE, QuestionKind.RATING, QuestionKind.LIKERT)


@dataclass(frozen=True)
class SurveyQuestion:
    """One question, or another column of the survey.

    name: as people read it, without tags and codes; column: as the file writes it, of a table of
    one row an answer the question's words. scale: the lowest and highest point, where it has some.
    """

    name: str
    column: str
    kind: QuestionKind
    answered: int
    scale: tuple[int, int] | None = None


@dataclass(frozen=True)
class Said:
    """What the person said of a survey: all of it may be left open.

    waves: one, week, month, quarter, year or a column, by which answers are told into waves.
    likert: middle, below or four for “kurang setuju”; five or four for answers without a middle.
    reversed: questions where agreeing is bad. alone: no column names people, each answer stands for
    itself.
    """

    waves: str = ""
    likert: str = ""
    reversed: frozenset[str] = frozenset()
    alone: bool = False


NOTHING = Said()


@dataclass(frozen=True)
class Answered:
    """Everybody's answers, one row a person and wave; every frame has the same rows.

    cells: the answers as written, a column for each of `questions` that was asked or commented.
    groups: text, "" where nothing was said. waves: the label of each row's wave, `order` the oldest
    first. days: without the time. who: the person, "" where unknown; goes no further than here.
    """

    questions: tuple[SurveyQuestion, ...]
    cells: pd.DataFrame
    groups: pd.DataFrame
    waves: "pd.Series[str]"
    order: tuple[str, ...]
    days: "pd.Series[pd.Timestamp]"
    who: "pd.Series[str]"
    at: "pd.Series[float]"  # in which order answers were given
    notices: tuple[Text, ...] = ()
    person: str = ""  # the column that says who answered

    @property
    def personal(self) -> tuple[str, ...]:
        """The columns that name people: to be shown before they are dropped."""
        return tuple(one.column for one in self.questions if one.kind is QuestionKind.PERSONAL)
