"""What charts over time share: labels of periods and values, dots, strokes, how much is drawn."""

import math

import numpy as np
import pandas as pd

from core.figures.theme import Look
from core.language import text
from core.language.formats import compact
from core.periods import grain_of

MOST_POINTS = 2000  # a trace; more slows the browser and cannot be seen
MOST_DOTS = 80  # more would hide the line; points without neighbours keep theirs
MOST_TICKS = 5  # period labels that fit beside each other on a phone


def period_ticks(periods: pd.PeriodIndex, look: Look) -> dict[str, object]:
    """Axis settings that label a few of the periods in words, year on a second line."""
    wide = len(look.period(periods[0]).rsplit(" ", 1)[0]) > 6
    step = _step(len(periods) / (MOST_TICKS - 2 * wide), grain_of(periods[0]).season)
    shown = list(periods)[::step]
    words = ["<br>".join(look.period(period).rsplit(" ", 1)) for period in shown]
    return {
        "tickmode": "array",
        "tickvals": [period.start_time for period in shown],
        "ticktext": words,
        "tickangle": 0,
    }


def _step(least: float, season: int) -> int:
    """The shortest step of at least that many periods that keeps to the parts of a season."""
    steps = [part for part in range(1, season + 1) if season % part == 0]
    whole = season * math.ceil(least / season)
    return next((step for step in steps if step >= least), whole)


def value_ticks(values: pd.Series, look: Look) -> dict[str, object]:
    """Axis settings with about five round values, as short as they stay distinct.

    Plotly's own short numbers are English only: its `220M` would be 220 billion in Indonesian.
    """
    low, high = float(values.min()), float(values.max())
    if not math.isfinite(high - low) or high == low:
        low, high = (low - 1, high + 1) if math.isfinite(low) else (0.0, 1.0)
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(round_ * power for round_ in (1, 2, 5, 10) if round_ * power >= rough * 0.999)
    at = np.arange(math.floor(low / step), math.ceil(high / step) + 1) * step
    words = [compact(float(value), look.language) for value in at]
    if max(abs(at)) < 10_000 or len(set(words)) < len(words):
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        words = [look.number(value, digits) for value in at]
    return {"tickmode": "array", "tickvals": at.tolist(), "ticktext": words}


def dots(series: pd.Series, size: int) -> list[int]:
    """A marker size for each value: in a long series only points without neighbours have one."""
    if len(series) <= MOST_DOTS:
        return [size] * len(series)
    alone = series.notna() & series.shift().isna() & series.shift(-1).isna()
    return [size if one else 0 for one in alone]


def cut(periods: int, look: Look) -> str | None:
    """What to write under the axis of a series too long to draw whole."""
    if periods <= MOST_POINTS:
        return None
    return look.say(text("The last {shown} of {n} periods", shown=MOST_POINTS, n=periods))


def stroke(points: int) -> float:
    """How thick to draw a line of so many points."""
    return 2.5 if points <= 2 * MOST_DOTS else 1.2


def starts(periods: pd.PeriodIndex) -> list[pd.Timestamp]:
    """Where each period stands on a time axis."""
    return [period.start_time for period in periods]
