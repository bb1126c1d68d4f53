"""What an update would change: as tables a person can read, and as plain values."""

import math
from typing import Any

import pandas as pd

from core.errors import Issue
from core.language import Language, date_text, number, period_text, text
from core.language.formats import percent
from core.tables import Column, ColumnType, Table
from core.tables.updates import CellChange, Comparison, Renamed, TableChange, cell_changes
from core.tables.updates.summary import size_digits

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)
DIGITS = 6  # decimals of a figure at most


def cells_table(change: TableChange, cells: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row per changed or emptied cell: its row and column, before, after, size, both cells."""
    rows = [
        (
            one.row.to(language),
            one.old.name,
            value_said(one.before, one.old, language),
            value_said(one.after, one.new, language),
            _size_said(one.size, language),
            one.old_place.cell,
            one.new_place.cell,
        )
        for one in cell_changes(change, cells)
    ]
    names = (
        text("Row"),
        text("Column"),
        text("Before"),
        text("Now"),
        text("Change"),
        text("Old cell"),
        text("New cell"),
    )
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def cells_said(change: TableChange, cells: pd.DataFrame, language: Language) -> list[str]:
    """One sentence per changed or emptied cell: row, column, before → now, size, cell."""
    return [_cell_said(one, language) for one in cell_changes(change, cells)]


def rows_table(table: Table, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of a table as one language writes them, with their spreadsheet rows."""
    said = {
        one.name: [value_said(value, one, language) for value in rows[one.name]]
        for one in table.columns
    }
    row = text("Row").to(language)
    return pd.DataFrame({row: [str(one) for one in rows.index], **said})


def value_said(value: Any, column: Column, language: Language) -> str:
    """One value of a column in words; a dash where it is unknown."""
    if pd.isna(value) or value == "":
        return "–"
    if column.type in NUMBERS:
        if column.unit == "percent":
            return percent(float(value), language, _decimals(float(value) * 100))
        return number(float(value), language, _decimals(float(value)))
    if column.type in TIMES:
        return _moment_said(pd.Timestamp(value), column, language)
    if column.type is ColumnType.BOOLEAN:
        return (text("yes") if value else text("no")).to(language)
    return str(value)


def describe_comparison(comparison: Comparison, language: Language = "en") -> dict[str, Any]:
    """What `compare` answers: every row and cell, as plain values."""
    return {
        "same": comparison.is_same,
        "summary": comparison.summary.to(language),
        "renames": dict(comparison.renames),
        "tables": [_change(one, language) for one in comparison.changes],
        "only_before": [_table(one) for one in comparison.only_before],
        "only_after": [_table(one) for one in comparison.only_after],
    }


def _cell_said(one: CellChange, language: Language) -> str:
    old, new = one.old_place.cell, one.new_place.cell
    said = {
        "row": one.row,
        "column": one.old.name,
        "before": value_said(one.before, one.old, language),
        "after": value_said(one.after, one.new, language),
        "size": _size_said(one.size, language),
        "cell": new if old == new else f"{old} → {new}",
    }
    told = text("{row}, “{column}”: {before} → {after}. Cell {cell}.", **said)
    if said["size"]:
        told = text("{row}, “{column}”: {before} → {after} ({size}). Cell {cell}.", **said)
    return told.to(language)


def _change(change: TableChange, language: Language) -> dict[str, Any]:
    return {
        "sheet": change.sheet,
        "kind": change.kind.value,
        "key": list(change.key),
        "new": len(change.new),
        "changed": change.changed_rows,
        "unchanged": change.unchanged,
        "vanished": len(change.vanished),
        "emptied": len(change.emptied),
        "changed_cells": _cells(change, change.changed, language),
        "emptied_cells": _cells(change, change.emptied, language),
        "new_rows": _rows(change.after, change.new),
        "vanished_rows": _rows(change.before, change.vanished),
        "renamed": [_renamed(one, language) for one in change.renamed],
        "gained": list(change.gained),
        "lost": list(change.lost),
        "issues": [_issue(one, language) for one in change.issues],
        "notices": [one.to(language) for one in change.notices],
    }


def _cells(change: TableChange, cells: pd.DataFrame, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "row": one.row.to(language),
            "column": one.old.name,
            "before": _plain(one.before),
            "after": _plain(one.after),
            "size": _plain(one.size),
            "old_cell": one.old_place.cell,
            "new_cell": one.new_place.cell,
        }
        for one in cell_changes(change, cells)
    ]


def _rows(table: Table, rows: pd.DataFrame) -> list[dict[str, Any]]:
    names = [one.name for one in table.columns]
    return [
        {"row": int(index), "values": dict(zip(names, map(_plain, values), strict=True))}
        for index, *values in rows[names].itertuples(name=None)
    ]


def _plain(value: Any) -> Any:
    """A value as JSON keeps it; dates as ISO, unknown as null."""
    if pd.isna(value) or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        day = value == value.normalize()
        return value.date().isoformat() if day else value.isoformat()
    if isinstance(value, (bool, str)):
        return value
    found = float(value)
    return int(found) if found.is_integer() and abs(found) < 1e15 else found


def _renamed(one: Renamed, language: Language) -> dict[str, Any]:
    return {
        "before": one.before,
        "after": one.after,
        "share": one.share,
        "accepted": one.accepted,
        "reason": one.reason.to(language),
    }


def _issue(one: Issue, language: Language) -> dict[str, str]:
    parts = {"what": one.what, "where": one.place.text(), "remedy": one.remedy}
    return {name: said.to(language) for name, said in parts.items()}


def _table(one: Table) -> dict[str, Any]:
    return {"sheet": one.sheet, "kind": one.kind.value, "rows": len(one.frame)}


def _size_said(size: float, language: Language) -> str:
    if math.isnan(size):
        return ""
    said = percent(size, language, size_digits(size))
    return f"+{said}" if size > 0 else said


def _moment_said(moment: pd.Timestamp, column: Column, language: Language) -> str:
    if column.field == "period" and column.grain is not None:
        return period_text(pd.Period(moment, freq=column.freq), language)
    hour = f" {moment:%H:%M}" if column.type is ColumnType.DATETIME else ""
    return date_text(moment.date(), language) + hour


def _decimals(value: float) -> int:
    """Decimals that show the value as it is, up to DIGITS."""
    return next((n for n in range(DIGITS) if round(value, n) == round(value, DIGITS)), DIGITS)
