"""A hotel: rooms are booked about two months before the stay; some bookings are cancelled."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import after, arrivals
from core.worlds.exports import Column, Form, Sheet
from core.worlds.model import Truth
from core.worlds.trades.model import SWING, Trade, Window, window

_LEAD_DAYS, _SPREAD = 61.0, 7.0
_CANCELLED = 0.12
_ROOMS = {"standard": 650_000, "deluxe": 900_000, "suite": 1_600_000}
_WORDS = {
    "standard": ("Standard", "Standar"),
    "deluxe": ("Deluxe", "Deluxe"),
    "suite": ("Suite", "Suite"),
    "stayed": ("Stayed", "Selesai"),
    "booked": ("Booked", "Dipesan"),
    "cancelled": ("Cancelled", "Dibatalkan"),
}
_BOOKINGS = Sheet(
    "hotel_bookings.csv",
    "orders",
    (
        Column("booking_id", Form.TEXT, "order_id", "Booking ID", "Kode Booking"),
        Column("booked_at", Form.DAY, "ordered_at", "Booking Date", "Tanggal Pemesanan"),
        Column("check_in", Form.DAY, "service_at", "Check-in Date", "Tanggal Check-in"),
        Column("room", Form.WORD, "", "Room Type", "Tipe Kamar"),
        Column("nights", Form.NUMBER, "quantity", "Quantity (nights)", "Jumlah Malam"),
        Column("revenue", Form.MONEY, "revenue", "Total Amount", "Total Harga"),
        Column("status", Form.WORD, "status", "Booking Status", "Status Pemesanan"),
        Column("cancelled_at", Form.DAY, "cancelled_at", "Cancelled Date", "Tanggal Batal"),
    ),
)


def inn(seed: int = 1) -> Trade:
    """Bookings since the house opened: by booking date they lead revenue by check-in date."""
    bookings = _bookings(np.random.default_rng(seed), window())
    bookings["booking_id"] = [f"BK{number:05d}" for number in range(1, len(bookings) + 1)]
    return Trade(
        name="inn",
        industry="hospitality",
        tables={"bookings": bookings},
        sheets={"bookings": _BOOKINGS},
        words=_WORDS,
        truth=(Truth("advance_bookings", "revenue", 2, 1),),
        facts={"cancellation_rate": _CANCELLED, "lead_days": _LEAD_DAYS},
    )


def _bookings(random: np.random.Generator, shown: Window) -> pd.DataFrame:
    booked = arrivals(random, shown.months, 62, SWING).normalize()
    stays = after(random, booked, _LEAD_DAYS, _SPREAD).normalize()
    room = random.choice(list(_ROOMS), len(booked), p=[0.5, 0.35, 0.15])
    nights = random.integers(2, 5, len(booked))
    gone = booked + (stays - booked) * random.uniform(0.1, 0.95, len(booked))
    cancels = (random.random(len(booked)) < _CANCELLED) & (gone <= shown.end)
    over = np.where(stays <= shown.end, "stayed", "booked")
    return pd.DataFrame(
        {
            "booked_at": booked,
            "check_in": stays,
            "room": room,
            "nights": nights,
            "revenue": nights * np.array([_ROOMS[one] for one in room]),
            "status": np.where(cancels, "cancelled", over),
            "cancelled_at": pd.Series(gone.normalize()).where(cancels),
        }
    )
