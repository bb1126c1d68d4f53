"""The training log: the course that helps, the one that only seems to, and who did not finish."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from core.worlds.crm import company

SEEDS = range(1, 9)
EACH = pytest.mark.parametrize("seed", SEEDS)
made = cache(company)


def learners(world, course):
    taken = world.training
    return taken[taken["course"] == course].set_index("learner")["completed_at"]


def answered(world):
    """Genuine leads, and whether a person answered each within the hour."""
    leads = world.leads[~world.leads["status"].isin(["spam", "duplicate"])]
    after = leads["first_response_at"] - leads["created_at"]
    return leads.assign(fast=after <= pd.Timedelta(seconds=world.truth.fast_within_s))


def by_rep(rows, value, first, last):
    """The mean of each rep over those months, the last one included."""
    month = pd.PeriodIndex(rows["at"], freq="M")
    return rows[(month >= first) & (month <= last)].groupby("owner")[value].mean()


def rise(rows, value, before, after):
    """Change of each rep's mean from the months `before` to those `after`."""
    return by_rep(rows, value, *after) - by_rep(rows, value, *before)


def difference_in_differences(changes, sent):
    own = changes.index.isin(list(sent))
    return changes[own].mean() - changes[~own].mean()


def closed(world):
    """Deals that closed in the usual regions."""
    deals = world.deals[world.deals["region"] != world.truth.elsewhere.id]
    deals = deals[deals["status"] != "open"]
    return deals.assign(won=deals["status"] == "won", at=deals["closed_at"])


@EACH
def test_those_who_completed_the_course_answer_faster_by_the_planted_share(seed):
    world, truth = made(seed), made(seed).truth.training
    done, month = learners(world, truth.helps), pd.Period(truth.month, freq="M")
    regions = world.deals.drop_duplicates("owner").set_index("owner")["region"]
    assert set(done.index) == set(regions.index[regions.isin(truth.teams)])
    assert (pd.PeriodIndex(done, freq="M") == month).all()
    leads = answered(world).assign(at=lambda one: one["created_at"])
    after = leads["owner"].map(done) < leads["created_at"]
    for part, share in ((after, truth.after), (~after, truth.before)):
        error = np.sqrt(share * (1 - share) / part.sum())
        assert abs(leads["fast"][part].mean() - share) < 3.5 * error
    changes = rise(leads, "fast", (month - 12, month - 1), (month + 1, month + 12))
    assert difference_in_differences(changes, done.index) == pytest.approx(truth.gain, abs=0.11)


def test_before_the_course_both_groups_answer_alike():
    found = []
    for seed in SEEDS:
        world, month = made(seed), pd.Period(made(seed).truth.training.month, freq="M")
        leads = answered(world).assign(at=lambda one: one["created_at"])
        changes = rise(leads, "fast", (month - 16, month - 9), (month - 8, month - 1))
        done = learners(world, world.truth.training.helps)
        found.append(difference_in_differences(changes, done.index))
    assert np.mean(found) == pytest.approx(0.0, abs=0.04)


def seeming_and_honest(world):
    """Rise of those sent to the decoy: from the months that picked them, from the year before."""
    truth, rows = world.truth.training, closed(world)
    month = pd.Period(truth.decoy_month, freq="M")
    sent, later = learners(world, truth.decoy).index, (month + 1, month + 9)
    picked = (month - truth.picked_over, month - 1)
    year = (picked[0] - 12, picked[0] - 1)
    return [
        (rise(rows, "won", before, later).reindex(sent).mean(),
         difference_in_differences(rise(rows, "won", before, later), sent))
        for before in (picked, year)
    ]  # fmt: skip


def test_the_decoy_course_seems_to_help_those_who_were_picked_for_a_bad_spell():
    seeming, honest = np.mean([seeming_and_honest(made(seed)) for seed in SEEDS], axis=0)
    truth = made(1).truth.training
    assert (seeming > 0.06).all()
    assert honest == pytest.approx([truth.decoy_gain] * 2, abs=0.05)


def test_in_the_sample_the_decoy_course_seems_to_help():
    (seeming, against_others), (honest, _) = seeming_and_honest(made(1))
    assert seeming > 0.1 and against_others > 0.1
    assert abs(honest) < 0.1


@EACH
def test_the_least_successful_of_the_months_before_were_sent_to_the_decoy(seed):
    world, truth = made(seed), made(seed).truth.training
    month = pd.Period(truth.decoy_month, freq="M")
    rates = by_rep(closed(world), "won", month - truth.picked_over, month - 1)
    sent = set(learners(world, truth.decoy).index)
    assert 1 < len(sent) < len(rates)
    assert rates[list(sent)].max() <= rates.drop(list(sent)).min()


def test_not_everybody_finishes_what_they_were_sent_to():
    taken = pd.concat([made(seed).training for seed in SEEDS])
    assert set(taken["status"]) >= {"completed", "failed", "withdrawn", "not_started"}
    passed = taken["status"] == "completed"
    assert (taken["completed_at"].notna() == passed).all()
    assert (taken.loc[passed, "score"] >= 70).all()
    assert (taken.loc[taken["status"] == "failed", "score"] < 70).all()
    idle = taken["status"].isin(["withdrawn", "not_started"])
    assert taken.loc[idle, "started_at"].isna().all()
    assert (taken["status"] == "withdrawn").equals(taken["unenrolled_at"].notna())
    assert (taken.loc[passed, "completed_at"] > taken.loc[passed, "due_at"]).any()
    for before, later in (
        ("assigned_at", "enrolled_at"), ("enrolled_at", "started_at"),
        ("started_at", "completed_at"),
    ):  # fmt: skip
        both = taken.dropna(subset=[before, later])
        assert (both[before] <= both[later]).all()
    keys = ["learner", "course", "run", "assigned_at"]
    again = made(1).training[made(1).training.duplicated(keys, keep=False)]
    assert set(again.groupby("attempts")["status"].unique().map(tuple)) == {
        ("failed",), ("completed",)
    }  # fmt: skip
