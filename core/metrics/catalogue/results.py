"""Metrics of money earned."""

from core.language import text
from core.metrics.catalogue import deal_flows as deals
from core.metrics.catalogue import order_flows as lines
from core.metrics.spec import Aggregate, Metric, Role, aliases

RESULTS = (
    Metric(
        id="revenue",
        name=text("Revenue"),
        meaning=text("Money earned from sales in the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        measures=(lines.REVENUE, deals.REVENUE),
        aliases=aliases(
            "revenue, revenues, sales, net sales, gross sales, sales revenue, total sales, "
            "turnover revenue, sales turnover, sales value, sales amount, income, net revenue, "
            "gross revenue, pendapatan, penjualan, omzet, omset, penjualan bersih, penjualan "
            "kotor, nilai penjualan, pendapatan penjualan, hasil penjualan, pendapatan usaha, "
            "pendapatan bersih, total pendapatan, total penjualan, pemasukan, penerimaan "
            "penjualan, billing, invoiced, tagihan, room revenue, pendapatan kamar"
        ),
        gamed=text("Sales are pulled forward with discounts, or booked before they are delivered."),
        guard="margin",
    ),
    Metric(
        id="margin",
        name=text("Margin"),
        meaning=text("Profit as a share of revenue."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "profit",
            "revenue",
        ),
        measures=(lines.MARGIN,),
        aliases=aliases(
            "net profit margin, gross profit margin, operating margin, margin, gross margin, "
            "profit margin, net margin, margin kotor, margin laba, margin bersih, persentase "
            "margin, gp margin"
        ),
        gamed=text("Costs are moved to another period or account."),
        guard="revenue",
    ),
    Metric(
        id="profit",
        name=text("Profit"),
        meaning=text("Revenue less cost in the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        contains=(
            "revenue",
            "cogs",
        ),
        measures=(lines.PROFIT,),
        aliases=aliases(
            "margin rp, margin rp juta, gross margin rp, margin idr, contribution margin rp, "
            "profit, gross profit, net profit, operating profit, ebitda, ebit, net income, laba, "
            "laba kotor, laba bersih, laba usaha, keuntungan, laba operasi"
        ),
        gamed=text("Costs are moved to another period or account."),
        guard="margin",
    ),
    Metric(
        id="cogs",
        name=text("Cost of goods sold"),
        meaning=text("What the goods or services sold in the period cost."),
        role=Role.LAGGING,
        better="down",
        unit="money",
        aggregate=Aggregate.SUM,
        measures=(lines.COST,),
        aliases=aliases(
            "cogs, cost of goods sold, cost of sales, hpp, harga pokok penjualan, "
            "beban pokok penjualan, harga pokok barang terjual"
        ),
        gamed=text("Costs are booked as overheads."),
        guard="profit",
    ),
)
