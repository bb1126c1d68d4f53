"""From numbers to what may be said: plausible leads, what could have been seen, the verdict.

Everything here is about one pair and takes plain numbers (method.md, steps 6, 9 and 10).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from core.lead_lag.arrays import Array, Rows
from core.lead_lag.model import Verdict
from core.periods import Grain

COVER = 0.90  # of the plausible leads
POWER = 0.84  # standard errors beyond the limit: found in four of five cases
UNSEEN = 0.6  # smallest detectable correlation above which there is too little data
REVERSED = 1.25
TIED = 1.5
PROVEN_P = 0.10
STEADY = 0.6
SHARE_OF_LAGS = 5  # periods per lag searched
SHARE_OF_EACH = 3  # of the longest segment
FURTHEST = 1200  # periods beyond which "we would know" is never

MONTHS = {
    Grain.DAY: 12 / 365.25,
    Grain.WEEK: 12 * 7 / 365.25,
    Grain.MONTH: 1.0,
    Grain.QUARTER: 3.0,
    Grain.YEAR: 12.0,
}


@dataclass(frozen=True)
class History:
    """How much data there is, of one series or of several segments side by side."""

    periods: int  # of the longest segment
    effective: float  # independent ones, of all segments
    gain: float = 1.0  # independent ones that each further period adds
    segments: int = 1


@dataclass(frozen=True)
class Evidence:
    """What is known of one pair; NaN where it could not be computed."""

    p: float
    q: float
    t: float
    reverse_q: float
    reverse_t: float
    same_q: float
    smallest_r: float
    skill: float
    skill_p: float
    stability: float


def judge(evidence: Evidence, level: float) -> tuple[Verdict, int]:
    """Verdict and rung."""
    backwards = abs(evidence.reverse_t) >= REVERSED * abs(evidence.t)
    if evidence.reverse_q <= level and backwards:
        return Verdict.FOLLOWS, 1
    if evidence.q <= level:
        return Verdict.LEADS, 4 if _proven(evidence) else 3
    if evidence.p <= level:
        return Verdict.MAY_LEAD, 2
    if evidence.same_q <= level:
        return Verdict.MOVES_TOGETHER, 1
    if not evidence.smallest_r <= UNSEEN:
        return Verdict.TOO_LITTLE_DATA, 0
    return Verdict.NO_EVIDENCE, 0


def plausible_leads(r: Array, lags: Rows, n_effective: float) -> tuple[int, ...]:
    """Smallest set of lags whose weights (1 - r^2)^(-n/2) reach 90 %, ascending."""
    if not len(lags):
        return ()
    height = -n_effective / 2 * np.log1p(-np.minimum(r**2, 1 - 1e-12))
    weights = np.exp(height - height.max())
    weights /= weights.sum()
    order = np.argsort(-weights, kind="stable")
    needed = int(np.searchsorted(np.cumsum(weights[order]), COVER - 1e-12)) + 1
    return tuple(sorted(int(lag) for lag in lags[order[:needed]]))


def smallest_detectable(n_effective: float, lags: int) -> float:
    """Smallest correlation that so much data shows in four of five cases, all lags searched."""
    if n_effective <= 3 or lags < 1:
        return 1.0
    return float(np.tanh(_limit(lags) / np.sqrt(n_effective - 3)))


def searchable(periods: int, longest: int) -> int:
    """The furthest lag that so many periods, of all segments, allow; longest: of one segment."""
    return min(periods // SHARE_OF_LAGS, longest // SHARE_OF_EACH)


def periods_until_known(
    r: float, now: History, lags: tuple[int, int], pairs: int = 1
) -> int | None:
    """Periods until a correlation of size r would show; None when it is too small ever to.

    lags: the first searched, and the last that the grain or the person allows once there are enough
    periods; pairs: tried together.
    """
    n = now.periods
    effective = min(now.effective, now.gain * (n - 2.0))
    first, last = lags
    for more in range(1, FURTHEST):
        searched = min(last, searchable((n + more) * now.segments, n + more)) - first + 1
        known = effective + now.gain * more
        if searched >= 1 and smallest_detectable(known, searched * pairs) <= abs(r):
            return more
    return None


def months_of(periods: int | None, grain: Grain, share: float = 1.0) -> float | None:
    """Months in which so many periods are measured, rounded up; share: of all periods, that are."""
    return None if periods is None else float(np.ceil(periods / share * MONTHS[grain] - 1e-9))


def _limit(lags: int) -> float:
    return float(ndtri(1 - 0.025 / lags)) + POWER


def _proven(evidence: Evidence) -> bool:
    better = evidence.skill > 0 and evidence.skill_p <= PROVEN_P
    return better and evidence.stability >= STEADY
