"""Metrics of the table of sales activities: calls, meetings, demos, visits."""

from core.language import text
from core.metrics.catalogue import activity_flows as did
from core.metrics.spec import Aggregate, Metric, Role, aliases

ACTIVITIES = (
    Metric(
        id="calls",
        name=text("Sales calls"),
        meaning=text("Outgoing calls made by the sales team, answered or not."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.CALLS,),
        aliases=aliases(
            "panggilan telepon, telepon sales, telepon ke pelanggan, calls, sales calls, total "
            "calls, calls made, outbound calls, phone calls, cold calls, dials, telepon, "
            "panggilan, panggilan penjualan, telepon penjualan, panggilan keluar, telepon keluar, "
            "call sales"
        ),
        usual_lead=(1, 3),
        gamed=text("Very short calls and calls to one's own number are counted."),
        guard="meetings",
    ),
    Metric(
        id="connect_rate",
        name=text("Call connect rate"),
        meaning=text("Calls answered as a share of calls dialled."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(did.CONNECT_RATE,),
        contains=("calls",),
        aliases=aliases(
            "connect rate, call connect rate, answer rate, tingkat telepon tersambung, tingkat "
            "panggilan terjawab"
        ),
        usual_lead=(1, 3),
        gamed=text("Only easy numbers are dialled."),
        guard="calls",
    ),
    Metric(
        id="meetings",
        name=text("Meetings"),
        meaning=text(
            "Meetings with possible customers, by the day they were booked; "
            "cancelled ones are left out."
        ),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.MEETINGS,),
        aliases=aliases(
            "meetings, meetings booked, meetings held, booked meetings, sales meetings, "
            "appointments, appointments booked, client meetings, customer meetings, pertemuan, "
            "rapat klien, rapat pelanggan, janji temu, meeting klien, meeting pelanggan, "
            "pertemuan terjadwal, pertemuan klien, pertemuan pelanggan, meeting terjadwal"
        ),
        usual_lead=(1, 3),
        gamed=text("Internal and rescheduled meetings are counted again."),
        guard="lead_conversion",
    ),
    Metric(
        id="meeting_held_rate",
        name=text("Share of meetings held"),
        meaning=text(
            "Meetings and demos held as a share of those held or missed; "
            "cancelled ones are left out."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(did.HELD_RATE,),
        contains=("meetings",),
        aliases=aliases(
            "held rate, meeting held rate, meetings held rate, show rate, show up"
            " rate, tingkat kehadiran pertemuan, tingkat kehadiran rapat"
        ),
        usual_lead=(1, 3),
        gamed=text("Missed meetings are marked as cancelled."),
        guard="meetings",
    ),
    Metric(
        id="demos",
        name=text("Demos"),
        meaning=text("Product demonstrations for possible customers, by the day they were booked."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.DEMOS,),
        aliases=aliases(
            "booking demo, demo requests, permintaan demo, demo dijadwalkan, demos scheduled, "
            "test drive, test drives, demos, demo, product demos, demos held, demos booked, demo "
            "bookings, demo terjadwal, demo produk, presentasi, presentasi produk, product "
            "presentations"
        ),
        usual_lead=(1, 3),
        gamed=text("Demos for people who cannot buy are counted."),
        guard="win_rate",
    ),
    Metric(
        id="visits",
        name=text("Customer visits"),
        meaning=text("Visits that the sales team paid to customers and possible customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.VISITS,),
        aliases=aliases(
            "customer visits, client visits, field visits, sales visits, kunjungan sales, "
            "kunjungan pelanggan, kunjungan lapangan, kunjungan penjualan, kunjungan klien, visit "
            "sales, kunjungan outlet"
        ),
        usual_lead=(1, 3),
        gamed=text("Visits without a conversation are counted."),
        guard="pipeline_value",
    ),
    Metric(
        id="calls_per_rep_day",
        name=text("Calls per person and working day"),
        meaning=text(
            "Outgoing calls for each day on which a person called, over all people of the period."
        ),
        role=Role.NEITHER,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(did.CALLS_PER_REP_DAY,),
        contains=("calls",),
        aliases=aliases(
            "calls per rep per day, calls per rep, daily calls per rep, telepon per sales per hari"
        ),
        gamed=text("Very short calls and calls to one's own number are counted."),
        guard="connect_rate",
    ),
)
