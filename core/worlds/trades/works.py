"""A factory: orders are finished about two months after they came in, most of them on time."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import after, arrivals
from core.worlds.exports import Column, Form, Sheet
from core.worlds.model import Truth
from core.worlds.people import firms
from core.worlds.trades.model import SWING, Trade, Window, window

_MAKING_DAYS, _SPREAD = 61.0, 7.0
_ALLOWED_DAYS = 67  # due that long after the order
_ON_TIME = 0.8234  # chance that a normal delay (61, 7) rounds to at most 67 days
_PARTS = {"frame": 420_000, "gear": 560_000, "panel": 310_000}
_WORDS = {
    "frame": ("Frame", "Rangka"),
    "gear": ("Gear", "Roda gigi"),
    "panel": ("Panel", "Panel"),
}
_ORDERS = Sheet(
    "production_orders.csv",
    "orders",
    (
        Column("order_id", Form.TEXT, "order_id", "Production Order No", "No. Order Produksi"),
        Column("customer", Form.TEXT, "", "Customer", "Pelanggan"),
        Column("part", Form.WORD, "", "Product", "Produk"),
        Column("ordered_at", Form.DAY, "ordered_at", "Order Date", "Tanggal Order"),
        Column("due_at", Form.DAY, "due_at", "Due Date", "Tanggal Jatuh Tempo"),
        Column("finished_at", Form.DAY, "finished_at", "Finished Date", "Tanggal Selesai"),
        Column("quantity", Form.NUMBER, "quantity", "Quantity", "Jumlah"),
        Column("revenue", Form.MONEY, "revenue", "Order Value", "Nilai Order"),
    ),
)


def works(seed: int = 1) -> Trade:
    """Orders since the first one: by order date they lead revenue by the day of finishing."""
    orders = _orders(np.random.default_rng(seed), window())
    orders["order_id"] = [f"PO-{number:05d}" for number in range(1, len(orders) + 1)]
    return Trade(
        name="works",
        industry="manufacturing",
        tables={"orders": orders},
        sheets={"orders": _ORDERS},
        words=_WORDS,
        truth=(Truth("orders", "revenue", 2, 1),),
        facts={"production_lead_days": _MAKING_DAYS, "on_time": _ON_TIME},
    )


def _orders(random: np.random.Generator, shown: Window) -> pd.DataFrame:
    ordered = arrivals(random, shown.months, 46, SWING).normalize()
    finished = after(random, ordered, _MAKING_DAYS, _SPREAD).round("D")
    part = random.choice(list(_PARTS), len(ordered), p=[0.4, 0.35, 0.25])
    quantity = random.integers(80, 160, len(ordered))
    orders = pd.DataFrame(
        {
            "customer": firms(random.integers(0, 60, len(ordered))),
            "part": part,
            "ordered_at": ordered,
            "due_at": ordered + pd.Timedelta(days=_ALLOWED_DAYS),
            "finished_at": pd.Series(finished).where(finished <= shown.end),
            "quantity": quantity,
            "revenue": quantity * np.array([_PARTS[one] for one in part]),
        }
    )
    return orders
