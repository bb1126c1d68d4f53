"""What the calendar does: shapes of the year, and Lebaran, which moves through it.

Eid al-Fitr by the decrees of the Indonesian government (first day). Shopping swells in the three
weeks before it and offices stand still in the week after, so the effect is shared between months
by the days of the run-up that fall into each.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

SHAPES: Mapping[str, tuple[float, ...]] = {  # January … December, in logs, before scaling
    "": (0.0,) * 12,
    "shops": (-0.16, -0.18, -0.05, 0.0, 0.02, 0.05, 0.1, -0.04, -0.08, -0.03, 0.1, 0.27),
    "offices": (-0.2, -0.08, 0.1, -0.04, -0.02, 0.12, -0.1, -0.04, 0.12, 0.02, 0.08, 0.04),
    "holidays": (-0.1, -0.16, -0.06, -0.02, 0.04, 0.2, 0.24, 0.04, -0.12, -0.1, -0.08, 0.22),
    "homes": (-0.08, -0.06, 0.08, 0.04, 0.0, -0.06, -0.08, 0.1, 0.08, 0.06, 0.0, -0.08),
}
_LEBARAN = (
    date(2019, 6, 5),
    date(2020, 5, 24),
    date(2021, 5, 13),
    date(2022, 5, 2),
    date(2023, 4, 22),
    date(2024, 4, 10),
    date(2025, 3, 31),
    date(2026, 3, 20),
)
_RUN_UP = 21  # days


def season(months: pd.PeriodIndex, shape: str) -> np.ndarray:
    """The shape's value in each month."""
    return np.array(SHAPES[shape])[months.month - 1]


def lebaran(months: pd.PeriodIndex) -> np.ndarray:
    """The share of a run-up to Lebaran that falls into each month, 0 to 1."""
    share = np.zeros(len(months))
    for first in _LEBARAN:
        days = pd.period_range(end=pd.Period(first, freq="D"), periods=_RUN_UP, freq="D")
        found = months.get_indexer(days.asfreq("M"))
        np.add.at(share, found[found >= 0], 1 / _RUN_UP)
    return share
