"""What numbers are written with: currencies, scale words, units of measure and remarks.

Scale words follow Indonesian use (rb 10^3, jt 10^6, miliar 10^9, T 10^12). A bare M is 10^9 in
Indonesian and 10^6 in English; a small m or t may as well be metres, minutes or tonnes.
"""

import re

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
    "mln": 6, "million": 6, "mm": 6, "m": None, "M": None, "mil": None, "miliar": 9, "milyar": 9,
    "mlr": 9, "bn": 9, "b": 9, "billion": 9, "t": 12, "triliun": 12, "trilyun": 12, "tn": 12,
    "trn": 12, "trillion": 12, "‰": -1,
}  # fmt: skip
BARE_MILLIONS = frozenset({"m", "M", "mil"})
INDONESIAN_SCALES = frozenset({"rb", "rbu", "ribu", "jt", "juta", "miliar", "milyar", "mlr"})
ENGLISH_SCALES = frozenset({"bn", "b", "mn", "mio", "thousand", "million", "billion", "trillion"})

UNITS = {
    word: unit
    for unit, words in {
        "kg": "kg kilo kilogram", "g": "g gr gram", "t": "ton tons tonne tonnes", "mg": "mg",
        "l": "l lt ltr liter litre liters litres", "ml": "ml", "m²": "m2 m²", "m³": "m3 m³",
        "km": "km", "cm": "cm", "pcs": "pcs pc piece pieces", "unit": "unit units",
        "buah": "buah bh", "box": "box boxes dus karton", "pack": "pack packs pak",
        "orang": "orang org people persons pax", "kali": "kali x times", "trx": "trx transaksi",
        "poin": "poin point points pts", "days": "hari day days", "weeks": "week weeks pekan",
        "months": "bulan bln month months mo", "years": "tahun thn year years yr yrs",
        "hours": "jam hour hours hr hrs h", "min": "menit mnt min mins minute minutes",
        "s": "detik dtk s sec secs second seconds",
    }.items()
    for word in words.split()
}  # fmt: skip
SMALL_UNITS = {"t": "t", "mm": "mm"}  # also scales; which one, their size and company tell

_WORDS = frozenset({*CURRENCIES, *SCALES, *UNITS, "mm", "persen", "percent", "pct"})
_BEHIND = re.compile(
    r"\s*(?:\*+|[†‡§]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,2}\]|\((?P<said>[^()\d%]{1,30})\)"
    r"|\b(?:est|estimasi|estimate|estimated|perkiraan|sementara|prelim)\.?)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:[~≈≃±]|\+/-|(?:ca|est|approx)\.?(?=[\s\d])"
    r"|(?:sekitar|kira-kira|kurang lebih|about)\b)\s*",
    re.IGNORECASE,
)


def without_remark(words: str) -> str:
    """A cell without the star, sign or bracketed words beside its number; "" when it has none."""
    behind = _BEHIND.search(words)
    if behind and (behind["said"] or "").strip(" .").casefold() in _WORDS:
        return ""
    bare = _BEFORE.sub("", words[: behind.start()] if behind else words)
    return bare if bare != words else ""
