"""Leads that convert become deals; a coin for each stage says how far they come, a draw how long.

A won deal closes a skewed while after its creation: a lognormal delay with its region's median.
Two things weigh the coins without changing their mean: a case study before the proposal helps past
it, and large deals get past the negotiation more often.
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
LARGE = 82_000_000  # rupiah, and more: a third of the deals
_LARGE_SHARE = 1 / 3
_LINGER = (0.6, 1.9)  # of a stage's usual time, before a deal is given up in it


def deals_of(random: Random, sends: Random, habits: Habits, leads: pd.DataFrame) -> pd.DataFrame:
    """One row a deal, with `enter_0` … `enter_4` (NaT: never reached) and `ended_at`, `won`.

    `proof`: whether a case study is to be sent between the demo and the proposal.
    """
    born = leads[leads["converted_at"].notna()].sort_values("converted_at", ignore_index=True)
    keep = ["created_at", "account", "contact", "region", "owner", "source", "lead"]
    deals = born.assign(created_at=born["converted_at"])[keep].copy()
    coins = random.random((len(deals), len(STAGES)))
    deals = deals.join(_wants(random, len(deals)))
    deals["proof"] = sends.random(len(deals)) < habits.proof_share
    reached = _reached(coins, habits, deals)
    deals["won"] = reached == len(STAGES)
    deals = deals.join(_dates(random, habits, deals, reached))
    deals["lost_reason"] = random.choice(list(REASONS), len(deals), p=list(REASONS.values()))
    deals["lost_reason"] = deals["lost_reason"].mask(deals["won"], "")
    return deals


def _wants(random: Random, count: int) -> pd.DataFrame:
    """A product for each deal and the amount it is first entered with."""
    product = random.choice(list(PRODUCTS), count, p=[share for _, share in PRODUCTS.values()])
    price = np.array([PRODUCTS[one][0] for one in product])
    amount = price * random.lognormal(0, _AMOUNT_SPREAD, count)
    return pd.DataFrame({"product": product, "amount": (amount / _ROUNDED).round() * _ROUNDED})


def _reached(coins: np.ndarray, habits: Habits, deals: pd.DataFrame) -> np.ndarray:
    """How many stages each deal gets past, 0 to 5."""
    chance = {one.id: [one.advance[stage] for stage in STAGES] for one in habits.regions}
    chances = np.array([chance[one] for one in deals["region"]])
    lent, taken = proof_factors(habits)
    chances[:, STAGES.index("proposal")] *= np.where(deals["proof"], lent, taken)
    lent, taken = large_factors(habits)
    chances[:, STAGES.index("negotiation")] *= np.where(deals["amount"] >= LARGE, lent, taken)
    found: np.ndarray = np.cumprod(coins < chances, axis=1).sum(axis=1)
    return found


def proof_factors(habits: Habits) -> tuple[float, float]:
    """What a case study, and the lack of one, makes of the chance to get past the proposal."""
    return _factors(habits.proof_ratio, habits.proof_share)


def large_factors(habits: Habits) -> tuple[float, float]:
    """What a large amount, and a smaller one, makes of the chance to get past the negotiation."""
    return _factors(habits.large_ratio, _LARGE_SHARE)


def _factors(ratio: float, share: float) -> tuple[float, float]:
    """Factors in that ratio whose mean is one, where the first has that share."""
    without = 1 / (share * ratio + 1 - share)
    return ratio * without, without


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
