"""A calendar laid out both ways: months down and years across, or the other way round.

Two halves of a date meet in each cell: the year and the month, quarter, week or day within it, or
the month and its day. One half stands in the header, the other in a column of labels.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from core.periods import Grain
from core.tables.across.header import period_header
from core.tables.across.mostly import MOSTLY, mostly
from core.tables.across.year_order import month_first
from core.tables.columns.dates import take_apart
from core.tables.columns.financial_years import is_financial, placed, year_starts_of
from core.tables.columns.moment import Moment
from core.tables.context import Context
from core.tables.model import RawTable
from core.tables.words import (
    DAY_NAMES,
    MONTH_NAMES,
    NUMBERING,
    QUARTER_NAMES,
    WEEK_NAMES,
    YEAR_NAMES,
    plain,
)

_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d.,/-])")
_YEAR_WORD = re.compile(r"(tahun|thn|th|year|yr|fy|ta)\.?$", re.IGNORECASE)
_COUNTED = (
    (MONTH_NAMES, Grain.MONTH, 12),
    (QUARTER_NAMES, Grain.QUARTER, 4),
    (WEEK_NAMES, Grain.WEEK, 53),
)


@dataclass(frozen=True)
class Crossing:
    """Which rows and columns hold which half of a date, by their place in the frame."""

    label: int  # the column whose cells name the halves of the rows
    rows: dict[int, Moment]
    columns: dict[int, Moment]
    subs: dict[int, str]  # words that stand beside the time in a column's header
    grain: Grain

    @property
    def years(self) -> tuple[Moment, ...]:
        """The years that one of the halves names; none where days and months cross."""
        every = (*self.rows.values(), *self.columns.values())
        return tuple(one for one in every if one.grain is Grain.YEAR)

    @property
    def year_starts(self) -> int | None:
        """The month in which its financial years start; None: it names none."""
        return year_starts_of(self.years)

    def day(self, row: int, column: int) -> date | None:
        """The first day of the period in which a row and a column meet."""
        halves = self.rows[row], self.columns[column]
        coarse, fine = halves if halves[0].grain is Grain.YEAR else halves[::-1]
        try:
            if coarse.grain is Grain.YEAR:
                return fine.within(coarse).start()
            return replace(fine, year=coarse.year, part=coarse.part).start()
        except ValueError:
            return None


def crossing_of(raw: RawTable, context: Context) -> Crossing | None:
    """How the table crosses two halves of a date; None when it does not."""
    if not raw.header_rows or not len(raw.frame):
        return None
    found = _years_across(raw) or _years_down(raw, context) or _days_down(raw, context)
    return None if found is None else _in_financial_years(raw, found, context)


def _in_financial_years(raw: RawTable, crossing: Crossing, context: Context) -> Crossing:
    """The crossing with its years where the person said that financial ones lie."""
    starts = context.answers.fiscal_start
    named = is_financial(str(raw.frame.columns[crossing.label])) or month_first(raw) == (
        starts or 0
    )
    rows, columns = (
        {i: placed(one, named and one.grain is Grain.YEAR, starts) for i, one in half.items()}
        for half in (crossing.rows, crossing.columns)
    )
    return replace(crossing, rows=rows, columns=columns)


def _years_across(raw: RawTable) -> Crossing | None:
    years = {i: found for i, parts in enumerate(raw.header_parts) if (found := _year(parts))}
    if not years:
        return None
    free = [i for i in range(min(years)) if i not in years]
    labelled = [(i, rows) for i in free if (rows := parts_of(raw, i))]
    if not labelled:
        return None
    order = list(Grain)
    label, rows = min(labelled, key=lambda one: order.index(next(iter(one[1].values())).grain))
    grain = next(iter(rows.values())).grain
    columns = {i: moment for i, (moment, _) in years.items()}
    return Crossing(label, rows, columns, {i: sub for i, (_, sub) in years.items()}, grain)


def _year(parts: tuple[str, ...]) -> tuple[Moment, str] | None:
    """A header that names one year and no part of it, and its other words."""
    said = " ".join(parts)
    found, whole = _YEAR.findall(said), take_apart(said)
    if len(found) != 1:
        return (whole, "") if whole and whole.grain is Grain.YEAR and whole.fiscal else None
    if whole is not None and whole.grain is not Grain.YEAR:
        return None
    rest = _YEAR.sub(" ", said).split()
    if any(take_apart(word) for word in rest):
        return None
    kept = " ".join(word for word in rest if not _YEAR_WORD.match(word)).strip(" -–:/()")
    return Moment(Grain.YEAR, int(found[0]), fiscal=whole is not None and whole.fiscal), kept


def parts_of(raw: RawTable, column: int) -> dict[int, Moment]:
    """Row -> part of a year, when most labels of a column are such; else nothing."""
    name = plain(raw.frame.columns[column])
    counted = next(((grain, most) for names, grain, most in _COUNTED if names.match(name)), None)

    def part(cell: str) -> Moment | None:
        if counted and re.fullmatch(r"\d{1,2}", cell) and 1 <= int(cell) <= counted[1]:
            return Moment(counted[0], None, int(cell))
        one = take_apart(cell)
        return one if one and one.year is None and one.parts is None else None

    found = mostly(raw.frame.iloc[:, column], part, 2)
    grains = [one.grain for one in found.values()]
    usual = max(set(grains), key=grains.count, default=None)
    return {i: one for i, one in found.items() if one.grain is usual}


def _years_down(raw: RawTable, context: Context) -> Crossing | None:
    """Years in a column, parts of a year across, and nothing else that names the rows."""
    columns, subs = {}, {}
    for i, parts in enumerate(raw.header_parts):
        if (one := take_apart(" ".join(parts))) and one.year is None and one.parts is None:
            columns[i], subs[i] = one, ""
    grains = [one.grain for one in columns.values()]
    if len(columns) < 2:
        return None
    usual = max(set(grains), key=grains.count)
    columns = {i: one for i, one in columns.items() if one.grain is usual}
    for label in range(min(columns)):
        rows = _years_of(raw, label, context)
        if rows and _alone(raw, label, min(columns)):
            return Crossing(label, rows, columns, subs, usual)
    return None


def _years_of(raw: RawTable, column: int, context: Context) -> dict[int, Moment]:
    named = YEAR_NAMES.match(plain(raw.frame.columns[column]))
    known = context.answers.fiscal_start is not None

    def year(cell: str) -> Moment | None:
        one = take_apart(cell)
        return one if one and one.grain is Grain.YEAR and (known or not one.fiscal) else None

    return mostly(raw.frame.iloc[:, column], year, 1 if named else 2)


def _alone(raw: RawTable, label: int, first: int) -> bool:
    """Whether no other column left of the periods names the rows."""
    names = raw.frame.columns[[i for i in range(first) if i != label]]
    return all(NUMBERING.match(plain(one)) or raw.frame[one].eq("").all() for one in names)


def _days_down(raw: RawTable, context: Context) -> Crossing | None:
    """Days of the month in a column named for them, and months across."""
    label = next(
        (i for i, name in enumerate(raw.frame.columns) if DAY_NAMES.match(plain(name))), None
    )
    if label is None:
        return None
    cells = raw.frame.iloc[:, label]
    said = {cell: int(cell) for cell in cells.unique() if re.fullmatch(r"\d{1,2}", cell)}
    are_days = cells.isin(list(said))
    if are_days.sum() < MOSTLY * len(cells) or not all(1 <= day <= 31 for day in said.values()):
        return None
    days = {int(i): said[cells.iloc[i]] for i in np.flatnonzero(are_days)}
    header = period_header(raw, context)
    if header is None or header.question or header.grain is not Grain.MONTH:
        return None
    columns = {
        i: Moment(Grain.MONTH, start.year, start.month)
        for i, start in header.starts.items()
        if start is not None
    }
    rows = {i: Moment(Grain.DAY, None, 1, day) for i, day in days.items()}
    return Crossing(label, rows, columns, header.subs, Grain.DAY)
