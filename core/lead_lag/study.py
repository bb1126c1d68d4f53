"""All series of one question, prepared once, and the searches between them.

A series stands in one row for each way in which it is prepared: what is done to the two series of a
pair is settled for the pair.

Every indicator draws its re-runs with the same random numbers, so the answer about one pair does
not depend on which other pairs are asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.evidence import SHARE_OF_LAGS
from core.lead_lag.model import Options
from core.lead_lag.recipe import Recipe, alike, choose_recipe
from core.lead_lag.significance import Search, search, sharpened
from core.lead_lag.transforms import Prepared, measured, prepare, reruns, unit_of
from core.lead_lag.whitening import BURN_IN
from core.lead_lag.windows import Windows, windows_to
from core.metrics.panel import Panel

Progress = Callable[[float], None]
FURTHER = 9  # batches of re-runs added where the usual one cannot tell p from 0


@dataclass(frozen=True)
class Study:
    """Series (rows) on one calendar: as measured, and as what is new in them."""

    ids: tuple[str, ...]
    index: pd.PeriodIndex
    raw: Array  # (series, periods) in units, NaN unknown
    units: Array  # (series,) powers of two near each series' size: exact, and nothing overflows
    prepared: tuple[Prepared, ...]
    values: Array  # (series, periods)
    known: Mask

    recipes: dict[str, Recipe]  # of each id alone

    @staticmethod
    def of(panel: Panel, pairs: Sequence[tuple[str, str]]) -> "Study":
        """The series of those pairs of ids, each once for every way in which it is prepared."""
        index = pd.PeriodIndex(panel.values.index)
        own = {one: measured(panel.values[one]) for pair in pairs for one in pair}
        units = {one: unit_of(values) for one, values in own.items()}
        recipes = {one: choose_recipe(own[one] / units[one], index) for one in own}
        ways = list(dict.fromkeys(way for pair in pairs for way in _ways(pair, recipes)))
        ids = tuple(one for one, _ in ways)
        raw = np.stack([own[one] / units[one] for one in ids])
        prepared = tuple(
            prepare(row, index, recipe) for row, (_, recipe) in zip(raw, ways, strict=True)
        )
        values = np.stack([one.values for one in prepared])
        known = np.stack([one.known for one in prepared])
        sizes = np.array([units[one] for one in ids])
        return Study(ids, index, raw, sizes, prepared, values, known, recipes)

    def rows_of(self, pairs: Sequence[tuple[str, str]]) -> tuple[Rows, Rows]:
        """Rows of the leading and of the lagging series of each pair."""
        ways = zip(self.ids, (one.recipe for one in self.prepared), strict=True)
        row = {way: place for place, way in enumerate(ways)}
        places = [[row[way] for way in _ways(pair, self.recipes)] for pair in pairs]
        rows = np.array(places, dtype=np.intp)
        return rows[:, 0], rows[:, 1]


def _ways(pair: tuple[str, str], recipes: dict[str, Recipe]) -> list[tuple[str, Recipe]]:
    """Each series of a pair, and what is done to it beside the other."""
    return list(zip(pair, alike(*(recipes[one] for one in pair)), strict=True))


@dataclass(frozen=True)
class Plan:
    """Which pairs (rows of the study) and which lags of each are searched."""

    leading: Rows
    lagging: Rows
    overlap: Rows  # (pairs,) periods both were measured in
    furthest: Rows  # (pairs,) last lag searched
    nearest: int  # first lag searched
    windows: Windows
    searched: Mask  # (pairs, windows)
    asked: tuple[int, int]  # lags to be searched once there are periods enough

    @staticmethod
    def of(study: Study, pairs: Sequence[tuple[str, str]], lags: tuple[int, int]) -> "Plan":
        """The plan for pairs of ids, within an inclusive range of lags."""
        leading, lagging = study.rows_of(pairs)
        seen = np.isfinite(study.raw)
        overlap = (seen[leading] & seen[lagging]).sum(axis=1).astype(np.intp)
        furthest = np.minimum(lags[1], overlap // SHARE_OF_LAGS).astype(np.intp)
        windows = windows_to(int(furthest.max(initial=0)))
        searched = (windows.first >= lags[0]) & (windows.last <= furthest[:, None])
        return Plan(leading, lagging, overlap, furthest, lags[0], windows, searched, lags)


@dataclass(frozen=True)
class Draws:
    """The random numbers every re-run is made of: (runs, BURN_IN + periods) for each batch."""

    options: Options
    periods: int

    def batch(self, number: int) -> Array:
        """Batch 0 is the usual one; later ones serve p-values too small for it to tell apart."""
        generator = np.random.default_rng([self.options.seed, number])
        return generator.random((self.options.surrogates, BURN_IN + self.periods))


def searches(
    study: Study, plan: Plan, options: Options, progress: Progress
) -> tuple[Search, Search]:
    """The search of every pair, forwards and backwards: arrays in the order of the plan."""
    draws = Draws(options, len(study.index))
    forwards = _each_leader(study, plan, (plan.leading, plan.lagging), draws, progress)
    backwards = _each_leader(
        study,
        plan,
        (plan.lagging, plan.leading),
        draws,
        lambda share: progress(0.5 + share),
    )
    return forwards, backwards


def _each_leader(
    study: Study, plan: Plan, pairs: tuple[Rows, Rows], draws: Draws, progress: Progress
) -> Search:
    """One search per leader against all its followers, put back into the order of the pairs."""
    leaders, followers = pairs
    usual = draws.batch(0)
    places, found = [], []
    different = np.unique(leaders)
    for done, leader in enumerate(different.tolist()):
        mine = np.flatnonzero(leaders == leader)
        asked = _Asked(study, leader, followers[mine], plan.windows, plan.searched[mine])
        found.append(_sharp(asked, asked.search(usual), draws))
        places.append(mine)
        progress((done + 1) / len(different) / 2)
    order = np.argsort(np.concatenate(places))
    names = Search.__dataclass_fields__
    return Search(*(np.concatenate([getattr(one, name) for one in found])[order] for name in names))


@dataclass(frozen=True)
class _Asked:
    """One leader against some followers (rows of the study)."""

    study: Study
    leader: int
    followers: Rows
    windows: Windows
    searched: Mask

    def search(self, draws: Array) -> Search:
        known, values = self.study.known, self.study.values
        leader = _runs(self.study, self.leader, draws), known[self.leader]
        followers = values[self.followers], known[self.followers]
        return search(leader, followers, self.windows, self.searched)

    def only(self, places: Rows) -> "_Asked":
        return replace(self, followers=self.followers[places], searched=self.searched[places])


def _sharp(asked: _Asked, found: Search, draws: Draws) -> Search:
    """The same search with more re-runs where none of the usual ones came close.

    With many pairs asked together even a plain lead would else fail: 1 / (B + 1) is too coarse.
    """
    runs = draws.options.surrogates
    finest = 1.5 / (runs + 1)
    at = np.flatnonzero((found.p < finest) | (found.same_p < finest))
    if not len(at) or asked.study.prepared[asked.leader].filter is None:
        return found
    few = asked.only(at)
    for number in range(1, FURTHER + 1):
        found = sharpened(found, few.search(draws.batch(number)), at, (number * runs, runs))
    return found


def _runs(study: Study, leader: int, draws: Array) -> Array:
    prepared = study.prepared[leader]
    if prepared.filter is None:
        return np.asarray(study.values[leader][None])
    real = study.values[leader][None]
    return np.asarray(np.concatenate([real, reruns(prepared, draws)]))
