"""One written number taken apart, and the decimal mark of many decided together.

A mark followed by exactly three digits may be a decimal or a thousands mark: such a number is
`either` until the column, the file or the person says which.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.tables.columns.units import (
    CURRENCIES,
    SCALES,
    SMALL_UNITS,
    UNITS,
    WITHOUT_DECIMALS,
    without_remark,
)

REMEMBERED = 50_000  # cells: the same ones are looked at while a sheet is laid out and typed
_MONEY = "|".join(sorted((re.escape(one) for one in CURRENCIES), key=len, reverse=True))
_SCALE = "|".join(sorted((one for one in SCALES if one.isalpha()), key=len, reverse=True))
_UNIT = "|".join(
    one if len(one) > 1 else rf"(?<=\s){one}" for one in sorted(UNITS, key=len, reverse=True)
)  # 7G may be a class, 7 g is a weight
_WRITTEN = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+])?\s*(?:(?P<before>{_MONEY})\.?)?\s*(?P<inner>[-+(])?\s*"
    r"(?P<digits>(?:\d[\d.,' ]*|[.,]\d+))(?P<power>e[-+]?\d{1,3})?"
    rf"(?:\s*(?P<scale>{_SCALE})\b\.?)?\s*(?P<percent>%|‰|persen\b|pct\b|percent\b)?\s*"
    rf"(?:(?P<after>{_MONEY})|(?P<unit>{_UNIT})(?!\w))?\.?\s*"
    r"(?P<trailing>-)?\s*(?P<close>\))?\s*$",
    re.IGNORECASE,
)
_ODD = str.maketrans({"\u2212": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"}
                     | dict.fromkeys("\u00a0\u2009\u202f\u2007\u2008\t", " ")
                     | dict.fromkeys("’‘`´ʼ", "'") | {"％": "%", "＄": "$"})  # fmt: skip
_EVEN = re.compile(r"[,.]\s?-{1,2}$")  # Rp 5.000,- says that there is no fraction
_GROUPED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$")
_SIMPLE = re.compile(r"(-?)(\d+)(?:([.,])(\d\d?|\d{4,}))?$", re.ASCII)
_LAKH = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}$")


@dataclass(frozen=True)
class Written:
    """A number as written: whole and fraction digits under each reading of its marks."""

    comma: str | None  # plain digits when the comma is the decimal mark; None: impossible
    point: str | None
    negative: bool = False
    unit: str = ""  # percent | ISO currency code | unit of measure
    scale: str = ""
    remark: bool = False  # a star, a sign or words in brackets stood beside it

    @property
    def style(self) -> str:
        """none: any reading gives the same; comma, point: only that one; either: they differ."""
        if self.comma == self.point:
            return "none"
        if self.comma is None or self.point is None:
            return "point" if self.comma is None else "comma"
        return "either"

    def value(self, decimal: str, million: int) -> float:
        """The number, under a decimal mark and a power of ten for a bare M."""
        digits = self.comma if decimal == "comma" else self.point
        if digits and not self.scale and self.unit != "percent":
            return -float(digits) if self.negative else float(digits)
        power = SCALES[self.scale] if self.scale else 0
        exponent = (million if power is None else power) - (2 if self.unit == "percent" else 0)
        found = Decimal(digits or "NaN").scaleb(exponent)
        return float(-found if self.negative else found)


@lru_cache(REMEMBERED)
def take_apart(words: str) -> Written | None:
    """The parts of a written number; None when the words are no number."""
    if simple := _SIMPLE.match(words):
        return _simple(*simple.groups())
    even = words.translate(_ODD).strip()
    if found := _parts_of(even):
        return found
    bare = without_remark(even)
    remarked = _parts_of(bare) if bare else None
    return replace(remarked, remark=True) if remarked else None


def _parts_of(even: str) -> Written | None:
    match = _WRITTEN.match(_EVEN.sub("", even))
    if match is None:
        return None
    part = match.groupdict()
    signs = [part["sign"], part["inner"], part["trailing"]]
    bracketed = part["open"] is not None or part["inner"] == "("
    if bracketed != (part["close"] is not None) or sum(one == "-" for one in signs) > 1:
        return None
    marks = part["digits"].strip()
    comma, point = _plain(marks, ",", "."), _plain(marks, ".", ",")
    scaled = _unit_and_scale(part)
    if (comma is None and point is None) or scaled is None:
        return None
    unit, scale = scaled
    power = part["power"] or ""
    if unit in WITHOUT_DECIMALS and not scale and comma and point and comma != point:
        comma = point = max(comma, point, key=lambda one: Decimal(one))
    return Written(
        None if comma is None else comma + power,
        None if point is None else point + power,
        bracketed or "-" in signs,
        unit,
        scale,
    )


def _unit_and_scale(part: dict[str, str | None]) -> tuple[str, str] | None:
    """The unit and the scale word of a number; None when they contradict each other."""
    currency = CURRENCIES.get((part["before"] or part["after"] or "").casefold(), "")
    unit, scale = UNITS.get((part["unit"] or "").casefold(), ""), part["scale"] or ""
    if scale in SMALL_UNITS and not currency:
        unit, scale = SMALL_UNITS[scale], ""
    scale = scale if scale == "M" else scale.casefold()
    if part["percent"]:
        scaled = "‰" if part["percent"] == "‰" else ""
        return None if currency or unit or scale else ("percent", scaled)
    return None if currency and unit else (currency or unit, scale)


def _simple(sign: str, whole: str, mark: str | None, fraction: str | None) -> Written:
    """The commonest writing, quickly: digits, or digits, one mark and not three digits."""
    if not mark:
        return Written(whole, whole, bool(sign))
    digits = f"{whole}.{fraction}"
    comma, point = (digits, None) if mark == "," else (None, digits)
    return Written(comma, point, bool(sign))


def _plain(marks: str, decimal: str, other: str) -> str | None:
    """The digits with a point, when `decimal` is the decimal mark; None when that cannot be."""
    if marks.count(decimal) > 1:
        return None
    whole, _, fraction = marks.partition(decimal)
    if fraction and not fraction.isdecimal():
        return None
    grouped = any(mark in whole for mark in (other, "'", " "))
    if grouped and not _GROUPED.match(whole) and not (other == "," and _LAKH.match(whole)):
        return None
    if grouped and len(whole) > 1 and whole[0] == "0":
        return None
    bare = re.sub(r"[.,' ]", "", whole)
    return f"{bare or '0'}.{fraction}" if fraction else bare or None


def decimal_of(numbers: list[Written]) -> str:
    """comma, point, `none` when it does not matter, `either` when open, `both` when they clash."""
    styles = {one.style for one in numbers}
    if {"comma", "point"} <= styles:
        return "both"
    for style in ("comma", "point", "either"):
        if style in styles:
            return style
    return "none"


def thousands_show(numbers: list[Written]) -> bool:
    """Whether open marks are thousands marks by the company they keep.

    Numbers below 1000 stand beside them without any mark, and none from 1000 up does: a column
    with a fixed number of decimals, or one without thousands marks, would look otherwise.
    """
    bare = [one.point for one in numbers if one.style == "none" and one.point and not one.scale]
    if any("." in digits for digits in bare):
        return False
    whole = [int(Decimal(digits)) for digits in bare]
    marked = sum(one.style == "either" for one in numbers)
    small = [number for number in whole if 100 <= number < 1000]
    return marked >= 3 and len(small) >= 2 and all(number < 1000 for number in whole)
