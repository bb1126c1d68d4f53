"""The regression behind the answer, held to statsmodels and to its own laws."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from core.enablement.impact.memory import RHOS, Estimate, solve

RNG = np.random.default_rng(1)
AT = np.array([0, 1, 2, 3, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16], dtype=float)  # with gaps
VALUES = RNG.normal(size=len(AT)).cumsum()
DESIGN = np.column_stack([np.ones(len(AT)), AT / 10, AT >= 10])
APART = np.abs(AT[:, None] - AT[None, :]).astype(int)


@pytest.mark.parametrize("place", range(0, len(RHOS), 4))
def test_each_strength_of_memory_is_solved_as_statsmodels_solves_it(place):
    found = solve(VALUES, DESIGN, AT)
    reference = sm.GLS(VALUES, DESIGN, sigma=RHOS[place] ** APART).fit()
    np.testing.assert_allclose(found.coefficients[place], reference.params, rtol=1e-6)
    np.testing.assert_allclose(found.covariances[place], reference.cov_params(), rtol=1e-6)


def test_weights_follow_the_restricted_likelihood_of_statsmodels_regressions():
    logs = []
    for rho in RHOS:
        one = sm.GLS(VALUES, DESIGN, sigma=rho**APART).fit()
        determinant = np.linalg.slogdet(rho**APART)[1]
        crossed = -np.linalg.slogdet(one.normalized_cov_params)[1]
        logs.append(-(determinant + crossed + one.df_resid * np.log(one.ssr)) / 2)
    wanted = np.exp(np.array(logs) - max(logs))
    np.testing.assert_allclose(solve(VALUES, DESIGN, AT).weights, wanted / wanted.sum(), rtol=1e-5)


def test_one_strength_of_memory_alone_gives_students_interval():
    one = Estimate(np.array([2.0]), np.array([0.5]), np.array([1.0]), 9)
    low, high = stats.t.interval(0.95, 9, 2.0, 0.5)
    assert one.interval == pytest.approx((low, high))
    assert one.p == pytest.approx(2 * stats.t.sf(4.0, 9))
    assert one.margin == pytest.approx((high - low) / 2)


def test_the_interval_leaves_zero_out_exactly_where_p_is_below_five_percent():
    for seed in range(40):
        values = np.random.default_rng(seed).normal(size=len(AT)) + 1.5 * (AT >= 10)
        one = solve(values, DESIGN, AT).estimate(2)
        low, high = one.interval
        assert (low > 0 or high < 0) == (one.p < 0.05)


def test_what_the_design_explains_wholly_moves_the_estimate_by_just_that():
    before = solve(VALUES, DESIGN, AT).estimate(2)
    after = solve(VALUES + 3 * DESIGN[:, 2] + 7 * DESIGN[:, 1], DESIGN, AT).estimate(2)
    assert after.value == pytest.approx(before.value + 3)
    assert after.interval == pytest.approx(tuple(end + 3 for end in before.interval))
