"""The pieces agree with statsmodels, and with R (tests/reference/lead_lag.R, R 4, no packages).

MDEATHS, FDEATHS and LAKE are R's mdeaths, fdeaths (72 months) and LakeHuron (98 years).
"""

import warnings

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.multitest import multipletests
from statsmodels.tools.sm_exceptions import InterpolationWarning
from statsmodels.tsa.ar_model import AutoReg, ar_select_order
from statsmodels.tsa.stattools import adfuller, ccf, kpss

from core.lead_lag.season import _f_test, seasonal_columns
from core.lead_lag.significance import false_discovery
from core.lead_lag.skill import clark_west
from core.lead_lag.spreadsheet import correlation, naive_p
from core.lead_lag.stationarity import adf_p, kpss_statistic
from core.lead_lag.whitening import autoregression, basis_of, order_by_aicc, residual_of
from core.lead_lag.windows import partial_correlations, same_period, windows_to

MDEATHS = np.array([
    2134, 1863, 1877, 1877, 1492, 1249, 1280, 1131, 1209, 1492, 1621, 1846, 2103, 2137, 2153,
    1833, 1403, 1288, 1186, 1133, 1053, 1347, 1545, 2066, 2020, 2750, 2283, 1479, 1189, 1160,
    1113, 970, 999, 1208, 1467, 2059, 2240, 1634, 1722, 1801, 1246, 1162, 1087, 1013, 959, 1179,
    1229, 1655, 2019, 2284, 1942, 1423, 1340, 1187, 1098, 1004, 970, 1140, 1110, 1812, 2263, 1820,
    1846, 1531, 1215, 1075, 1056, 975, 940, 1081, 1294, 1341,
], dtype=float)  # fmt: skip
FDEATHS = np.array([
    901, 689, 827, 677, 522, 406, 441, 393, 387, 582, 578, 666, 830, 752, 785, 664, 467, 438, 421,
    412, 343, 440, 531, 771, 767, 1141, 896, 532, 447, 420, 376, 330, 357, 445, 546, 764, 862, 660,
    663, 643, 502, 392, 411, 348, 387, 385, 411, 638, 796, 853, 737, 546, 530, 446, 431, 362, 387,
    430, 425, 679, 821, 785, 727, 612, 478, 429, 405, 379, 393, 411, 487, 574,
], dtype=float)  # fmt: skip
LAKE = np.array([
    580.38, 581.86, 580.97, 580.8, 579.79, 580.39, 580.42, 580.82, 581.4, 581.32, 581.44, 581.68,
    581.17, 580.53, 580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24, 579.1, 579.09,
    579.35, 578.82, 579.32, 579.01, 579, 579.8, 579.83, 579.72, 579.89, 580.01, 579.37, 578.69,
    578.19, 578.67, 579.55, 578.92, 578.09, 579.37, 580.13, 580.14, 579.51, 579.24, 578.66, 578.86,
    578.05, 577.79, 576.75, 576.75, 577.82, 578.64, 580.58, 579.48, 577.38, 576.9, 576.94, 576.24,
    576.84, 576.85, 576.9, 577.79, 578.18, 577.51, 577.23, 578.42, 579.61, 579.05, 579.26, 579.22,
    579.38, 579.1, 577.95, 578.12, 579.75, 580.85, 580.41, 579.96, 579.61, 578.76, 578.18, 577.21,
    577.13, 579.1, 578.25, 577.91, 576.89, 575.96, 576.8, 577.68, 578.38, 578.52, 579.74, 579.31,
    579.89, 579.96,
])  # fmt: skip
EVERY = np.ones(72, dtype=bool)
MONTHS = pd.period_range("1974-01", periods=72, freq="M")


def wandering(seed, n=80):
    return np.cumsum(np.random.default_rng(seed).normal(size=n))


def test_autoregression_matches_r():
    """R: ar(h, order.max = 3, aic = FALSE, method = "ols", demean = FALSE, intercept = FALSE)."""
    own = autoregression((LAKE - LAKE.mean())[None], np.ones(98, dtype=bool), 3)[0]
    assert own == pytest.approx([1.0728571676, -0.3658026973, 0.1087824443], rel=1e-7)


def test_month_residuals_match_r():
    """R: residuals(lm(mdeaths ~ month))[1:6]."""
    design = np.column_stack([np.ones(72), seasonal_columns(MONTHS)])
    left = residual_of(MDEATHS[None], EVERY, basis_of(design, EVERY))[0]
    expected = [4.166666667, -218.333333333, -93.5, 219.666666667, 177.833333333, 62.166666667]
    assert left[:6] == pytest.approx(expected)


