"""One written date or period taken apart; what a single cell leaves open stays open.

ISO 8601 and its kin, both day orders, month names in two languages, quarters (Q1, TW I, Kuartal,
Triwulan), ISO weeks (W3, Minggu 3), years. Two-digit years: 00-69 are 2000-2069 (as POSIX).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.periods import Grain
from core.tables.words import MONTHS, WEEKDAYS

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
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
    fiscal: bool = False
    abbreviated: bool = False  # Jan-25: a month and two digits

    def ordered(self, order: str) -> "Moment | None":
        """The day under an order of its parts; None when there is no such day."""
        if self.parts is None:
            return self
        day, month, year = (self.parts[position] for position in ORDERS[order])
        if order == "ymd" and not self.short_year:
            return None
        return _valid(replace(self, year=full_year(year), part=month, day=day, parts=None))

    def start(self, year: int | None = None) -> date | None:
        """The first day, the year given where none is written; None when unknown."""
        known = self.year if self.year is not None else year
        if known is None or self.parts is not None:
            return None
        if self.grain is Grain.WEEK:
            return date.fromisocalendar(known, self.part, 1)
        if self.grain is Grain.QUARTER:
            return date(known, 3 * self.part - 2, 1)
        if self.grain is Grain.YEAR:
            return date(known, 1, 1)
        return date(known, self.part, self.day)


def full_year(year: int) -> int:
    """A year of two digits in full."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def serial(number: float, date_1904: bool) -> date:
    """The day of a spreadsheet serial number (day 0 is 30 December 1899, or 1 January 1904)."""
    return (date(1904, 1, 1) if date_1904 else date(1899, 12, 30)) + timedelta(days=int(number))


def _valid(moment: Moment) -> Moment | None:
    if moment.parts is not None:
        return moment if any(moment.ordered(order) for order in ORDERS) else None
    try:
        known = moment.start(2024)
    except ValueError:
        return None
    inside = moment.year is None or 1900 <= moment.year <= 2100
    return moment if inside and known else None


_WEEKDAY = re.compile(rf"^(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?,?\s+(?=\S*\d)")
_CLOCK = re.compile(
    r"^(?P<rest>.{6,}?)(?:t|,?\s+(?:pukul\s+|jam\s+)?)(?P<h>\d{1,2})[:.](?P<m>\d{2})"
    r"(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<half>am|pm)?\s*"
    r"(?:z|utc|gmt|wib|wita|wit|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?$"
)
_TAIL = re.compile(r"\s*(\*+|\((?:[^()]*)\)|\bmtd\b|\bytd\b|\bsementara\b|\bberjalan\b)$")
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_Y = r"(?P<y>\d{4}|'?\d{2})"
_Y4 = r"(?P<y>(?:19|20)\d{2})"
_S = r"[\s./,'-]*"
_Q = (
    r"(?:q|qtr|quarter|kuartal|kwartal|triwulan|tri wulan|tw|kw)\s*(?:ke)?[\s.-]*"
    r"(?P<q>iv|i{1,3}|[1-4])"
)
_W = r"(?:w|wk|week|minggu|pekan|mgg)\s*(?:ke)?[\s.-]*(?P<w>\d{1,2})"
_FY = r"(?P<f>fy|ta|fiscal year|tahun fiskal|tahun anggaran|tahun buku)"

Found = dict[str, str | None]


def _day(found: Found) -> Moment:
    month = found["m"] or ""
    return Moment(Grain.DAY, _year(found), MONTHS.get(month) or int(month), int(found["d"] or 1))


def _month(found: Found) -> Moment:
    month = found["m"] or ""
    short = len((found.get("y") or "").strip("'")) == 2
    return Moment(Grain.MONTH, _year(found), MONTHS.get(month) or int(month), abbreviated=short)


def _quarter(found: Found) -> Moment:
    written = found["q"] or "1"
    number = ROMAN.get(written) or int(written)
    return Moment(Grain.QUARTER, _year(found), number, fiscal=bool(found.get("f")))


def _week(found: Found) -> Moment:
    return Moment(Grain.WEEK, _year(found), int(found["w"] or 1))


def _whole_year(found: Found) -> Moment:
    return Moment(Grain.YEAR, _year(found), fiscal=bool(found.get("f")))


def _open(found: Found) -> Moment:
    parts = int(found["a"] or 0), int(found["b"] or 0), int(found["y"] or 0)
    short = len(found["y"] or "") == 2
    return Moment(Grain.DAY, parts=parts, short_year=short and len(found["a"] or "") == 2)


def _year(found: Found) -> int | None:
    written = (found.get("y") or "").strip("'")
    return full_year(int(written)) if written else None


