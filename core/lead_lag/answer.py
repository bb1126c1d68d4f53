"""The question asked of a panel: does this indicator lead that result? One verb, `scan`.

Panel -> Study (each series prepared alone) -> searches of all lags, both ways -> skill on the past
-> one LeadLag per pair, best evidence first.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from core.errors import Refusal
from core.language import text
from core.lead_lag.assemble import Asked, assemble
from core.lead_lag.mechanical import without_arithmetic
from core.lead_lag.model import LeadLag, Options, Scan
from core.lead_lag.open_days import on_open_days
from core.lead_lag.plan import Plan
from core.lead_lag.results import results_of
from core.lead_lag.searches import Progress
from core.lead_lag.study import Compared, Recipes, Study, as_chosen
from core.metrics.panel import Panel
from core.periods import Grain

AS_USUAL = Options()
NO_PERIODS = text("There are no periods to compare."), text("Bring in data with dates.")
CLOSED = text("Weekdays on which nothing is ever known are left out; a delay counts open days.")


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
    pairs = pairs_of(list(panel.values.columns), leading, lagging)
    if not len(panel.values):
        raise Refusal(*NO_PERIODS)
    open_now = replace(panel, values=on_open_days(panel.values))
    asked = computed(open_now, Compared.alone(pairs), options, progress)
    found = without_arithmetic(panel, assemble(asked))
    if len(open_now.values) < len(panel.values):
        found = [replace(one, notices=(CLOSED, *one.notices)) for one in found]
    key = "|".join([panel.key, ",".join(leading), ",".join(lagging), repr(options)])
    return Scan(tuple(sorted(found, key=rank)), options, key)


def computed(
    panel: Panel,
    compared: Sequence[Compared],
    options: Options,
    progress: Progress | None = None,
    agreed: Callable[[Recipes], Recipes] = as_chosen,
) -> Asked:
    """Everything computed for those pairs, q over all of them."""
    tell = progress or (lambda share: None)
    tell(0.0)
    lags = lags_of(panel.grain, options)
    study = Study.of(panel, compared, agreed)
    plan = Plan.of(study, compared, lags)
    tell(0.1)
    results = results_of(study, plan, options, lambda share: tell(0.1 + 0.7 * share))
    tell(1.0)
    return Asked(panel, study, plan, results, options)


def pairs_of(
    ids: Sequence[str], leading: Sequence[str], lagging: Sequence[str]
) -> list[tuple[str, str]]:
    """Every leading x lagging pair among the indicators there are. Raises Refusal."""
    unknown = [one for one in (*leading, *lagging) if one not in ids]
    if unknown:
        raise Refusal(
            text("There is no indicator called “{id}”.", id=unknown[0]),
            text("Choose from: {ids}.", ids=", ".join(map(str, ids))),
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
    return pairs


def lags_of(grain: Grain, options: Options) -> tuple[int, int]:
    """The first and the last lag to be searched. Raises Refusal when they are no range."""
    if options.lags is None:
        return 1, grain.furthest_lead
    first, last = options.lags
    if first < 0 or last < max(first, 1):
        raise Refusal(
            text(
                "A delay from {first} to {last} periods cannot be searched.", first=first, last=last
            ),
            text("Give the shortest delay first, then the longest, at least 1."),
        )
    return max(first, 1), last


def rank(pair: LeadLag) -> tuple[float, float, float, str, str]:
    """Best evidence first."""
    q, p = (2.0 if np.isnan(one) else one for one in (pair.q, pair.p))
    return -pair.rung, q, p, pair.leading, pair.lagging
