"""The difference of two rates over strata, pooled as Mantel and Haenszel do.

statsmodels pools odds and risk ratios of strata, not differences. Variance: Sato (1989), good for
many small strata as for few large ones.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import norm

from core.enablement.rates import Interval

_Z = float(norm.ppf(0.975))


def pooled_difference(
    won: "pd.Series[bool]", treated: "pd.Series[bool]", strata: "pd.Series[str]"
) -> Interval | None:
    """Rate among the treated less that among others, strata held equal; None where none has both.

    sum(a n0/N - b n1/N) / sum(n1 n0/N), a and b being those won of n1 treated and n0 others
    (Greenland and Robins 1985); its variance (RD sum P + sum Q) / (sum n1 n0/N)^2 after Sato (1989,
    eq. 3): P = (n1^2 b - n0^2 a + n1 n0 (n0 - n1)/2)/N^2, Q = (a (n0 - b) + b (n1 - a))/(2 N).
    """
    strata = strata.astype("string")
    a, n1 = _arm(won[treated], strata)
    b, n0 = _arm(won[~treated], strata)
    every = n1 + n0
    weight = (n1 * n0 / every).sum()
    if not weight:
        return None
    value = ((a * n0 - b * n1) / every).sum() / weight
    p = (n1**2 * b - n0**2 * a + n1 * n0 * (n0 - n1) / 2) / every**2
    q = (a * (n0 - b) + b * (n1 - a)) / (2 * every)
    error = np.sqrt(max(value * p.sum() + q.sum(), 0.0)) / weight
    low, high = np.clip([value - _Z * error, value + _Z * error], -1, 1)
    return Interval(float(value), float(low), float(high))


def _arm(
    won: "pd.Series[bool]", strata: "pd.Series[str]"
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """How many were won, and how many there are, in each stratum."""
    own = won.groupby(strata.reindex(won.index)).agg(["sum", "size"])
    own = own.reindex(sorted(strata.unique()), fill_value=0)
    return own["sum"].to_numpy(float), own["size"].to_numpy(float)
