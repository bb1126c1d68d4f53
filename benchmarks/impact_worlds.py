"""Companies in which the truth about one date is known: groups with a common course, and an event.

Every world is monthly. Amounts are exp(common course + own course + own noise); the event adds
log(1 + effect) to the treated from its month on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Place
from core.language import text
from core.metrics import Aggregate, Indicator, Panel, Role
from core.periods import Grain

METRIC = "revenue"
Array = np.ndarray


@dataclass(frozen=True)
class Shape:
    """How the groups of a world move."""

    memory: float = 0.0  # of each group's own noise, AR(1)
    growth: float = 0.0  # log a month, common
    season: float = 0.0  # log, common
    apart: float = 0.0  # log a month by which the treated grow faster, all the while
    worst: int = 0  # treated are those that did worst in that many months before; 0: drawn by lot


WORLDS: Mapping[str, Shape] = {
    "white": Shape(),
    "AR .7": Shape(memory=0.7),
    "random walks": Shape(memory=1.0),
    "trend": Shape(growth=0.02),
    "season": Shape(season=0.25),
    "growth + season": Shape(growth=0.015, season=0.25, memory=0.4),
    "groups drifting apart": Shape(growth=0.01, apart=0.012, memory=0.4),
    "worst of 3 months sent": Shape(memory=0.4, worst=3),
    "worst of 6 months sent": Shape(memory=0.4, worst=6),
    "worst of 12 months sent": Shape(memory=0.4, worst=12),
}


@dataclass(frozen=True)
class World:
    """A panel with its truth."""

    panel: Panel
    when: date
    treated: tuple[str, ...]
    comparison: tuple[str, ...]


def world(shape: Shape, rng: np.random.Generator, months: int = 48, effect: float = 0.0) -> World:
    """Eight groups, three of them treated, the event after two thirds of the months."""
    groups, at, noise = 8, round(months * 2 / 3), 0.08
    own = noise * np.array([remembering(rng, months, shape.memory) for _ in range(groups)])
    steps = np.arange(months)
    common = shape.growth * steps + shape.season * np.sin(
        2 * np.pi * (steps + rng.integers(12)) / 12
    )
    chosen = _chosen(own, at, shape.worst, rng)
    logs = own + common + rng.normal(0, 0.5, (groups, 1)) + 5
    logs[chosen] += shape.apart * steps + np.log1p(effect) * (steps >= at)
    names = [f"Branch {place}" for place in range(groups)]
    panel = divided(dict(zip(names, np.exp(logs), strict=True)))
    treated = tuple(names[place] for place in chosen)
    when = pd.PeriodIndex(panel.values.index)[at].start_time.date()
    return World(panel, when, treated, tuple(name for name in names if name not in treated))


def _chosen(own: Array, at: int, worst: int, rng: np.random.Generator) -> Array:
    if worst:
        return np.sort(np.argsort(own[:, at - worst : at].mean(axis=1))[:3])
    return np.sort(rng.choice(len(own), 3, replace=False))


def remembering(rng: np.random.Generator, months: int, memory: float) -> Array:
    """AR(1) with spread 1 in the long run; a walk with steps of 0.4 where nothing is forgotten."""
    news = rng.standard_normal(months + 60)
    if memory >= 1:
        return np.cumsum(0.4 * news[60:])
    found = np.zeros(len(news))
    for place in range(1, len(news)):
        found[place] = memory * found[place - 1] + news[place]
    return found[60:] * np.sqrt(1 - memory**2)


def divided(groups: Mapping[str, Array], start: str = "2020-01", **others: object) -> Panel:
    """The panel of groups that are added up."""
    whole = panel_of(np.sum(list(groups.values()), axis=0), start, **others)
    own = {name: panel_of(values, start, **others) for name, values in groups.items()}
    return replace(whole, segments=own)


def panel_of(values: Array, start: str = "2020-01", unit: str = "money", **others: object) -> Panel:
    """One indicator by months."""
    index = pd.period_range(start, periods=len(values), freq="M", name="period")
    frame = pd.DataFrame({METRIC: np.asarray(values, dtype=float)}, index=index)
    aggregate = Aggregate.MEAN if unit == "rate" else Aggregate.SUM
    one = Indicator(
        METRIC, text("Revenue"), METRIC, Role.LAGGING, text("Revenue"), unit, aggregate, Place()
    )
    counts = frame.notna().astype(int) * 10
    made = Panel(frame, counts, Grain.MONTH, (one,), None, (), "world")
    return replace(made, **others) if others else made  # type: ignore[arg-type]


Made = Callable[[np.random.Generator], World]
