"""Rows that say nothing new: totals beside the groups they add up, and exact copies."""

from dataclasses import replace

import pandas as pd

from core.errors import Place
from core.language import Text, counted
from core.tables.model import Table

RECORDS = 0.2  # share of repeated rows from which rows are records, not one value a period
_TOTALS = frozenset(
    ("total", "grand total", "subtotal", "jumlah", "semua", "all", "keseluruhan", "seluruhnya")
)


def names(table: Table, field: str) -> list[str]:
    """The names of the columns that hold that field."""
    return [column.name for column in table.columns if column.field == field]


def without_totals(table: Table) -> tuple[Table, list[Text]]:
    """The table without rows that add up the others, such as branch “TOTAL”."""
    total = pd.Series(False, index=table.frame.index)
    for name in names(table, "dimension"):
        written = table.frame[name].astype("string").str.strip().str.lower()
        total |= written.isin(_TOTALS).fillna(False).to_numpy(dtype=bool)
    if not total.any() or total.all():
        return table, []
    said = counted(
        "{n} row that adds up the others is left out of {place}.",
        "{n} rows that add up the others are left out of {place}.",
        int(total.sum()),
        place=Place(table.source, table.sheet).text(),
    )
    return _kept(table, ~total), [said]


def without_copies(table: Table) -> tuple[Table, list[Text]]:
    """The table without rows that repeat another one exactly, unless its rows are records."""
    keys = [*names(table, "period"), *names(table, "metric"), *names(table, "dimension")]
    copies = table.frame.duplicated()
    if not copies.any() or float(table.frame.duplicated(keys).mean()) > RECORDS:
        return table, []
    rows = ", ".join(str(row) for row in table.frame.index[copies][:10])
    said = counted(
        "{n} row of {place} repeats another exactly and is left out (row {rows}).",
        "{n} rows of {place} repeat others exactly and are left out (rows {rows}).",
        int(copies.sum()),
        place=Place(table.source, table.sheet).text(),
        rows=rows,
    )
    return _kept(table, ~copies), [said]


def _kept(table: Table, rows: "pd.Series[bool]") -> Table:
    origin = table.origin if table.origin is None else table.origin[rows.to_numpy()]
    return replace(table, frame=table.frame[rows.to_numpy()], origin=origin)
