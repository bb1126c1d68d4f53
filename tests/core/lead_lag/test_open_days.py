import numpy as np
import pandas as pd
import pytest

from core.lead_lag import Options, Verdict, scan
from core.lead_lag.open_days import on_open_days, onward
from core.metrics import Panel
from core.periods import Grain, calendar

OPEN = pd.bdate_range("2020-01-06", periods=250)


def panel_of(seed: int, lead: int) -> Panel:
    """Business days on a calendar of all days: y repeats x `lead` open days later; z is noise."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=len(OPEN) + lead)
    values = pd.DataFrame(
        {
            "x": 50 + x[lead:],
            "z": 20 + rng.normal(size=len(OPEN)),
            "y": 100 + x[: len(OPEN)] + 0.5 * rng.normal(size=len(OPEN)),
        },
        index=pd.PeriodIndex(OPEN, freq="D"),
    )
    values = values.reindex(calendar(values.index[0], values.index[-1]))
    return Panel(values, values.notna().astype(int), Grain.DAY, (), None, (), f"{seed}-{lead}")


@pytest.mark.parametrize("lead", [1, 4, 5])
def test_a_delay_counts_open_days(lead):
    pair = scan(panel_of(lead, lead), ["x"], ["y"], Options(surrogates=199)).pairs[0]
    assert (pair.verdict, pair.lead) == (Verdict.LEADS, lead)
    assert "open days" in pair.notices[0].to("en")


def test_closed_days_make_no_leads():
    pairs = [scan(panel_of(seed, 4), ["z"], ["y"], Options(surrogates=199)) for seed in range(20)]
    assert sum(found.pairs[0].verdict is Verdict.LEADS for found in pairs) <= 3


def test_a_day_missing_now_and_then_stays_in_the_calendar():
    values = panel_of(0, 1).values
    every = values.interpolate()
    every.iloc[40] = np.nan
    assert on_open_days(every).index.equals(every.index)
    assert set(on_open_days(values).index.day_of_week) == {0, 1, 2, 3, 4}


def test_the_calendar_goes_on_over_the_same_weekdays():
    index = pd.PeriodIndex(OPEN, freq="D")
    assert list(onward(index[:25], 8)) == list(index[25:33])
    months = pd.period_range("2024-01", periods=3, freq="M")
    assert list(onward(months, 2)) == list(pd.period_range("2024-04", periods=2, freq="M"))
