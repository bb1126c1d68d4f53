"""The question asked of a panel: does this indicator lead that result? One verb, `scan`.

Panel -> Study (each series prepared alone) -> searches of all lags, both ways -> skill on the past
-> one LeadLag per pair, best evidence first.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from core.errors import Refusal
from core.language import text
from core.lead_lag.arrays import Array, Mask
from core.lead_lag.assemble import Asked, assemble
from core.lead_lag.candidate import Results
from core.lead_lag.mechanical import without_arithmetic
from core.lead_lag.model import LeadLag, Options, Scan
from core.lead_lag.open_days import on_open_days
from core.lead_lag.past import Question, past_forecasts, working_scales
from core.lead_lag.significance import false_discovery
from core.lead_lag.skill import skill_of
from core.lead_lag.spreadsheet import spreadsheets
from core.lead_lag.stability import halves
from core.lead_lag.study import Plan, Progress, Study, searches
from core.metrics.panel import Panel

AS_USUAL = Options()
_CLOSED = text("Weekdays on which nothing is ever known are left out; a delay counts open days.")


def scan(
    panel: Panel,
    leading: Sequence[str],
    lagging: Sequence[str],
    options: Options = AS_USUAL,
    progress: Progress | None = None,
) -> Scan:
    """Every leading x lagging pair, best evidence first.

    progress is called with the share done, 0 to 1. Raises Refusal when an id is unknown, when there
    is nothing to compare, or when the declared delay is not a range of 1 period or more.
    """
    pairs = _pairs(panel, leading, lagging)
    open_now = replace(panel, values=on_open_days(panel.values))
    found = answers(open_now, pairs, options, progress or (lambda share: None))
    found = without_arithmetic(panel, found)
    if len(open_now.values) < len(panel.values):
        found = [replace(one, notices=(_CLOSED, *one.notices)) for one in found]
    key = "|".join([panel.key, ",".join(leading), ",".join(lagging), repr(options)])
    return Scan(tuple(sorted(found, key=_rank)), options, key)


def answers(
    panel: Panel, pairs: Sequence[tuple[str, str]], options: Options, progress: Progress
) -> list[LeadLag]:
    """One answer for each (leading, lagging) pair of ids, in their order, q over all of them."""
    lags = _lags(panel, options)
    progress(0.0)
    study = Study.of(panel, pairs)
    plan = Plan.of(study, pairs, lags)
    progress(0.1)
    results = results_of(study, plan, options, lambda share: progress(0.1 + 0.5 * share))
    progress(0.9)
    found = assemble(Asked(panel, study, plan, results, options))
    progress(1.0)
    return found


def results_of(study: Study, plan: Plan, options: Options, progress: Progress) -> Results:
    """Everything that is computed for the pairs of a plan, q over all of them."""
    forwards, backwards = searches(study, plan, options, progress)
    series = study.values[plan.leading], study.known[plan.leading]
    results = study.values[plan.lagging], study.known[plan.lagging]
    testable = _testable(study, plan, forwards.n)
    question = Question(study.raw, study.index, plan.leading, plan.lagging, plan.asked)
    past = past_forecasts(question)
    first, last = (
        one[forwards.best] if len(one) else forwards.best
        for one in (plan.windows.first, plan.windows.last)
    )
    return Results(
        testable=testable,
        forwards=forwards,
        backwards=backwards,
        q=false_discovery(np.where(testable, forwards.p, np.nan)),
        reverse_q=false_discovery(np.where(testable, backwards.p, np.nan)),
        same_q=false_discovery(np.where(testable, forwards.same_p, np.nan)),
        past=past,
        scales=working_scales(question),
        skill=skill_of(past),
        stability=halves(series, results, first, last),
        spreadsheets=spreadsheets(study.raw[plan.leading], study.raw[plan.lagging], plan.furthest),
    )


def _testable(study: Study, plan: Plan, n: Array) -> Mask:
    """Pairs of which at least one window could be read."""
    usable = np.array([one.filter is not None for one in study.prepared])
    read = (plan.searched & (n > 0)).any(axis=1)
    both: Mask = read & usable[plan.leading] & usable[plan.lagging]
    return both


def _pairs(panel: Panel, leading: Sequence[str], lagging: Sequence[str]) -> list[tuple[str, str]]:
    unknown = [one for one in (*leading, *lagging) if one not in panel.values.columns]
    if unknown:
        raise Refusal(
            text("There is no indicator called “{id}”.", id=unknown[0]),
            text("Choose from: {ids}.", ids=", ".join(map(str, panel.values.columns))),
        )
    pairs = [
        (one, other)
        for one, other in product(dict.fromkeys(leading), dict.fromkeys(lagging))
        if one != other
    ]
    if not pairs:
        raise Refusal(
            text("There is nothing to compare."),
            text("Choose at least one leading and one other, lagging indicator."),
        )
    if not len(panel.values):
        raise Refusal(text("There are no periods to compare."), text("Bring in data with dates."))
    return pairs


def _lags(panel: Panel, options: Options) -> tuple[int, int]:
    if options.lags is None:
        return 1, panel.grain.furthest_lead
    first, last = options.lags
    if first < 0 or last < max(first, 1):
        raise Refusal(
            text(
                "A delay from {first} to {last} periods cannot be searched.", first=first, last=last
            ),
            text("Give the shortest delay first, then the longest, at least 1."),
        )
    return max(first, 1), last


def _rank(pair: LeadLag) -> tuple[float, float, float, str, str]:
    q, p = (2.0 if np.isnan(one) else one for one in (pair.q, pair.p))
    return -pair.rung, q, p, pair.leading, pair.lagging
