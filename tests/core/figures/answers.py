"""Answers made by hand, so that what a figure must show is known."""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.lead_lag.model import LeadLag, Options, Preparation, Scan, Verdict
from core.periods import Grain

NAMES = {"calls": "Jumlah panggilan", "revenue": "Pendapatan", "visits": "Kunjungan situs"}
PLAIN = Preparation(
    logged=False, seasonal=False, differenced=True, ar_order=1, seasonal_ar=False, bridged=0
)


def values(periods: int = 36, seed: int = 0) -> pd.DataFrame:
    """Revenue repeats calls three months later; two unknown months; the last three unpublished."""
    rng = np.random.default_rng(seed)
    index = pd.period_range("2022-01", periods=periods, freq="M", name="period")
    calls = pd.Series(200 + 20 * rng.standard_normal(periods), index=index)
    revenue = 1_000_000 * (calls.shift(3) + 5 * rng.standard_normal(periods))
    revenue.iloc[[10, 11]] = np.nan
    return pd.DataFrame({"calls": calls, "revenue": revenue, "visits": calls[::-1].to_numpy()})


def profile(peak: int | None, furthest: int = 12) -> pd.DataFrame:
    """Small correlations inside an envelope of ±0.35 but for 0.72 at the peak, -0.4 at lag -5."""
    lags = np.arange(-furthest, furthest + 1)
    r = 0.2 * np.sin(lags * 1.7)
    r[lags == -5] = -0.4
    if peak is not None:
        r[lags == peak] = 0.72
    return pd.DataFrame({"lag": lags, "r": r, "t": r * 5, "n": 36 - abs(lags)}).assign(
        low=-0.35, high=0.35
    )


def past(periods: int = 14) -> pd.DataFrame:
    """Forecasts that come nearer with the indicator."""
    index = pd.period_range("2023-11", periods=periods, freq="M")
    actual = 2e8 + 2e7 * np.sin(np.arange(periods))
    return pd.DataFrame(
        {
            "period": index,
            "actual": actual,
            "baseline": np.roll(actual, 1),
            "with_indicator": actual + 4e6 * np.cos(np.arange(periods)),
        }
    )


def windows() -> pd.DataFrame:
    """Five windows, the fourth unlike the whole."""
    start = pd.period_range("2022-01", periods=5, freq="4M").asfreq("M", how="start")
    r = [0.71, 0.65, 0.58, -0.11, 0.62]
    return pd.DataFrame({"start": start, "end": start + 17, "r": r, "same": [x > 0.3 for x in r]})


def pair(rung: int = 4, verdict: Verdict = Verdict.LEADS, **changes: object) -> LeadLag:
    """Calls lead revenue by three months, unless told otherwise."""
    found = LeadLag(
        leading="calls",
        lagging="revenue",
        grain=Grain.MONTH,
        lead=3,
        lead_set=(2, 3, 4),
        sign=1,
        r=0.72,
        p=0.001,
        q=0.004,
        same_period_r=0.1,
        same_period_p=0.6,
        reverse_p=0.4,
        skill=0.21,
        skill_p=0.02,
        baseline="seasonal_naive",
        stability=0.8,
        rung=rung,
        verdict=verdict,
        n=33,
        n_effective=29.5,
        months_until_known=None,
        smallest_r=0.5,
        lags=(1, 12),
        first=pd.Period("2022-01", "M"),
        last=pd.Period("2024-12", "M"),
        preparation=(PLAIN, PLAIN),
        spreadsheet=None,
        profile=profile(3),
        past=past(),
        windows=windows(),
    )
    return replace(found, **changes)


def none(verdict: Verdict = Verdict.NO_EVIDENCE, rung: int = 0, **changes: object) -> LeadLag:
    """A pair about which nothing was found, though one lag stands outside the envelope."""
    empty = {"lead": None, "lead_set": (), "sign": 0, "q": 0.8, "profile": profile(5)}
    return pair(rung, verdict, **{**empty, **changes})


def scan() -> Scan:
    """One pair of each verdict, over two results."""
    pairs = (
        pair(4),
        pair(3, leading="visits", lead=2, lead_set=(1, 2)),
        pair(2, Verdict.MAY_LEAD, leading="meetings", q=0.12),
        none(Verdict.MOVES_TOGETHER, 1, leading="demos"),
        none(Verdict.FOLLOWS, 1, leading="complaints"),
        none(leading="training hours per person in the field team"),
        none(Verdict.TOO_LITTLE_DATA, leading="stock"),
        pair(5, leading="visits", lagging="margin"),
        none(lagging="margin"),
    )
    return Scan(pairs, Options(), key="made by hand")
