"""Metrics of web traffic, advertising and product use."""

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
    ),
    Metric(
        id="impressions",
        name=text("Impressions"),
        meaning=text("Times an advertisement or a search result was shown."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(visits.IMPRESSIONS,),
        aliases=aliases(
            "impressions, ad impressions, search impressions, impresi, tayangan, tayangan iklan, "
            "reach, jangkauan"
        ),
        usual_lead=(1, 3),
        gamed=text("Cheap placements nobody looks at raise the count."),
        guard="clicks",
    ),
    Metric(
        id="clicks",
        name=text("Clicks"),
        meaning=text("Clicks on advertisements or search results."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(visits.CLICKS,),
        aliases=aliases("clicks, ad clicks, link clicks, klik, klik iklan"),
        usual_lead=(1, 3),
        gamed=text("Accidental clicks are counted."),
        guard="engagement_rate",
    ),
    Metric(
        id="click_rate",
        name=text("Click-through rate"),
        meaning=text("Clicks as a share of impressions."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "clicks",
            "impressions",
        ),
        measures=(visits.CLICK_RATE,),
        aliases=aliases("click through rate, click rate, ctr, rasio klik, rasio klik tayang"),
        usual_lead=(1, 3),
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
    ),
    Metric(
        id="email_open_rate",
        name=text("E-mail open rate"),
        meaning=text("E-mails opened as a share of those delivered."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases("open rate, email open rate, tingkat email dibuka, tingkat surel dibuka"),
        usual_lead=(1, 2),
    ),
    Metric(
        id="marketing_spend",
        name=text("Marketing spend"),
        meaning=text("Money spent on marketing and advertising in the period."),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "marketing spend, marketing cost, marketing costs, marketing expense, ad spend, "
            "advertising, advertising spend, advertising cost, promotion spend, promotion cost, "
            "biaya pemasaran, biaya iklan, biaya promosi, biaya marketing, belanja iklan, belanja "
            "pemasaran, belanja promosi"
        ),
        usual_lead=(1, 3),
        gamed=text("Spending follows the sales expected, so it can look as if it led them."),
        guard="new_leads",
    ),
    Metric(
        id="followers",
        name=text("Followers"),
        meaning=text("Followers on social media at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "followers, social media followers, pengikut, followers instagram, pengikut "
            "instagram, pengikut media sosial, newsletter subscribers, subscriber newsletter"
        ),
        usual_lead=(1, 6),
        gamed=text("Followers can be bought."),
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
        id="search_position",
        name=text("Position in search"),
        meaning=text(
            "Mean position in search results, weighted by impressions; a lower number is better."
        ),
        role=Role.LEADING,
        better="down",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(visits.POSITION,),
        aliases=aliases(
            "average position, search position, avg position, posisi rata rata, posisi pencarian"
        ),
        usual_lead=(1, 4),
        gamed=text("Names nobody searches for are measured."),
        guard="impressions",
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
