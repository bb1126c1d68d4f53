"""Tables built by hand, as the reading returns them."""

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest

from core.periods import Grain
from core.tables import Column, ColumnType, Table, TableKind


def table_of(
    periods: Sequence[str],
    measures: Mapping[str, Sequence[float | None]],
    *,
    grain: Grain | None = Grain.MONTH,
    groups: Mapping[str, Sequence[str]] | None = None,
    units: Mapping[str, str] | None = None,
    sheet: str = "KPI",
    **more: object,
) -> Table:
    """A kpi_wide table: periods as ISO dates, measures and groups by name."""
    frame = pd.DataFrame({"Bulan": pd.to_datetime(list(periods))})
    columns = [Column("Bulan", "period", ColumnType.DATE, grain=grain)]
    for name, words in (groups or {}).items():
        frame[name] = list(words)
        columns.append(Column(name, "dimension", ColumnType.TEXT))
    for name, values in measures.items():
        frame[name] = pd.array(list(values), dtype="Float64").to_numpy(float, na_value=float("nan"))
        unit = (units or {}).get(name, "")
        columns.append(Column(name, "measure", ColumnType.NUMBER, unit))
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    return Table(
        TableKind.KPI_WIDE, "kpi.xlsx", sheet, frame, tuple(columns), header_rows=(1,), **more
    )


def long_of(rows: Sequence[tuple[str, str, float | None]], **more: object) -> Table:
    """A kpi_long table of (ISO date, metric, value)."""
    frame = pd.DataFrame(rows, columns=["Bulan", "Indikator", "Nilai"])
    frame["Bulan"] = pd.to_datetime(frame["Bulan"])
    frame["Nilai"] = frame["Nilai"].astype(float)
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    columns = (
        Column("Bulan", "period", ColumnType.DATE, grain=Grain.MONTH),
        Column("Indikator", "metric", ColumnType.TEXT),
        Column("Nilai", "value", ColumnType.NUMBER),
    )
    return Table(TableKind.KPI_LONG, "kpi.xlsx", "KPI", frame, columns, header_rows=(1,), **more)


def months(first: str, n: int) -> list[str]:
    """The first days of n months."""
    return [str(p.start_time.date()) for p in pd.period_range(first, periods=n, freq="M")]


def days(first: str, last: str, freq: str = "D") -> list[str]:
    """Days from first to last."""
    return [str(day.date()) for day in pd.date_range(first, last, freq=freq)]


@pytest.fixture(scope="session")
def table():
    return table_of


@pytest.fixture(scope="session")
def long():
    return long_of


@pytest.fixture(scope="session")
def months_from():
    return months


@pytest.fixture(scope="session")
def days_from():
    return days
