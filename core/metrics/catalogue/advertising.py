"""Metrics of being found: advertisements, search results, mails, followers."""

from core.language import text
from core.metrics.catalogue import visit_flows as visits
from core.metrics.spec import Aggregate, Metric, Role, aliases

ADVERTISING = (
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
        gamed=text("Headlines promise what the page does not hold."),
        guard="engagement_rate",
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
        id="email_open_rate",
        name=text("E-mail open rate"),
        meaning=text("E-mails opened as a share of those delivered."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases("open rate, email open rate, tingkat email dibuka, tingkat surel dibuka"),
        usual_lead=(1, 2),
        gamed=text("Mail programs open messages by themselves."),
        guard="clicks",
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
)
