"""The interval of a rate in each period: Wilson's, the records of the period as its denominator."""

import numpy as np
import pandas as pd
from statsmodels.stats.proportion import proportion_confint

HAS_BAND = frozenset(  # catalogue ids that are shares of the records counted
    "win_rate cohort_win_rate lead_conversion stage_conversion answered_in_a_day "
    "answered_in_an_hour never_answered training_completion training_on_time".split()
)


def band(values: pd.Series, counts: pd.Series) -> pd.DataFrame:
    """The ends (`low`, `high`) of each period's 95 % interval; NaN where nothing is known.

    values: rates as fractions; counts: the records behind each, on the same periods.
    """
    whole = counts.reindex(values.index).to_numpy(float)
    known = values.notna().to_numpy() & (whole > 0)
    low, high = np.full(len(values), np.nan), np.full(len(values), np.nan)
    if known.any():
        part = values.to_numpy(float)[known] * whole[known]
        low[known], high[known] = proportion_confint(part, whole[known], method="wilson")
    return pd.DataFrame({"low": low, "high": high}, index=values.index)
