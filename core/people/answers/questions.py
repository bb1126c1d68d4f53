"""What every column of a survey is: a question and of which kind, a group, a name, the tool's."""

import re

import pandas as pd

from core.people.answers.likert import likert_of
from core.people.answers.model import QuestionKind, SurveyQuestion
from core.people.answers.points import cells_of, points_of, says_nothing
from core.people.answers.scale import stated
from core.people.answers.words import is_personal, is_tools, names_group, titles
from core.tables.mapping.questions import RECOMMEND
from core.tables.model import Column, ColumnType, Table

_COMMENT = re.compile(
    r"\b(comments?|komentar|saran|masukan|feedback|alasan|reason|why|mengapa)\b", re.IGNORECASE
)
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", re.IGNORECASE)
_TIMES = (ColumnType.DATE, ColumnType.DATETIME)
MOST_WORDS = 200  # of a column that divides people; one with more names them
LEAST_SHARE = 2  # answers that a word of such a column has on average at least
_READ = 0.5  # share of the written cells of a question that are points
_HIGHEST = 10
_WORD = 3  # letters
_OWN = re.compile(r"\b(saya|kami|kita|aku|i|my|me|we|our|us)\b", re.IGNORECASE)  # of statements


def columns_told(table: Table, rows: pd.DataFrame, wave: str) -> tuple[SurveyQuestion, ...]:
    """What each column is; `wave`: the one that says in which wave an answer was given."""
    shown = titles([one.name for one in table.columns])
    return tuple(_told(one, rows, shown[one.name], wave) for one in table.columns)


def asked_in(name: str, column: str, cells: "pd.Series[str]") -> SurveyQuestion:
    """One question by its words and answers."""
    count = int((~cells.map({one: says_nothing(one) for one in cells.unique()}).astype(bool)).sum())
    points = points_of(cells)
    likert = likert_of(cells)
    if not count and RECOMMEND.search(name):
        return SurveyQuestion(name, column, QuestionKind.SCORE, 0)
    if points.read >= _READ:
        known = points.values.dropna()
        fits = bool(((known >= 0) & (known <= _HIGHEST)).mean() > _READ)
        kind = QuestionKind.SCORE if RECOMMEND.search(name) and fits else QuestionKind.RATING
        return SurveyQuestion(name, column, kind, count, _reach(known, column))
    if likert is not None:
        return SurveyQuestion(name, column, QuestionKind.LIKERT, count, (1, likert.top))
    return SurveyQuestion(name, column, QuestionKind.COMMENT, count)


def _told(one: Column, rows: pd.DataFrame, name: str, wave: str) -> SurveyQuestion:
    cells = cells_of(rows, one)
    kind = _kind(one, cells, wave)
    if kind is None:
        return asked_in(name, one.name, cells)
    return SurveyQuestion(name, one.name, kind, int((cells != "").sum()))


def _kind(one: Column, cells: "pd.Series[str]", wave: str) -> QuestionKind | None:
    """None: a question that is asked."""
    field = one.field.partition(":")[0]
    if one.name == wave:
        return QuestionKind.WAVE
    question = field == "score" or bool(RECOMMEND.search(one.name))
    if field == "respondent" or (is_personal(one.name) and not question) or _are_mails(cells):
        return QuestionKind.PERSONAL
    if is_tools(one.name) or field in ("submitted_at", "response_id") or one.type in _TIMES:
        return QuestionKind.OTHER
    if field == "comment" or (not question and _COMMENT.search(one.name)):
        return QuestionKind.COMMENT
    if field == "score" or (question and _is_answered(cells)):
        return None
    if _is_worded(cells):
        return None
    if _divides(one, cells, field):
        return QuestionKind.GROUP
    return None if _is_rated(one, cells) else QuestionKind.OTHER


def _are_mails(cells: "pd.Series[str]") -> bool:
    known = cells[cells != ""]
    return bool(len(known)) and float(known.str.match(_MAIL).mean()) > _READ


def _is_answered(cells: "pd.Series[str]") -> bool:
    blank = bool((cells == "").all())
    return blank or points_of(cells).read >= _READ or likert_of(cells) is not None


def _is_worded(cells: "pd.Series[str]") -> bool:
    """Whether the answers are words of agreement; letters alone may be names of teams."""
    return bool((cells.str.len() >= _WORD).any()) and likert_of(cells) is not None


def _is_rated(one: Column, cells: "pd.Series[str]") -> bool:
    """Whether a column of figures no field was found for is one of points: a statement, rated."""
    if one.field != "measure" or len(one.name.split()) < 2:
        return False
    known = points_of(cells).values.dropna()
    whole = bool((known % 1 == 0).all())
    return bool(len(known)) and whole and bool(known.between(0, _HIGHEST).all())


def _divides(one: Column, cells: "pd.Series[str]", field: str) -> bool:
    """Whether a column tells groups of people apart, and no person."""
    known = cells[cells != ""]
    many = int(known.nunique())
    if not 0 < many <= MOST_WORDS:
        return False
    if names_group(one.name):
        figures = one.type is ColumnType.INTEGER and not _OWN.search(one.name)
        return figures or one.type in (ColumnType.TEXT, ColumnType.BOOLEAN)
    return (
        field == "dimension" and one.type is ColumnType.TEXT and (many * LEAST_SHARE <= len(known))
    )


def _reach(known: "pd.Series[float]", column: str) -> tuple[int, int]:
    """The scale the question states, where it holds the points; else the smallest that does."""
    ends = stated(column)
    if ends is not None and bool(known.between(*ends).all()):
        return ends
    highest = next((one for one in (5, 7, 10) if known.max() <= one), 10)
    return (0 if (known == 0).any() or highest == _HIGHEST else 1), highest
