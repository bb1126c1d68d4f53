"""The answer about one pair, and about all pairs asked together.

Lag k > 0 compares the indicator at period t - k with the result at t: the indicator leads the
result by k periods. k < 0: it follows.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from core.language import Text
from core.periods import Grain


class Verdict(StrEnum):
    """What may be said of a pair (method.md, step 10)."""

    LEADS = "leads"
    MAY_LEAD = "may_lead"
    MOVES_TOGETHER = "moves_together"
    FOLLOWS = "follows"
    NO_EVIDENCE = "no_evidence"
    TOO_LITTLE_DATA = "too_little_data"


@dataclass(frozen=True)
class Options:
    """What was asked for: the lags searched, the random re-runs, the seed."""

    lags: tuple[int, int] | None = None  # declared usual delay, inclusive; None: 1 to the grain's
    surrogates: int = 999
    seed: int = 0
    level: float = 0.05  # of q (all pairs) and p (one pair)


@dataclass(frozen=True)
class Preparation:
    """What was done to one series before it was compared."""

    logged: bool
    seasonal: bool
    differenced: bool
    ar_order: int
    seasonal_ar: bool
    bridged: int  # unknown periods bridged for filtering, then masked again
    notices: tuple[Text, ...] = ()  # outliers, level shifts, constant stretches


@dataclass(frozen=True)
class Spreadsheet:
    """The best |CORREL| on the raw columns over lags 0..K, as a spreadsheet would give it."""

    lag: int
    r: float
    p: float  # naive, of that lag alone
    n: int


@dataclass(frozen=True)
class LeadLag:
    """The answer for one indicator and one result.

    `lead` is given only when the verdict is leads or may_lead; `lead_set`, `sign` and `r` (of the
    single lag with the largest |r| inside `window`) describe the best candidate in any case.
    Numbers that could not be computed are NaN.

    profile: one row per lag, ascending, lags -K..K: lag, r, t, n, low, high. r is the partial
    correlation of what is new in both series, given the follower's own value at that lag; only 5 %
    of unrelated pairs leave low..high at any of the lags searched in that direction (at lag 0: at
    lag 0). A lead spread over several lags can be found by their sum with every bar inside.
    past: one row per past forecast: period, actual, baseline, with_indicator (in the result's own
    units). windows: one row per half-length window: start, end, r, same.

    Pooled over segments (`pooled_over` of them; 0: not asked so): n counts the periods of all of
    them, past holds means over them, and segments has one row for each: segment, n, r (in `window`,
    else NaN), low, high (95 %), sign_agrees (None where left out), left_out (Text with the reason,
    "" where it counts).
    """

    leading: str
    lagging: str
    grain: Grain
    lead: int | None
    lead_set: tuple[int, ...]  # 90 % set of plausible leads
    sign: int  # +1, -1, 0 when there is nothing to sign
    r: float
    p: float  # over all lags searched
    q: float  # over all pairs asked together
    same_period_r: float
    same_period_p: float
    reverse_p: float
    skill: float | None  # share of the baseline's RMSE saved; None: too short to try
    skill_p: float | None  # Clark-West, one-sided
    baseline: str  # seasonal_naive | autoregression | ""
    stability: float | None
    rung: int
    verdict: Verdict
    n: int
    n_effective: float
    months_until_known: float | None  # None: known now, or never at this noise
    smallest_r: float  # smallest correlation this much data could have shown
    lags: tuple[int, int]  # searched
    first: pd.Period
    last: pd.Period
    preparation: tuple[Preparation, Preparation]  # indicator, result
    spreadsheet: Spreadsheet | None
    profile: pd.DataFrame
    past: pd.DataFrame
    windows: pd.DataFrame
    notices: tuple[Text, ...] = ()
    leading_name: Text | str = ""  # as on the panel
    lagging_name: Text | str = ""
    window: tuple[int, int] | None = None  # lags whose sum is the best evidence; None: none read
    critical: float = float("nan")  # |t| that 5 % of unrelated pairs exceed at some lag
    reverse_q: float = float("nan")
    segments: pd.DataFrame = field(default_factory=pd.DataFrame)
    pooled_over: int = 0
    pooled_r: tuple[float, float, float] | None = None  # r in `window` over all, low, high (95 %)


@dataclass(frozen=True)
class Scan:
    """All pairs asked together, best evidence first."""

    pairs: tuple[LeadLag, ...]
    options: Options
    key: str
