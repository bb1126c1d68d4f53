"""A year in one column and a month, quarter or week in another, joined into one period."""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from core.language import Text, text
from core.periods import Grain
from core.tables.columns.cells import cells_of
from core.tables.columns.column import read_column
from core.tables.columns.dates import take_apart
from core.tables.columns.financial_years import is_financial
from core.tables.columns.timeline import moments_of
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.model import ColumnType, RawTable
from core.tables.words import MONTH_NAMES, QUARTER_NAMES, WEEK_NAMES, YEAR_NAMES, plain

TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def years_filled(raw: RawTable) -> tuple[RawTable, list[Text]]:
    """A year written once over its months, or a month over its weeks, is carried down."""
    weekly = any(WEEK_NAMES.match(plain(name)) for name in raw.frame.columns)
    for name in raw.frame.columns:
        months = weekly and MONTH_NAMES.match(plain(name))
        if not (months or YEAR_NAMES.match(plain(name))) or raw.frame[name].iloc[:1].eq("").any():
            continue
        blank = raw.frame[name].eq("")
        known = raw.frame[name][~blank]
        again = known.eq(known.shift()).any() and blank.sum() < len(known)  # a gap is unknown
        if not blank.any() or again or known.map(lambda cell: take_apart(cell) is None).any():
            continue
        frame, kinds = raw.frame.copy(), raw.kinds.copy()
        frame[name] = frame[name].mask(blank).ffill()
        kinds[name] = kinds[name].mask(blank.to_numpy()).ffill()
        return replace(raw, frame=frame, kinds=kinds), [
            text("Empty cells of “{name}” were filled with the value above them.", name=name)
        ]
    return raw, []


def calendar_joined(
    typed: list[Typed], raw: RawTable, context: Context
) -> tuple[list[Typed], list[Text]]:
    """A year column and a month, quarter or week column beside it become one period column."""
    year = next((one for one in typed if YEAR_NAMES.match(plain(one.name))), None)
    part = next((one for one in typed if _grain_of_name(one.name, raw, context)), None)
    if year is None or part is None or year is part:
        return typed, []
    if {year.name, part.name} & set(context.answers.types):
        return typed, []
    grain = _grain_of_name(part.name, raw, context)
    assert grain is not None
    years = raw.frame[year.name].str.extract(r"((?:19|20)\d\d)", expand=False)
    years = "FY" + years if is_financial(year.name) else years
    written = raw.frame[part.name].str.strip()
    if grain is Grain.MONTH:
        said = years + "-" + _month_numbers(written)
    else:
        letter = "Q" if grain is Grain.QUARTER else "W"
        said = (
            years + f"-{letter}" + written.str.extract(r"(\d+|iv|i{1,3})\s*$", re.I, expand=False)
        )
    name = f"{year.name} {part.name}"
    joined = read_column(name, part.letter, said.fillna(""), _text_kinds(said), context)
    if joined.type not in TIMES:
        return typed, []
    rest = [one for one in typed if one is not year and one is not part]
    place = min(typed.index(year), typed.index(part))
    notice = text(
        "“{year}” and “{part}” were joined into one period.", year=year.name, part=part.name
    )
    return [*rest[:place], joined, *rest[place:]], [notice]


def _text_kinds(said: "pd.Series[str]") -> "pd.Series[Any]":
    return pd.Series(np.where(said.isna(), "empty", "text"), index=said.index)


def _month_numbers(written: "pd.Series[str]") -> "pd.Series[Any]":
    cells = cells_of(written, pd.Series("text", index=written.index))
    moments = moments_of(cells, "", Context())
    numbers = [
        f"{one.part:02}"
        if one and one.grain is Grain.MONTH
        else f"{int(words):02}"
        if words.isdecimal()
        else None
        for one, words in zip(moments, cells.texts, strict=True)
    ]
    return pd.Series([numbers[code] for code in cells.codes], index=written.index, dtype="str")


def _grain_of_name(name: str, raw: RawTable, context: Context) -> Grain | None:
    """The part of a year a column holds, by its name and because its cells name no year."""
    said = plain(name)
    named = ((MONTH_NAMES, Grain.MONTH), (QUARTER_NAMES, Grain.QUARTER), (WEEK_NAMES, Grain.WEEK))
    grain = next((grain for pattern, grain in named if pattern.match(said)), None)
    if grain is None:
        return None
    cells = raw.frame[name].str.strip()
    if cells.str.contains(r"(?:19|20)\d\d").any():
        return None
    bounds = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.WEEK: 53}
    digits = cells[cells.str.fullmatch(r"\d{1,2}")].astype(int)
    return grain if digits.between(1, bounds[grain]).all() else None
