"""A housing agency: viewings become sales about three months later."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import after, arrivals, in_office
from core.worlds.exports import Column, Form, Sheet
from core.worlds.model import Truth
from core.worlds.people import persons
from core.worlds.trades.model import SWING, Trade, window

_SALE_DAYS, _SPREAD = 91.0, 8.0
_SOLD = 0.3  # of viewings held
_OUTCOMES = {"held": 0.84, "no_show": 0.1, "cancelled": 0.06}
_HOUSES = {"small": 420_000_000, "middle": 560_000_000, "large": 780_000_000}
_WORDS = {
    "viewing": ("Viewing", "Kunjungan properti"),
    "held": ("Held", "Terlaksana"),
    "no_show": ("No-show", "Tidak hadir"),
    "cancelled": ("Cancelled", "Dibatalkan"),
    "small": ("Type 36", "Tipe 36"),
    "middle": ("Type 45", "Tipe 45"),
    "large": ("Type 60", "Tipe 60"),
}
_VIEWINGS = Sheet(
    "property_viewings.csv",
    "activities",
    (
        Column("viewing_id", Form.TEXT, "activity_id", "Activity ID", "ID Aktivitas"),
        Column("type", Form.WORD, "type", "Activity Type", "Jenis Aktivitas"),
        Column("listing", Form.TEXT, "", "Listing", "Listing"),
        Column("buyer", Form.TEXT, "", "Buyer", "Calon Pembeli"),
        Column("agent", Form.TEXT, "owner", "Agent", "Nama Sales"),
        Column("booked_at", Form.DAY, "booked_at", "Booked Date", "Tanggal Dijadwalkan"),
        Column("held_at", Form.DAY, "occurred_at", "Viewing Date", "Tanggal Kunjungan"),
        Column("outcome", Form.WORD, "outcome", "Outcome", "Hasil"),
    ),
)
_SALES = Sheet(
    "property_sales.csv",
    "orders",
    (
        Column("sale_id", Form.TEXT, "order_id", "Transaction ID", "ID Transaksi"),
        Column("sold_at", Form.DAY, "ordered_at", "Transaction Date", "Tanggal Transaksi"),
        Column("house", Form.WORD, "", "Product", "Produk"),
        Column("listing", Form.TEXT, "", "Listing", "Listing"),
        Column("price", Form.MONEY, "revenue", "Total Price", "Total Harga"),
    ),
)


def estate(seed: int = 1) -> Trade:
    """Viewings and sales of 36 months: held viewings lead revenue by three months."""
    random, shown = np.random.default_rng(seed), window()
    viewings = _viewings(random, shown.months)
    sales = _sales(random, viewings)
    sales = sales[sales["sold_at"].between(shown.start, shown.end)].reset_index(drop=True)
    sales["sale_id"] = [f"TR-{number:04d}" for number in range(1, len(sales) + 1)]
    seen = viewings["held_at"].between(shown.start, shown.end)
    viewings = viewings[seen].reset_index(drop=True)
    viewings["viewing_id"] = [f"V{number:05d}" for number in range(1, len(viewings) + 1)]
    return Trade(
        name="estate",
        industry="property",
        tables={"viewings": viewings, "sales": sales},
        sheets={"viewings": _VIEWINGS, "sales": _SALES},
        words=_WORDS,
        truth=(Truth("viewings", "revenue", 3, 1),),
        facts={"viewing_to_sale": _SOLD, "held_rate": 0.84 / 0.94, "sale_days": _SALE_DAYS},
    )


def _viewings(random: np.random.Generator, months: pd.PeriodIndex) -> pd.DataFrame:
    held = in_office(random, arrivals(random, months, 74, SWING)).sort_values()
    count = len(held)
    days = random.integers(1, 6, count)
    return pd.DataFrame(
        {
            "type": "viewing",
            "listing": [f"L-{number:03d}" for number in random.integers(1, 180, count)],
            "buyer": persons(600)[random.integers(0, 600, count)],
            "agent": persons(5)[random.integers(0, 5, count)],
            "booked_at": held.normalize() - pd.to_timedelta(days, unit="D"),
            "held_at": held.normalize(),
            "outcome": random.choice(list(_OUTCOMES), count, p=list(_OUTCOMES.values())),
        }
    )


def _sales(random: np.random.Generator, viewings: pd.DataFrame) -> pd.DataFrame:
    """What was sold to whom a viewing was held for."""
    buys = (viewings["outcome"] == "held") & (random.random(len(viewings)) < _SOLD)
    bought = viewings[buys]
    times = after(random, pd.DatetimeIndex(bought["held_at"]), _SALE_DAYS, _SPREAD)
    house = random.choice(list(_HOUSES), len(bought), p=[0.5, 0.35, 0.15])
    return pd.DataFrame(
        {
            "sold_at": in_office(random, times).normalize(),
            "house": house,
            "listing": bought["listing"].to_numpy(),
            "price": [_HOUSES[one] for one in house],
        }
    ).sort_values("sold_at", ignore_index=True)
