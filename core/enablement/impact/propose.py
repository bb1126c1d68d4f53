"""Which groups to compare with: those not treated that ran most like them before the date."""

from collections.abc import Iterable
from datetime import date

import numpy as np
import pandas as pd

from core.enablement.impact.course import together
from core.metrics import Panel

_KNOWN = 0.8  # share of the periods before in which a group must be known
_FEW = 2  # where there are so few others, all of them


def proposed(panel: Panel, metric: str, when: date, treated: Iterable[str]) -> tuple[str, ...]:
    """The nearer half of the other groups, the nearest first; nothing after the date is looked at.

    Near: the distance between the two paths, each as a share of its own mean, wanders little.
    """
    named = tuple(treated)
    one = panel.indicator(metric)
    others = [
        name for name, own in panel.segments.items() if name not in named and metric in own.values
    ]
    if not named or not others:
        return ()
    before = pd.PeriodIndex(panel.values.index).end_time.date < when
    past = together(panel, one, named)[before]
    apart = {name: _apart(past, panel.segments[name].values[metric][before]) for name in others}
    near = sorted((name for name in others if np.isfinite(apart[name])), key=apart.__getitem__)
    return tuple(near[: max(_FEW, (len(near) + 1) // 2)])


def _apart(treated: pd.Series, other: pd.Series) -> float:
    """How much the distance wanders; infinite where the other is hardly known."""
    both = treated.notna() & other.notna()
    if both.sum() < _KNOWN * max(1, int(treated.notna().sum())):
        return float("inf")
    if other[both].mean() <= 0 or treated[both].mean() <= 0:
        return float(other[both].sub(treated[both]).std())
    return float((treated[both] / treated[both].mean() - other[both] / other[both].mean()).std())
