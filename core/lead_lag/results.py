"""Everything that is computed for the pairs of a plan, before any of it is judged."""

import numpy as np

from core.lead_lag.arrays import Array, Mask
from core.lead_lag.candidate import Results
from core.lead_lag.model import Options
from core.lead_lag.past import Question, past_forecasts, working_scales
from core.lead_lag.plan import Plan
from core.lead_lag.searches import Progress, searches
from core.lead_lag.significance import Search, false_discovery
from core.lead_lag.skill import skill_of
from core.lead_lag.spreadsheet import spreadsheets, totals
from core.lead_lag.stability import Stability, halves
from core.lead_lag.study import Study


def results_of(study: Study, plan: Plan, options: Options, progress: Progress) -> Results:
    """All pairs at once, q over all of them."""
    forwards, backwards = searches(study, plan, options, progress)
    testable = _testable(plan, forwards.n)
    question = Question(study.raw, study.index, plan.leading, plan.lagging, plan.asked)
    past = past_forecasts(question)

    def q(p: Array) -> Array:
        return false_discovery(np.where(testable, p, np.nan))

    return Results(
        testable=testable,
        forwards=forwards,
        backwards=backwards,
        q=q(forwards.p),
        reverse_q=q(backwards.p),
        same_q=q(forwards.same_p),
        apart_q=q(forwards.apart_p),
        past=past,
        scales=working_scales(question),
        skill=skill_of(past),
        stability=_stability(study, plan, forwards),
        spreadsheets=spreadsheets(
            totals(study.raw[plan.leading], study.units[plan.leading], plan.counted),
            totals(study.raw[plan.lagging], study.units[plan.lagging], plan.counted),
            plan.furthest,
        ),
    )


def _stability(study: Study, plan: Plan, forwards: Search) -> Stability:
    first, last = (
        one[forwards.best] if len(one) else forwards.best
        for one in (plan.windows.first, plan.windows.last)
    )
    leading = study.values[plan.leading], study.known[plan.leading]
    lagging = study.values[plan.lagging], study.known[plan.lagging]
    return halves(leading, lagging, first, last)


def _testable(plan: Plan, n: Array) -> Mask:
    """Pairs of which at least one window could be read."""
    read = (plan.searched & (n > 0)).any(axis=1)
    return np.asarray(read & plan.usable.any(axis=1))
