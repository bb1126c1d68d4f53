"""A survey table as answers: one score a person, what groups they belong to, when they answered.

Only groups travel on: names, addresses and exact times stay behind, and what they were is said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.people.enps import SCALES, Scale, on_scale
from core.tables.mapping.questions import RECOMMEND
from core.tables.model import Column, ColumnType, Table

_POINTS = re.compile(r"^\s*(-?\d+(?:[.,]\d+)?)(?!\s*%)\b|\b(-?\d+(?:[.,]\d+)?)\s*\)?\s*$")
_STATED = re.compile(r"\b(0|1)\s*(?:[-–—]|to|sampai|s/d|hingga)\s*(5|10)\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(comments?|komentar|saran|masukan|feedback|alasan|reason)\b", re.IGNORECASE
)
_PERSON = ("respondent", "response_id")
_NOBODY = frozenset(("", "anonymous", "anonim"))
_MOST_WORDS = 200  # of a column that divides people; one with more names them
_LEAST_SHARE = 2  # answers that a word of such a column has on average at least


@dataclass(frozen=True)
class Survey:
    """The answers to one question: points, as far as they are on the scale, and the groups.

    answers: float, one row a person; groups: the same rows, one text column each, "" where nothing
    was said. outside: answers that are not whole numbers of the scale.
    """

    question: str
    scale: Scale
    answers: "pd.Series[float]"
    groups: pd.DataFrame
    outside: int
    notices: tuple[Text, ...]


def survey_of(table: Table, question: str = "", scale: str = "") -> Survey:
    """The answers to the question whether people would recommend working here, or to another.

    question: a column or, of a table of one row an answer, the question as written. scale: one of
    SCALES; without one, as the question states or the answers show.
    Raises Refusal: no such question, several and none of them said, no answer on the scale.
    """
    rows, name, points = _asked(table, question)
    rows, points, repeats = _once(table, rows, points)
    known, seen = _scale(name, points, scale, Place(table.source, table.sheet))
    fits = on_scale(points, known)
    outside = int((points.notna() & ~fits).sum())
    columns = [one for one in table.columns if _divides(one, rows, name)]
    groups = pd.DataFrame(
        {one.name: rows[one.name].astype("string").fillna("").str.strip() for one in columns},
        index=rows.index,
    )
    if not fits.any():
        raise Refusal(
            text("No answer to “{question}” is on the scale {scale}.", question=name,
                 scale=known.name),
            text("Say which scale it is (--scale), or which column holds the scores (--score)."),
            Place(table.source, table.sheet),
        )  # fmt: skip
    told = [*seen, *_said(outside, known), *_said_repeats(repeats), *_left_behind(table)]
    return Survey(
        name, known, points[fits].reset_index(drop=True), groups[fits].reset_index(drop=True),
        outside, tuple(told),
    )  # fmt: skip


def _asked(table: Table, question: str) -> "tuple[pd.DataFrame, str, pd.Series[float]]":
    """The rows of one question, how it is written, and its points."""
    fields = {one.field: one.name for one in table.columns}
    wanted = question.strip().casefold()
    named = next((one for one in table.columns if one.name.strip().casefold() == wanted), None)
    if {"question", "score"} <= fields.keys() and named is None:
        return _of_rows(table, fields, question)
    scored = [one for one in table.columns if one.field.partition(":")[0] == "score"]
    if named is None and question:
        raise _no_question(question, [one.name for one in scored], table)
    if named is None:
        about = [one for one in scored if RECOMMEND.search(one.name)] or scored
        about = about or [one for one in table.columns if RECOMMEND.search(one.name)]
        named = _the_one(about, table)
    return table.frame, named.name, _points(table.frame[named.name])


def _of_rows(
    table: Table, fields: dict[str, str], question: str
) -> "tuple[pd.DataFrame, str, pd.Series[float]]":
    words = table.frame[fields["question"]].astype("string").str.strip()
    every = [str(one) for one in words.dropna().unique()]
    wanted = question.strip().casefold()
    about = [one for one in every if one.casefold() == wanted] if wanted else []
    if not wanted:
        about = [one for one in every if RECOMMEND.search(one)] or every
    if len(about) != 1:
        raise _no_question(question, every, table)
    rows = table.frame[(words == about[0]).fillna(False)]
    return rows, about[0], _points(rows[fields["score"]])


def _the_one(about: Sequence[Column], table: Table) -> Column:
    if len(about) == 1:
        return about[0]
    raise _no_question("", [one.name for one in about], table)


def _no_question(question: str, every: Sequence[str], table: Table) -> Refusal:
    place = Place(table.source, table.sheet)
    if not every:
        return Refusal(
            text("No column holds scores that people gave."),
            text("Say which column it is (--score), or bring another export."),
            place,
        )
    what = (
        text("There is no question “{name}”.", name=question)
        if question
        else text("It is not clear which question asks whether people would recommend the company.")
    )
    known = ", ".join(f"“{one}”" for one in every[:12])
    return Refusal(what, text("Say which one (--score): {known}.", known=known), place)


def _points(column: "pd.Series[str]") -> "pd.Series[float]":
    """Numbers, also those at the start or the end of words: “10 - Sangat mungkin”."""
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("Float64").astype(float)
    words = column.astype("string").str.strip()
    found = words.str.extract(_POINTS)
    return pd.to_numeric(found[0].fillna(found[1]).str.replace(",", "."), errors="coerce").astype(
        float
    )


def _once(
    table: Table, rows: pd.DataFrame, points: "pd.Series[float]"
) -> "tuple[pd.DataFrame, pd.Series[float], int]":
    """The last answer of each person, where a column says who they are; and how many went."""
    names = {one.field: one.name for one in table.columns}
    who = next((names[one] for one in _PERSON if one in names), None)
    if who is None:
        return rows, points, 0
    words = rows[who].astype("string").fillna("").str.strip().str.casefold()
    order = rows.index
    if "submitted_at" in names:
        order = rows[names["submitted_at"]].sort_values(kind="stable", na_position="first").index
    again = words.loc[order].duplicated(keep="last") & ~words.loc[order].isin(_NOBODY)
    kept = ~again.reindex(rows.index)
    return rows[kept], points[kept], int(again.sum())


def _scale(
    question: str, points: "pd.Series[float]", said: str, place: Place
) -> tuple[Scale, tuple[Text, ...]]:
    """The scale said, else stated by the question, else the one the answers show, with a word."""
    if said:
        if said not in SCALES:
            raise Refusal(
                text("There is no scale “{scale}”.", scale=said),
                text("Choose from: {known}.", known=", ".join(SCALES)),
            )
        return SCALES[said], ()
    stated = {f"{low}-{high}" for low, high in _STATED.findall(question)} & SCALES.keys()
    if len(stated) == 1:
        return SCALES[stated.pop()], ()
    known = points.dropna()
    if not len(known):
        raise Refusal(
            text("Nobody answered “{question}” with a number.", question=question),
            text("Say which column holds the scores (--score)."),
            place,
        )
    if known.max() > 5 or (known == 0).any():
        return SCALES["0-10"], (
            text("The answers are taken as given from 0 to 10; say so (--scale) if it was 1 to 10 "
                 "or 1 to 5."),
        )  # fmt: skip
    return SCALES["1-5"], (
        text("No answer is above 5: the scale is taken as 1 to 5; say so (--scale) if it was 0 to "
             "10."),
    )  # fmt: skip


def _divides(column: Column, rows: pd.DataFrame, question: str) -> bool:
    """Whether a column tells groups of people apart, and no person."""
    if column.field != "dimension" or column.name == question or _COMMENT.search(column.name):
        return False
    if column.type is not ColumnType.TEXT:
        return False
    words = rows[column.name].dropna()
    many = int(words.nunique())
    return 0 < many <= _MOST_WORDS and many * _LEAST_SHARE <= len(words)


def _said(outside: int, scale: Scale) -> list[Text]:
    if not outside:
        return []
    return [
        counted(
            "{n} answer is no whole number of the scale {scale} and is left out.",
            "{n} answers are no whole numbers of the scale {scale} and are left out.",
            outside,
            scale=scale.name,
        )
    ]


def _said_repeats(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} answer was given again by the same person; the last one counts.",
            "{n} answers were given again by the same people; the last ones count.",
            n,
        )
    ]


def _left_behind(table: Table) -> list[Text]:
    """The columns that point to one person, which go no further."""
    personal = [one.name for one in table.columns if one.field == "respondent"]
    if not personal:
        return []
    return [text("Left behind, because they name people: {columns}.", columns=", ".join(personal))]
