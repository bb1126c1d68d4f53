"""Records built by hand as the reading returns them, and their panel."""

import pandas as pd
import pytest

from core.metrics import build_panel
from core.periods import Grain
from core.tables import Column, ColumnType, Table, TableKind


def _typed(field, values):
    if field.endswith("_at"):
        return pd.Series(pd.to_datetime(list(values), format="mixed")), ColumnType.DATE
    known = [one for one in values if one is not None]
    if known and all(isinstance(one, bool) for one in known):
        return pd.Series(values, dtype="boolean"), ColumnType.BOOLEAN
    if known and all(isinstance(one, int | float) for one in known):
        return pd.Series(values, dtype="float64"), ColumnType.NUMBER
    return pd.Series(values, dtype="string"), ColumnType.TEXT


def records_of(kind, source="export.csv", named=None, units=None, **fields):
    """A table of records: values by field; `named`: field -> its header, else the field itself."""
    frame, columns = pd.DataFrame(), []
    for field, values in fields.items():
        header = (named or {}).get(field, field)
        frame[header], kind_of = _typed(field, values)
        own = "" if field.startswith("x_") else field
        columns.append(Column(header, own, kind_of, (units or {}).get(field, "")))
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    return Table(TableKind(kind), source, "", frame, tuple(columns), header_rows=(1,))


def sheet_of(columns, months=("2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01")):
    """A sheet of monthly figures: header -> one value a month."""
    frame = pd.DataFrame({"Bulan": pd.to_datetime(list(months)), **columns})
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    told = tuple(Column(name, "measure", ColumnType.NUMBER) for name in columns)
    period = Column("Bulan", "period", ColumnType.DATE, grain=Grain.MONTH)
    return Table(TableKind.KPI_WIDE, "kpi.xlsx", "", frame, (period, *told), header_rows=(1,))


@pytest.fixture(scope="session")
def records():
    return records_of


@pytest.fixture(scope="session")
def panel():
    """The panel of tables at a grain (months by default), with its last period."""

    def of(*tables, grain=Grain.MONTH):
        return build_panel(tables, grain, keep_unfinished=True)

    return of


@pytest.fixture(scope="session")
def row():
    """A metric's known values by period label."""

    def of(panel, id):
        column = panel.values[id].dropna()
        return {str(period): value for period, value in column.items()}

    return of
