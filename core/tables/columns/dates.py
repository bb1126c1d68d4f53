"""One cell of words taken apart as a date or period, with its clock, weekday, tail or span."""

import re
from dataclasses import replace
from functools import lru_cache

from core.periods import Grain
from core.tables.columns.forms import first_form
from core.tables.columns.moment import Moment
from core.tables.words import WEEKDAYS

REMEMBERED = 50_000  # cells: the same ones are looked at while a sheet is laid out and typed
_NAMED = "|".join(sorted([*WEEKDAYS, "tgl", "tanggal"], key=len, reverse=True))
_WEEKDAY = re.compile(rf"^(?:{_NAMED})\.?,?\s+(?=\S*\d)")
_CLOCK = re.compile(
    r"^(?P<rest>.{6,}?)(?:t|,?\s+(?:pukul\s+|jam\s+)?)(?P<h>\d{1,2})[:.](?P<m>\d{2})"
    r"(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<half>am|pm)?\s*"
    r"(?:z|utc|gmt|wib|wita|wit|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?$"
)
_TAIL = re.compile(r"\s*(\*+|\((?:[^()]*)\)|\bmtd\b|\bytd\b|\bsementara\b|\bberjalan\b)$")


@lru_cache(REMEMBERED)
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
    if found := first_form(timeless):
        return replace(found, clock=clock)
    found = first_form(_WEEKDAY.sub("", timeless))
    if found is None or found.grain is not Grain.DAY or _third_week(timeless, found):
        return None
    return replace(found, clock=clock)


_TO = re.compile(r"\s+(?:-|to|s/d|sd|sampai|hingga)\s+|(?<=\d)-(?=\d)|\s*-\s*(?=[a-z])|(?<=[a-z])-")


def _range(plain: str) -> Moment | None:
    """A span: three months that are a quarter, else days (1-7 Jan 2025), told by the first."""
    ends = _TO.split(plain)
    last = first_form(ends[-1]) if len(ends) == 2 else None
    if last is None or not ends[0]:
        return None
    rest = re.sub(r"^\d{1,2}\b", "", ends[-1])
    year = re.sub(r"^\D*(?=\d{4})", " ", ends[-1])
    tries = (ends[0], ends[0] + rest, ends[0] + year)
    first = next(
        (one for words in tries if (one := first_form(words)) and (one.year or one.parts)), None
    )
    if first is None or first.grain is not last.grain:
        return None
    if first.grain is Grain.DAY and _within_weeks(first, last):
        return replace(first, span=True)
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
