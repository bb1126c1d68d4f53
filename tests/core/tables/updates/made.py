"""Small tables of each kind, made without a file."""

from dataclasses import replace

import pandas as pd

from core.periods import Grain
from core.tables import Column, ColumnType, Table, TableKind

PERIOD = Column("Bulan", "period", ColumnType.DATE, grain=Grain.MONTH, letter="A")
BRANCH = Column("Cabang", "dimension", ColumnType.TEXT, letter="B")
LEADS = Column("Leads", "measure", ColumnType.INTEGER, letter="C")
SALES = Column("Omzet", "measure", ColumnType.NUMBER, letter="D")


def wide(rows, columns=(PERIOD, BRANCH, LEADS, SALES), source="a.xlsx", sheet="Rekap"):
    """A table of kind kpi_wide; rows are tuples in the order of the columns."""
    return _table(TableKind.KPI_WIDE, rows, columns, source, sheet)


def records(rows, names=("Deal ID", "Tahap", "Nilai"), source="crm.csv"):
    """One row per deal."""
    types = [ColumnType.TEXT, ColumnType.TEXT, ColumnType.INTEGER]
    columns = [Column(name, "", type) for name, type in zip(names, types, strict=False)]
    return _table(TableKind.OTHER, rows, columns, source, "")


def _table(kind, rows, columns, source, sheet):
    index = pd.Index(range(2, 2 + len(rows)), name="row")
    frame = pd.DataFrame(list(rows), columns=[one.name for one in columns], index=index)
    types = {ColumnType.DATE: "datetime64[s]", ColumnType.TEXT: "str"}
    for one in columns:
        values = frame[one.name]
        if one.type is ColumnType.DATE:
            values = pd.Series(pd.to_datetime(list(values)), index)
        frame[one.name] = values.astype(types.get(one.type, "float64"))
    return Table(kind, source, sheet, frame, tuple(columns), (1,))


def months(count, *, first="2025-01", factor=1.0, branch="Bandung"):
    """Rows of one branch, one a month."""
    starts = pd.period_range(first, periods=count, freq="M").to_timestamp()
    return [
        (day, branch, 10.0 * (i + 1), factor * 1000.5 * (i + 1)) for i, day in enumerate(starts)
    ]


def shuffled(table, seed=0):
    """The same rows in another order."""
    frame = table.frame.sample(frac=1, random_state=seed)
    frame.index = table.frame.index
    return Table(table.kind, table.source, table.sheet, frame, table.columns, table.header_rows)


def same(one, other):
    """Whether two tables hold the same frame, bit for bit."""
    pd.testing.assert_frame_equal(one.frame, other.frame, check_exact=True)
    return one.columns == other.columns


def replaced(column, name="Prospek"):
    """The same column under another name."""
    return replace(column, name=name)
