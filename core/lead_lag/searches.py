"""The searches between the series of a study, both ways.

Every indicator draws its re-runs with the same random numbers, so the answer about one pair does
not depend on which other pairs are asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.joint import joint_innovations
from core.lead_lag.model import Options
from core.lead_lag.plan import Plan
from core.lead_lag.significance import Part, Search, search, sharpened
from core.lead_lag.study import Study
from core.lead_lag.transforms import reruns
from core.lead_lag.whitening import BURN_IN
from core.lead_lag.windows import Windows

Progress = Callable[[float], None]
FURTHER = 9  # batches of re-runs added where the usual one cannot tell p from 0


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
    different, which = np.unique(leaders, axis=0, return_inverse=True)
    for done, leader in enumerate(different):
        mine = np.flatnonzero(which == done)
        asked = Asked(
            study, leader, followers[mine], plan.lost[mine], plan.windows, plan.searched[mine]
        )
        found.append(_sharp(asked, asked.search(usual), draws))
        places.append(mine)
        progress((done + 1) / len(different) / 2)
    order = np.argsort(np.concatenate(places))
    names = Search.__dataclass_fields__
    return Search(*(np.concatenate([getattr(one, name) for one in found])[order] for name in names))


@dataclass(frozen=True)
class Asked:
    """One leader against some followers (rows of the study), in each segment."""

    study: Study
    leader: Rows  # (segments,)
    followers: Rows  # (followers, segments)
    lost: Array  # (followers, segments)
    windows: Windows
    searched: Mask  # (followers, windows)

    def search(self, draws: Array) -> Search:
        """All followers over the re-runs that those draws make."""
        return search(self.parts(draws), self.windows, self.searched)

    def parts(self, draws: Array) -> list[Part]:
        """Each segment with its re-runs."""
        known, values = self.study.known, self.study.values
        runs = self._runs(draws)
        return [
            Part(
                (runs[place], known[row]),
                (values[self.followers[:, place]], known[self.followers[:, place]]),
                self.lost[:, place],
            )
            for place, row in enumerate(self.leader.tolist())
        ]

    def only(self, places: Rows) -> "Asked":
        """The same leader against some of the followers."""
        return replace(
            self,
            followers=self.followers[places],
            lost=self.lost[places],
            searched=self.searched[places],
        )

    @property
    def varies(self) -> bool:
        """Whether the leader can be re-run at all."""
        return any(self.study.prepared[row].filter for row in self.leader.tolist())

    def _runs(self, draws: Array) -> list[Array]:
        """(1 + B, periods) of each segment, the real series first."""
        segments = [self.study.prepared[row] for row in self.leader.tolist()]
        if not self.varies:
            return [one.values[None] for one in segments]
        made = [
            reruns(one, news) if one.filter else np.zeros((len(draws), len(one.values)))
            for one, news in zip(segments, joint_innovations(segments, draws), strict=True)
        ]
        return [
            np.concatenate([one.values[None], more])
            for one, more in zip(segments, made, strict=True)
        ]


def _sharp(asked: Asked, found: Search, draws: Draws) -> Search:
    """The same search with more re-runs where none of the usual ones came close.

    With many pairs asked together even a plain lead would else fail: 1 / (B + 1) is too coarse.
    """
    runs = draws.options.surrogates
    finest = 1.5 / (runs + 1)
    at = np.flatnonzero((found.p < finest) | (found.same_p < finest))
    if not len(at) or not asked.varies:
        return found
    few = asked.only(at)
    for number in range(1, FURTHER + 1):
        found = sharpened(found, few.search(draws.batch(number)), at, (number * runs, runs))
    return found
