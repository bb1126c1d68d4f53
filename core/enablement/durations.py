"""How long something took: median and 90th percentile, and the median with what still runs.

Of completed durations the interval is the exact one of order statistics (Conover 1999, 3.2; scipy);
with censored ones it is Kaplan-Meier's, log-log transformed (Brookmeyer and Crowley 1982;
statsmodels). A mean is never given: a few records left open for years would drag it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import quantile_test
from statsmodels.duration.survfunc import SurvfuncRight

from core.enablement.rates import Interval

Durations = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
MEDIAN, NINE_TENTHS = 0.5, 0.9
ROUNDING = 1e-9  # exactly half may come out as a little more: it is a product of many factors
STATS = {"median": MEDIAN, "p90": NINE_TENTHS}


@dataclass(frozen=True)
class Survival:
    """The share not yet done by each duration at which something was done; steps down to the right.

    low, high: the pointwise 95 % interval.
    """

    durations: Durations
    share: Durations
    low: Durations
    high: Durations
    n: int
    done: int


def quantile(durations: Durations, at: float) -> tuple[float, float | None, float | None] | None:
    """The quantile (linear between two) and its exact interval; None without durations.

    An end of the interval that so few durations cannot tell is None.
    """
    if not len(durations):
        return None
    value = float(np.quantile(durations, at))
    found = quantile_test(durations, q=value, p=at).confidence_interval(0.95)
    low, high = (float(end) if np.isfinite(end) else None for end in (found.low, found.high))
    return value, low, high


def km_median(durations: Durations, done: Marks) -> Interval | None:
    """The duration by which half are done, those still running censored; None while half are not.

    An end of the interval that cannot be told is infinite. `done`: whether each came to its end.
    """
    if not len(durations) or not done.any():
        return None
    curve = SurvfuncRight(durations, done.astype(int))
    half = curve.surv_prob <= MEDIAN + ROUNDING
    if not half.any():
        return None
    value = float(curve.surv_times[half][0])
    with np.errstate(all="ignore"):
        low, high = curve.quantile_ci(MEDIAN, method="cloglog")
    if np.isnan(low):  # one moment in which so many ended that no other is near
        low = high = value
    return Interval(value, float(low), float(high))


def survival(durations: Durations, done: Marks) -> Survival | None:
    """The Kaplan-Meier curve; None where nothing was done."""
    if not len(durations) or not done.any():
        return None
    curve = SurvfuncRight(durations, done.astype(int))
    share, error = curve.surv_prob, curve.surv_prob_se
    low, high = np.clip(share - 1.96 * error, 0, 1), np.clip(share + 1.96 * error, 0, 1)
    return Survival(curve.surv_times, share, low, high, len(durations), int(done.sum()))
