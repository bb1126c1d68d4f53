"""Metrics of open deals: the pipeline, what enters it, what is due, what lies still."""

import pandas as pd

from core.language import text
from core.metrics.catalogue import deal_flows as deals
from core.metrics.measures import Derived
from core.metrics.spec import Aggregate, Metric, Role, aliases


def _over(due: pd.Series, target: pd.Series) -> pd.Series:
    """Unknown where nothing is to be reached."""
    return due / target.where(target > 0)


PIPELINE = (
    Metric(
        id="pipeline_value",
        name=text("Pipeline value"),
        meaning=text("Value of the deals open at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.LAST,
        measures=(deals.OPEN_VALUE,),
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
        measures=(deals.OPEN_COUNT,),
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
        measures=(deals.CREATED,),
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
        measures=(
            Derived(
                ("pipeline_value",),
                lambda value: value / value.shift(1).where(lambda one: one > 0) - 1,
            ),
        ),
        contains=("pipeline_value",),
        aliases=aliases(
            "pipeline growth, sales pipeline growth, pertumbuhan pipeline, pertumbuhan pipa "
            "penjualan, pertumbuhan saluran penjualan, pertumbuhan pipeline penjualan"
        ),
        usual_lead=(1, 6),
        gamed=text("Dead deals are not closed."),
        guard="win_rate",
    ),
    Metric(
        id="pipeline_due",
        name=text("Open deals due"),
        meaning=text(
            "Value of the deals open at the start of the period and expected to "
            "close in it, by the dates expected today."
        ),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        measures=(deals.DUE_VALUE,),
        aliases=aliases("pipeline due, deals due, pipeline jatuh tempo, peluang jatuh tempo"),
        usual_lead=(1, 3),
        gamed=text("Close dates are pulled into the period."),
        guard="win_rate",
    ),
    Metric(
        id="pipeline_coverage",
        name=text("Pipeline coverage"),
        meaning=text("Open deals due in the period over the target, as they stood at its start."),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.LAST,
        measures=(
            Derived(("pipeline_due", "revenue_target"), _over, above_zero=("revenue_target",)),
            Derived(("pipeline_due", "target"), _over, above_zero=("target",)),
        ),
        contains=("pipeline_due",),
        aliases=aliases(
            "pipeline coverage, coverage ratio, pipeline coverage ratio, cakupan pipeline, rasio "
            "cakupan pipeline"
        ),
        usual_lead=(1, 3),
        gamed=text("Close dates are pulled into the period."),
        guard="win_rate",
    ),
    Metric(
        id="revenue_target",
        name=text("Revenue target"),
        meaning=text("What is to be sold in the period."),
        role=Role.NEITHER,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "revenue target, sales target, target revenue, target penjualan, "
            "target pendapatan, target omzet, target omset, sales quota, kuota "
            "penjualan"
        ),
        gamed=text("Targets are set so low that they are sure to be met."),
        guard="revenue",
    ),
    Metric(
        id="stale_deals",
        name=text("Stale deals"),
        meaning=text("Open deals without activity for 90 days, at the end of the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.LAST,
        measures=(deals.STALE_COUNT,),
        aliases=aliases(
            "stale deals, inactive deals, stalled deals, transaksi terbengkalai, deal terbengkalai"
        ),
        usual_lead=(1, 3),
        gamed=text("A note without any contact makes a dead deal look alive."),
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
        measures=(
            Derived(
                ("pipeline_count", "stale_deals"),
                lambda every, stale: stale / every.where(every > 0),
            ),
        ),
        contains=(
            "stale_deals",
            "pipeline_count",
        ),
        aliases=aliases(
            "stale share, stale deals share, stale pipeline, porsi pipeline terbengkalai, peluang "
            "terbengkalai"
        ),
        usual_lead=(1, 3),
        gamed=text("A note without any contact makes a dead deal look alive."),
        guard="win_rate",
    ),
)
