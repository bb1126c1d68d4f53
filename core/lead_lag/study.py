"""All series of one question, prepared once, and the searches between them.

Every indicator draws its re-runs with the same random numbers, so the answer about one pair does
not depend on which other pairs are asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.evidence import SHARE_OF_LAGS
from core.lead_lag.model import Options
from core.lead_lag.significance import Search, search
from core.lead_lag.transforms import Prepared, measured, prepare, reruns, unit_of
from core.lead_lag.whitening import BURN_IN
from core.lead_lag.windows import Windows, windows_to
from core.metrics.panel import Panel

Progress = Callable[[float], None]


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

    @staticmethod
    def of(panel: Panel, ids: Sequence[str]) -> "Study":
        """The series of those ids, each prepared alone."""
        index = pd.PeriodIndex(panel.values.index)
        own = np.stack([measured(panel.values[one]) for one in ids])
        units = np.array([unit_of(one) for one in own])
        raw = own / units[:, None]
        prepared = tuple(prepare(one, index) for one in raw)
        values = np.stack([one.values for one in prepared])
        known = np.stack([one.known for one in prepared])
        return Study(tuple(ids), index, raw, units, prepared, values, known)


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
        row = {one: place for place, one in enumerate(study.ids)}
        leading = np.array([row[one] for one, _ in pairs], dtype=np.intp)
        lagging = np.array([row[one] for _, one in pairs], dtype=np.intp)
        seen = np.isfinite(study.raw)
        overlap = (seen[leading] & seen[lagging]).sum(axis=1).astype(np.intp)
        furthest = np.minimum(lags[1], overlap // SHARE_OF_LAGS).astype(np.intp)
        windows = windows_to(int(furthest.max(initial=0)))
        searched = (windows.first >= lags[0]) & (windows.last <= furthest[:, None])
        return Plan(leading, lagging, overlap, furthest, lags[0], windows, searched, lags)


def searches(
    study: Study, plan: Plan, options: Options, progress: Progress
) -> tuple[Search, Search]:
    """The search of every pair, forwards and backwards: arrays in the order of the plan."""
    draws = np.random.default_rng(options.seed).random(
        (options.surrogates, BURN_IN + len(study.index))
    )
    forwards = _each_leader(study, (plan.leading, plan.lagging), plan, draws, progress)
    progress(0.5)
    backwards = _each_leader(
        study, (plan.lagging, plan.leading), plan, draws, lambda share: progress(0.5 + share / 2)
    )
    return forwards, backwards


def _each_leader(
    study: Study, pairs: tuple[Rows, Rows], plan: Plan, draws: Array, progress: Progress
) -> Search:
    """One search per leader against all its followers, put back into the order of the pairs."""
    leaders, followers = pairs
    places, found = [], []
    different = np.unique(leaders)
    for done, leader in enumerate(different.tolist()):
        mine = np.flatnonzero(leaders == leader)
        rows = followers[mine]
        found.append(
            search(
                (_runs(study, leader, draws), study.known[leader]),
                (study.values[rows], study.known[rows]),
                plan.windows,
                plan.searched[mine],
            )
        )
        places.append(mine)
        progress((done + 1) / len(different) / 2)
    order = np.argsort(np.concatenate(places))
    names = Search.__dataclass_fields__
    return Search(*(np.concatenate([getattr(one, name) for one in found])[order] for name in names))


def _runs(study: Study, leader: int, draws: Array) -> Array:
    prepared = study.prepared[leader]
    if prepared.filter is None:
        return study.values[leader][None]
    real = study.values[leader][None]
    return np.asarray(np.concatenate([real, reruns(prepared, draws)]))
