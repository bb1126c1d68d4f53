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
        id="contact_frequency",
        name=text("Contact frequency"),
        meaning=text("Contacts for each deal or lead that was contacted in the period."),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(
            did.CONTACTS,
            did.CONTACTS_OF_LEADS,
        ),
        aliases=aliases(
            "contact frequency, customer contact frequency, touches per lead, touches per "
            "account, contacts per customer, frekuensi kontak, frekuensi kontak pelanggan, "
            "frekuensi kontak dengan pelanggan, kontak per pelanggan"
        ),
        usual_lead=(1, 3),
        gamed=text("Mass mails are counted as contact."),
        guard="lead_conversion",
    ),
    Metric(
        id="emails_sent",
        name=text("E-mails sent"),
        meaning=text("E-mails sent to customers and possible customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.MAILS,),
        aliases=aliases(
            "emails, emails sent, e-mails sent, email terkirim, surel terkirim, email blast, wa "
            "blast, whatsapp blast"
        ),
        usual_lead=(1, 2),
        gamed=text("More mails to the same list raise the count and the complaints."),
        guard="email_open_rate",
    ),
    Metric(
        id="follow_ups",
        name=text("Follow-ups"),
        meaning=text("Follow-ups to leads, quotations or customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.FOLLOW_UPS,),
        aliases=aliases("follow ups, follow up, followups, tindak lanjut, fu prospek"),
        usual_lead=(1, 2),
        gamed=text("Follow-ups are ticked off without a conversation."),
        guard="lead_conversion",
    ),
    Metric(
        id="viewings",
        name=text("Property viewings"),
        meaning=text("Viewings of a property that took place."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.VIEWINGS,),
        aliases=aliases(
            "viewings, property viewings, house viewings, site visits, show unit visits, show "
            "home visits, kunjungan properti, survei lokasi, survey lokasi, kunjungan lokasi, "
            "kunjungan unit contoh, kunjungan rumah contoh, penayangan properti, lihat unit, "
            "kunjungan show unit"
        ),
        usual_lead=(2, 6),
        gamed=text("Repeat visits by one buyer are counted as new interest."),
        guard="reservations",
        industry="property",
    ),
    Metric(
        id="repeat_viewings",
        name=text("Repeat viewings"),
        meaning=text("Viewings by buyers who had viewed before."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(
            did.REPEAT_VIEWINGS,
            did.REPEAT_VIEWINGS_OF_LEADS,
        ),
        contains=("viewings",),
        aliases=aliases("repeat viewings, second viewings, kunjungan ulang, survei ulang"),
        usual_lead=(1, 4),
        gamed=text("One visit is recorded as several."),
        guard="reservations",
        industry="property",
    ),
)
