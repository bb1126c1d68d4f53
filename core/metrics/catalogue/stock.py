"""Metrics of stock."""

from core.language import text
from core.metrics.catalogue import stock_ratios as ratios
from core.metrics.spec import Aggregate, Metric, Role, aliases

STOCK = (
    Metric(
        id="inventory_turnover",
        name=text("Inventory turnover"),
        meaning=text(
            "Cost of goods sold in the period over the average of its opening and closing stock, "
            "not made yearly. It contains sales in its own formula."
        ),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        contains=(
            "cogs",
            "revenue",
            "stock",
        ),
        measures=(ratios.TURNOVER,),
        aliases=aliases(
            "inventory turnover, stock turnover, inventory turnover rate, inventory turns, stock "
            "turns, inventory turnover ratio, perputaran persediaan, tingkat perputaran "
            "persediaan, perputaran stok, perputaran barang, rasio perputaran persediaan, "
            "perputaran inventaris, tingkat perputaran stok, inventory turn over"
        ),
        usual_lead=(1, 3),
        gamed=text("Stock is run down until shelves are empty."),
        guard="stockouts",
        industry="retail",
    ),
    Metric(
        id="stock",
        name=text("Stock"),
        meaning=text("Goods in stock at the end of the period."),
        role=Role.LEADING,
        better="down",
        unit="money",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "stock, inventory, closing stock, ending inventory, stock value, inventory value, "
            "stock level, stok, stok akhir, persediaan, persediaan akhir, nilai persediaan, nilai "
            "stok, saldo persediaan"
        ),
        usual_lead=(1, 3),
        gamed=text("Deliveries are put off until after the count."),
        guard="stockouts",
        industry="retail",
    ),
    Metric(
        id="stockouts",
        name=text("Stock-outs"),
        meaning=text("Times or items that were out of stock."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "stockouts, stock outs, out of stock, oos, stok kosong, barang kosong, kehabisan stok"
        ),
        usual_lead=(0, 2),
        gamed=text("Items that run out are taken off the list."),
        guard="units_sold",
        industry="retail",
    ),
    Metric(
        id="stock_days",
        name=text("Days of stock"),
        meaning=text("Days that the stock lasts at the present rate of sale."),
        role=Role.LEADING,
        better="down",
        unit="days",
        aggregate=Aggregate.LAST,
        measures=(ratios.STOCK_DAYS,),
        contains=("inventory_turnover",),
        aliases=aliases(
            "days of stock, days of inventory, days sales of inventory, dsi, inventory days, hari "
            "persediaan, umur stok, umur persediaan"
        ),
        usual_lead=(1, 3),
        gamed=text("Stock is run down before the count."),
        guard="stockouts",
        industry="retail",
    ),
    Metric(
        id="discount_share",
        name=text("Discount share"),
        meaning=text("Discounts as a share of list price."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "discount, discounts, discount rate, discount share, diskon, potongan harga, porsi "
            "diskon, tingkat diskon"
        ),
        usual_lead=(0, 2),
        gamed=text("List prices are raised first."),
        guard="margin",
        industry="retail",
    ),
    Metric(
        id="sales_to_stock",
        name=text("Sales to stock"),
        meaning=text(
            "Revenue of the period over the average of its opening and closing stock; unlike "
            "inventory turnover it is at selling prices."
        ),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(ratios.SALES_TO_STOCK,),
        contains=(
            "revenue",
            "stock",
        ),
        aliases=aliases(
            "sales to stock, sales to stock ratio, stock to sales, rasio penjualan terhadap stok, "
            "penjualan terhadap persediaan"
        ),
        usual_lead=(1, 3),
        gamed=text("Stock is run down until shelves are empty."),
        guard="stockouts",
        industry="retail",
    ),
)
