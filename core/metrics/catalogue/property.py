"""Metrics of selling homes: on offer, viewed, viewed again, reserved, signed for."""

from core.language import text
from core.metrics.catalogue import activity_flows as did
from core.metrics.spec import Aggregate, Metric, Role, aliases

PROPERTY = (
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
    Metric(
        id="viewing_to_offer",
        name=text("Viewings that led to an offer"),
        meaning=text(
            "Share of the buyers who first viewed in the period and have made an offer or a "
            "reservation since; young periods are left out until their buyers have had the time."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(did.VIEWING_TO_OFFER, did.VIEWING_TO_OFFER_OF_LEADS),
        contains=("viewings",),
        aliases=aliases(
            "viewing to offer, viewing to offer rate, viewings to offers, kunjungan menjadi "
            "penawaran, konversi kunjungan"
        ),
        usual_lead=(1, 4),
        gamed=text("Viewings that led nowhere are not recorded."),
        guard="viewings",
        industry="property",
    ),
    Metric(
        id="viewings_per_listing",
        name=text("Viewings per listing"),
        meaning=text("Viewings in the period for each property on offer at its end."),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(did.VIEWINGS_PER_LISTING,),
        contains=("viewings", "listings"),
        aliases=aliases("viewings per listing, viewings per property, kunjungan per listing"),
        usual_lead=(1, 4),
        gamed=text("Listings without interest are taken off before the count."),
        guard="listings",
        industry="property",
    ),
    Metric(
        id="reservations",
        name=text("Reservations"),
        meaning=text("Units reserved with a fee in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "reservations, unit reservations, reservation fees, nup, booking fee, booking fees, "
            "reservasi, tanda jadi, pemesanan unit, unit dipesan, jumlah reservasi"
        ),
        usual_lead=(1, 6),
        gamed=text("Fees that are paid back on request are counted."),
        guard="deeds",
        industry="property",
    ),
    Metric(
        id="deeds",
        name=text("Deeds signed"),
        meaning=text("Sales completed by deed in the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "deeds, deeds signed, handovers, akad, akad kredit, ajb, akta jual beli, serah "
            "terima, unit akad"
        ),
        gamed=text("Signings are pulled into the period before the loan is granted."),
        guard="reservations",
        industry="property",
    ),
    Metric(
        id="listings",
        name=text("Active listings"),
        meaning=text("Properties on offer at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        aliases=aliases("listings, active listings, listing, listing aktif, properties on offer"),
        usual_lead=(1, 6),
        gamed=text("Homes that are sold stay on offer."),
        guard="viewings",
        industry="property",
    ),
)
