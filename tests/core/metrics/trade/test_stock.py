"""Stock turns counted by hand: cost of goods sold over the mean of opening and closing stock."""

import pytest

from tests.core.metrics.trade.conftest import sheet_of

SALES = {
    "order_id": ["1", "2", "3", "4"],
    "ordered_at": ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"],
    "revenue": [150, 300, 450, 600],
    "cost": [100, 200, 300, 400],
}


def stock_of(levels):
    return sheet_of({"Stok Akhir": levels})


def test_a_sheet_of_sales_cost_and_stock_tells_all_three_without_any_records(panel, row):
    found = panel(
        sheet_of({"Sales": [150, 300, 450.0, 600], "COGS": [100, 200, 300.0, 400],
                  "Stock": [50.0, 150, 50, 350]})
    )  # fmt: skip
    assert row(found, "inventory_turnover") == {"2025-02": 2, "2025-03": 3, "2025-04": 2}
    assert row(found, "sales_to_stock") == {"2025-02": 3, "2025-03": 4.5, "2025-04": 3}
    assert row(found, "stock_days") == {"2025-02": 28 / 2, "2025-03": 31 / 3, "2025-04": 30 / 2}


def test_a_turnover_the_sheet_has_itself_is_kept(panel, row):
    found = panel(
        sheet_of({"COGS": [100, 200.0, 300, 400], "Stock": [50.0, 150, 50, 350],
                  "Inventory turnover": [9.0, 8, 7, 6]})
    )  # fmt: skip
    assert list(row(found, "inventory_turnover").values()) == [9, 8, 7, 6]


def test_a_month_missing_in_the_sheet_is_no_opening_stock_of_the_next_but_one(panel, row):
    sheet = sheet_of({"COGS": [100, 200, 300.0], "Stock": [50.0, 150, 50]},
                     ["2025-01-01", "2025-02-01", "2025-04-01"])  # fmt: skip
    assert row(panel(sheet), "inventory_turnover") == {"2025-02": 2}


def test_stock_of_nothing_or_less_is_said(records, panel):
    found = panel(records("orders", **SALES), stock_of([50.0, 0.0, -5.0, 350.0]))
    said = [one.to("en") for one in found.notices]
    assert "Inventory turnover is not shown where Stok Akhir is 0 or below: in 2 periods." in said


def test_without_stock_turnover_says_what_is_missing(records, panel):
    why = panel(records("orders", **SALES)).refused["inventory_turnover"]
    assert why.to("en") == "not computable, because the data do not tell: Stock"
    assert "sales_to_stock" not in panel(records("orders", **SALES)).refused


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
