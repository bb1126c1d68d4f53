"""Labels of financial years: FY26 Q1, TA 2025/2026, 2024/25, Apr FY2026.

They name the year that a financial year ends in. The month it starts in is said by the person;
without it they are read as calendar periods, with a word, or asked for where they cannot be such.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from core.language import Text, text
from core.periods import Frequency, Grain
from core.tables.columns.moment import Moment
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.model import ColumnType, Question
from core.tables.type_names import MONTHS
from core.tables.words import plain

QUESTION, OPTION = "fiscal_start", "--fiscal-start"
_NAMED = re.compile(
    r"\b(fy|fiscal|financial year|tahun (?:buku|anggaran|fiskal|ajaran|pelajaran))\b"
)
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)\s?[/-]\s?(\d\d)", re.ASCII)


def is_financial(name: str) -> bool:
    """Whether years under a name are financial years."""
    return bool(_NAMED.search(plain(name)))


def two_years_each(words: Sequence[str]) -> list[Moment] | None:
    """2009-10, 2010-11 … as years that end in the next, not months; None unless all are such."""
    found = [_TWO_YEARS.fullmatch(one) for one in words]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    if len(pairs) < max(len(words), 2) or any((year + 1) % 100 != end for year, end in pairs):
        return None
    return [Moment(Grain.YEAR, year + 1, fiscal=True, needs_start=True) for year, _ in pairs]


def in_financial_years(
    found: Sequence[Moment | None], name: str, context: Context
) -> tuple[list[Moment | None], Question | None]:
    """The moments with the month that their years start in, or the question for it."""
    starts = context.answers.fiscal_start
    named = is_financial(name)
    known = [placed(one, named, starts) if one else None for one in found]
    waiting = [one for one in known if one and one.needs_start]
    two_years = any(one.grain is Grain.YEAR for one in waiting)
    if not waiting or (starts is not None and not (two_years and starts == 1)):
        return known, None
    return known, _question(name, first=2 if two_years else 1)


def placed(one: Moment, named: bool, starts: int | None) -> Moment:
    """A label, or a year or quarter `named` as financial, in years that start in that month."""
    fiscal = one.fiscal or (named and one.grain in (Grain.QUARTER, Grain.YEAR))
    return replace(one, fiscal=fiscal, year_starts=starts or 1) if fiscal else one


def _question(name: str, first: int) -> Question:
    what = text("“{name}” names financial years. In which month do they start?", name=name)
    choices = tuple((str(one), MONTHS[one]) for one in range(first, 13))
    return Question(QUESTION, name, what, choices, OPTION)


def year_starts_of(found: Iterable[Moment | None]) -> int | None:
    """The month in which the financial years among the moments start; None: there are none."""
    return next((one.year_starts for one in found if one and one.fiscal), None)


def financial_told(
    moments: Iterable[Moment | None], name: str, context: Context
) -> tuple[Text, ...]:
    """How financial years were read: from which month, or as calendar years."""
    first = next((one for one in moments if one and one.fiscal), None)
    starts = context.answers.fiscal_start
    if first is None or starts == 1:
        return ()
    if starts is None:
        return (
            text(
                "Fiscal periods in “{name}” are read as calendar periods. If financial years "
                "start in another month, say in which (--fiscal-start).",
                name=name,
            ),
        )
    year = pd.Period(year=first.year or 2025, freq=Frequency(Grain.YEAR, starts).freq)
    return (
        text(
            "Financial years in “{name}” start in {month}: {year} begins on {day}.",
            name=name,
            month=MONTHS[starts],
            year=year,
            day=year.start_time.date(),
        ),
    )


def unasked(one: Typed) -> Typed:
    """A column beside the one of periods: what its years mean need not be asked."""
    if all(question.id != QUESTION for question in one.questions):
        return one
    cell = next(words for words in one.values if words.strip())
    why = text(
        "“{name}” stays text: “{cell}” may be a fiscal year, and the file does not say which "
        "month it begins with.",
        name=one.name,
        cell=cell,
    )
    return replace(one, type=ColumnType.TEXT, questions=(), notices=(*one.notices, why))
