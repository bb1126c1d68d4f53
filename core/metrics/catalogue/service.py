"""Metrics of serving customers: what they complain of, ask and owe."""

from core.language import text
from core.metrics.spec import Aggregate, Metric, Role, aliases

SERVICE = (
    Metric(
        id="complaints",
        name=text("Complaints"),
        meaning=text("Complaints received from customers in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "jumlah komplain, jumlah keluhan, complaints, customer complaints, keluhan, komplain, "
            "keluhan pelanggan, keluhan tamu, guest complaints, komplain pelanggan, pengaduan"
        ),
        usual_lead=(1, 4),
        gamed=text("Complaining is made harder."),
        guard="csat",
    ),
    Metric(
        id="tickets",
        name=text("Support tickets"),
        meaning=text("Requests for help received in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "tickets, support tickets, support requests, tiket, tiket bantuan, tiket dukungan, "
            "tiket layanan"
        ),
        usual_lead=(1, 4),
        gamed=text("Asking for help is made harder."),
        guard="csat",
    ),
    Metric(
        id="receivable_days",
        name=text("Days sales outstanding"),
        meaning=text("Days that customers take to pay."),
        role=Role.LAGGING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        aliases=aliases("days sales outstanding, dso, receivable days, umur piutang, hari piutang"),
        gamed=text("Old invoices are cancelled and written anew."),
        guard="revenue",
    ),
)
