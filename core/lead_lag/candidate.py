"""Of all that was computed for all pairs, what speaks for the best candidate of one pair."""

from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask
from core.lead_lag.evidence import Evidence, plausible_leads, smallest_detectable
from core.lead_lag.model import Spreadsheet
from core.lead_lag.past import Past
from core.lead_lag.plan import Plan
from core.lead_lag.scales import Scale
from core.lead_lag.significance import Search
from core.lead_lag.skill import Skill
from core.lead_lag.stability import Stability

NAN = float("nan")


@dataclass(frozen=True)
class Results:
    """Everything computed for all pairs, in the order of the plan."""

    testable: Mask
    forwards: Search
    backwards: Search
    q: Array
    reverse_q: Array
    same_q: Array
    apart_q: Array
    past: Past
    scales: tuple[Scale, ...]
    skill: Skill
    stability: Stability
    spreadsheets: list[Spreadsheet | None]


@dataclass(frozen=True)
class Best:
    """The best candidate of one pair."""

    window: tuple[int, int] | None
    lag: int
    r: float  # of that lag
    window_r: float
    t: float
    n_effective: float
    gain: float  # effective periods that each further one adds
    smallest_r: float
    lead_set: tuple[int, ...]


def best_of(place: int, plan: Plan, results: Results) -> Best:
    """The best window, the single lag that stands for it, and what could have been seen."""
    lags = int(plan.furthest[place]) - plan.nearest + 1
    if not results.testable[place]:
        left = max(0.0, float(plan.overlap[place] - plan.lost[place].sum()))
        gain = max(float(plan.usable[place].sum()), 1.0)
        smallest = smallest_detectable(left, max(lags, 1))
        return Best(None, 0, NAN, NAN, NAN, left, gain, smallest, ())
    found = results.forwards
    window = int(found.best[place])
    first, last = int(plan.windows.first[window]), int(plan.windows.last[window])
    single = found.r[place]  # windows of one lag come first, lag k at k - 1
    signed = single[first - 1 : last] * np.sign(found.r[place, window])
    lag = first + int(signed.argmax())
    n_effective = float(found.effective[place, lag - 1])
    every = np.arange(plan.nearest, int(plan.furthest[place]) + 1)
    return Best(
        window=(first, last),
        lag=lag,
        r=float(single[lag - 1]),
        window_r=float(found.r[place, window]),
        t=float(found.t[place, window]),
        n_effective=n_effective,
        gain=float(found.gain[place, lag - 1]),
        smallest_r=smallest_detectable(n_effective, lags),
        lead_set=plausible_leads(single[every - 1], every, n_effective),
    )


def evidence_of(place: int, best: Best, results: Results) -> Evidence:
    """The numbers a verdict rests on."""
    if not results.testable[place]:
        return Evidence(NAN, NAN, NAN, NAN, NAN, NAN, 1.0, NAN, NAN, NAN)
    backwards = results.backwards
    read = np.isfinite(results.stability.r[place])
    same = results.stability.same(np.full(len(results.q), best.window_r))[place]
    return Evidence(
        p=float(results.forwards.p[place]),
        q=float(results.q[place]),
        t=best.t,
        reverse_q=float(results.reverse_q[place]),
        reverse_t=float(backwards.t[place, backwards.best[place]]),
        same_q=float(results.same_q[place]),
        smallest_r=best.smallest_r,
        skill=float(results.skill.saved[place]),
        skill_p=float(results.skill.p[place]),
        stability=float(same.sum() / len(same)) if read.all() else NAN,
    )
