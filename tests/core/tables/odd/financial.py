"""Sheets whose labels are financial years, in many writings, with the month that they start in."""

from collections.abc import Callable
from random import Random

import pandas as pd

from core.tables import Answers
from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.cells import filed

ENDS = ("DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV")
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEARS: tuple[Callable[[int], str], ...] = (
    lambda year: f"{year - 1}/{year % 100:02}",
    lambda year: f"{year - 1}-{year % 100:02}",
    lambda year: f"{year - 1}/{year}",
    lambda year: f"TA {year - 1}/{year}",
    lambda year: f"FY{(year - 1) % 100:02}/{year % 100:02}",
    lambda year: f"FY {year - 1}-{year}",
    lambda year: f"Tahun Buku {year - 1}/{year}",
    lambda year: f"FY{year % 100:02}",
    lambda year: f"FY{year}",
    lambda year: f"Tahun Buku {year}",
)
ASKED = 7  # writings above that name two years and are asked for
QUARTERS: tuple[Callable[[int, int], str], ...] = (
    lambda year, quarter: f"FY{year % 100:02} Q{quarter}",
    lambda year, quarter: f"FY{year}-Q{quarter}",
    lambda year, quarter: f"Q{quarter} FY{year}",
    lambda year, quarter: f"Q{quarter} FY{year % 100:02}",
)


def years(seed: int, *, said: bool = True) -> Odd:
    """Years that start in some month, said or not; not said they are asked for."""
    random = Random(seed)
    starts, write = random.randint(2, 12), YEARS[seed % len(YEARS)]
    ends = range(random.randint(2008, 2024), 2027)
    found = [write(year) for year in ends]
    first = [pd.Period(year=year, freq=f"Y-{ENDS[starts - 1]}").start_time for year in ends]
    truth = [str(day.date()) for day in first] if said else found
    return filed("years", "Periode", found, truth, seed=seed, **_said(starts, said))


def quarters(seed: int) -> Odd:
    """Quarters of years that start in a month that was said."""
    random = Random(seed)
    starts, write = random.randint(2, 12), QUARTERS[seed % len(QUARTERS)]
    first = pd.Period(year=random.randint(2015, 2024), quarter=1, freq=f"Q-{ENDS[starts - 1]}")
    periods = pd.period_range(first, periods=9)
    found = [write(one.qyear, one.quarter) for one in periods]
    truth = [str(one.start_time.date()) for one in periods]
    return filed("quarters", "Periode", found, truth, seed=seed, **_said(starts, True))


def months(seed: int, *, said: bool = True) -> Odd:
    """Months of financial years: Apr FY26 lies in 2025 where years start in April."""
    random = Random(seed)
    starts = random.randint(2, 12)
    days = pd.period_range(f"{random.randint(2015, 2024)}-{starts:02}", periods=14, freq="M")
    ends = [day.year + (day.month >= starts) for day in days]
    form = "{m} FY{y}" if seed % 2 else "FY{y} {m}"
    found = [form.format(m=SHORT[d.month - 1], y=e) for d, e in zip(days, ends, strict=True)]
    truth = [str(day.start_time.date()) for day in days] if said else found
    return filed("months", "Periode", found, truth, seed=seed, **_said(starts, said))


def _said(starts: int, said: bool) -> dict[str, object]:
    if not said:
        return {"asks": ("fiscal_start",)}
    return {"answers": Answers(fiscal_start=starts), "due": ("financial years",)}


def financial_files() -> list[Odd]:
    """Those kept for every run."""
    return [
        *(years(seed) for seed in range(20)),
        *(years(seed, said=False) for seed in range(ASKED)),
        *(quarters(seed) for seed in range(8)),
        *(months(seed) for seed in range(4)),
        *(months(seed, said=False) for seed in range(2)),
    ]
