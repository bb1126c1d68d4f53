"""Metrics of production orders: the book, how long, how well."""

from core.language import text
from core.metrics.catalogue import order_flows as lines
from core.metrics.spec import Aggregate, Metric, Role, aliases

PRODUCTION = (
    Metric(
        id="order_book",
        name=text("Order book"),
        meaning=text("Value or number of orders accepted and not yet delivered."),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.LAST,
        measures=(lines.ORDER_BOOK, lines.ORDERS_BOOKED),
        aliases=aliases(
            "order book, orderbook, backlog, order backlog, open orders, outstanding orders, buku "
            "pesanan, pesanan belum dikirim, pesanan terbuka, outstanding order, order "
            "outstanding, tumpukan pesanan"
        ),
        usual_lead=(1, 4),
        gamed=text("Late orders make the book look full."),
        guard="on_time_share",
        industry="manufacturing",
    ),
    Metric(
        id="production_lead_days",
        name=text("Production lead time"),
        meaning=text("Days from order to finished goods; shorter is better."),
        role=Role.LEADING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        measures=(lines.LEAD_DAYS,),
        aliases=aliases(
            "production lead time, lead time, manufacturing lead time, production lead days, lead "
            "time days, waktu tunggu produksi, lead time produksi, lama produksi, waktu produksi, "
            "waktu tunggu pembuatan"
        ),
        usual_lead=(1, 4),
        gamed=text("Hard orders are refused or recorded late."),
        guard="on_time_share",
        industry="manufacturing",
    ),
    Metric(
        id="on_time_share",
        name=text("On-time share"),
        meaning=text("Orders finished or delivered by their due date as a share of those due."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(lines.ON_TIME,),
        aliases=aliases(
            "on time share, on time delivery, on time delivery rate, on time rate, otd, otif, "
            "ketepatan pengiriman, ketepatan waktu, pengiriman tepat waktu, persentase tepat "
            "waktu, tingkat ketepatan waktu"
        ),
        usual_lead=(1, 4),
        gamed=text("Due dates are moved after the fact."),
        guard="production_lead_days",
        industry="manufacturing",
    ),
    Metric(
        id="production_output",
        name=text("Production output"),
        meaning=text("Units produced in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "production, production output, units produced, output, produksi, hasil produksi, "
            "jumlah produksi, volume produksi, unit diproduksi"
        ),
        usual_lead=(1, 3),
        gamed=text("Goods nobody ordered are made."),
        guard="defect_rate",
        industry="manufacturing",
    ),
    Metric(
        id="defects",
        name=text("Defects"),
        meaning=text("Defective units found in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "defects, defective units, rejects, cacat, cacat produksi, produk cacat, jumlah cacat, "
            "barang cacat, jumlah reject"
        ),
        usual_lead=(1, 4),
        gamed=text("Faulty goods are repaired without being recorded."),
        guard="returns",
        industry="manufacturing",
    ),
    Metric(
        id="defect_rate",
        name=text("Defect rate"),
        meaning=text("Defective units as a share of those produced or delivered."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "defect rate, reject rate, scrap rate, tingkat cacat, persentase cacat, rasio cacat, "
            "tingkat reject"
        ),
        usual_lead=(1, 4),
        gamed=text("Fewer goods are checked."),
        guard="returns",
        industry="manufacturing",
    ),
)
