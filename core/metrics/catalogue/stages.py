"""Metrics of the stage history of deals: who moves on, and how long deals stay."""

from core.language import text
from core.metrics.catalogue import stage_flows as stages
from core.metrics.spec import Aggregate, Metric, Role, aliases

STAGES = (
    Metric(
        id="stage_entries",
        name=text("Stages entered"),
        meaning=text(
            "Deals that entered a stage in the period, each deal once a stage; divide it by stage "
            "to see each of them."
        ),
        role=Role.NEITHER,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(stages.FIRST_ENTRIES,),
        aliases=aliases("stage entries, stages entered, stage moves, perpindahan tahap"),
        gamed=text("Deals are moved on without anything having happened."),
        guard="win_rate",
    ),
    Metric(
        id="stage_conversion",
        name=text("Conversion by stage"),
        meaning=text(
            "Of the stages deals entered in the period and have left, the share left for a further "
            "stage or by winning; divide it by stage to see each of them."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(stages.CONVERSION,),
        contains=("stage_entries",),
        usual_lead=(1, 4),
        aliases=aliases("stage conversion, stage conversion rate, konversi tahap"),
        gamed=text("Deals are moved on without anything having happened."),
        guard="win_rate",
    ),
    Metric(
        id="stage_days",
        name=text("Time in stage"),
        meaning=text(
            "Median days deals had been in the stages they left in the period; divide it by stage "
            "to see each of them."
        ),
        role=Role.LEADING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        measures=(stages.DAYS,),
        usual_lead=(1, 4),
        aliases=aliases(
            "time in stage, days in stage, stage duration, lama di tahap, durasi tahap"
        ),
        gamed=text("Deals are moved on without anything having happened."),
        guard="stage_conversion",
    ),
)
