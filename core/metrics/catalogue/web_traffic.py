"""Metrics of the website: visits, pages, what visitors do there."""

from core.language import text
from core.metrics.catalogue import visit_flows as visits
from core.metrics.spec import Aggregate, Metric, Role, aliases

WEB_TRAFFIC = (
    Metric(
        id="sessions",
        name=text("Website sessions"),
        meaning=text("Visits to the website."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(visits.SESSIONS,),
        aliases=aliases(
            "unique visitors, pengunjung unik, website users, pengguna website, sessions, website "
            "traffic, web traffic, website sessions, web sessions, website visits, web visits, "
            "site traffic, online visits, sesi, sesi web, sesi situs web, trafik web, trafik "
            "website, trafik situs, lalu lintas web, lalu lintas situs web, lalu lintas website, "
            "kunjungan web, kunjungan website, kunjungan situs, kunjungan situs web, traffic "
            "website, pengunjung website, pengunjung web, website visitors, web visitors, trafik"
        ),
        usual_lead=(1, 3),
        gamed=text("Bots and paid clicks without interest raise the count."),
        guard="engagement_rate",
    ),
    Metric(
        id="page_views",
        name=text("Page views"),
        meaning=text("Pages seen on the website."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "kunjungan halaman produk, kunjungan halaman, page views, pageviews, views, tampilan "
            "halaman, halaman dilihat, product page views, tampilan halaman produk, faq page "
            "views"
        ),
        usual_lead=(1, 3),
        gamed=text("Pages are split so that one reading takes several."),
        guard="engagement_rate",
    ),
    Metric(
        id="engagement_rate",
        name=text("Engagement rate"),
        meaning=text("Share of website sessions in which the visitor took part."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=("sessions",),
        measures=(visits.ENGAGEMENT,),
        aliases=aliases(
            "engagement rate, engagement, customer engagement, tingkat keterlibatan, "
            "keterlibatan, keterlibatan pelanggan, rasio keterlibatan, interaction rate, tingkat "
            "interaksi"
        ),
        usual_lead=(1, 3),
        gamed=text("Pop-ups and autoplay count as taking part."),
        guard="sessions",
    ),
    Metric(
        id="bounce_rate",
        name=text("Bounce rate"),
        meaning=text("Share of website sessions that ended without taking part."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases("bounce rate, rasio pentalan, tingkat pentalan"),
        usual_lead=(1, 3),
        gamed=text("A pop-up that must be closed counts as taking part."),
        guard="engagement_rate",
    ),
    Metric(
        id="product_sessions",
        name=text("Visits to product pages"),
        meaning=text("Visits to pages of products or prices, told apart by their address."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(visits.PRODUCT_SESSIONS,),
        contains=("sessions",),
        aliases=aliases(
            "product page sessions, product sessions, product page visits, "
            "visits to product pages, sesi halaman produk, kunjungan ke halaman produk"
        ),
        usual_lead=(1, 3),
        gamed=text("Bots and paid clicks without interest raise the count."),
        guard="engagement_rate",
    ),
    Metric(
        id="key_events",
        name=text("Conversions on the website"),
        meaning=text("Actions on the website that count as a goal, such as a form sent."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(visits.KEY_EVENTS,),
        aliases=aliases(
            "key events, website conversions, goal completions, peristiwa utama, konversi website"
        ),
        usual_lead=(0, 2),
        gamed=text("Actions that mean little are declared goals."),
        guard="lead_conversion",
    ),
    Metric(
        id="users",
        name=text("Website visitors"),
        meaning=text(
            "Different people who visited the website; never added over days or channels."
        ),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        measures=(visits.USERS,),
        aliases=aliases("users by report, pengunjung menurut laporan"),
        usual_lead=(1, 3),
        gamed=text("Bots and paid clicks without interest raise the count."),
        guard="engagement_rate",
    ),
)
