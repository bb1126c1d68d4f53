"""How much the market wants, by month and region; web visits are what is first seen of it."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, swings
from core.worlds.crm.model import WARM_UP, Habits
from core.worlds.seasons import season

CHANNELS = {  # sessions a day before growth
    "organic": 170.0,
    "paid": 90.0,
    "direct": 60.0,
    "email": 30.0,
    "social": 40.0,
}
PAGES = {"home": 0.38, "cashier": 0.22, "warehouse": 0.18, "fleet": 0.12, "pricing": 0.10}
_WEEKEND = 0.45
_SOCIAL_GROWTH = 0.022  # per month, in logs: it grows and does nothing else
_ENGAGED, _PERSONS, _NEW, _KEY = 0.61, 0.86, 0.7, 0.04


def months_of(habits: Habits) -> pd.PeriodIndex:
    """Every month that passes, the warm-up first."""
    first = pd.Period(habits.first, freq="M") - WARM_UP
    return pd.period_range(first, periods=habits.months + WARM_UP, freq="M")


def demand(random: Random, habits: Habits) -> pd.DataFrame:
    """Demand by month and region, in shares of an ordinary month of the whole company."""
    months = months_of(habits)
    common = swings(random, len(months), habits.swing) + 0.6 * season(months, "offices")
    growth = habits.growth * np.arange(len(months))
    return pd.DataFrame(
        {
            one.id: one.share
            * np.exp(common + growth + swings(random, len(months), habits.own_swing))
            for one in habits.regions
        },
        index=months,
    )


def visits(random: Random, habits: Habits, wanted: pd.DataFrame) -> pd.DataFrame:
    """Sessions by day, channel and page: day, channel, page, sessions, and what follows of them."""
    months = pd.PeriodIndex(wanted.index)
    days = pd.date_range(months[0].start_time, months[-1].end_time.normalize())
    seen = pd.MultiIndex.from_product([days, CHANNELS, PAGES], names=["day", "channel", "page"])
    found = seen.to_frame(index=False)
    month = months.get_indexer(pd.PeriodIndex(found["day"], freq="M"))
    level = wanted.sum(axis=1).to_numpy()[month]
    social = (found["channel"] == "social").to_numpy()
    level[social] = np.exp(_SOCIAL_GROWTH * month[social])
    level[(found["day"].dt.day_of_week >= 5).to_numpy()] *= _WEEKEND
    base = found["channel"].map(CHANNELS) * found["page"].map(PAGES)
    sessions = random.poisson(habits.scale * base.to_numpy() * level)
    engaged = random.binomial(sessions, _ENGAGED)
    users = random.binomial(sessions, _PERSONS)
    return found.assign(
        sessions=sessions,
        engaged_sessions=engaged,
        users=users,
        new_users=random.binomial(users, _NEW),
        key_events=random.binomial(engaged, _KEY),
    )
