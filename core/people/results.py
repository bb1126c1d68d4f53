"""Means of the rated questions of a survey, of everybody, wave by wave."""

from dataclasses import dataclass
from math import sqrt

import pandas as pd
from scipy.stats import t as student
from scipy.stats import ttest_ind_from_stats

from core.people.answers import Pulse, SurveyQuestion
from core.people.drivers import rated
from core.people.privacy.plan import FLOOR


@dataclass(frozen=True)
class Mean:
    """The mean of a question in a wave with its 95 % interval, kept on the scale.

    Hidden (None) where fewer than FLOOR people answered.
    """

    wave: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    sd: float | None = None


@dataclass(frozen=True)
class Result:
    """One question with its mean in each wave, the oldest first."""

    question: SurveyQuestion
    means: tuple[Mean, ...]

    @property
    def change_p(self) -> float | None:
        """How often chance alone changes the mean that much: Welch's test of the newest two.

        None where there are no two, or nobody's answer differs.
        """
        if len(self.means) < 2:
            return None
        before, now = self.means[-2:]
        if not before.sd and not now.sd:
            return None
        if before.value is None or now.value is None:
            return None
        return float(
            ttest_ind_from_stats(
                before.value, before.sd, before.n, now.value, now.sd, now.n, equal_var=False
            ).pvalue
        )


def results(pulse: Pulse, recommending: str) -> tuple[Result, ...]:
    """Every rated question but the one on recommending, in the order of the survey.

    That one is shown as eNPS alone: a mean of it over other answers than those behind the eNPS
    would give the answers between them away.
    """
    waves = pulse.order or ("",)
    names = rated(pulse, recommending)
    return tuple(
        Result(
            one,
            tuple(_mean(wave, pulse.points.loc[pulse.waves == wave, one.name], one.scale)
                  for wave in waves),
        )
        for one in pulse.questions
        if one.name in names
    )  # fmt: skip


def _mean(wave: str, points: "pd.Series[float]", scale: tuple[int, int] | None) -> Mean:
    known = points.dropna()
    if scale:
        known = known[known.between(*scale)]
    n = len(known)
    if n < FLOOR:
        return Mean(wave)
    value, sd = float(known.mean()), float(known.std())
    reach = float(student.ppf(0.975, n - 1)) * sd / sqrt(n)
    low, high = scale or (value - reach, value + reach)
    return Mean(wave, value, max(low, value - reach), min(high, value + reach), n, sd)
