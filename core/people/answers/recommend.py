"""Which question asks whether people would recommend working here."""

import re
from collections.abc import Sequence

from core.errors import Place, Refusal
from core.language import text
from core.people.answers.likert import likert_of
from core.people.answers.model import ASKED, Answered, QuestionKind, SurveyQuestion
from core.people.answers.option import by
from core.people.answers.points import clean, points_of
from core.tables.mapping.questions import RECOMMEND

_RECOMMENDS = re.compile(r"\b(e?nps|\w*rekomendasi\w*|recommend\w*|menyarankan)\b", re.IGNORECASE)
_WORK = re.compile(
    r"\b(enps|place to work|work(ing)? (here|for|at|with)|employer|workplace|tempat (be)?kerja|"
    r"bekerja|karyawan|as an employer|join)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(score|skor|nilai|rating)\b", re.IGNORECASE)
_HIGHEST = 10


def question_of(found: Answered, wanted: str, place: Place) -> SurveyQuestion:
    """The question named, else the one on recommending to work here.

    Raises Refusal: there is none, or it is not clear which one.
    """
    asked = [one for one in found.questions if one.kind in ASKED]
    if wanted.strip():
        return _named(found, asked, wanted, place)
    about = [one for one in asked if RECOMMEND.search(one.name) or RECOMMEND.search(one.column)]
    about = about or [one for one in asked if _is_tenfold(found, one)]
    for better in (
        lambda one: _RECOMMENDS.search(one.column),
        lambda one: one.kind is QuestionKind.SCORE,
        lambda one: _WORK.search(one.column),
        lambda one: _is_tenfold(found, one),
    ):
        about = [one for one in about if better(one)] or about
    if len(about) == 1:
        return about[0]
    raise _unclear(about or asked, "", place)


def _named(
    found: Answered, asked: Sequence[SurveyQuestion], wanted: str, place: Place
) -> SurveyQuestion:
    said = clean(wanted)
    for every in (asked, [one for one in found.questions if one.name in found.cells.columns]):
        for one in every:
            if said in (clean(one.name), clean(one.column)):
                return one
    raise _unclear(asked, wanted, place)


def _is_tenfold(found: Answered, one: SurveyQuestion) -> bool:
    """Whether whole numbers up to 10 answer it, and some no scale of five has."""
    if one.kind is QuestionKind.LIKERT or likert_of(found.cells[one.name]) is not None:
        return False
    known = points_of(found.cells[one.name]).values.dropna()
    fits = known.between(0, _HIGHEST).mean() > 0.5 if len(known) else False
    return bool(fits and ((known > 5) | (known == 0)).any()) or (
        bool(fits) and bool(_NAMED.search(one.name)) and one.kind is QuestionKind.SCORE
    )


def _unclear(every: Sequence[SurveyQuestion], question: str, place: Place) -> Refusal:
    if not every:
        return Refusal(
            text("No column holds scores that people gave."),
            text("Say which column it is{option}, or bring another export.",
                 option=by("--score")),
            place,
        )  # fmt: skip
    what = (
        text("There is no question “{name}”.", name=question)
        if question
        else text("It is not clear which question asks whether people would recommend the company.")
    )
    known = ", ".join(f"“{one.name}”" for one in every[:12])
    remedy = text("Say which one{option}: {known}.", option=by("--score"), known=known)
    return Refusal(what, remedy, place)
