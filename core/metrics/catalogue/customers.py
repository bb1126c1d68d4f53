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
    ),
    Metric(
        id="revenue_churn_rate",
        name=text("Revenue churn"),
        meaning=text("Recurring revenue lost in the period as a share of that at its start."),
        role=Role.LAGGING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=(
            "mrr",
            "customers_lost",
        ),
        measures=(accounts.REVENUE_CHURN,),
        aliases=aliases(
            "revenue churn, revenue churn rate, mrr churn, mrr churn rate, gross revenue churn, "
            "net revenue churn, churn pendapatan, tingkat churn pendapatan, kehilangan pendapatan"
        ),
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
        industry="saas",
    ),
    Metric(
        id="complaints",
        name=text("Complaints"),
        meaning=text("Complaints received from customers in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "jumlah komplain, jumlah keluhan, complaints, customer complaints, keluhan, komplain, "
            "keluhan pelanggan, keluhan tamu, guest complaints, komplain pelanggan, pengaduan"
        ),
        usual_lead=(1, 4),
        gamed=text("Complaining is made harder."),
        guard="csat",
    ),
    Metric(
        id="tickets",
        name=text("Support tickets"),
        meaning=text("Requests for help received in the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "tickets, support tickets, support requests, tiket, tiket bantuan, tiket dukungan, "
            "tiket layanan"
        ),
        usual_lead=(1, 4),
    ),
    Metric(
        id="receivable_days",
        name=text("Days sales outstanding"),
        meaning=text("Days that customers take to pay."),
        role=Role.LAGGING,
        better="down",
        unit="days",
        aggregate=Aggregate.MEAN,
        aliases=aliases("days sales outstanding, dso, receivable days, umur piutang, hari piutang"),
    ),
)
