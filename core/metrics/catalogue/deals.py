"""Metrics of the table of deals: the pipeline, what was won and lost, how long it took."""

from core.language import text
from core.metrics.catalogue import deal_flows as deals
from core.metrics.catalogue.pipeline import PIPELINE
from core.metrics.spec import Aggregate, Metric, Role, aliases

DEALS = (
    *PIPELINE,
    Metric(
        id="deals_won",
        name=text("Deals won"),
        meaning=text("Deals won in the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(deals.WON,),
        aliases=aliases(
            "deals won, won deals, closed won, deals closed, closed deals, closings, won "
            "opportunities, contracts signed, new contracts, transaksi menang, deal menang, "
            "closing, jumlah closing, deal closing, kontrak baru, kontrak ditandatangani, peluang "
            "dimenangkan"
        ),
        gamed=text("Deals are closed early with discounts or split into several."),
        guard="average_deal",
    ),
    Metric(
        id="deals_lost",
        name=text("Deals lost"),
        meaning=text("Deals lost in the period."),
        role=Role.LAGGING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(deals.LOST,),
        aliases=aliases(
            "deals lost, lost deals, closed lost, lost opportunities, transaksi kalah, deal "
            "kalah, peluang hilang"
        ),
        gamed=text("Deals that will be lost are left open."),
        guard="stale_share",
    ),
    Metric(
        id="win_rate",
        name=text("Win rate"),
        meaning=text("Deals won as a share of deals won or lost in the period."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(deals.WIN_RATE,),
        contains=(
            "deals_won",
            "deals_lost",
        ),
        aliases=aliases(
            "win rate, winning rate, close rate, closing rate, closing ratio, hit rate, tingkat "
            "kemenangan, rasio kemenangan, persentase menang, tingkat closing, rasio closing"
        ),
        gamed=text("Deals that will be lost are left open."),
        guard="pipeline_value",
    ),
    Metric(
        id="win_rate_value",
        name=text("Win rate by value"),
        meaning=text(
            "Value of the deals won as a share of the value of the deals won or lost in the period."
        ),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(deals.WIN_RATE_VALUE,),
        contains=(
            "revenue",
            "deals_won",
            "deals_lost",
        ),
        aliases=aliases(
            "win rate by value, value win rate, win rate value, tingkat "
            "kemenangan menurut nilai, win rate nilai"
        ),
        gamed=text("Amounts of deals about to be lost are written down."),
        guard="average_deal",
    ),
    Metric(
        id="cohort_win_rate",
        name=text("Win rate by day of creation"),
        meaning=text(
            "Share of the deals opened in the period that have been won so far; "
            "young periods are left out until their deals have had the time to "
            "close."
        ),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(deals.COHORT_WIN_RATE,),
        contains=(
            "new_opportunities",
            "deals_won",
        ),
        aliases=aliases(
            "cohort win rate, win rate of deals created, tingkat kemenangan per "
            "kohort, win rate kohort"
        ),
        gamed=text("Deals are entered only once they are nearly won."),
        guard="new_opportunities",
    ),
    Metric(
        id="average_deal",
        name=text("Average deal"),
        meaning=text("Mean value of the deals won in the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.MEAN,
        measures=(deals.AVERAGE,),
        contains=(
            "deals_won",
            "revenue",
        ),
        aliases=aliases(
            "average deal, average deal size, avg deal size, average deal value, deal size, rata "
            "rata nilai transaksi, rata-rata nilai deal, rata rata deal, rata-rata nilai kontrak, "
            "average contract value, acv"
        ),
        gamed=text("Small deals are left unrecorded."),
        guard="deals_won",
    ),
    Metric(
        id="cycle_days",
        name=text("Sales cycle"),
        meaning=text("Median days from opening a deal to winning it."),
        role=Role.LAGGING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        measures=(deals.CYCLE,),
        aliases=aliases(
            "sales cycle, sales cycle length, cycle length, sales cycle days, days to close, time "
            "to close, siklus penjualan, lama siklus penjualan, panjang siklus penjualan, lama "
            "closing, hari sampai closing, durasi siklus penjualan"
        ),
        gamed=text("Deals are entered only shortly before they close."),
        guard="new_opportunities",
    ),
)
