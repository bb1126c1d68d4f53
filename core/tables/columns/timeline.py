"""A column of written dates or periods decided as a whole.

The order of day and month is taken from days above 12 anywhere in the column, else from other
columns of the file, else from the calendar when one reading steps evenly and the other does not.
Twelve first days of a month are even steps in both readings: then the person is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from core.language import Text, text
from core.periods import Grain, infer_grain
from core.tables.columns import dates
from core.tables.columns.bare import bare_moment, is_timely
from core.tables.columns.cells import Cells
from core.tables.columns.date_order import order_of
from core.tables.columns.dates_told import dates_told
from core.tables.columns.exchanged import half_converted, swapped
from core.tables.columns.financial_years import (
    financial_told,
    in_financial_years,
    two_years_each,
    year_starts_of,
)
from core.tables.columns.moment import COMMON, Moment
from core.tables.context import NATIVE_DATES, NUMERIC, Context, answered
from core.tables.model import Question

OFTEN = 0.1  # share of the cells of a column that are centuries old where it is of such days


@dataclass(frozen=True)
class Timeline:
    """Dates for the distinct cells of a column, or the question that must be answered first."""

    starts: tuple[date | None, ...] = ()  # per distinct cell
    by_row: tuple[date | None, ...] = ()  # per row; empty where every cell names its own year
    grain: Grain = Grain.DAY
    clocks: tuple[str, ...] = ()
    question: Question | None = None
    notices: tuple[Text, ...] = field(default=())
    year_starts: int | None = None  # month in which its financial years start; None: it has none

    def of_rows(self, cells: Cells) -> "np.ndarray[Any, Any]":
        """The date of each row, None where there is none."""
        return np.array(self.by_row or self.starts, object)[
            slice(None) if self.by_row else cells.codes
        ]


def moments_of(
    cells: Cells, name: str, context: Context, timely: bool = False
) -> list[Moment | None]:
    """What each distinct cell writes; bare numbers count only under a name that speaks of time."""
    if (years := _two_years(cells)) is not None:
        return years
    bare = timely or is_timely(name)
    return [
        _moment(words, kind, name if bare else None, context.date_1904) if known else None
        for words, kind, known in zip(cells.texts, cells.kinds, cells.known, strict=True)
    ]


def _moment(words: str, kind: str, name: str | None, date_1904: bool) -> Moment | None:
    """`name` is None where bare numbers are no dates."""
    if kind in NATIVE_DATES:
        return dates.take_apart(words)
    if kind in NUMERIC or words.replace(".", "", 1).replace(",", "", 1).isdecimal():
        found = None if name is None else bare_moment(words, kind, name, date_1904)
        return None if found and (found.year or COMMON) < COMMON else found
    return dates.take_apart(words) if kind == "text" else None


def _two_years(cells: Cells) -> list[Moment | None] | None:
    """What the cells write when each names a year and the next: 2009-10, 2010-11 …"""
    known = [one for one, known in zip(cells.texts, cells.known, strict=True) if known]
    found = two_years_each(known)
    if found is None:
        return None
    years = iter(found)
    return [next(years) if one else None for one in cells.known]


def timeline(
    moments: Sequence[Moment | None], cells: Cells, name: str, context: Context
) -> Timeline:
    """The dates of a column whose cells write `moments`."""
    order, question, notices = order_of(moments, cells, name, context)
    if question is not None:
        return Timeline(question=question)
    if answered(context.answers.date_order, name) == (half_converted(moments, cells) or "no"):
        moments = swapped(moments, cells)
    found = [one.ordered(order) if one else None for one in moments]
    found = _without_lone_old(found, cells)
    if _days_in_disguise(found, cells):
        return Timeline(question=_year_question(name))
    years, question, more = _years(found, cells, name, context)
    if question is not None:
        return Timeline(question=question)
    grain, found = _one_grain(found, cells)
    found, question = in_financial_years(found, name, context)
    if question is not None:
        return Timeline(question=question)
    starts = tuple(one.start() if one else None for one in found)
    by_row = tuple(
        one.start(year) if (one := found[code]) else None
        for code, year in zip(cells.codes if years else (), years, strict=True)
    )
    grain = _usual_step(grain, by_row or starts)
    told = (*dates_told(found, cells, name), *financial_told(found, name, context))
    clocks = tuple(one.clock if one else "" for one in found)
    notices = (*notices, *more, *told)
    return Timeline(starts, by_row, grain, clocks, None, notices, year_starts_of(found))


def _without_lone_old(found: list[Moment | None], cells: Cells) -> list[Moment | None]:
    """Days of centuries ago only where several cells are so old: a lone one is a slip."""
    old = [one is not None and one.year is not None and one.year < COMMON for one in found]
    if not any(old) or (sum(old) > 1 and cells.share(old) >= OFTEN):
        return found
    return [None if slip else one for one, slip in zip(found, old, strict=True)]


def _one_grain(found: list[Moment | None], cells: Cells) -> tuple[Grain, list[Moment | None]]:
    """The grain most cells are written in; cells of another grain are lost, never stretched."""
    weight: dict[Grain, int] = {}
    for one, count in zip(found, cells.counts, strict=True):
        if one:
            weight[one.grain] = weight.get(one.grain, 0) + int(count)
    if set(weight) == {Grain.DAY, Grain.MONTH} and all(
        one.day == 1 for one in found if one and one.grain is Grain.DAY
    ):
        return Grain.MONTH, found
    usual = max(weight, key=lambda grain: weight[grain])
    return usual, [one if one and one.grain is usual else None for one in found]


def _usual_step(grain: Grain, days: Sequence[date | None]) -> Grain:
    return grain if grain is not Grain.DAY else infer_grain({day for day in days if day})


def _years(
    found: Sequence[Moment | None], cells: Cells, name: str, context: Context
) -> tuple[list[int | None], Question | None, tuple[Text, ...]]:
    """A year for each row when some cell writes none: (years, question, notices)."""
    if all(one is None or one.year is not None for one in found):
        return [], None, ()
    rows = [found[code] for code in cells.codes]
    bare = [one for one in rows if one and one.year is None]
    turns = sum(_place(later) < _place(earlier) for earlier, later in pairwise(bare))
    first = _first_year(turns, context)
    if first is None or len(bare) < sum(one is not None for one in rows):
        return [], _year_question(name), ()
    years: list[int | None] = []
    year, before = first, None
    for one in rows:
        if one and before and _place(one) < _place(before):
            year += 1
        before = one or before
        years.append(year)
    notice = text(
        "“{name}” has no years; {year} is taken from the title.", name=name, year=str(first)
    )
    if context.answers.year:
        notice = text("“{name}” has no years; {year} was given.", name=name, year=str(first))
    return years, None, (notice,)


def _days_in_disguise(found: Sequence[Moment | None], cells: Cells) -> bool:
    """Whether Jan-01, Jan-02 … are days: as years they run many to one month, and not evenly."""
    if not any(one and one.abbreviated for one in found):
        return False
    rows = [one for code in cells.in_order() if (one := found[code]) and one.abbreviated]
    months = {one.part for one in rows}
    distinct = list(dict.fromkeys((one.year, one.part) for one in rows))
    if len(distinct) < 4 or len(distinct) <= 3 * len(months):
        return False
    return all((year or 0) % 100 <= 31 for year, _ in distinct) and len(months) < 4


def _place(one: Moment) -> tuple[int, int]:
    return one.part, one.day


def _first_year(turns: int, context: Context) -> int | None:
    """The year of the first row, when months run through `turns` turns of the year."""
    if context.answers.year:
        return context.answers.year
    years = context.years
    if len(years) == 1 and turns == 0:
        return years[0]
    return years[0] if len(years) == 2 and years[1] - years[0] == turns > 0 else None


def _year_question(name: str) -> Question:
    what = text("“{name}” has no years. Which year does it begin with?", name=name)
    return Question("year", name, what, (), "--year")
