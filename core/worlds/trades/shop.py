"""A shop: goods come in and are sold about two months later; stock is what lies in between."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import after, arrivals
from core.worlds.exports import Column, Form, Sheet
from core.worlds.model import Truth
from core.worlds.trades.model import SWING, Trade, Window, window

_SHELF_DAYS, _SPREAD = 61.0, 8.0
_MARKUP = 1.35
_GOODS = {"rice_cooker": 310_000, "fan": 240_000, "blender": 275_000}  # what a piece costs
_BRANCHES = ("north", "south", "east")
_WORDS = {
    "rice_cooker": ("Rice cooker", "Penanak nasi"),
    "fan": ("Fan", "Kipas angin"),
    "blender": ("Blender", "Blender"),
    "north": ("North", "Utara"),
    "south": ("South", "Selatan"),
    "east": ("East", "Timur"),
}
_SALES = Sheet(
    "shop_sales.csv",
    "orders",
    (
        Column("sale_id", Form.TEXT, "order_id", "Invoice No", "No Faktur"),
        Column("sold_at", Form.DAY, "ordered_at", "Invoice Date", "Tanggal"),
        Column("branch", Form.WORD, "", "Store", "Toko"),
        Column("goods", Form.WORD, "", "Product", "Nama Produk"),
        Column("pieces", Form.NUMBER, "quantity", "Quantity", "Jumlah Terjual"),
        Column("revenue", Form.MONEY, "revenue", "Sales", "Penjualan"),
        Column("cost", Form.MONEY, "cost", "Cost of Goods Sold", "HPP"),
    ),
)
_STOCK = Sheet(
    "shop_stock.csv",
    "kpi_wide",
    (
        Column("month", Form.DAY, "period", "Month", "Bulan"),
        Column("branch", Form.WORD, "", "Store", "Toko"),
        Column("goods", Form.WORD, "", "Product", "Nama Produk"),
        Column("opening", Form.MONEY, "", "Opening Stock", "Stok Awal"),
        Column("received", Form.MONEY, "", "Goods Received", "Barang Masuk"),
        Column("sold", Form.MONEY, "", "Cost of Goods Sold", "HPP"),
        Column("closing", Form.MONEY, "", "Closing Stock", "Stok Akhir"),
    ),
)


def shop(seed: int = 1) -> Trade:
    """Sales lines and month-end stock of 36 months: goods received lead revenue.

    Stock is valued at cost: opening + received - cost of goods sold = closing, each month.
    """
    random, shown = np.random.default_rng(seed), window()
    lots = _lots(random, shown.months)
    sales = lots[lots["sold_at"].between(shown.start, shown.end)]
    sales = sales.sort_values("sold_at", kind="stable", ignore_index=True)
    sales["sale_id"] = [f"INV-{number:05d}" for number in range(1, len(sales) + 1)]
    return Trade(
        name="shop",
        industry="retail",
        tables={"sales": sales, "stock": _stock(lots, shown)},
        sheets={"sales": _SALES, "stock": _STOCK},
        words=_WORDS,
        truth=(Truth("goods_received", "revenue", 2, 1),),
        facts={"markup": _MARKUP, "shelf_days": _SHELF_DAYS},
    )


def _lots(random: np.random.Generator, months: pd.PeriodIndex) -> pd.DataFrame:
    """What came in at once is sold at once."""
    came = arrivals(random, months, 62, SWING).normalize()
    goods = random.choice(list(_GOODS), len(came))
    pieces = random.integers(12, 25, len(came))
    cost = pieces * np.array([_GOODS[one] for one in goods])
    return pd.DataFrame(
        {
            "came_at": came,
            "sold_at": after(random, came, _SHELF_DAYS, _SPREAD).normalize(),
            "branch": random.choice(_BRANCHES, len(came)),
            "goods": goods,
            "pieces": pieces,
            "cost": cost,
            "revenue": (cost * _MARKUP).round(-3),
        }
    )


def _stock(lots: pd.DataFrame, shown: Window) -> pd.DataFrame:
    """One row for each month, branch and product; nothing lies there before the warm-up."""
    keys = pd.MultiIndex.from_product(
        [shown.months, _BRANCHES, _GOODS], names=["month", "branch", "goods"]
    )
    by = ["branch", "goods"]
    received = lots.groupby([lots["came_at"].dt.to_period("M").rename("month"), *by])["cost"].sum()
    sold = lots.groupby([lots["sold_at"].dt.to_period("M").rename("month"), *by])["cost"].sum()
    stock = pd.DataFrame(
        {
            "received": received.reindex(keys, fill_value=0),
            "sold": sold.reindex(keys, fill_value=0),
        }
    )
    closing = (stock["received"] - stock["sold"]).groupby(level=by).cumsum()
    stock["closing"] = closing
    stock["opening"] = closing - stock["received"] + stock["sold"]
    stock = stock.reset_index()
    stock["month"] = pd.PeriodIndex(stock["month"]).end_time.normalize()
    return stock[stock["month"] >= shown.start].reset_index(drop=True)
