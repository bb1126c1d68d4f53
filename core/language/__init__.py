"""Everything a person reads: text in two languages, numbers, money, dates, periods."""

from core.language.formats import (
    Amount,
    Share,
    date_text,
    moment_text,
    number,
    percent,
    period_text,
)
from core.language.text import LANGUAGES, Language, Text, counted, packed, text, unpacked

__all__ = [
    "LANGUAGES",
    "Amount",
    "Language",
    "Share",
    "Text",
    "counted",
    "date_text",
    "moment_text",
    "number",
    "packed",
    "percent",
    "period_text",
    "text",
    "unpacked",
]