def test_season_test_matches_r():
    """R: anova(lm(diff(mdeaths) ~ 1), lm(diff(mdeaths) ~ month)): p = 6.802502602e-07."""
    p = _f_test(np.diff(MDEATHS), np.ones((71, 1)), seasonal_columns(MONTHS)[1:])
    assert p == pytest.approx(6.802502602e-07, rel=1e-6)


def test_partial_correlation_at_one_lag_matches_r():
    """R: cor(residuals(lm(y[now] ~ y[before])), residuals(lm(x[before] ~ y[before]))), lag 2."""
    leader = (MDEATHS - MDEATHS.mean())[None], EVERY
    followers = (FDEATHS - FDEATHS.mean())[None], EVERY[None]
    r, n = partial_correlations(leader, followers, windows_to(3))
    assert r[0, 0, 1] == pytest.approx(0.1792416518, rel=1e-8)
    assert n[0, 1] == 70


def test_naive_correlation_and_p_match_r():
    """R: cor.test(mdeaths[1:71], fdeaths[2:72]): r = 0.7649713269, p = 8.112959471e-15."""
    r, n = correlation(MDEATHS[None], FDEATHS[None], 1)
    assert r[0] == pytest.approx(0.7649713269, rel=1e-9)
    assert naive_p(r[0], n[0]) == pytest.approx(8.112959471e-15, rel=1e-6)


def test_false_discovery_matches_r_and_statsmodels():
    """R: p.adjust(p, method = "BH")."""
    p = np.array([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205])
    expected = [0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.08457142857, 0.205]
    assert false_discovery(p) == pytest.approx(expected)
    assert false_discovery(p) == pytest.approx(multipletests(p, method="fdr_bh")[1])


def test_same_period_correlation_is_the_middle_of_ccf():
    """statsmodels ccf(y, x)[0] and R ccf(x, y) at lag 0: 0.97624125122."""
    r, _ = same_period((MDEATHS[None], EVERY), (FDEATHS[None], EVERY[None]))
    assert r[0, 0] == pytest.approx(0.97624125122, rel=1e-9)
    assert r[0, 0] == pytest.approx(ccf(FDEATHS, MDEATHS, adjusted=False)[0])


@pytest.mark.parametrize("seed", range(6))
def test_adf_matches_statsmodels(seed):
    """statsmodels: adfuller(x, maxlag=4, regression="ct", autolag="BIC")[1]."""
    series = wandering(seed) if seed % 2 else np.random.default_rng(seed).normal(size=80)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        expected = adfuller(series, maxlag=4, regression="ct", autolag="BIC")[1]
    assert adf_p(series) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_kpss_matches_statsmodels(seed):
    """statsmodels: kpss(x, regression="ct", nlags="auto")[0]."""
    series = wandering(seed, 120)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", InterpolationWarning)
        warnings.simplefilter("ignore", FutureWarning)
        expected = kpss(series, regression="ct", nlags="auto")[0]
    assert kpss_statistic(series) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("order", [1, 2, 4])
def test_autoregression_matches_statsmodels(order):
    """statsmodels: AutoReg(x, order, trend="n").fit().params."""
    series = np.random.default_rng(order).normal(size=90).cumsum() * 0.3
    expected = AutoReg(series, order, trend="n").fit().params
    own = autoregression(series[None], np.ones(90, dtype=bool), order)[0]
    assert own == pytest.approx(expected, rel=1e-5)


def test_the_memory_found_is_as_long_as_the_one_made():
    """And as statsmodels' ar_select_order(x, 6, ic="aic") finds it."""
    rng = np.random.default_rng(4)
    series = np.zeros(600)
    for at in range(3, 600):
        series[at] = 0.5 * series[at - 1] - 0.4 * series[at - 3] + rng.normal()
    order = order_by_aicc(series, np.ones(600, dtype=bool), 6, 0)
    assert order == 3 == max(ar_select_order(series, 6, ic="aic", trend="n").ar_lags)


def test_clark_west_matches_its_formula_by_regression_on_a_constant():
    """f = e1^2 - (e2^2 - (y1 - y2)^2) regressed on 1 by statsmodels OLS; one-sided normal p."""
    import statsmodels.api as sm
    from scipy.stats import norm

    rng = np.random.default_rng(6)
    actual, first = rng.normal(size=(2, 40))
    second = 0.3 * actual + rng.normal(size=40)
    without, using = actual - first, actual - second
    f = without**2 - (using**2 - (first - second) ** 2)
    expected = norm.sf(sm.OLS(f, np.ones(40)).fit().tvalues[0])
    found = clark_west(without[None, None], using[None, None], np.ones((1, 1, 40), dtype=bool))
    assert found[0] == pytest.approx(expected)
