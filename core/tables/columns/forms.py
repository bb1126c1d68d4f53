"""The forms in which dates and periods are written, each a pattern and what it makes.

ISO 8601 and its kin, both day orders, month names in two languages, quarters (Q1, TW I, Kuartal,
Triwulan), ISO weeks (W3, Minggu 3), years.
"""

import re
from collections.abc import Callable

from core.periods import Grain
from core.tables.columns.moment import Moment, full_year, valid
from core.tables.words import MONTHS

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_Y = r"(?P<y>\d{4}|'?\d{2})"
_Y4 = r"(?P<y>(?:19|20)\d{2})"
_OLD = r"(?P<y>(?:1[789]|20)\d{2})"  # of a day whose parts stand apart
_S = r"[\s./,'-]*"
_Q = (
    r"(?:q|qtr|quarter|kuartal|kwartal|triwulan|tri wulan|tw|kw)\s*(?:ke)?[\s.-]*"
    r"(?P<q>iv|i{1,3}|[1-4])"
)
_W = r"(?:w|wk|week|minggu|pekan|mgg)\s*(?:ke)?[\s.-]*(?P<w>\d{1,2})"
_FY = r"(?P<f>fy|ta|fiscal year|financial year|tahun fiskal|tahun anggaran|tahun buku)"
_ENDS = r"\s?[/-]\s?(?P<y>\d{4}|\d{2})"  # the second of two years: 2024/25

Found = dict[str, str | None]


def _day(found: Found) -> Moment:
    month = found["m"] or ""
    return Moment(Grain.DAY, _year(found), MONTHS.get(month) or int(month), int(found["d"] or 1))


def _month(found: Found) -> Moment:
    month = found["m"] or ""
    number = MONTHS.get(month) or int(month)
    if found.get("f"):
        return Moment(Grain.MONTH, _year(found), number, fiscal=True, needs_start=month in MONTHS)
    short = len((found.get("y") or "").strip("'")) == 2
    return Moment(Grain.MONTH, _year(found), number, abbreviated=short)


def _quarter(found: Found) -> Moment:
    written = found["q"] or "1"
    number = ROMAN.get(written) or int(written)
    return Moment(Grain.QUARTER, _year(found), number, fiscal=bool(found.get("f")))


def _week(found: Found) -> Moment:
    return Moment(Grain.WEEK, _year(found), int(found["w"] or 1))


def _whole_year(found: Found) -> Moment:
    return Moment(Grain.YEAR, _year(found), fiscal=bool(found.get("f")))


def _two_years(found: Found) -> Moment:
    first, last = full_year(int(found["s"] or 0)), _year(found)
    if last != first + 1:
        raise ValueError(found)
    return Moment(Grain.YEAR, last, fiscal=True, needs_start=True)


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
        (rf"{_OLD}([-/. ])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})", _day),
        (rf"{_Y4}(?P<m>\d\d)(?P<d>\d\d)", _day),
        (rf"{_Y4}\s?[-/.]\s?(?P<m>\d{{1,2}})", _month),
        (rf"{_Y4}[-\s]?m(?P<m>\d{{1,2}})", _month),
        (rf"{_Y4}(?P<m>0[1-9]|1[0-2])", _month),
        (rf"m(?P<m>0[1-9]|1[0-2])[\s./-]*{_Y4}", _month),
        (rf"(?P<a>\d\d)(?P<b>\d\d){_Y4}", _open),
        (rf"(?P<m>\d{{1,2}})\s?[-/.]\s?{_Y4}", _month),
        (r"(?P<a>\d{1,2})\s?([-/. ])\s?(?P<b>\d{1,2})\s?\2\s?(?P<y>\d{4}|\d{2})", _open),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_S}(?P<m>{_NAME}){_S}{_Y}", _day),
        (rf"(?P<m>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_OLD}", _day),
        (rf"{_OLD}{_S}(?P<m>{_NAME}){_S}(?P<d>\d{{1,2}})", _day),
        (rf"(?:bulan\s+)?(?P<m>{_NAME}){_S}{_Y}", _month),
        (rf"{_Y4}{_S}(?P<m>{_NAME})", _month),
        (rf"(?:bulan\s+)?(?P<m>{_NAME})\.?", _month),
        (rf"(?P<d>\d{{1,2}})[\s-](?P<m>{_NAME})\.?", _day),
        (rf"{_Q}{_S}(?:(?P<f>fy)\s*)?(?:tahun\s+)?{_Y}", _quarter),
        (rf"(?P<f>fy)?\s*{_Y4}{_S}{_Q}", _quarter),
        (rf"(?P<f>fy)\s*{_Y}{_S}{_Q}", _quarter),
        (rf"(?P<q>[1-4])q{_S}{_Y}", _quarter),
        (rf"k(?P<q>iv|i{{1,3}}|[1-4])[\s./'-]*{_Y4}", _quarter),
        (rf"{_Y4}[\s./-]*k(?P<q>[1-4])", _quarter),
        (_Q, _quarter),
        (rf"{_Y4}{_S}{_W}", _week),
        (rf"{_W}{_S}(?:tahun\s+)?{_Y4}", _week),
        (_W, _week),
        (rf"(?:tahun|year|thn)?\s*{_Y4}", _whole_year),
        (rf"{_FY}[\s-]*{_Y}", _whole_year),
        (rf"(?P<f>fy)\s*{_Y4}-(?P<m>\d\d)", _month),
        (rf"(?P<f>fy)\s*{_Y}{_S}(?P<m>{_NAME})\.?", _month),
        (rf"(?P<m>{_NAME}){_S}(?P<f>fy)\s*{_Y}", _month),
        (rf"(?P<s>(?:19|20)\d{{2}}){_ENDS}", _two_years),
        (rf"(?:{_FY}|tahun(?: [a-z]+)?)[\s-]*(?P<s>\d{{4}}|\d{{2}}){_ENDS}", _two_years),
    )
)

# All forms at once, without their parts: most words that are no date are told by one look.
_ANY = re.compile(
    "|".join(
        re.sub(r"\(\?P<\w>", "(?:", form.pattern).replace(r"\2", "[-/. ]") for form, _ in FORMS
    )
)


def first_form(timeless: str) -> Moment | None:
    """What the first form that fits makes of lower-case words; None when none fits."""
    if not _ANY.match(timeless):
        return None
    for form, build in FORMS:
        if match := form.match(timeless):
            try:
                moment = build(match.groupdict())
            except ValueError:
                continue
            if found := valid(moment):
                return found
    return None
