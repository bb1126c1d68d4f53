"""Panels for the tests of this folder, and one planted lead."""

import numpy as np
import pandas as pd

from core.metrics.panel import Panel
from core.periods import Grain

QUICK = 199


def panel_of(series, grain=Grain.MONTH, start="2015-01"):
    """A panel of named columns, as a dict of equally long arrays."""
    length = len(next(iter(series.values())))
    index = pd.period_range(start, periods=length, freq=grain.freq)
    values = pd.DataFrame(series, index=index, dtype=float)
    return Panel(values, values.notna().astype(int), grain, (), None, (), "test")


def planted(lead=3, months=96, strength=0.8, seed=0, sign=1):
    """x and y grow and have a season; what is new in y repeats x's, `lead` months late."""
    rng = np.random.default_rng(seed)
    first, own = rng.normal(size=(2, months + 40))
    second = sign * strength * np.roll(first, lead) + np.sqrt(1 - strength**2) * own
    when = np.arange(months + 40)
    season = 2 * np.sin(2 * np.pi * when / 12)
    made = []
    for news, growth, shift in ((first, 0.2, 0), (second, 0.3, 2)):
        memory = np.zeros(len(news))
        for at in range(1, len(news)):
            memory[at] = 0.5 * memory[at - 1] + news[at]
        made.append((100 + growth * when + np.roll(season, shift) + memory)[40:])
    return {"x": made[0], "y": made[1]}


def noise(months=96, seed=1, count=1):
    """Unrelated white series named z0, z1, ..."""
    rng = np.random.default_rng(seed)
    return {f"z{place}": 50 + rng.normal(size=months) for place in range(count)}
