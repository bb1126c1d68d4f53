"""From the arrays of all pairs to one record per pair."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.lead_lag.doubts import doubts
from core.lead_lag.evidence import (
    UNSEEN,
    Evidence,
    judge,
    months_until_known,
    plausible_leads,
    smallest_detectable,
)
from core.lead_lag.model import LeadLag, Options, Preparation, Spreadsheet, Verdict
from core.lead_lag.notices import pair_notices
from core.lead_lag.past import Past, Scale
from core.lead_lag.significance import Search
from core.lead_lag.skill import Skill
from core.lead_lag.stability import Stability
from core.lead_lag.study import Plan, Study
from core.lead_lag.whitening import Array, Mask
from core.metrics.panel import Panel

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
    past: Past
    scales: tuple[Scale, ...]
    skill: Skill
    stability: Stability
    spreadsheets: list[Spreadsheet | None]


@dataclass(frozen=True)
class _Best:
    """The best candidate of one pair."""

    window: tuple[int, int] | None
    lag: int
    r: float  # of that lag
    window_r: float
    t: float
    n_effective: float
    smallest_r: float
    lead_set: tuple[int, ...]


def assemble(
    panel: Panel, study: Study, plan: Plan, results: Results, options: Options
) -> list[LeadLag]:
    """One LeadLag per pair of the plan."""
    preparations = _preparations(panel, study)
    names = {one.id: one.name for one in panel.indicators}
    return [
        _pair(place, study, plan, results, (panel, preparations, names, options))
        for place in range(len(plan.leading))
    ]


def _pair(
    place: int,
    study: Study,
    plan: Plan,
    results: Results,
    shared: tuple[Panel, list[Preparation], dict[str, str], Options],
) -> LeadLag:
    panel, preparations, names, options = shared
    row, other = int(plan.leading[place]), int(plan.lagging[place])
    best = _best(place, study, plan, results)
    evidence = _evidence(place, best, results)
    verdict, rung = judge(evidence, options.level)
    windows = _windows(place, study, best, results)
    shown = verdict in (Verdict.LEADS, Verdict.MAY_LEAD)
    first, last = _span(study, row, other)
    skill = results.skill.saved[place]
    made = LeadLag(
        leading=study.ids[row],
        lagging=study.ids[other],
        grain=panel.grain,
        lead=best.lag if shown else None,
        lead_set=best.lead_set,
        sign=int(np.sign(best.window_r)) if best.window else 0,
        r=best.r,
        p=evidence.p,
        q=evidence.q,
        same_period_r=_if(results.testable[place], results.forwards.same_r[place]),
        same_period_p=_if(results.testable[place], results.forwards.same_p[place]),
        reverse_p=_if(results.testable[place], results.backwards.p[place]),
        skill=None if np.isnan(skill) else float(skill),
        skill_p=None if np.isnan(skill) else float(results.skill.p[place]),
        baseline=_baseline(place, results),
        stability=None if np.isnan(evidence.stability) else evidence.stability,
        rung=rung,
        verdict=verdict,
        n=int(plan.overlap[place]),
        n_effective=best.n_effective,
        months_until_known=_months(place, verdict, best, plan, panel, options),
        smallest_r=best.smallest_r,
        lags=(plan.nearest, int(plan.furthest[place])),
        first=first,
        last=last,
        preparation=(preparations[row], preparations[other]),
        spreadsheet=results.spreadsheets[place],
        profile=_profile(place, plan, results),
        past=_past(place, study, other, results),
        windows=windows,
        leading_name=names.get(study.ids[row], study.ids[row]),
        lagging_name=names.get(study.ids[other], study.ids[other]),
        window=best.window,
        critical=_if(results.testable[place], results.forwards.critical[place]),
        reverse_q=evidence.reverse_q,
    )
    return pair_notices(made, evidence, options)


def _best(place: int, study: Study, plan: Plan, results: Results) -> _Best:
    """The best window, the single lag that stands for it, and what could have been seen."""
    lags = int(plan.furthest[place]) - plan.nearest + 1
    if not results.testable[place]:
        left = max(0.0, float(plan.overlap[place]) - _columns(place, study, plan))
        return _Best(None, 0, NAN, NAN, NAN, left, smallest_detectable(left, max(lags, 1)), ())
    found = results.forwards
    window = int(found.best[place])
    first, last = int(plan.windows.first[window]), int(plan.windows.last[window])
    single = found.r[place]  # windows of one lag come first, lag k at k - 1
    signed = single[first - 1 : last] * np.sign(found.r[place, window])
    lag = first + int(signed.argmax())
    n_effective = max(float(found.n[place, lag - 1]) - _columns(place, study, plan), 1.0)
    every = np.arange(plan.nearest, int(plan.furthest[place]) + 1)
    return _Best(
        window=(first, last),
        lag=lag,
        r=float(single[lag - 1]),
        window_r=float(found.r[place, window]),
        t=float(found.t[place, window]),
        n_effective=n_effective,
        smallest_r=smallest_detectable(n_effective, lags),
        lead_set=plausible_leads(single[every - 1], every, n_effective),
    )


def _columns(place: int, study: Study, plan: Plan) -> int:
    """Degrees of freedom the designs cost: the larger of the two."""
    pair = plan.leading[place], plan.lagging[place]
    return max(study.prepared[row].columns for row in pair)


def _evidence(place: int, best: _Best, results: Results) -> Evidence:
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


def _months(
    place: int, verdict: Verdict, best: _Best, plan: Plan, panel: Panel, options: Options
) -> float | None:
    """Months until the open question would be settled; None when it is, or never would be."""
    wanted = {Verdict.TOO_LITTLE_DATA: UNSEEN, Verdict.MAY_LEAD: abs(best.window_r)}
    if verdict not in wanted:
        return None
    furthest = options.lags[1] if options.lags else panel.grain.furthest_lead
    overlap = int(plan.overlap[place])
    return months_until_known(
        wanted[verdict], (overlap, best.n_effective), (plan.nearest, furthest), panel.grain
    )


def _profile(place: int, plan: Plan, results: Results) -> pd.DataFrame:
    """Lags -K..K: backwards, same period, forwards."""
    furthest = int(plan.furthest[place]) if results.testable[place] else 0
    lags = np.arange(-furthest, furthest + 1)
    if not results.testable[place]:
        lags = lags[:0]
    sides = (results.backwards, slice(None, None, -1)), (results.forwards, slice(None))
    pieces = []
    for side, order in sides:
        r, n = (one[place, :furthest][order] for one in (side.r, side.n))
        critical = side.critical[place]
        pieces.append((r, side.t[place, :furthest][order], n, critical / np.sqrt(n + critical**2)))
    r0, n0 = results.forwards.same_r[place], results.forwards.same_n[place]
    zero = (r0, r0 * np.sqrt(n0 / (1 - r0**2)), n0, results.forwards.same_critical[place])
    if not len(lags):
        columns = [np.empty(0)] * 4
    else:
        columns = [
            np.concatenate([a, [b], c]) for a, b, c in zip(pieces[0], zero, pieces[1], strict=True)
        ]
    r, t, n, high = columns
    return pd.DataFrame(
        {"lag": lags, "r": r, "t": t, "n": n.astype(int), "low": -high, "high": high}
    )


def _past(place: int, study: Study, target: int, results: Results) -> pd.DataFrame:
    made = np.isfinite(results.past.actual[place])
    back = results.scales[target].back
    return pd.DataFrame(
        {
            "period": study.index[made],
            "actual": back(results.past.actual[place, made]),
            "baseline": back(results.past.baseline[place, made]),
            "with_indicator": back(results.past.with_indicator[place, made]),
        }
    )


def _windows(place: int, study: Study, best: _Best, results: Results) -> pd.DataFrame:
    found = results.stability
    same = found.same(np.full(len(results.q), best.window_r))[place]
    if best.window is None:
        same = same[:0]
    rows = slice(0, len(same))
    return pd.DataFrame(
        {
            "start": study.index[found.start[place, rows]],
            "end": study.index[found.end[place, rows]],
            "r": found.r[place, rows],
            "same": same,
        }
    )


def _span(study: Study, row: int, other: int) -> tuple[pd.Period, pd.Period]:
    common = np.flatnonzero(np.isfinite(study.raw[row]) & np.isfinite(study.raw[other]))
    if not len(common):
        return study.index[0], study.index[-1]
    return study.index[common[0]], study.index[common[-1]]


def _baseline(place: int, results: Results) -> str:
    if np.isnan(results.skill.saved[place]):
        return ""
    naive = results.skill.naive_share[place] >= 0.5
    return "seasonal_naive" if naive else "autoregression"


def _preparations(panel: Panel, study: Study) -> list[Preparation]:
    made = []
    for row, one in enumerate(study.ids):
        prepared = study.prepared[row]
        notices = doubts(study.raw[row], panel.values[one], prepared)
        made.append(prepared.preparation(notices))
    return made


def _if(known: bool, value: float) -> float:
    return float(value) if known else NAN
