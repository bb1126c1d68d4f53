"""Plans become values: the same seed, the same company."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.worlds.model import Plan
from core.worlds.seasons import lebaran, season

_BEFORE = 24  # months that pass before the first one shown


def grow(plans: Sequence[Plan], first: str, months: int, seed: int) -> pd.DataFrame:
    """Values by month for each plan; a plan may echo only those before it in the list."""
    random = np.random.default_rng(seed)
    periods = pd.period_range(first, periods=months, freq="M", name="period")
    shocks: dict[str, np.ndarray] = {}
    values = {}
    for plan in plans:
        shock = _own(plan, random, months + _BEFORE)
        if plan.echo is not None:
            shock = shock + plan.echo.strength * _late(shocks[plan.echo.of], plan.echo.after)
        shocks[plan.id] = shock
        values[plan.id] = _values(plan, shock[_BEFORE:], periods, random)
    return pd.DataFrame(values, index=periods)


def _own(plan: Plan, random: np.random.Generator, length: int) -> np.ndarray:
    """Shocks with a little memory and the standard deviation planned."""
    fresh = random.normal(0, plan.own * np.sqrt(1 - plan.memory**2), length)
    shock = np.zeros(length)
    for t in range(1, length):
        shock[t] = plan.memory * shock[t - 1] + fresh[t]
    return shock


def _late(shock: np.ndarray, after: int) -> np.ndarray:
    """The shock, `after` months later; nothing before it began."""
    return np.concatenate([np.zeros(after), shock[: len(shock) - after]])


def _values(
    plan: Plan, shock: np.ndarray, periods: pd.PeriodIndex, random: np.random.Generator
) -> np.ndarray:
    level = np.log(plan.base) + plan.growth * np.arange(len(periods)) + shock
    expected = np.exp(level + season(periods, plan.season) + plan.lebaran * lebaran(periods))
    seen = random.poisson(expected).astype(float) if plan.counted else expected
    rounded: np.ndarray = np.round(seen, plan.digits) + 0.0
    return rounded
