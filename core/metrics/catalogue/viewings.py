"""Metrics of viewings: homes shown, who comes again, who makes an offer."""

from core.language import text
from core.metrics.catalogue import activity_flows as did
from core.metrics.spec import Aggregate, Metric, Role, aliases

VIEWINGS = (
    Metric(
        id="viewings",
        name=text("Property viewings"),
        meaning=text("Viewings of a property that took place."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.VIEWINGS,),
        aliases=aliases(
            "viewings, property viewings, house viewings, site visits, show unit visits, show "
            "home visits, kunjungan properti, survei lokasi, survey lokasi, kunjungan lokasi, "
            "kunjungan unit contoh, kunjungan rumah contoh, penayangan properti, lihat unit, "
            "kunjungan show unit"
        ),
        usual_lead=(2, 6),
        gamed=text("Repeat visits by one buyer are counted as new interest."),
        guard="reservations",
        industry="property",
    ),
    Metric(
        id="repeat_viewings",
        name=text("Repeat viewings"),
        meaning=text("Viewings by buyers who had viewed before."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(
            did.REPEAT_VIEWINGS,
            did.REPEAT_VIEWINGS_OF_LEADS,
        ),
        contains=("viewings",),
        aliases=aliases("repeat viewings, second viewings, kunjungan ulang, survei ulang"),
        usual_lead=(1, 4),
        gamed=text("One visit is recorded as several."),
        guard="reservations",
        industry="property",
    ),
)
