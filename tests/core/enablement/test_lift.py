"""Content and winning: the raw difference, and what is left of it with time and size held equal."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import confint_proportions_2indep

from core.enablement.pooled import pooled_difference
from tests.core.enablement.asking import figures, left_out, notes, why
from tests.core.metrics.records.tables import records

START = pd.Timestamp("2025-01-01")


def iso(days):
    return [str(START + pd.Timedelta(days=float(one))) if one == one else None for one in days]


def sold(status, created, lasted, **more):
    closed = np.where(np.array(status) == "open", np.nan, np.add(created, lasted))
    return records(
        "deals",
        {"deal_id": list(range(len(status))), "status": list(status), "created_at": iso(created),
         "closed_at": iso(closed), **{field: list(cells) for field, cells in more.items()}},
    )  # fmt: skip


def sent(deals, at, category=None, action="share"):
    cells = {"content_id": ["C1"] * len(deals), "action": [action] * len(deals),
             "occurred_at": iso(at), "deal_id": list(deals)}  # fmt: skip
    return records("content_usage", cells | ({"category": category} if category else {}))


def counted():
    """Thirty deals won 20 times, forty won 10 times, all lasting 20 days; three are open."""
    won = ["won"] * 20 + ["lost"] * 10 + ["won"] * 10 + ["lost"] * 30
    return won + ["open"] * 3, [0] * 70 + [60] * 3, [20] * 73


def test_the_raw_difference_is_that_of_the_two_rates_with_newcombes_interval():
    found = figures("content_lift", sold(*counted()), sent(range(30), [5] * 30))
    raw = found["raw", "", ""]
    assert raw.value == pytest.approx(20 / 30 - 10 / 40)
    low, high = confint_proportions_2indep(20, 30, 10, 40, method="newcomb", compare="diff")
    assert (raw.low, raw.high, raw.n) == (pytest.approx(low), pytest.approx(high), 70)
    assert left_out(raw) == {"still open": 3}
    assert "20 of 30 deals given" in notes(raw) and "not shown to bring it about" in notes(raw)


def test_what_is_given_on_or_after_the_day_of_the_close_is_given_too_late():
    late = sent([*range(30), 30, 31], [5] * 30 + [20, 25])
    raw = figures("content_lift", sold(*counted()), late)["raw", "", ""]
    assert "20 of 30 deals given" in notes(raw)


def test_looks_of_ones_own_people_give_nothing():
    looked = sent(range(30), [5] * 30, action="internal view")
    row = figures("content_lift", sold(*counted()), looked)["", "", ""]
    assert "no material in this file was given" in why(row)


def test_fewer_than_twenty_on_a_side_is_refused_with_both_counts():
    row = figures("content_lift", sold(*counted()), sent(range(19), [5] * 19))["raw", "", ""]
    assert "19 were given material, 51 were not" in why(row) and row.value is None


def test_third_outcomes_count_as_lost_only_when_asked():
    status, created, lasted = counted()
    other = sold([*status[:-3], *["abandoned"] * 3], created, lasted)
    assert figures("content_lift", other, sent(range(30), [5] * 30))["raw", "", ""].n == 70
    counts = figures("content_lift", other, sent(range(30), [5] * 30), others_lost=True)
    assert counts["raw", "", ""].n == 73


def test_the_landmark_leaves_out_deals_closed_by_then_and_what_came_later():
    status, created, lasted = counted()
    lasted = [3 if 60 <= n < 65 else one for n, one in enumerate(lasted)]
    found = figures("content_lift", sold(status, created, lasted), sent(range(30), [4.5] * 30))
    row = found["stratified", "", ""]
    assert row.value == pytest.approx(20 / 30 - 10 / 35) and row.n == 65
    assert "still open 5 days after" in notes(row)


def immortal(seed):
    """Deals sent something at random while they live; those won live longer."""
    random, n = np.random.default_rng(seed), 1600
    large = random.random(n) < 0.5
    at = random.exponential(np.where(large, 25, 60), n)
    won = random.random(n) < np.where(large, 0.55, 0.35)
    lasted = np.where(won, random.gamma(4, 15, n), random.gamma(4, 7, n)) + 10.5
    given = at < lasted
    deals = sold(
        np.where(won, "won", "lost"), np.zeros(n), lasted, amount=np.where(large, 9.0, 1.0)
    )
    return deals, sent(np.flatnonzero(given).tolist(), at[given])


@pytest.mark.parametrize("seed", range(4))
def test_time_alone_makes_a_raw_difference_and_none_at_the_landmark(seed):
    found = figures("content_lift", *immortal(seed))
    raw, held = found["raw", "", ""], found["stratified", "", ""]
    assert raw.low > 0.1
    assert held.low < 0.03 and abs(held.value) < raw.value / 2
    assert "equal: deal value" in notes(held)


def test_each_category_is_compared_with_deals_not_given_it():
    log = sent(range(30), [5] * 30, category=["Case"] * 25 + ["Deck"] * 5)
    found = figures("content_lift", sold(*counted()), log, by=("category",))
    assert found["raw", "", "Case"].value == pytest.approx(20 / 25 - 10 / 45)
    assert "5 were given material" in why(found["raw", "", "Deck"])


def test_groups_of_deals_are_compared_within():
    status, created, lasted = counted()
    deals = sold(status, created, lasted, owner=["Ana"] * 73)
    found = figures("content_lift", deals, sent(range(30), [5] * 30), by=("owner",))
    assert found["raw", "", "Ana"].value == found["raw", "", ""].value


def test_the_order_of_rows_changes_nothing():
    deals, log = immortal(1)
    flipped = records("content_usage", {name: list(log.frame[name])[::-1] for name in log.frame})
    assert figures("content_lift", deals, log) == figures("content_lift", deals, flipped)


def test_in_one_stratum_the_pooled_difference_is_the_plain_one():
    won = pd.Series([True] * 30 + [False] * 20 + [True] * 15 + [False] * 35)
    treated = pd.Series([True] * 50 + [False] * 50)
    found = pooled_difference(won, treated, pd.Series(["all"] * 100))
    error = np.sqrt(0.6 * 0.4 / 50 + 0.3 * 0.7 / 50)
    assert found.value == pytest.approx(0.3)
    assert found.high - found.low == pytest.approx(2 * 1.959964 * error)


def test_the_pooled_difference_agrees_in_sign_and_surety_with_mantel_and_haenszels_test():
    random = np.random.default_rng(5)
    for _ in range(40):
        strata = pd.Series(random.integers(0, 6, 400)).astype(str)
        treated = pd.Series(random.random(400) < 0.5)
        won = pd.Series(random.random(400) < 0.4 + 0.1 * treated)
        found = pooled_difference(won, treated, strata)
        tables = [
            pd.crosstab(treated[own], won[own]).to_numpy()[::-1, ::-1]
            for _name, own in strata.groupby(strata).groups.items()
        ]
        p = StratifiedTable(tables).test_null_odds(correction=False).pvalue
        if abs(p - 0.05) > 0.01:
            assert (found.low > 0 or found.high < 0) == (p < 0.05)


def test_strata_of_one_arm_alone_say_nothing():
    alone = pooled_difference(
        pd.Series([True, False]), pd.Series([True, False]), pd.Series(["a", "b"])
    )
    assert alone is None


def test_the_interval_covers_the_planted_difference_as_often_as_it_says():
    random, hits = np.random.default_rng(3), 0
    for _ in range(200):
        strata = pd.Series(random.integers(0, 30, 300))
        treated = pd.Series(random.random(300) < 0.3 + 0.01 * strata)
        won = pd.Series(random.random(300) < 0.2 + 0.012 * strata + 0.15 * treated)
        found = pooled_difference(won, treated, strata.astype(str))
        hits += found.low <= 0.15 <= found.high
    assert hits >= 0.92 * 200
