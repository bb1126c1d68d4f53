"""Metrics of the table of customers: who stays, who leaves, what they pay."""

from core.language import text
from core.metrics.catalogue import account_flows as accounts
from core.metrics.spec import Aggregate, Metric, Role, aliases

CUSTOMERS = (
    Metric(
        id="customers",
        name=text("Customers"),
        meaning=text("Customers at the end of the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        contains=(
            "new_customers",
            "customers_lost",
        ),
        measures=(accounts.STANDING,),
        aliases=aliases(
            "customers, active customers, total customers, paying customers, subscribers, "
            "clients, accounts, number of customers, pelanggan, pelanggan aktif, jumlah "
            "pelanggan, pelanggan berbayar, klien, pelanggan berlangganan, active subscribers, "
            "active merchants"
        ),
        gamed=text("Accounts that no longer buy stay on the list."),
        guard="churn_rate",
    ),
    Metric(
        id="new_customers",
        name=text("New customers"),
        meaning=text("Customers who bought for the first time in the period."),
        role=Role.LAGGING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(accounts.NEW,),
        aliases=aliases(
            "new customers, customers acquired, new accounts, new clients, new subscribers, "
            "pelanggan baru, klien baru, akuisisi pelanggan, customer baru"
        ),
        gamed=text("Customers who come back are given a new number."),
        guard="retention_rate",
    ),
    Metric(
        id="churn_rate",
        name=text("Churn rate"),
        meaning=text("Customers lost in the period as a share of those at its start."),
        role=Role.LAGGING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "customers_lost",
            "customers",
        ),
        measures=(accounts.CHURN,),
        aliases=aliases(
            "churn, churn rate, customer churn, customer churn rate, logo churn, attrition rate, "
            "tingkat churn, tingkat kehilangan pelanggan, kehilangan pelanggan, perputaran "
            "pelanggan, tingkat perputaran pelanggan, customer turnover"
        ),
        gamed=text("Customers who stopped are kept on the list, or given a free month."),
        guard="revenue_churn_rate",
    ),
    Metric(
        id="customers_lost",
        name=text("Customers lost"),
        meaning=text("Customers who left in the period."),
        role=Role.LAGGING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(accounts.LOST,),
        aliases=aliases(
            "customers lost, lost customers, churned customers, pelanggan hilang, pelanggan "
            "berhenti, pelanggan pergi, cancelled subscriptions"
        ),
        gamed=text("Customers who stopped are kept on the list, or given a free month."),
        guard="revenue_churn_rate",
    ),
    Metric(
        id="retention_rate",
        name=text("Retention rate"),
        meaning=text("Customers kept in the period as a share of those at its start."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "customers_lost",
            "customers",
        ),
        measures=(accounts.RETENTION,),
        aliases=aliases(
            "retention, retention rate, customer retention, customer retention rate, renewal "
            "rate, retensi, tingkat retensi, retensi pelanggan, tingkat perpanjangan"
        ),
        gamed=text("Customers who stopped are kept on the list, or given a free month."),
        guard="revenue_churn_rate",
    ),
    Metric(
        id="repeat_rate",
        name=text("Repeat purchase rate"),
        meaning=text("Customers who bought again as a share of all who bought."),
        role=Role.LAGGING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "repeat rate, repeat purchase rate, repeat order rate, tingkat pembelian ulang, "
            "repeat order, pembelian ulang"
        ),
        gamed=text("One purchase is split into several."),
        guard="order_value",
    ),
)
