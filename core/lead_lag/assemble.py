"""From the arrays of all pairs to one record per pair."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from core.language import Text
from core.lead_lag.candidate import Best, Results, best_of, evidence_of
from core.lead_lag.doubts import doubts
from core.lead_lag.evidence import UNSEEN, Evidence, judge, months_of, periods_until_known
from core.lead_lag.frames import halves_frame, past_frame, profile_frame
from core.lead_lag.model import LeadLag, Options, Preparation, Verdict
from core.lead_lag.notices import pair_notices
from core.lead_lag.plan import Plan
from core.lead_lag.preparations import of_segments
from core.lead_lag.study import Study
from core.metrics.panel import Panel

NAN = float("nan")


@dataclass(frozen=True)
class Asked:
    """One question with everything computed for it."""

    panel: Panel
    study: Study
    plan: Plan
    results: Results
    options: Options

    def name(self, id: str) -> Text | str:
        """What the person calls an indicator."""
        return next((one.name for one in self.panel.indicators if one.id == id), id)


def assemble(asked: Asked) -> list[LeadLag]:
    """One LeadLag per pair of the plan."""
    preparations = _preparations(asked)
    return [_pair(place, asked, preparations) for place in range(len(asked.plan.leading))]


def _pair(place: int, asked: Asked, preparations: list[Preparation]) -> LeadLag:
    study, plan, results = asked.study, asked.plan, asked.results
    compared = plan.compared[place]
    best = best_of(place, plan, results)
    evidence = evidence_of(place, best, results)
    verdict, rung = judge(evidence, asked.options.level)
    first, last = _span(place, study, plan)
    made = LeadLag(
        leading=compared.leading,
        lagging=compared.lagging,
        grain=asked.panel.grain,
        lead=best.lag if verdict in (Verdict.LEADS, Verdict.MAY_LEAD) else None,
        lead_set=best.lead_set,
        sign=int(np.sign(best.window_r)) if best.window else 0,
        r=best.r,
        rung=rung,
        verdict=verdict,
        n=int(plan.overlap[place]),
        n_effective=best.n_effective,
        months_until_known=_months(place, verdict, best, asked),
        smallest_r=best.smallest_r,
        lags=_searched(place, asked),
        first=first,
        last=last,
        preparation=_prepared(place, asked, preparations),
        spreadsheet=results.spreadsheets[place],
        profile=profile_frame(place, plan, results),
        past=past_frame(place, study, plan, results),
        windows=halves_frame(place, study, best, results),
        window=best.window,
        leading_name=asked.name(compared.leading),
        lagging_name=asked.name(compared.lagging),
        **_tests(place, evidence, results),
    )
    return pair_notices(made, evidence, asked.options, plan.measured(place, asked.study))


def _tests(place: int, evidence: Evidence, results: Results) -> dict[str, Any]:
    """The p-values of one pair and how it did on the past; NaN or None where not computable."""
    tested = bool(results.testable[place])
    forwards, backwards = results.forwards, results.backwards
    return {
        "p": evidence.p,
        "q": evidence.q,
        "same_period_r": float(forwards.same_r[place]) if tested else NAN,
        "same_period_p": float(forwards.same_p[place]) if tested else NAN,
        "critical": float(forwards.critical[place]) if tested else NAN,
        "reverse_p": float(backwards.p[place]) if tested else NAN,
        "reverse_q": evidence.reverse_q,
        "skill": _or_none(evidence.skill),
        "skill_p": _or_none(evidence.skill_p),
        "baseline": _baseline(place, results) if np.isfinite(evidence.skill) else "",
        "stability": _or_none(evidence.stability),
    }


def _months(place: int, verdict: Verdict, best: Best, asked: Asked) -> float | None:
    """Months until the open question would be settled; None when it is, or never would be."""
    plan, panel = asked.plan, asked.panel
    wanted = {Verdict.TOO_LITTLE_DATA: UNSEEN, Verdict.MAY_LEAD: abs(best.window_r)}
    if verdict not in wanted or _exhausted(place, asked):
        return None
    now = plan.history(place, best.n_effective, best.gain)
    together = len(plan.leading) if verdict is Verdict.MAY_LEAD else 1
    more = periods_until_known(wanted[verdict], now, plan.asked, together)
    return months_of(more, panel.grain, plan.measured(place, asked.study))


def _exhausted(place: int, asked: Asked) -> bool:
    """Whether more periods would not help: nothing is left to compare in any segment."""
    pairs = zip(asked.plan.leading[place], asked.plan.lagging[place], strict=True)
    return all(any(asked.study.prepared[row].exhausted for row in pair) for pair in pairs)


def _searched(place: int, asked: Asked) -> tuple[int, int]:
    """The lags searched; those asked for, when there is too little data for any of them."""
    nearest, furthest = asked.plan.nearest, int(asked.plan.furthest[place])
    if furthest >= nearest:
        return nearest, furthest
    return nearest, asked.options.lags[1] if asked.options.lags else nearest


def _span(place: int, study: Study, plan: Plan) -> tuple[pd.Period, pd.Period]:
    seen = np.isfinite(study.raw)
    both = seen[plan.leading[place]] & seen[plan.lagging[place]]
    common = np.flatnonzero(both[plan.counted[place]].any(axis=0))
    if not len(common):
        return study.index[0], study.index[-1]
    return study.index[common[0]], study.index[common[-1]]


def _baseline(place: int, results: Results) -> str:
    naive = results.skill.naive_share[place] >= 0.5
    return "seasonal_naive" if naive else "autoregression"


def _preparations(asked: Asked) -> list[Preparation]:
    """What was done to each row of the study, and what is odd in it."""
    study = asked.study
    found = []
    for row, one in enumerate(study.ids):
        prepared = study.prepared[row]
        notices = doubts(study.raw[row], asked.panel.values[one], prepared)
        found.append(prepared.preparation(notices))
    return found


def _prepared(
    place: int, asked: Asked, preparations: list[Preparation]
) -> tuple[Preparation, Preparation]:
    counted = asked.plan.counted[place]
    first, other = (
        of_segments([preparations[row] for row in rows[place][counted].tolist()])
        for rows in (asked.plan.leading, asked.plan.lagging)
    )
    return first, other


def _or_none(value: float) -> float | None:
    return value if np.isfinite(value) else None
