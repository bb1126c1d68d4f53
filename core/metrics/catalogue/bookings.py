"""Metrics of bookings: rooms, seats, tables."""

import pandas as pd

from core.language import text
from core.metrics.catalogue import order_flows as lines
from core.metrics.measures import Derived
from core.metrics.spec import Aggregate, Metric, Role, aliases

_A_YEAR = {"D": 364, "W": 52, "M": 12, "Q": 4, "Y": 1}  # periods; whole weeks of days


def _over_a_year_before(books: pd.Series) -> pd.Series:
    before = books.shift(_A_YEAR[pd.PeriodIndex(books.index).freqstr[0]])
    return books / before.where(before > 0)


BOOKINGS = (
    Metric(
        id="advance_bookings",
        name=text("Advance bookings"),
        meaning=text("Bookings on the books for service on a later date."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.ON_THE_BOOKS,),
        aliases=aliases(
            "advance bookings, advance booking, forward bookings, bookings, new bookings, room "
            "nights booked, bookings on the books, otb, reservations on the books, pemesanan di "
            "muka, pemesanan tingkat lanjut, pemesanan awal, booking di muka, pemesanan kamar, "
            "booking kamar, pemesanan, pre order, preorder"
        ),
        usual_lead=(1, 4),
        gamed=text("Bookings that can be cancelled for nothing are pushed."),
        guard="cancellation_rate",
        industry="hospitality",
    ),
    Metric(
        id="cancellation_rate",
        name=text("Cancellation rate"),
        meaning=text("Cancelled bookings or orders as a share of those made."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(lines.CANCELLATION_RATE,),
        aliases=aliases(
            "cancellation rate, cancelation rate, cancel rate, tingkat pembatalan, rasio "
            "pembatalan, persentase pembatalan"
        ),
        usual_lead=(0, 2),
        gamed=text("Cancelled bookings are moved to a later date instead."),
        guard="advance_bookings",
        industry="hospitality",
    ),
    Metric(
        id="cancellations",
        name=text("Cancellations"),
        meaning=text("Bookings or orders cancelled in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.CANCELLATIONS,),
        aliases=aliases(
            "cancellations, cancelled orders, cancelled bookings, pembatalan, pesanan dibatalkan, "
            "pesanan batal, order batal"
        ),
        usual_lead=(0, 2),
        gamed=text("Cancelled bookings are moved to a later date instead."),
        guard="advance_bookings",
    ),
    Metric(
        id="occupancy",
        name=text("Occupancy"),
        meaning=text("Rooms or seats sold as a share of those available."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "occupancy, occupancy rate, room occupancy, okupansi, tingkat hunian, tingkat "
            "okupansi, hunian, tingkat hunian kamar"
        ),
        gamed=text("Rooms are filled at prices below their cost."),
        guard="room_rate",
        industry="hospitality",
    ),
    Metric(
        id="room_rate",
        name=text("Average room rate"),
        meaning=text("Room revenue per room sold."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "average daily rate, adr, room rate, average room rate, arr hotel, tarif kamar, tarif "
            "kamar rata rata, rata rata harga kamar"
        ),
        gamed=text("Cheap nights are left empty."),
        guard="occupancy",
        industry="hospitality",
    ),
    Metric(
        id="revpar",
        name=text("Revenue per available room"),
        meaning=text("Room revenue per room available."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.MEAN,
        aliases=aliases("revpar, revenue per available room, pendapatan per kamar tersedia"),
        gamed=text("Rooms closed for repair are taken out of those available."),
        guard="occupancy",
        industry="hospitality",
    ),
    Metric(
        id="pick_up",
        name=text("Pick-up"),
        meaning=text("Bookings made in the period less those cancelled in it."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.PICK_UP,),
        aliases=aliases(
            "pick up, pickup, booking pick up, net new bookings, pemesanan bersih baru"
        ),
        usual_lead=(1, 4),
        gamed=text("Bookings that can be cancelled for nothing are pushed."),
        guard="cancellation_rate",
        industry="hospitality",
    ),
    Metric(
        id="bookings_served",
        name=text("Bookings served"),
        meaning=text(
            "Bookings whose service fell in the period and that were not cancelled before."
        ),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.SERVED,),
        aliases=aliases(
            "bookings served, arrivals, guest arrivals, stays, check ins, tamu datang, "
            "kedatangan tamu, tamu check in"
        ),
        gamed=text("Guests who did not come are recorded as served."),
        guard="revenue",
        industry="hospitality",
    ),
    Metric(
        id="booking_lead_days",
        name=text("Booking lead time"),
        meaning=text(
            "Days from booking to service, the median of the bookings made in the period."
        ),
        role=Role.LEADING,
        better="up",
        unit="days",
        aggregate=Aggregate.MEAN,
        measures=(lines.BOOKING_LEAD,),
        aliases=aliases(
            "booking lead time, booking window, lead time booking, jarak pemesanan, "
            "waktu tunggu pemesanan"
        ),
        usual_lead=(1, 4),
        gamed=text("Far dates are booked that will be cancelled."),
        guard="cancellation_rate",
        industry="hospitality",
    ),
    Metric(
        id="booking_pace",
        name=text("Booking pace"),
        meaning=text(
            "Bookings on the books at the end of the period over those on the books a year before, "
            "at the same distance from their season."
        ),
        role=Role.NEITHER,
        better="up",
        unit="ratio",
        aggregate=Aggregate.LAST,
        measures=(Derived(("advance_bookings",), _over_a_year_before),),
        contains=("advance_bookings",),
        aliases=aliases("booking pace, pace, laju pemesanan, pemesanan dibanding tahun lalu"),
        gamed=text("Bookings that can be cancelled for nothing are pushed."),
        guard="cancellation_rate",
        industry="hospitality",
    ),
)
