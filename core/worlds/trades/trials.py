"""A subscription: accounts try for two months, some then pay, some of those leave."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import after, arrivals
from core.worlds.exports import Column, Form, Sheet
from core.worlds.model import Truth
from core.worlds.people import firms
from core.worlds.trades.model import SWING, Trade, Window, window

_TRIAL_DAYS, _SPREAD = 60.0, 4.0
_PAYS, _CHURN = 0.38, 0.03
_PLANS = {"starter": 900_000, "team": 1_400_000, "business": 2_100_000}
_WORDS = {
    "starter": ("Starter", "Pemula"),
    "team": ("Team", "Tim"),
    "business": ("Business", "Bisnis"),
    "yes": ("Yes", "Ya"),
    "no": ("No", "Tidak"),
}
_ACCOUNTS = Sheet(
    "saas_accounts.csv",
    "customers",
    (
        Column("account_id", Form.TEXT, "customer_id", "Account ID", "ID Akun"),
        Column("company", Form.TEXT, "", "Company", "Perusahaan"),
        Column("plan", Form.WORD, "", "Plan", "Paket"),
        Column("trial_at", Form.DAY, "trial_started_at", "Trial Start", "Mulai Uji Coba"),
        Column("paid_at", Form.DAY, "paid_at", "Paid Since", "Tanggal Mulai Berlangganan"),
        Column("mrr", Form.MONEY, "mrr", "MRR", "Tagihan Bulanan"),
        Column("left", Form.WORD, "churned", "Churned", "Berhenti"),
        Column("churned_at", Form.DAY, "churned_at", "Churn Date", "Tanggal Berhenti"),
    ),
)


def trials(seed: int = 1) -> Trade:
    """Accounts since the first one: by trial start they lead new MRR by the day they first pay.

    `mrr` is known once an account pays; trials still running have neither.
    """
    accounts = _accounts(np.random.default_rng(seed), window())
    paying = accounts["paid_at"].notna()
    accounts["left"] = np.where(accounts["churned_at"].notna(), "yes", np.where(paying, "no", ""))
    accounts["account_id"] = [f"AC{number:05d}" for number in range(1, len(accounts) + 1)]
    return Trade(
        name="trials",
        industry="saas",
        tables={"accounts": accounts},
        sheets={"accounts": _ACCOUNTS},
        words=_WORDS,
        truth=(Truth("trial_signups", "new_mrr", 2, 1),),
        facts={"trial_to_paid": _PAYS, "churn_rate": _CHURN, "trial_days": _TRIAL_DAYS},
    )


def _accounts(random: np.random.Generator, shown: Window) -> pd.DataFrame:
    begun = arrivals(random, shown.months, 58, SWING).normalize()
    decided = pd.Series(after(random, begun, _TRIAL_DAYS, _SPREAD).normalize())
    pays = random.random(len(begun)) < _PAYS
    paid = decided.where(pays & (decided <= shown.end))
    months = random.exponential(1 / -np.log1p(-_CHURN), len(begun))
    leaves = paid + pd.to_timedelta((months * 30.4375).round() + 1, unit="D")
    plan = random.choice(list(_PLANS), len(begun), p=[0.5, 0.35, 0.15])
    price = np.array([_PLANS[one] for one in plan], float)
    accounts = pd.DataFrame(
        {
            "company": firms(np.arange(len(begun))),
            "plan": plan,
            "trial_at": begun,
            "paid_at": paid,
            "mrr": np.where(paid.notna(), price, np.nan),
            "churned_at": leaves.where(leaves <= shown.end),
        }
    )
    return accounts
