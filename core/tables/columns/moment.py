"""A date or period as one cell writes it; what the cell leaves open stays open.

Two-digit years: 50-99 are 1950-1999, 00-49 are 2000-2049.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.periods import Grain

FIRST_SHORT = 1950  # the earliest year two digits stand for
OLDEST, COMMON = 1700, 1900  # days before COMMON count where several of a column are so old
ORDERS = {"dmy": (0, 1, 2), "mdy": (1, 0, 2), "ymd": (2, 1, 0)}


@dataclass(frozen=True)
class Moment:
    """A date or period as written. `parts` are three numbers whose order is still open."""

    grain: Grain
    year: int | None = None
    part: int = 1  # month of a day or month; quarter; week
    day: int = 1
    parts: tuple[int, int, int] | None = None
    short_year: bool = False  # all of `parts` have two digits: the year may stand first
    clock: str = ""  # HH:MM:SS
    fiscal: bool = False  # of a financial year, named by the year it ends in
    year_starts: int = 1  # the month in which that year starts
    needs_start: bool = False  # it has no day until that month is known
    abbreviated: bool = False  # Jan-25: a month and two digits
    counted: str = ""  # days | seconds: it was a bare count of them
    span: bool = False  # the first of several days

    def ordered(self, order: str) -> "Moment | None":
        """The day under an order of its parts; None when there is no such day."""
        if self.parts is None:
            return self
        day, month, year = (self.parts[position] for position in ORDERS[order])
        if order == "ymd" and not self.short_year:
            return None
        return valid(replace(self, year=full_year(year), part=month, day=day, parts=None))

    def start(self, year: int | None = None) -> date | None:
        """The first day, the year given where none is written; None when unknown."""
        known = self.year if self.year is not None else year
        if known is None or self.parts is not None:
            return None
        if self.grain is Grain.WEEK:
            return date.fromisocalendar(known, self.part, 1)
        if self.fiscal and self.year_starts > 1:
            return self._in_financial_year(known)
        if self.grain is Grain.QUARTER:
            return date(known, 3 * self.part - 2, 1)
        if self.grain is Grain.YEAR:
            return date(known, 1, 1)
        return date(known, self.part, self.day)

    def within(self, year: "Moment") -> "Moment":
        """This part of a year as one of that year."""
        return replace(self, year=year.year, fiscal=year.fiscal, year_starts=year.year_starts)

    def _in_financial_year(self, year: int) -> date:
        """The first day of a year, quarter or month of the financial year that ends in `year`."""
        if self.grain is Grain.MONTH:
            return date(year - (self.part >= self.year_starts), self.part, 1)
        later = 3 * (self.part - 1) if self.grain is Grain.QUARTER else 0
        months = self.year_starts - 1 + later
        return date(year - 1 + months // 12, months % 12 + 1, 1)


def full_year(year: int) -> int:
    """A year of two digits in full."""
    return year if year >= 100 else year + (2000 if year < FIRST_SHORT - 1900 else 1900)


def serial(number: float, date_1904: bool) -> date:
    """The day of a spreadsheet serial number (day 0 is 30 December 1899, or 1 January 1904)."""
    return (date(1904, 1, 1) if date_1904 else date(1899, 12, 30)) + timedelta(days=int(number))


def valid(moment: Moment) -> Moment | None:
    """The moment when there is one up to 2100: a day from 1700, another period from 1900."""
    if moment.parts is not None:
        return moment if any(moment.ordered(order) for order in ORDERS) else None
    try:
        known = moment.start(2024)
    except ValueError:
        return None
    earliest = OLDEST if moment.grain is Grain.DAY else COMMON
    inside = moment.year is None or earliest <= moment.year <= 2100
    return moment if inside and known else None
