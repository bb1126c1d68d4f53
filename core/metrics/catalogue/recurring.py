"""Metrics of recurring revenue: what customers pay, what is lost and gained of it."""

from core.language import text
from core.metrics.catalogue import account_flows as accounts
from core.metrics.spec import Aggregate, Metric, Role, aliases

RECURRING = (
    Metric(
        id="revenue_churn_rate",
        name=text("Revenue churn"),
        meaning=text(
            "Recurring revenue lost in the period, from customers who left or pay less, as a share "
            "of that at its start (gross)."
        ),
        role=Role.LAGGING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "mrr",
            "customers_lost",
        ),
        measures=(accounts.REVENUE_CHURN, accounts.GROSS_CHURN_BY_SHEET),
        aliases=aliases(
            "revenue churn, revenue churn rate, mrr churn, mrr churn rate, gross revenue churn, "
            "gross revenue churn rate, churn pendapatan, tingkat churn pendapatan, "
            "kehilangan pendapatan"
        ),
        gamed=text("Leaving customers are kept with a token price."),
        guard="churn_rate",
    ),
    Metric(
        id="mrr",
        name=text("Monthly recurring revenue"),
        meaning=text("Subscription revenue per month at the end of the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.LAST,
        contains=("new_mrr",),
        measures=(accounts.MRR,),
        aliases=aliases(
            "mrr, monthly recurring revenue, recurring revenue, arr, annual recurring revenue, "
            "pendapatan berulang, pendapatan berulang bulanan, pendapatan langganan"
        ),
        gamed=text("One-off fees are counted as recurring."),
        guard="revenue_churn_rate",
        industry="saas",
    ),
    Metric(
        id="new_mrr",
        name=text("New recurring revenue"),
        meaning=text("Recurring revenue added by new customers in the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        contains=("new_customers",),
        measures=(accounts.NEW_MRR,),
        aliases=aliases(
            "new mrr, net new mrr, new arr, mrr baru, new recurring revenue, pendapatan berulang "
            "baru"
        ),
        gamed=text("Contracts start free and are counted at full price."),
        guard="revenue_churn_rate",
        industry="saas",
    ),
    Metric(
        id="net_revenue_churn_rate",
        name=text("Net revenue churn"),
        meaning=text(
            "Recurring revenue lost in the period less what customers who stayed pay more, as a "
            "share of that at its start; below 0 where they pay more than was lost."
        ),
        role=Role.LAGGING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "churned_mrr",
            "contraction_mrr",
            "expansion_mrr",
            "mrr",
        ),
        measures=(accounts.NET_CHURN,),
        aliases=aliases(
            "net revenue churn, net revenue churn rate, net mrr churn, net mrr churn rate, churn "
            "pendapatan bersih, tingkat churn pendapatan bersih"
        ),
        gamed=text("Prices are raised for those who stay, so that losses do not show."),
        guard="revenue_churn_rate",
    ),
    Metric(
        id="churned_mrr",
        name=text("Recurring revenue lost"),
        meaning=text("Recurring revenue of the customers who left in the period."),
        role=Role.LAGGING,
        better="down",
        unit="money",
        aggregate=Aggregate.SUM,
        contains=("customers_lost",),
        measures=(accounts.LOST_MRR,),
        aliases=aliases(
            "churned mrr, lost mrr, mrr churned, mrr lost, cancelled mrr, churned arr, mrr hilang, "
            "pendapatan berulang hilang"
        ),
        gamed=text("Leaving customers are kept with a token price."),
        guard="churn_rate",
        industry="saas",
    ),
    Metric(
        id="expansion_mrr",
        name=text("Recurring revenue gained from customers"),
        meaning=text("What customers who were there before pay more at the end of the period."),
        role=Role.LAGGING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "expansion mrr, upgrade mrr, upsell mrr, mrr expansion, expansion arr, mrr ekspansi, "
            "mrr bertambah"
        ),
        gamed=text("Price rises are counted as growth in use."),
        guard="churn_rate",
        industry="saas",
    ),
    Metric(
        id="contraction_mrr",
        name=text("Recurring revenue reduced"),
        meaning=text("What customers who stayed pay less at the end of the period."),
        role=Role.LAGGING,
        better="down",
        unit="money",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "contraction mrr, downgrade mrr, mrr contraction, contraction arr, mrr kontraksi, "
            "mrr berkurang"
        ),
        gamed=text("Discounts are booked as marketing."),
        guard="churn_rate",
        industry="saas",
    ),
)
