"""When a wave is over: by the period it is named after, else by its last answer."""

import re
from datetime import date, timedelta

import pandas as pd

from core.people.answers.pauses import FAR
from core.tables.words import MONTHS

_PERIOD = re.compile(r"(?P<year>20\d\d)(?:-(?P<rest>Q[1-4]|W\d\d|\d\d))?")
_YEAR = re.compile(r"\b20\d\d\b")
_QUARTER = re.compile(r"\b(?:q|kuartal|triwulan|quarter|tw)[\s.\-]*([1-4])\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def is_over(wave: str, last: date | None, today: date) -> bool:
    """Whether no answers are expected any more.

    A wave named after a period is over the day after it, and after its last answer; any other one
    when three weeks have brought no answer; one that tells neither period nor day is.
    """
    end = period_end(wave)
    if end is not None:
        return today > max(end, last or end)
    return last is None or today > last + timedelta(days=FAR)


def period_end(wave: str) -> date | None:
    """The last day of the period a wave is named after: 2025-Q2, Q2 2025, Mei 2025, 2025-W07, …

    None where it names none: a day is when a wave began or was half over, not how long it is.
    """
    words = wave.strip()
    found = _PERIOD.fullmatch(words)
    if found:
        return _written(words, found["year"], found["rest"] or "")
    year = _YEAR.search(words)
    if year is None:
        return None
    quarter = _QUARTER.search(words)
    if quarter:
        return _last_day(f"{year[0]}-Q{quarter[1]}", "Q")
    months = [MONTHS[one.casefold()] for one in _WORD.findall(words) if one.casefold() in MONTHS]
    return _last_day(f"{year[0]}-{months[-1]:02d}", "M") if months else None


def _written(words: str, year: str, rest: str) -> date | None:
    try:
        if rest.startswith("W"):
            return date.fromisocalendar(int(year), int(rest[1:]), 7)
        return _last_day(words, "Y" if not rest else "Q" if rest.startswith("Q") else "M")
    except ValueError:
        return None


def _last_day(words: str, freq: str) -> date:
    return pd.Period(words, freq).end_time.date()
