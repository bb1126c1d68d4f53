"""What was understood of a file, as tables a person can read and download."""

from collections.abc import Iterable

import pandas as pd

from core.errors import Issue
from core.language import Language, Text, text
from core.metrics import Receipt
from core.tables import Aside, Column, SetAside, Table
from core.tables.known import known_cells
from core.tables.mapping import field_name
from core.tables.type_names import GRAINS, TYPES

ASIDES = {
    Aside.TITLE: text("title or preamble"),
    Aside.NOTE: text("note"),
    Aside.TOTAL: text("total"),
    Aside.BLANK: text("blank row"),
    Aside.REPEATED_HEADER: text("header repeated"),
}


_MADE = ("period", "value", "target", "metric")  # names the reader gives where nobody wrote one


def column_name(column: Column, language: Language) -> str:
    """A column's name as it was written, or in plain words where nobody wrote one."""
    if column.letter and column.name == f"Column {column.letter}":
        return text("Column {letter}", letter=column.letter).to(language)
    if not column.letter and column.field and column.name in _MADE:
        return field_name(column.field).to(language).capitalize()
    return column.name


def columns_table(table: Table, language: Language) -> pd.DataFrame:
    """One row per column: name, what it was read as, unit, values, what is unknown, issues."""
    known = [int(known_cells(table.frame.iloc[:, at]).sum()) for at in range(len(table.columns))]
    return pd.DataFrame(
        {
            text("Column").to(language): [column_name(one, language) for one in table.columns],
            text("Read as").to(language): [_read_as(one).to(language) for one in table.columns],
            text("Unit").to(language): [_unit(one).to(language) for one in table.columns],
            text("Values").to(language): known,
            text("Unknown").to(language): [len(table.frame) - n for n in known],
            text("Cells with an issue").to(language): [len(one.issues) for one in table.columns],
        }
    )


def issues_table(issues: Iterable[Issue], language: Language) -> pd.DataFrame:
    """One row per issue: where, what, what to do."""
    rows = [
        (
            issue.place.sheet,
            "" if issue.place.row is None else str(issue.place.row),
            issue.place.column,
            issue.place.cell,
            issue.what.to(language),
            issue.remedy.to(language),
        )
        for issue in issues
    ]
    names = (
        text("Sheet"),
        text("Row"),
        text("Column"),
        text("Cell"),
        text("What"),
        text("What to do"),
    )
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def aside_table(set_aside: Iterable[SetAside], language: Language) -> pd.DataFrame:
    """One row per piece set aside: rows, why, its words."""
    rows = [(_rows(one.rows), ASIDES[one.why].to(language), one.words) for one in set_aside]
    names = (text("Rows"), text("Why"), text("Words"))
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def receipts_table(receipts: Iterable[Receipt], language: Language) -> pd.DataFrame:
    """One row per cell behind a value: its address, the value read there, sheet, file."""
    rows = [(one.place.cell, one.value, one.place.sheet, one.place.source) for one in receipts]
    names = (text("Cell"), text("Value"), text("Sheet"), text("File"))
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def _read_as(column: Column) -> Text:
    if column.field == "period" and column.grain is not None:
        return text("period, in {grain}", grain=GRAINS[column.grain])
    return TYPES[column.type]


def _unit(column: Column) -> Text:
    return text("percent") if column.unit == "percent" else Text(column.unit)


def _rows(rows: tuple[int, ...]) -> str:
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}–{rows[-1]}"
