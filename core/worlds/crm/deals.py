"""Leads that convert become deals; a coin for each stage says how far they come, a draw how long.

A won deal closes a skewed while after its creation: a lognormal delay with its region's median.
"""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, after, in_office
from core.worlds.crm.model import STAGES, Habits

PRODUCTS = {  # price in rupiah, share
    "cashier": (58_000_000, 0.5),
    "warehouse": (84_000_000, 0.32),
    "fleet": (110_000_000, 0.18),
}
REASONS = {"price": 0.34, "competitor": 0.24, "budget": 0.18, "no_answer": 0.14, "timing": 0.10}
DEMO_DAYS = 6.0  # from creation to the demo
_CYCLE_SPREAD = 0.10  # of the logs
_AT = np.array([0.0, 0.0, 0.2, 0.5, 0.8])  # when stages start, on the way from demo to close
_AMOUNT_SPREAD = 0.16  # of the logs
_ROUNDED = 100_000  # rupiah
_LINGER = (0.6, 1.9)  # of a stage's usual time, before a deal is given up in it


def deals_of(random: Random, habits: Habits, leads: pd.DataFrame) -> pd.DataFrame:
    """One row a deal, with `enter_0` … `enter_4` (NaT: never reached) and `ended_at`, `won`."""
    born = leads[leads["converted_at"].notna()].sort_values("converted_at", ignore_index=True)
    keep = ["created_at", "account", "region", "owner", "source", "lead"]
    deals = born.assign(created_at=born["converted_at"])[keep].copy()
    reached = _reached(random, habits, deals["region"])
    deals["won"] = reached == len(STAGES)
    deals = deals.join(_dates(random, habits, deals, reached))
    deals["product"] = random.choice(
        list(PRODUCTS), len(deals), p=[share for _, share in PRODUCTS.values()]
    )
    price = deals["product"].map({name: price for name, (price, _) in PRODUCTS.items()})
    amount = price * random.lognormal(0, _AMOUNT_SPREAD, len(deals))
    deals["amount"] = (amount / _ROUNDED).round() * _ROUNDED
    deals["lost_reason"] = random.choice(list(REASONS), len(deals), p=list(REASONS.values()))
    deals["lost_reason"] = deals["lost_reason"].mask(deals["won"], "")
    return deals


def _reached(random: Random, habits: Habits, regions: "pd.Series[str]") -> np.ndarray:
    """How many stages each deal gets past, 0 to 5."""
    chance = {one.id: [one.advance[stage] for stage in STAGES] for one in habits.regions}
    past = random.random((len(regions), len(STAGES))) < np.array([chance[one] for one in regions])
    found: np.ndarray = np.cumprod(past, axis=1).sum(axis=1)
    return found


def _dates(
    random: Random, habits: Habits, deals: pd.DataFrame, reached: np.ndarray
) -> pd.DataFrame:
    """When each stage was entered and when the deal ended, in office hours and in order."""
    count, created = len(deals), pd.DatetimeIndex(deals["created_at"])
    median = deals["region"].map({one.id: one.cycle_days for one in habits.regions})
    cycle = median.to_numpy() * random.lognormal(0, _CYCLE_SPREAD, count)
    demo = np.clip(random.normal(DEMO_DAYS, 1.5, count), 2, 12)
    way = (cycle - demo)[:, None] * (_AT + random.uniform(-0.05, 0.05, (count, 5)) * (_AT > 0))
    offsets = np.column_stack([np.zeros(count), demo, demo[:, None] + way[:, 2:], cycle])
    stays = np.diff(offsets, axis=1)
    lost_in = np.minimum(reached, len(STAGES) - 1)
    rows = np.arange(count)
    given_up = offsets[rows, lost_in] + stays[rows, lost_in] * random.uniform(*_LINGER, count)
    ended = np.where(reached == len(STAGES), cycle, given_up)
    dates = {f"enter_{i}": _later(random, created, offsets[:, i]) for i in range(1, len(STAGES))}
    found = pd.DataFrame({"enter_0": created, **dates})
    for i in range(1, len(STAGES)):
        found[f"enter_{i}"] = found[f"enter_{i}"].where(reached >= i)
    return _in_order(found.assign(ended_at=_later(random, created, ended)))


def _later(random: Random, created: pd.DatetimeIndex, days: np.ndarray) -> pd.DatetimeIndex:
    seconds = (days * 86_400).round()
    return in_office(random, created + pd.to_timedelta(seconds, unit="s"))


def _in_order(dates: pd.DataFrame) -> pd.DataFrame:
    """Each moment at least ten minutes after the one before."""
    names = list(dates.columns)
    for i, name in enumerate(names[1:], start=1):
        earliest = dates[names[:i]].max(axis=1) + pd.Timedelta(minutes=10)
        late = dates[name].isna() | (dates[name] >= earliest)
        dates[name] = dates[name].where(late, earliest)
    return dates


def known(deals: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """Every deal since the first one, as it stands at the end of the window; ids from 1."""
    shown = deals[deals["created_at"] <= end].copy()
    closed = shown["ended_at"] <= end
    shown["deal_id"] = np.arange(1, len(shown) + 1)
    shown["status"] = np.where(closed, np.where(shown["won"], "won", "lost"), "open")
    shown["closed_at"] = shown["ended_at"].where(closed)
    shown["lost_reason"] = shown["lost_reason"].where(closed, "")
    entered = shown[[f"enter_{i}" for i in range(len(STAGES))]]
    place = (entered.notna() & (entered <= end)).to_numpy().cumsum(axis=1).argmax(axis=1)
    shown["stage"] = np.array(STAGES, object)[place]
    return shown.reset_index(drop=True)


def forecast(random: Random, deals: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """Adds expected_close_at: some days off the truth, never past on the day of the export."""
    guess = after(random, pd.DatetimeIndex(deals["ended_at"]), 2.0, 12.0).normalize()
    earliest = deals["created_at"].mask(deals["status"] == "open", end).dt.normalize()
    return deals.assign(expected_close_at=np.maximum(guess, pd.DatetimeIndex(earliest)))
