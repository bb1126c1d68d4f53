"""Cells and files of surveys: header rows, lines of text, CSV or a workbook."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from xlsxwriter import Workbook

from core.worlds.exports import ExportFile
from core.worlds.surveys.wording import AGREE, ENDS, GROUPS

Cells = list[str]
_MADE = datetime(2026, 1, 2)


@dataclass(frozen=True)
class Laid:
    """A sheet as a survey tool lays it: header rows, then lines."""

    name: str
    headers: Sequence[Sequence[str]]
    lines: Sequence[Sequence[str]]
    delimiter: str = ","


def as_csv(laid: Laid) -> ExportFile:
    """UTF-8 text, each cell quoted where it must be."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=laid.delimiter)
    writer.writerows([*laid.headers, *laid.lines])
    return ExportFile(laid.name, out.getvalue().encode("utf-8"), "survey", {}, len(laid.lines))


def as_workbook(laid: Laid, sheet: str) -> ExportFile:
    """One sheet; whole numbers are numbers, all else is text."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        page = book.add_worksheet(sheet)
        for row, line in enumerate([*laid.headers, *laid.lines]):
            for at, cell in enumerate(line):
                if cell.isdigit() and len(cell) < 10:
                    page.write_number(row, at, int(cell))
                elif cell:
                    page.write_string(row, at, cell)
    return ExportFile(laid.name, out.getvalue(), "survey", {}, len(laid.lines))


def moments(times: "pd.Series[pd.Timestamp]", form: str) -> Cells:
    """Times in that form."""
    return [f"{one:{form}}" for one in times]


def whole(points: "pd.Series[float]") -> Cells:
    """Points as digits; nothing where nobody answered."""
    return ["" if pd.isna(one) else str(int(one)) for one in points]


def agreement(points: "pd.Series[float]", language: str) -> Cells:
    """Points as words of agreement."""
    return ["" if pd.isna(one) else AGREE[language][int(one) - 1] for one in points]


def with_ends(points: "pd.Series[float]", language: str) -> Cells:
    """Points as SurveyMonkey writes them: the ends carry words."""
    ends = dict(zip(("0", "10"), ENDS[language], strict=True))
    return [f"{ends[one]} - {one}" if one in ends else one for one in whole(points)]


def worded(groups: "pd.Series[str]", language: str) -> Cells:
    """Names of groups in that language."""
    return [GROUPS[language].get(one, one) for one in groups.astype(str)]
