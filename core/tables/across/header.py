"""Months across the columns, found by their headers.

A header may hold a period alone (“Jan 2025”) or with words beside it (“Jan 2025 Target”). Columns
of totals or of longer periods among the months are no periods of the table.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from core.language import Text
from core.periods import Grain
from core.tables.across.header_periods import periods_of
from core.tables.across.year_order import month_first
from core.tables.columns.cells import cells_of
from core.tables.columns.financial_years import (
    financial_told,
    is_financial,
    two_years_each,
    year_starts_of,
)
from core.tables.columns.moment import Moment
from core.tables.columns.timeline import timeline
from core.tables.context import Context
from core.tables.model import Question, RawTable
from core.tables.words import (
    LONGER,
    MONTHS,
    TOTAL,
    YEAR_NAMES,
    plain,
)

MONTH_OF = {number: name for name, number in reversed(MONTHS.items())}
_GROWTH = re.compile(
    r"\b(growth|pertumbuhan|kenaikan|perubahan|naik/turun|change|delta|selisih|mom|yoy|m/m|y/y"
    r"|variance|var|vs|% of|kontribusi|share)\b|[δ△Δ]"
)
HEADER = "header"  # the name its questions and answers go by


@dataclass(frozen=True)
class PeriodHeader:
    """Which columns are periods: position -> first day, and what else their header says."""

    starts: dict[int, date | None]
    subs: dict[int, str]
    grain: Grain
    totals: tuple[int, ...] = ()
    question: Question | None = None
    notices: tuple[Text, ...] = field(default=())
    row_years: int | None = None  # position of a column of years, when months lack theirs
    year_starts: int | None = None  # month in which financial years start; None: there are none
    parts: dict[int, Moment] = field(default_factory=dict)  # what stands under those years


def period_header(raw: RawTable, context: Context) -> PeriodHeader | None:
    """The periods in the header, when at least half of the columns beside the labels are such."""
    if not raw.header_rows:
        return None
    headers = _months_named(raw.header_parts)
    read = periods_of(headers, context)
    moments = _two_years(raw, {i: found[0] for i, found in enumerate(read) if found})
    subs = {i: found[1] for i, found in enumerate(read) if found}
    if len(moments) < 2 or len(moments) < 0.4 * len(read):
        return None
    usual = max(
        {one.grain for one in moments.values()},
        key=lambda g: sum(m.grain is g for m in moments.values()),
    )
    totals = [i for i, one in moments.items() if one.grain is not usual]
    last = max(moments)
    totals += [
        i for i, parts in enumerate(raw.header_parts)
        if i not in moments and min(moments) < i <= last + 4 and _is_total(parts)
    ]  # fmt: skip
    kept = {i: one for i, one in moments.items() if one.grain is usual}
    years = _year_column(raw) if any(one.year is None for one in kept.values()) else None
    if years is not None:
        across = PeriodHeader({}, subs, usual, tuple(totals), row_years=years, parts=kept)
        named = context.answers.fiscal_start == month_first(raw)
        return _under_years(str(raw.frame.columns[years]), across, context, named)
    return _dated(raw, kept, subs, tuple(totals), context)


def _under_years(name: str, header: PeriodHeader, context: Context, named: bool) -> PeriodHeader:
    """Parts of years in a column of that name: financial years where it says so, or is `named`."""
    starts = context.answers.fiscal_start
    fiscal = is_financial(name) or (named and starts is not None)
    years = Moment(Grain.YEAR, fiscal=fiscal, year_starts=starts or 1)
    parts = {i: one.within(years) for i, one in header.parts.items()}
    return replace(
        header,
        starts={i: one.start(2000) for i, one in parts.items()},
        parts=parts,
        notices=financial_told(parts.values(), name, context),
        year_starts=year_starts_of(parts.values()),
    )


def _is_total(parts: tuple[str, ...]) -> bool:
    said = [plain(part) for part in parts]
    return any(TOTAL.match(one) or LONGER.match(one) or _GROWTH.search(one) for one in said)


def _months_named(headers: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Headers in which the numbers 1 to 12 have become the names of months."""
    counted = [
        parts[-1] for parts in headers if parts and parts[-1].isdecimal() and len(parts[-1]) < 3
    ]
    if [int(one) for one in counted] != list(range(1, 13)):
        return list(headers)
    return [
        (*parts[:-1], MONTH_OF[int(parts[-1])]) if parts and parts[-1] in counted else parts
        for parts in headers
    ]


def _dated(
    raw: RawTable,
    kept: dict[int, Moment],
    subs: dict[int, str],
    totals: tuple[int, ...],
    context: Context,
) -> PeriodHeader:
    """The header's periods read like a column of dates."""
    positions = list(kept)
    distinct = list(dict.fromkeys(kept.values()))
    codes = pd.Series([str(distinct.index(kept[i])) for i in positions], dtype="str")
    cells = cells_of(codes, pd.Series("text", index=codes.index))
    ordered = [distinct[int(words)] for words in cells.texts]
    known = timeline(ordered, cells, HEADER, context)
    if known.question is not None:
        return PeriodHeader({}, subs, Grain.MONTH, totals, known.question, known.notices)
    starts = dict(zip(positions, known.of_rows(cells), strict=True))
    return PeriodHeader(
        starts,
        subs,
        known.grain,
        totals,
        notices=known.notices,
        year_starts=known.year_starts,
    )


def _two_years(raw: RawTable, moments: dict[int, Moment]) -> dict[int, Moment]:
    """Headers that all name a year and the next, as such: 2009-10 is no month among them."""
    found = two_years_each([" ".join(raw.header_parts[i]) for i in moments])
    return moments if found is None else dict(zip(moments, found, strict=True))


def _year_column(raw: RawTable) -> int | None:
    for i, name in enumerate(raw.frame.columns):
        cells = raw.frame[name].str.strip()
        if YEAR_NAMES.match(plain(name)) or (i == 0 and len(cells)):
            known = cells[cells != ""]
            if len(known) and known.str.fullmatch(r"(?:tahun\s*)?(?:19|20)\d\d").all():
                return i
    return None
