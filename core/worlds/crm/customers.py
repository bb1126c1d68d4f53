"""Every deal won makes a customer, who leaves by chance, the same in every month."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random
from core.worlds.crm.deals import PRODUCTS
from core.worlds.crm.model import Habits
from core.worlds.people import firms

_BEFORE = 140  # customers of the years before the first deal
_DAYS_A_MONTH = 30.4375
_ROUNDED = 10_000  # rupiah


def customers_of(
    random: Random, habits: Habits, deals: pd.DataFrame, start: pd.Timestamp
) -> pd.DataFrame:
    """One row a customer there ever was; some came in the years before the first deal."""
    won = deals[deals["status"] == "won"]
    new = won[["account", "region", "product", "amount"]].assign(
        started_at=won["closed_at"].dt.normalize()
    )
    found = pd.concat([_before(random, habits, start), new]).sort_values(
        "started_at", kind="stable", ignore_index=True
    )
    found["mrr"] = (found["amount"] / 12 / _ROUNDED).round() * _ROUNDED
    months = random.exponential(1 / -np.log1p(-habits.churn), len(found))
    leaves = found["started_at"] + pd.to_timedelta((months * _DAYS_A_MONTH).round() + 1, unit="D")
    found["churned_at"] = leaves
    found["customer_id"] = np.arange(1, len(found) + 1)
    return found.drop(columns="amount")


def known_customers(found: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """As they stand at the end: churned_at only where that day has come."""
    churned = found["churned_at"] <= end
    return found.assign(churned_at=found["churned_at"].where(churned), churned=churned)


def _before(random: Random, habits: Habits, start: pd.Timestamp) -> pd.DataFrame:
    count = round(_BEFORE * habits.scale)
    product = random.choice(list(PRODUCTS), count)
    price = np.array([PRODUCTS[one][0] for one in product])
    days = random.integers(160, 1500, count)
    shares = [one.share for one in habits.regions]
    return pd.DataFrame(
        {
            "account": firms(20_000 + np.arange(count)),
            "region": random.choice([one.id for one in habits.regions], count, p=shares),
            "product": product,
            "amount": price * random.lognormal(0, 0.2, count),
            "started_at": start - pd.to_timedelta(days, unit="D"),
        }
    )
