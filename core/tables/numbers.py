"""One written number taken apart, and the decimal mark of many decided together.

A mark followed by exactly three digits may be a decimal or a thousands mark: such a number is
`either` until the column, the file or the person says which. Scale words follow Indonesian use
(rb 10^3, jt 10^6, miliar 10^9, T 10^12); a bare M is 10^9 in Indonesian and 10^6 in English.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

CURRENCIES = {
    "rp": "IDR", "idr": "IDR", "rupiah": "IDR", "us$": "USD", "usd": "USD", "$": "USD",
    "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "s$": "SGD", "sgd": "SGD",
    "rm": "MYR", "myr": "MYR", "¥": "JPY", "jpy": "JPY", "cny": "CNY", "rmb": "CNY",
    "a$": "AUD", "aud": "AUD", "hk$": "HKD", "hkd": "HKD", "฿": "THB", "thb": "THB",
    "₫": "VND", "vnd": "VND", "₱": "PHP", "php": "PHP", "₹": "INR", "inr": "INR",
    "chf": "CHF", "sar": "SAR", "aed": "AED", "krw": "KRW", "₩": "KRW",
}  # fmt: skip
WITHOUT_DECIMALS = frozenset({"IDR", "JPY", "KRW", "VND"})
SCALES = {
    "rb": 3, "rbu": 3, "ribu": 3, "k": 3, "thousand": 3, "jt": 6, "juta": 6, "mn": 6, "mio": 6,
    "mln": 6, "million": 6, "mm": 6, "m": None, "miliar": 9, "milyar": 9, "mlr": 9, "mil": 9,
    "bn": 9, "b": 9, "billion": 9, "t": 12, "triliun": 12, "trilyun": 12, "tn": 12, "trn": 12,
}  # fmt: skip
INDONESIAN_SCALES = frozenset({"rb", "rbu", "ribu", "jt", "juta", "miliar", "milyar", "mlr"})
ENGLISH_SCALES = frozenset({"bn", "b", "mn", "mio", "thousand", "million", "billion"})

_MONEY = "|".join(sorted((re.escape(one) for one in CURRENCIES), key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+])?\s*(?:(?P<before>{_MONEY})\.?)?\s*(?P<inner>[-+(])?\s*"
    r"(?P<digits>(?:\d[\d.,' ]*|[.,]\d+))(?P<power>e[-+]?\d{1,3})?"
    rf"(?:\s*(?P<scale>{_SCALE})\b\.?)?\s*(?P<percent>%|persen\b|pct\b|percent\b)?\s*"
    rf"(?P<after>{_MONEY})?\.?\s*(?P<trailing>-)?\s*(?P<close>\))?\s*$",
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
    unit: str = ""  # percent | ISO currency code
    scale: str = ""

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


def take_apart(words: str) -> Written | None:
    """The parts of a written number; None when the words are no number."""
    if simple := _SIMPLE.match(words):
        return _simple(*simple.groups())
    match = _WRITTEN.match(_EVEN.sub("", words.translate(_ODD).strip()))
    if match is None:
        return None
    part = match.groupdict()
    signs = [part["sign"], part["inner"], part["trailing"]]
    bracketed = part["open"] is not None or part["inner"] == "("
    if bracketed != (part["close"] is not None) or sum(one == "-" for one in signs) > 1:
        return None
    marks = part["digits"].strip()
    comma, point = _plain(marks, ",", "."), _plain(marks, ".", ",")
    if comma is None and point is None:
        return None
    currency = CURRENCIES.get((part["before"] or part["after"] or "").casefold(), "")
    if part["percent"] and (currency or part["scale"]):
        return None
    power = part["power"] or ""
    if currency in WITHOUT_DECIMALS and not part["scale"] and comma and point and comma != point:
        comma = point = max(comma, point, key=lambda one: Decimal(one))
    return Written(
        None if comma is None else comma + power,
        None if point is None else point + power,
        bracketed or "-" in signs,
        "percent" if part["percent"] else currency,
        (part["scale"] or "").casefold(),
    )


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
