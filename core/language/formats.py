"""Numbers, money, dates and periods as each language writes them (Babel, CLDR).

Indonesian: 1.234.567,8 · Rp 1,2 jt · 31 Des 2025. English: 1,234,567.8 · IDR 1.2M · Dec 31, 2025.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
from babel.dates import format_date, get_timezone
from babel.numbers import format_compact_decimal, format_decimal, get_currency_symbol

from core.periods import Grain, grain_of, label


@dataclass(frozen=True)
class Amount:
    """A number to be said with a fixed number of decimals."""

    value: float
    digits: int = 2


@dataclass(frozen=True)
class Share:
    """A fraction (0.63) to be said as percent (63 %)."""

    value: float
    digits: int = 0


def number(value: float, language: str, digits: int = 2) -> str:
    """A number with the language's marks, rounded to at most so many decimals."""
    shown = round(value, digits) + 0.0  # + 0.0 turns -0.0 into 0.0
    decimals = "." + ("#" if isinstance(value, int) else "0") * digits if digits else ""
    return str(format_decimal(shown, "#,##0" + decimals, locale=language))


def compact(value: float, language: str) -> str:
    """A number short enough for a card: 1,2 jt; 1.2M."""
    said = format_compact_decimal(value, locale=language, fraction_digits=1)
    return str(said).replace("\xa0", " ")


def money(value: float, currency: str, language: str) -> str:
    """Money short enough for a card: Rp 1,2 jt."""
    symbol = get_currency_symbol(currency, locale=language)
    return symbol + (" " if symbol[-1].isalpha() else "") + compact(value, language)


def percent(share: float, language: str, digits: int = 0) -> str:
    """A fraction as percent: 63 %, 63% in the language's own way."""
    return f"{number(share * 100, language, digits)}%"


def date_text(day: date, language: str) -> str:
    """31 Des 2025; 31 Dec 2025: the day first in both, so that neither can be misread."""
    return str(format_date(day, "d MMM y", locale=language))


def moment_text(at: datetime, language: str, zone: str | None = None) -> str:
    """31 Des 2025 14:05, on a clock of the time zone (IANA name), else of UTC."""
    local = at.astimezone(get_timezone(zone) if zone else UTC)
    return f"{date_text(local.date(), language)} {local:%H:%M}"


def period_text(period: pd.Period, language: str) -> str:
    """A period in words: 31 Des 2025, minggu 5 2025, Des 2025, Q1 2025 (Q1 FY2026), 2025."""
    start = period.start_time.date()
    grain = grain_of(period)
    if grain is Grain.DAY:
        return date_text(start, language)
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        return f"{'Minggu' if language == 'id' else 'Week'} {week} {year}"
    if grain is Grain.MONTH:
        return str(format_date(start, "MMM y", locale=language))
    return " ".join(reversed(label(period).split("-")))
