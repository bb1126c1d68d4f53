"""Headings between the rows (“Region: Jawa”) as a column: each row belongs to the one above it."""

import re
from dataclasses import replace

import pandas as pd

from core.language import Text, text
from core.tables.model import RawTable
from core.tables.words import plain

GROUP = "group"  # the column's name where the headings give none
_KEYED = re.compile(r"([^:=]{2,40}?)\s*[:=]\s*(\S.*)")
_YEAR = re.compile(r"(?:(tahun|thn|year)\s*)?((?:19|20)\d\d)", re.IGNORECASE)


def sections_joined(raw: RawTable) -> tuple[RawTable, list[Text]]:
    """The table with its headings as a first column; as it was where some rows have none."""
    if not any(raw.sections.values()):
        return raw, []
    headings = [raw.sections.get(int(row), "") for row in raw.frame.index]
    if not headings or not all(headings):
        return raw, []
    name, cells = _named(headings, [str(one) for one in raw.frame.columns])
    if len(set(cells)) < 2 and name == GROUP:
        return raw, []
    frame, kinds = raw.frame.copy(), raw.kinds.copy()
    frame.insert(0, name, pd.Series(cells, index=frame.index, dtype="str"))
    kinds.insert(0, name, "text")
    totals, total_kinds = raw.totals.copy(), raw.total_kinds.copy()
    totals.insert(0, name, "")
    total_kinds.insert(0, name, "empty")
    joined = replace(
        raw,
        frame=frame,
        kinds=kinds,
        totals=totals,
        total_kinds=total_kinds,
        letters=("", *raw.letters),
        header_parts=((name,), *raw.header_parts),
    )
    return joined, [text("Headings between the rows became the column “{name}”.", name=name)]


def _named(headings: list[str], taken: list[str]) -> tuple[str, list[str]]:
    """The column's name and its cells: what stands before the colon, a year, else the heading."""
    keyed = [_KEYED.fullmatch(one) for one in headings]
    keys = {plain(one.group(1)) for one in keyed if one}
    first = keyed[0]
    if first and all(keyed) and len(keys) == 1 and first.group(1) not in taken:
        return first.group(1), [one.group(2) for one in keyed if one]
    years = [_YEAR.fullmatch(one.strip(" :")) for one in headings]
    if all(years):
        english = any(re.match(r"(month|week|quarter)", plain(one)) for one in taken)
        return "Year" if english else "Tahun", [one.group(2) for one in years if one]
    name = GROUP
    while name in taken:
        name += " (2)"
    return name, headings
