"""Stock turns counted by hand: cost of goods sold over the mean of opening and closing stock."""

import pandas as pd
import pytest

from core.periods import Grain
from core.tables import Column, ColumnType, Table, TableKind

MONTHS = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"]
SALES = {
    "order_id": ["1", "2", "3", "4"],
    "ordered_at": ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"],
    "revenue": [150, 300, 450, 600],
    "cost": [100, 200, 300, 400],
}


def stock_of(levels):
    frame = pd.DataFrame({"Bulan": pd.to_datetime(MONTHS), "Stok Akhir": levels}, index=range(2, 6))
    columns = (
        Column("Bulan", "period", ColumnType.DATE, grain=Grain.MONTH),
        Column("Stok Akhir", "measure", ColumnType.NUMBER),
    )
    return Table(TableKind.KPI_WIDE, "stok.xlsx", "", frame, columns, header_rows=(1,))


def test_turnover_is_cost_over_the_mean_of_opening_and_closing_stock(records, panel, row):
    found = panel(records("orders", **SALES), stock_of([50.0, 150.0, 50.0, 350.0]))
    turns = {"2025-02": 200 / 100, "2025-03": 300 / 100, "2025-04": 400 / 200}
    assert row(found, "inventory_turnover") == turns


def test_sales_over_stock_goes_by_another_name(records, panel, row):
    found = panel(records("orders", **SALES), stock_of([50.0, 150.0, 50.0, 350.0]))
    assert row(found, "sales_to_stock") == {"2025-02": 3, "2025-03": 4.5, "2025-04": 3}


@pytest.mark.parametrize("level", [0.0, -10.0, None])
def test_without_stock_above_zero_there_is_no_turnover(records, panel, row, level):
    found = panel(records("orders", **SALES), stock_of([50.0, level, 50.0, 350.0]))
    assert row(found, "inventory_turnover") == {"2025-04": 2}


def test_without_cost_there_is_no_turnover(records, panel):
    sales = {name: values for name, values in SALES.items() if name != "cost"}
    found = panel(records("orders", **sales), stock_of([50.0, 150.0, 50.0, 350.0]))
    assert "inventory_turnover" not in found.values
    assert "cost" in found.refused["cogs"].to("en")