FORMS: tuple[tuple[re.Pattern[str], Callable[[Found], Moment]], ...] = tuple(
    (re.compile(pattern + "$"), build)
    for pattern, build in (
        (rf"{_Y4}([-/. ])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})", _day),
        (rf"{_Y4}(?P<m>\d\d)(?P<d>\d\d)", _day),
        (rf"{_Y4}\s?[-/.]\s?(?P<m>\d{{1,2}})", _month),
        (rf"{_Y4}[-\s]?m(?P<m>\d{{1,2}})", _month),
        (rf"{_Y4}(?P<m>0[1-9]|1[0-2])", _month),
        (rf"(?P<m>\d{{1,2}})\s?[-/.]\s?{_Y4}", _month),
        (r"(?P<a>\d{1,2})\s?([-/. ])\s?(?P<b>\d{1,2})\s?\2\s?(?P<y>\d{4}|\d{2})", _open),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_S}(?P<m>{_NAME}){_S}{_Y}", _day),
        (rf"(?P<m>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_Y4}", _day),
        (rf"{_Y4}{_S}(?P<m>{_NAME}){_S}(?P<d>\d{{1,2}})", _day),
        (rf"(?:bulan\s+)?(?P<m>{_NAME}){_S}{_Y}", _month),
        (rf"{_Y4}{_S}(?P<m>{_NAME})", _month),
        (rf"(?:bulan\s+)?(?P<m>{_NAME})\.?", _month),
        (rf"(?P<d>\d{{1,2}})[\s-](?P<m>{_NAME})\.?", _day),
        (rf"{_Q}{_S}(?:(?P<f>fy)\s*)?(?:tahun\s+)?{_Y}", _quarter),
        (rf"(?P<f>fy)?\s*{_Y4}{_S}{_Q}", _quarter),
        (rf"(?P<f>fy)\s*{_Y}{_S}{_Q}", _quarter),
        (rf"(?P<q>[1-4])q{_S}{_Y}", _quarter),
        (_Q, _quarter),
        (rf"{_Y4}{_S}{_W}", _week),
        (rf"{_W}{_S}(?:tahun\s+)?{_Y4}", _week),
        (_W, _week),
        (rf"(?:tahun|year|thn)?\s*{_Y4}", _whole_year),
        (rf"{_FY}[\s-]*{_Y}", _whole_year),
    )
)


def take_apart(words: str) -> Moment | None:
    """The date or period that words write; None when they write none."""
    plain = re.sub(r"\s+", " ", words.replace("–", "-").replace("—", "-").replace("’", "'"))
    plain = plain.strip().casefold()
    if not plain or len(plain) > 60:
        return None
    return _single(plain) or _range(plain)


def _single(plain: str) -> Moment | None:
    tailless = _TAIL.sub("", plain)
    timeless, clock = _without_clock(tailless or plain)
    if found := _first_form(timeless):
        return replace(found, clock=clock)
    found = _first_form(_WEEKDAY.sub("", timeless))
    if found is None or found.grain is not Grain.DAY or _third_week(timeless, found):
        return None
    return replace(found, clock=clock)


_TO = re.compile(r"\s+(?:-|to|s/d|sd|sampai|hingga)\s+|(?<=\d)-(?=\d)|\s*-\s*(?=[a-z])|(?<=[a-z])-")


def _range(plain: str) -> Moment | None:
    """A span: three months that are a quarter, else days (1-7 Jan 2025), told by the first."""
    ends = _TO.split(plain)
    last = _first_form(ends[-1]) if len(ends) == 2 else None
    if last is None or not ends[0]:
        return None
    rest = re.sub(r"^\d{1,2}\b", "", ends[-1])
    year = re.sub(r"^\D*(?=\d{4})", " ", ends[-1])
    tries = (ends[0], ends[0] + rest, ends[0] + year)
    first = next(
        (one for words in tries if (one := _first_form(words)) and (one.year or one.parts)), None
    )
    if first is None or first.grain is not last.grain:
        return None
    if first.grain is Grain.DAY and _within_weeks(first, last):
        return first
    quarter = first.grain is Grain.MONTH and first.year == last.year and last.part - first.part == 2
    if quarter and first.part % 3 == 1:
        return Moment(Grain.QUARTER, first.year, (first.part + 2) // 3)
    return None


def _within_weeks(first: Moment, last: Moment) -> bool:
    """Whether a span of days is a week or so, under some order of its parts."""
    for order in ("dmy", "mdy"):
        one, other = first.ordered(order), last.ordered(order)
        start, end = one.start() if one else None, other.start() if other else None
        if start and end and 0 <= (end - start).days <= 15:
            return True
    return False


def _first_form(timeless: str) -> Moment | None:
    for form, build in FORMS:
        if match := form.match(timeless):
            try:
                moment = build(match.groupdict())
            except ValueError:
                continue
            if found := _valid(moment):
                return found
    return None


def _third_week(plain: str, found: Moment) -> bool:
    """“Minggu 3 Januari 2025” is a week of the month unless that day was a Sunday (Minggu)."""
    day = found.start()
    return (
        plain.startswith("minggu") and "," not in plain and day is not None and day.weekday() != 6
    )


def _without_clock(plain: str) -> tuple[str, str]:
    match = _CLOCK.match(plain)
    if match is None or not match["rest"].strip()[-1:].isdecimal():
        return plain, ""
    hour, minute, second = int(match["h"]), int(match["m"]), int(match["s"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return plain, ""
    return match["rest"].strip(), f"{hour:02}:{minute:02}:{second:02}"
