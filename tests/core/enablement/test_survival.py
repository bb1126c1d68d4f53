"""Shares by a day and medians with what still runs, against R's survival and statsmodels.

The numbers from R are printed by tests/reference/survival.R (survival 3.5-3; survival.out).
"""

import numpy as np
import pytest
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from core.enablement.durations import km_median, survival
from core.enablement.incidence import Courses, incidence, share_by

DAYS = np.array([5, 8, 8, 12, 20, 23, 30, 30, 41, 55, 60, 75], float)
ENDS = np.array([2, 1, 2, 1, 0, 1, 1, 2, 0, 1, 0, 1])  # 0 open, 1 won, 2 lost
WATCHED = np.full(12, 80.0)


def drawn():
    """The 400 deals of survival.R: days, ends, and how long each could be watched."""
    i = np.arange(1, 401)
    won, lost = -np.log((i * 0.618034) % 1) * 60, -np.log((i * 0.414214) % 1) * 80
    stop = 20.0 + (i * 7) % 100
    days = np.minimum(np.minimum(won, lost), stop)
    return days, np.where(days == stop, 0, np.where(days == won, 1, 2)), stop


def test_the_curve_to_any_close_is_that_of_r():
    curve = survival(DAYS, ENDS > 0)
    np.testing.assert_allclose(curve.durations, [5, 8, 12, 23, 30, 55, 75])
    r = [0.9166666667, 0.75, 0.6666666667, 0.5714285714, 0.3809523810, 0.2539682540, 0]
    np.testing.assert_allclose(curve.share, r, atol=1e-9)


def test_the_median_and_its_interval_are_those_of_r():
    found = km_median(DAYS, ENDS > 0)
    assert (found.value, found.low) == (30, 8)
    assert found.high == 75  # statsmodels: the last end; R, for which none is left then: NA
    days, ends, _ = drawn()
    found = km_median(days, ends > 0)
    r = (23.60726261, 20.21093846, 27.07694516)
    assert (found.value, found.low, found.high) == pytest.approx(r, rel=1e-8)


@pytest.mark.parametrize("n", range(2, 42, 2))
def test_the_median_is_the_first_day_by_which_half_are_done_however_many_there_are(n):
    days = np.arange(1, n + 1.0)
    assert km_median(days, np.ones(n, bool)).value == n / 2
    assert km_median(days, days <= n / 2).value == n / 2  # the others still run


@pytest.mark.parametrize(
    ("day", "r"), [(10, 0.08333333333), (30, 0.35714285714), (60, 0.48412698413)]
)
def test_the_share_won_by_a_day_is_that_of_r(day, r):
    assert share_by(Courses(DAYS, ENDS, WATCHED), day).value == pytest.approx(r, abs=1e-9)


def test_the_error_is_that_of_statsmodels_and_close_to_that_of_r():
    days, ends, watched = drawn()
    theirs = CumIncidenceRight(days, ends)
    for day, r, error in ((30, 0.3234090435, 0.02356344805), (60, 0.4552161455, 0.02665358697),
                          (90, 0.5062792912, 0.02849187674)):  # fmt: skip
        found = share_by(Courses(days, ends, watched), day)
        assert found.value == pytest.approx(r, abs=1e-9)
        own = theirs.cinc_se[0][np.searchsorted(theirs.times, day, side="right") - 1]
        reach = np.exp(1.96 * own / (r * np.log(r)))
        assert (found.low, found.high) == pytest.approx((r ** (1 / reach), r**reach), rel=1e-6)
        assert own == pytest.approx(error, rel=0.02)  # R's is the infinitesimal jackknife


def test_where_none_ends_otherwise_it_is_one_less_kaplan_and_meier():
    days, ends, watched = drawn()
    ends = np.minimum(ends, 1)
    theirs = SurvfuncRight(days, ends)
    at = np.searchsorted(theirs.surv_times, 60, side="right") - 1
    found = share_by(Courses(days, ends, watched), 60)
    assert found.value == pytest.approx(1 - theirs.surv_prob[at])


def test_the_last_to_end_leave_an_interval_too():
    curve = incidence(Courses(DAYS, ENDS, WATCHED))
    assert np.isfinite(curve.low[-1]) and np.isfinite(curve.high[-1])


def test_no_share_by_a_day_for_which_none_was_watched_and_none_of_nothing():
    assert share_by(Courses(DAYS, ENDS, np.full(12, 50.0)), 60) is None
    assert share_by(Courses(DAYS[:0], ENDS[:0], DAYS[:0]), 30) is None


def test_by_a_day_on_which_nothing_has_happened_yet_the_share_is_zero_with_an_upper_end():
    found = share_by(Courses(np.array([40.0, 50.0]), np.array([0, 1]), np.array([40.0, 90.0])), 45)
    assert found.value == 0 and found.low == 0 and found.high > 0.5
