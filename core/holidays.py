"""Days on which Indonesia does not work, and the weeks that move through the year with the moon.

Dates of public holidays and of joint leave (cuti bersama) are those of the `holidays` library, as
decreed; years not yet decreed are its estimate and say so. The first day of fasting is that of the
MABIMS countries in the same library; where Indonesia's own sighting differed, its decision stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import holidays
from holidays.countries.indonesia import IndonesiaIslamicHolidays

from core.language import Text, text

_BEGUN_OTHERWISE = {2025: date(2025, 3, 1)}  # Kementerian Agama, sidang isbat 1 Ramadan 1446 H
_DAY = timedelta(days=1)
_LENGTHS = (29, 30)  # days of Ramadan
_FRIDAY = 5
_NEAR = timedelta(days=20)  # joint leave belongs to the Lebaran it lies around


class Season(StrEnum):
    """What a holiday is."""

    RAMADAN = "ramadan"
    LEBARAN = "lebaran"
    DAY = "day"


@dataclass(frozen=True)
class Holiday:
    """A public holiday, or the weeks of fasting; both ends included."""

    first: date
    last: date
    season: Season
    name: Text
    estimated: bool = False  # not decreed yet: the moon may move it by a day


def seasons(first: date, last: date) -> tuple[Holiday, ...]:
    """Ramadan (until the day before Lebaran) and Lebaran with its joint leave, earliest first."""
    years = range(first.year - 1, last.year + 2)
    every = (one for eid, estimated in _eids(years) for one in _around(eid, estimated))
    return _between(every, first, last)


def public_holidays(first: date, last: date) -> tuple[Holiday, ...]:
    """Every public holiday that is one day, earliest first; those of Lebaran are in `seasons`."""
    days = ((day, name) for year in range(first.year, last.year + 1) for day, name in _public(year))
    every = (_single(day, name) for day, name in days if not name.startswith("Eid al-Fitr"))
    return _between(every, first, last)


def is_working_day(day: date, joint_leave: bool = False) -> bool:
    """Monday to Friday and no public holiday; `joint_leave`: those days are off as well."""
    off = day in dict(_public(day.year)) or (joint_leave and day in dict(_joint(day.year)))
    return day.isoweekday() <= _FRIDAY and not off


def working_days(first: date, last: date, joint_leave: bool = False) -> frozenset[date]:
    """The working days from first to last, both included."""
    return frozenset(one for one in _days(first, last) if is_working_day(one, joint_leave))


def next_working_day(day: date) -> date:
    """That day, or the first working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def _around(eid: date, estimated: bool) -> Iterator[Holiday]:
    begun, known = _begun(eid)
    ramadan, lebaran = text("Ramadan"), text("Lebaran")
    if not known or estimated:
        ramadan = text("Ramadan (expected)")
    if estimated:
        lebaran = text("Lebaran (expected)")
    off = [eid, eid + _DAY, *_leave(eid)]
    yield Holiday(begun, eid - _DAY, Season.RAMADAN, ramadan, estimated or not known)
    yield Holiday(min(off), max(off), Season.LEBARAN, lebaran, estimated)


def _begun(eid: date) -> tuple[date, bool]:
    """The first day of fasting before that Lebaran, and whether it is over or decreed."""
    told = IndonesiaIslamicHolidays().ramadan_beginning_dates(eid.year)
    days = [_BEGUN_OTHERWISE.get(one.year, one) for one, _ in told]
    fitting = [one for one in days if (eid - one).days in _LENGTHS]
    return (fitting[0], True) if fitting else (eid - timedelta(days=_LENGTHS[1]), False)


def _leave(eid: date) -> Iterator[date]:
    """Joint leave that belongs to that Lebaran."""
    for year in {eid.year, (eid - _NEAR).year, (eid + _NEAR).year}:
        for day, name in _joint(year):
            if name.startswith("Eid al-Fitr") and abs(day - eid) <= _NEAR:
                yield day


def _eids(years: Iterable[int]) -> Iterator[tuple[date, bool]]:
    """First days of Lebaran and whether they are estimated."""
    for year in years:
        for day, name in _public(year):
            if name.startswith("Eid al-Fitr") and "Second" not in name:
                yield day, "estimated" in name


def _single(day: date, name: str) -> Holiday:
    known = name.removesuffix(" (estimated)")
    estimated = known != name
    said = _NAMES.get(known, Text(known))
    return Holiday(
        day, day, Season.DAY, text("{name} (expected)", name=said) if estimated else said, estimated
    )


def _between(every: Iterable[Holiday], first: date, last: date) -> tuple[Holiday, ...]:
    there = (one for one in every if one.first <= last and first <= one.last)
    return tuple(sorted(there, key=lambda one: (one.first, one.season)))


def _days(first: date, last: date) -> Iterator[date]:
    for n in range((last - first).days + 1):
        yield first + n * _DAY


def _public(year: int) -> tuple[tuple[date, str], ...]:
    return _told(year, holidays.PUBLIC)


def _joint(year: int) -> tuple[tuple[date, str], ...]:
    return _told(year, holidays.GOVERNMENT)


@cache
def _told(year: int, category: str) -> tuple[tuple[date, str], ...]:
    """The library's days of one year, each with its English name; two on one day stand apart."""
    days = holidays.country_holidays("ID", years=year, language="en_US", categories=(category,))
    return tuple((day, name) for day in sorted(days) for name in days.get_list(day))


_NAMES = {
    "New Year's Day": text("New Year's Day"),
    "Lunar New Year": text("Lunar New Year"),
    "Isra' and Mi'raj": text("Isra' and Mi'raj"),
    "Day of Silence": text("Nyepi"),
    "Good Friday": text("Good Friday"),
    "Easter Sunday": text("Easter"),
    "International Labor Day": text("Labour Day"),
    "Ascension Day": text("Ascension Day"),
    "Vesak Day": text("Vesak"),
    "Pancasila Day": text("Pancasila Day"),
    "Eid al-Adha": text("Eid al-Adha"),
    "Islamic New Year": text("Islamic New Year"),
    "Independence Day": text("Independence Day"),
    "Prophet's Birthday": text("Prophet's Birthday"),
    "Christmas Day": text("Christmas Day"),
    "General Election Day": text("General election"),
    "Local Election Day": text("Local elections"),
}
