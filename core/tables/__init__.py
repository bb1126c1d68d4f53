"""Files become tables: bytes -> Grids (in a limited process) -> RawTables -> typed Tables."""

from core.tables.describe import describe, to_csv
from core.tables.model import (
    Answers,
    Aside,
    CellKind,
    Column,
    ColumnType,
    Fits,
    Grid,
    Question,
    RawTable,
    Reading,
    RowRole,
    RowSaid,
    SetAside,
    Table,
    TableKind,
    TotalCheck,
)
from core.tables.read import read

__all__ = [
    "Answers",
    "Aside",
    "CellKind",
    "Column",
    "ColumnType",
    "Fits",
    "Grid",
    "Question",
    "RawTable",
    "Reading",
    "RowRole",
    "RowSaid",
    "SetAside",
    "Table",
    "TableKind",
    "TotalCheck",
    "describe",
    "read",
    "to_csv",
]
