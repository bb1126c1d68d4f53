"""Metrics of product use and trials."""

from core.language import text
from core.metrics.catalogue import account_flows as accounts
from core.metrics.spec import Aggregate, Metric, Role, aliases

PRODUCT_USE = (
    Metric(
        id="active_users",
        name=text("Active users"),
        meaning=text("Users who were active in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "active users, monthly active users, mau, weekly active users, wau, daily active "
            "users, dau, active teams, active accounts, pengguna aktif, pengguna aktif bulanan, "
            "akun aktif"
        ),
        usual_lead=(1, 3),
        gamed=text("A log-in by itself counts as use."),
        guard="churn_rate",
        industry="saas",
    ),
    Metric(
        id="trial_signups",
        name=text("Trial sign-ups"),
        meaning=text("Accounts that started a free trial in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(accounts.TRIALS,),
        aliases=aliases(
            "trial signups, trial sign ups, free trials, free trial signups, free trial sign ups, "
            "trials, trials started, new trials, signups, sign ups, registrations, pendaftaran "
            "uji coba, pendaftaran uji coba gratis, uji coba gratis, uji coba, mendaftarlah untuk "
            "uji coba gratis, pendaftar uji coba, trial gratis, pendaftar trial"
        ),
        usual_lead=(1, 3),
        gamed=text("Double and throw-away accounts are counted."),
        guard="trial_to_paid",
        industry="saas",
    ),
    Metric(
        id="trial_to_paid",
        name=text("Trial to paid"),
        meaning=text("Share of trials that became paying customers."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        contains=("trial_signups",),
        measures=(accounts.TRIAL_TO_PAID,),
        aliases=aliases(
            "trial ke berbayar, trial to paid conversion rate, trial to paid, trial to paid rate, "
            "trial conversion, trial conversion rate, trial to paid conversion, uji coba menjadi "
            "bayar, konversi uji coba, konversi trial, konversi uji coba ke berbayar"
        ),
        usual_lead=(0, 2),
        gamed=text("Trials still running are left out."),
        guard="trial_signups",
        industry="saas",
    ),
)
