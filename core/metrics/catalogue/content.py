"""Metrics of sales material: how much of it is used, by whom, and what buyers read."""

from core.language import text
from core.metrics.catalogue import content_flows as content
from core.metrics.spec import Aggregate, Metric, Role, aliases

CONTENT = (
    Metric(
        id="content_utilisation",
        name=text("Content use"),
        meaning=text(
            "Share of the sales material on offer for at least 30 days that was shared, pitched or "
            "downloaded in the period."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(content.UTILISATION,),
        aliases=aliases(
            "content utilisation, content utilization, content usage, content use, pemakaian "
            "konten, penggunaan konten, utilisasi konten"
        ),
        usual_lead=(1, 4),
        gamed=text("Old material is taken off the list, or opened without being used."),
        guard="win_rate",
    ),
    Metric(
        id="content_engagement",
        name=text("Content engagement"),
        meaning=text(
            "Share of those who were sent material in the period that have opened any so far."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(content.ENGAGEMENT,),
        aliases=aliases(
            "content engagement, content engagement rate, keterlibatan konten, interaksi konten, "
            "content open rate, tingkat keterlibatan konten"
        ),
        usual_lead=(1, 4),
        gamed=text("Programs that check mail open every link, and one’s own people open theirs."),
        guard="win_rate",
    ),
    Metric(
        id="content_adoption",
        name=text("Reps who use content"),
        meaning=text(
            "Reps who shared, pitched or downloaded material as a share of those who did anything "
            "with it in the period."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(content.ADOPTION,),
        aliases=aliases(
            "content adoption, content adoption rate, adopsi konten, tingkat adopsi konten, "
            "reps using content"
        ),
        usual_lead=(1, 4),
        gamed=text("Each rep downloads one file."),
        guard="content_engagement",
    ),
)
