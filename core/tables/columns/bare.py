"""Bare numbers that are dates, because the name of their column speaks of time.

A spreadsheet's day number (with its part of a day), seconds or milliseconds since 1970 in UTC,
20250131, 31012025, 202501, a week such as 202505 under a name of weeks, or a year.
"""

import re
from datetime import UTC, datetime

from core.periods import Grain
from core.tables.columns import dates
from core.tables.columns.moment import Moment, serial, valid
from core.tables.context import NUMERIC
from core.tables.words import WEEK_NAMES, YEAR_NAMES, plain

SERIALS = (20_000, 60_000)  # 1954 to 2064
EPOCHS = (946_684_800, 2_208_988_800)  # 2000 to 2040, in seconds
_WHOLE = re.compile(
    r"(period|periode|bulan|bln|month|months|tanggal|tgl|date|dates|tahun|thn|year|week|minggu|pekan"
    r"|quarter|kuartal|kwartal|triwulan|hari|day|waktu|time|masa|ds|fy|timestamp|epoch|unix|ts)"
)
_FIRST = re.compile(
    r"(period|periode|bulan|bln|month|tanggal|tgl|date|tahun|thn|th|year|yr|masa)\b"
)
_LAST = re.compile(
    r"\b(date|tanggal|tgl|bulan|month|year|tahun|period|periode|at|on|week|timestamp)$"
)
_COUNTED = re.compile(r"\b(per|this|ini|last|lalu|each|tiap|of|jumlah|total|count|by|vs|over)\b")
_SINCE = re.compile(r"\b(timestamp|epoch|unix|ts|at|on|time|waktu|date|tanggal|tgl)\b")
_DONE = re.compile(r"(created|closed|opened|updated|dibuat|ditutup)")
_YEARWEEK = re.compile(r"((?:19|20)\d\d)(0[1-9]|[1-4]\d|5[0-3])")


def is_timely(name: str) -> bool:
    """Whether bare numbers under a name may be dates."""
    said = plain(name.replace("-", " "))
    if _WHOLE.fullmatch(said) or YEAR_NAMES.match(said) or _DONE.fullmatch(said):
        return True
    if len(said.split()) > 3 or _COUNTED.search(said):
        return False
    return bool(_FIRST.match(said) or _LAST.search(said) or WEEK_NAMES.match(said))


def bare_moment(words: str, kind: str, name: str, date_1904: bool) -> Moment | None:
    """The date a bare number writes under a name that speaks of time; None when it is none."""
    said = plain(name)
    if is_serial(words, kind):
        return _day_number(float(words.replace(",", ".")), date_1904)
    if kind in NUMERIC and not words.isdecimal():
        return None
    if _SINCE.search(said) and (found := _since_1970(words)):
        return found
    if WEEK_NAMES.match(said) and (match := _YEARWEEK.fullmatch(words)):
        return valid(Moment(Grain.WEEK, int(match[1]), int(match[2])))
    return None if _DONE.fullmatch(said) and len(words) == 4 else dates.take_apart(words)


def is_serial(words: str, kind: str) -> bool:
    """Whether a cell under a name of time can be a spreadsheet's day number."""
    mark = "." if kind in NUMERIC else "[.,]"
    return bool(re.fullmatch(rf"\d{{5}}(?:{mark}\d+)?", words, re.ASCII)) and (
        SERIALS[0] <= float(words.replace(",", ".")) <= SERIALS[1]
    )


def _day_number(number: float, date_1904: bool) -> Moment:
    seconds = round(number % 1 * 86400)
    day = serial(number + (seconds == 86400), date_1904)
    seconds %= 86400
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""
    return Moment(Grain.DAY, day.year, day.month, day.day, clock=clock, counted="days")


def _since_1970(words: str) -> Moment | None:
    if not re.fullmatch(r"\d{10}|\d{13}", words, re.ASCII):
        return None
    seconds = int(words) // (1000 if len(words) == 13 else 1)
    if not EPOCHS[0] <= seconds <= EPOCHS[1]:
        return None
    at = datetime.fromtimestamp(seconds, UTC)
    clock = at.strftime("%H:%M:%S")
    return Moment(Grain.DAY, at.year, at.month, at.day, clock=clock, counted="seconds")
