"""What people changed by, and how much more those trained did than those not.

(after - before of the trained) - (after - before of the others), over people known both times. With
one day of training the interval is Student's of two samples with one spread, s sqrt(1/n1 + 1/n0);
with several days each is compared with who had not been trained by then, as least squares with a
level for each day and errors clustered by person (statsmodels).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import ttest_1samp, ttest_ind
from statsmodels.regression.linear_model import OLS

from core.enablement.rates import Interval

FEWEST = 2  # people on each side
_WORSE = 0.5  # spreads of the others by which those sent began lower


@dataclass(frozen=True)
class Pairs:
    """One row for each person and day of training looked at, known before and after.

    Columns: person, day (which training the windows lie about), treated, before, after.
    """

    frame: pd.DataFrame

    @property
    def changes(self) -> "pd.Series[float]":
        """After less before."""
        return self.frame["after"] - self.frame["before"]

    @property
    def trained(self) -> pd.DataFrame:
        """Those trained."""
        return self.frame[self.frame["treated"]]

    @property
    def others(self) -> pd.DataFrame:
        """Those not trained by then."""
        return self.frame[~self.frame["treated"]]


def change(pairs: Pairs) -> Interval | None:
    """How much the trained changed, with Student's interval; None of fewer than two."""
    changes = pairs.changes[pairs.frame["treated"]].to_numpy(float)
    if len(changes) < FEWEST:
        return None
    found = ttest_1samp(changes, 0.0).confidence_interval(0.95)
    return Interval(float(changes.mean()), float(found.low), float(found.high))


def difference_in_differences(pairs: Pairs) -> Interval | None:
    """How much more the trained changed than the others; None of fewer than two on either side."""
    sides = pairs.frame.groupby("day")["treated"].transform("nunique") == 2
    frame, changes = pairs.frame[sides], pairs.changes[sides]
    trained = frame["treated"]
    if min(frame.loc[side, "person"].nunique() for side in (trained, ~trained)) < FEWEST:
        return None
    if frame["day"].nunique() == 1:
        return _two_samples(changes[trained], changes[~trained])
    return _clustered(frame, changes)


def _two_samples(trained: "pd.Series[float]", others: "pd.Series[float]") -> Interval:
    found = ttest_ind(trained, others).confidence_interval(0.95)
    value = float(trained.mean() - others.mean())
    return Interval(value, float(found.low), float(found.high))


def _clustered(frame: pd.DataFrame, changes: "pd.Series[float]") -> Interval:
    design = pd.get_dummies(frame["day"].astype(str), dtype=float)
    design.insert(0, "treated", frame["treated"].astype(float))
    people = pd.factorize(frame["person"])[0]
    fitted = OLS(changes.to_numpy(float), design.to_numpy(float)).fit(
        cov_type="cluster", cov_kwds={"groups": people}, use_t=True
    )
    low, high = fitted.conf_int(0.05)[0]
    return Interval(float(fitted.params[0]), float(low), float(high))


def began_lower(pairs: Pairs) -> tuple[float, float] | None:
    """The levels before of trained and others, where those sent were clearly the worst."""
    trained, others = pairs.trained["before"], pairs.others["before"]
    if len(trained) < FEWEST or len(others) < FEWEST:
        return None
    spread = float(np.std(others, ddof=1))
    if others.mean() - trained.mean() <= _WORSE * spread or others.mean() <= trained.mean():
        return None
    return float(trained.mean()), float(others.mean())
