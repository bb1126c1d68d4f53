"""Metrics of the table of orders: sales lines, production, bookings."""

from core.language import text
from core.metrics.catalogue import order_flows as lines
from core.metrics.spec import Aggregate, Metric, Role, aliases

ORDERS = (
    Metric(
        id="orders",
        name=text("Orders"),
        meaning=text("Orders placed in the period, those cancelled later too."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.ORDERS_PLACED,),
        aliases=aliases(
            "order intake, po masuk, purchase orders, jumlah po, spk, jumlah spk, pesanan baru, "
            "new orders, order baru, orders, order, sales orders, number of orders, orders "
            "received, transactions, purchases, pesanan, jumlah pesanan, order masuk, pesanan "
            "masuk, pesanan penjualan, transaksi, jumlah transaksi, pembelian"
        ),
        gamed=text("One order is split into several."),
        guard="order_value",
    ),
    Metric(
        id="units_sold",
        name=text("Units sold"),
        meaning=text("Pieces or units sold in the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.UNITS,),
        aliases=aliases(
            "penjualan unit, penjualan pcs, penjualan ton, penjualan kg, sales units, sales qty, "
            "room nights, room nights sold, rooms sold, kamar terjual, units sold, unit sales, "
            "sales volume, quantity sold, qty sold, volume, unit terjual, volume penjualan, "
            "kuantitas terjual, barang terjual, qty terjual, jumlah terjual, unit penjualan"
        ),
        gamed=text("Resellers are loaded with more than they sell on."),
        guard="returns",
    ),
    Metric(
        id="order_value",
        name=text("Average order value"),
        meaning=text("Revenue per order."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.MEAN,
        contains=(
            "revenue",
            "orders",
        ),
        measures=(lines.ORDER_VALUE,),
        aliases=aliases(
            "average order value, aov, basket size, average basket, average transaction value, "
            "rata rata nilai pesanan, nilai rata rata pesanan, rata rata belanja, nilai "
            "keranjang, average ticket"
        ),
        gamed=text("Small orders are refused or put together."),
        guard="orders",
    ),
    Metric(
        id="returns",
        name=text("Returns"),
        meaning=text("Goods sent back or money paid back in the period."),
        role=Role.LAGGING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(lines.RETURNS,),
        aliases=aliases(
            "returns, refunds, returned goods, sales returns, retur, retur penjualan, "
            "pengembalian, pengembalian barang"
        ),
        gamed=text("Returns are refused, or booked in a later period."),
        guard="csat",
    ),
    Metric(
        id="footfall",
        name=text("Store visits"),
        meaning=text("People who came into the shop."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "footfall, store visits, store traffic, shop visitors, visitors, walk ins, walk in, "
            "store visitors, foot traffic, pengunjung, pengunjung toko, kunjungan toko, jumlah "
            "pengunjung, trafik toko, tamu, jumlah tamu"
        ),
        usual_lead=(0, 2),
        gamed=text("Passers-by and staff are counted."),
        guard="orders",
        industry="retail",
    ),
    Metric(
        id="order_intake",
        name=text("Value of new orders"),
        meaning=text(
            "Value of the orders or bookings made in the period, those cancelled later too."
        ),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        measures=(lines.INTAKE,),
        aliases=aliases(
            "value of new orders, order intake value, bookings value, booked value, "
            "nilai pesanan baru, nilai order masuk, nilai pemesanan"
        ),
        usual_lead=(1, 4),
        gamed=text("Orders that will be cancelled are taken."),
        guard="cancellation_rate",
    ),
)
