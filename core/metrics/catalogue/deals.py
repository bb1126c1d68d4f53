"""Metrics of the table of deals: the pipeline, what was won, what it brought."""

from dataclasses import replace

from ibis import _

from core.language import text
from core.metrics.measures import (
    Derived,
    Flow,
    Requirement,
    Stock,
    days,
    mean,
    median,
    rows,
    share,
    total,
)
from core.metrics.spec import Aggregate, Metric, Role, aliases
from core.tables.model import TableKind

_WON = _.status == "won"
_LOST = _.status == "lost"
_CLOSED = _.status != "open"
_HAVE_WON = Requirement(_WON.any(), text("not computable, because no won deals are in this file"))
_HAVE_LOST = Requirement(
    _LOST.any(), text("not computable, because no lost deals are in this file")
)
_CREATED = Flow(TableKind.DEALS, "created_at", rows, needs=("status",), empty=0.0)
_ENDED = Flow(
    TableKind.DEALS, "closed_at", rows, _CLOSED & _.created_at.notnull(),
    needs=("status", "created_at"), empty=0.0,
)  # fmt: skip

DEALS = (
    Metric(
        id="pipeline_value",
        name=text("Pipeline value"),
        meaning=text("Value of the deals open at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.LAST,
        measures=(
            Stock(
                replace(_CREATED, value=total("amount"), known="amount"),
                replace(_ENDED, value=total("amount"), known="amount"),
            ),
        ),
        aliases=aliases(
            "pipeline, pipeline value, sales pipeline, open pipeline, pipeline amount, open deals "
            "value, open opportunities value, nilai pipeline, nilai pipa penjualan, pipa "
            "penjualan, saluran penjualan, nilai peluang terbuka, nilai peluang, pipeline "
            "penjualan"
        ),
        usual_lead=(1, 6),
        gamed=text("Dead deals stay open and amounts are written up."),
        guard="win_rate",
    ),
    Metric(
        id="pipeline_count",
        name=text("Open deals"),
        meaning=text("Number of deals open at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        measures=(Stock(_CREATED, _ENDED),),
        aliases=aliases(
            "open deals, open opportunities, pipeline count, deals in pipeline, opportunities in "
            "pipeline, peluang terbuka, jumlah peluang, peluang penjualan, jumlah pipeline, "
            "transaksi terbuka"
        ),
        usual_lead=(1, 6),
        gamed=text("Dead deals stay open."),
        guard="win_rate",
    ),
    Metric(
        id="new_opportunities",
        name=text("New opportunities"),
        meaning=text("Deals opened in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(Flow(TableKind.DEALS, "created_at", rows, empty=0.0),),
        aliases=aliases(
            "pipeline baru, new pipeline, pipeline created, opportunities, new opportunities, "
            "opportunities created, new deals, deals created, peluang baru, peluang dibuat, "
            "opportunity baru, deal baru"
        ),
        usual_lead=(1, 4),
        gamed=text("One need is split into several deals."),
        guard="win_rate",
    ),
    Metric(
        id="pipeline_growth",
        name=text("Pipeline growth"),
        meaning=text("Change of the open pipeline from the start to the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(Derived(("pipeline_value",), lambda value: value / value.shift(1) - 1),),
        aliases=aliases(
            "pipeline growth, sales pipeline growth, pertumbuhan pipeline, pertumbuhan pipa "
            "penjualan, pertumbuhan saluran penjualan, pertumbuhan pipeline penjualan"
        ),
        usual_lead=(1, 6),
        gamed=text("Dead deals are not closed."),
        guard="win_rate",
    ),
    Metric(
        id="pipeline_coverage",
        name=text("Pipeline coverage"),
        meaning=text("Open deals due in the period over what is still missing to the target."),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "pipeline coverage, coverage ratio, pipeline coverage ratio, cakupan pipeline, rasio "
            "cakupan pipeline"
        ),
        usual_lead=(1, 3),
        gamed=text("Close dates are pulled into the period."),
        guard="win_rate",
    ),
    Metric(
        id="stale_share",
        name=text("Stale share of the pipeline"),
        meaning=text("Share of the open pipeline without activity for 90 days."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "stale share, stale deals share, stale pipeline, porsi pipeline terbengkalai, peluang "
            "terbengkalai"
        ),
        usual_lead=(1, 3),
    ),
    Metric(
        id="deals_won",
        name=text("Deals won"),
        meaning=text("Deals won in the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(
            Flow(
                TableKind.DEALS,
                "closed_at",
                rows,
                _WON,
                needs=("status",),
                empty=0.0,
                requires=(_HAVE_WON,),
            ),
        ),
        aliases=aliases(
            "deals won, won deals, closed won, deals closed, closed deals, closings, won "
            "opportunities, contracts signed, new contracts, transaksi menang, deal menang, "
            "closing, jumlah closing, deal closing, kontrak baru, kontrak ditandatangani, peluang "
            "dimenangkan"
        ),
    ),
    Metric(
        id="deals_lost",
        name=text("Deals lost"),
        meaning=text("Deals lost in the period."),
        role=Role.LAGGING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(
            Flow(
                TableKind.DEALS,
                "closed_at",
                rows,
                _LOST,
                needs=("status",),
                empty=0.0,
                requires=(_HAVE_LOST,),
            ),
        ),
        aliases=aliases(
            "deals lost, lost deals, closed lost, lost opportunities, transaksi kalah, deal "
            "kalah, peluang hilang"
        ),
    ),
    Metric(
        id="win_rate",
        name=text("Win rate"),
        meaning=text("Deals won as a share of deals won or lost in the period."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(
            Flow(
                TableKind.DEALS,
                "closed_at",
                share(_WON),
                _WON | _LOST,
                needs=("status",),
                requires=(_HAVE_WON, _HAVE_LOST),
            ),
        ),
        aliases=aliases(
            "win rate, winning rate, close rate, closing rate, closing ratio, hit rate, tingkat "
            "kemenangan, rasio kemenangan, persentase menang, tingkat closing, rasio closing"
        ),
        gamed=text("Deals that will be lost are left open."),
        guard="pipeline_value",
    ),
    Metric(
        id="average_deal",
        name=text("Average deal"),
        meaning=text("Mean value of the deals won in the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.MEAN,
        measures=(
            Flow(
                TableKind.DEALS,
                "closed_at",
                mean("amount"),
                _WON,
                needs=("status",),
                known="amount",
                requires=(_HAVE_WON,),
            ),
        ),
        aliases=aliases(
            "average deal, average deal size, avg deal size, average deal value, deal size, rata "
            "rata nilai transaksi, rata-rata nilai deal, rata rata deal, rata-rata nilai kontrak, "
            "average contract value, acv"
        ),
    ),
    Metric(
        id="cycle_days",
        name=text("Sales cycle"),
        meaning=text("Days from opening a deal to winning it."),
        role=Role.LAGGING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        measures=(
            Flow(
                TableKind.DEALS,
                "closed_at",
                median(days("created_at", "closed_at")),
                _WON & (_.closed_at >= _.created_at),
                needs=("status",),
                known="created_at",
                requires=(_HAVE_WON,),
            ),
        ),
        aliases=aliases(
            "sales cycle, sales cycle length, cycle length, sales cycle days, days to close, time "
            "to close, siklus penjualan, lama siklus penjualan, panjang siklus penjualan, lama "
            "closing, hari sampai closing, durasi siklus penjualan"
        ),
    ),
)
