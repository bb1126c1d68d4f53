"""Training and what came after: a change alone is no effect, and the worst come back anyway."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

from core.enablement import Asked
from core.enablement.before_after import Pairs, difference_in_differences
from core.enablement.effect_trend import trends
from core.enablement.ledger import ledger
from core.enablement.ramp import ramp
from core.enablement.sentences import sentence
from tests.core.enablement.asking import figures, left_out, notes, why
from tests.core.metrics.records.tables import records

START = pd.Timestamp("2024-01-01")


def iso(days):
    return [str(START + pd.Timedelta(days=float(one))) for one in days]


def scored(treated=True, **more):
    """Three trained, three not, one of whom nobody knows the second score."""
    cells = {
        "learner_id": list("ABCDEFG"), "course_id": ["On"] * 7,
        "assigned_at": ["2025-01-02"] * 7, "completed_at": ["2025-01-10"] * 3 + [None] * 4,
        "Pre Score": [50.0, 60.0, 55.0, 65.0, 70.0, 60.0, 60.0],
        "Post Score": [70.0, 75.0, 80.0, 70.0, 72.0, 68.0, None],
    }  # fmt: skip
    if treated:
        cells["treated"] = [True] * 3 + [False] * 4
    return records("training", cells | more, types={"Pre Score": "", "Post Score": ""})


def test_the_effect_is_the_change_of_the_trained_less_that_of_the_others():
    found = figures("training_effect", scored())
    did, change = found["did", "score", ""], found["change", "score", ""]
    assert (change.value, change.n) == (20.0, 3)
    assert (did.value, did.n) == (15.0, 6)
    spread = np.sqrt((np.var([20, 15, 25], ddof=1) + np.var([5, 2, 8], ddof=1)) / 2)
    margin = t.ppf(0.975, 4) * spread * np.sqrt(1 / 3 + 1 / 3)
    assert (did.low, did.high) == (pytest.approx(15 - margin), pytest.approx(15 + margin))
    assert left_out(did) == {"not known both before and after": 1}
    assert "A change, not an effect" in str(sentence(change))


def test_where_the_worst_were_sent_their_return_to_the_usual_is_named():
    worst = figures("training_effect", scored())["did", "score", ""]
    assert "return to their usual level" in str(sentence(worst))
    same = [60.0, 70.0, 65.0, 65.0, 70.0, 60.0, 60.0]
    row = figures("training_effect", scored(**{"Pre Score": same}))["did", "score", ""]
    assert "usual level" not in str(sentence(row))


def test_without_anybody_to_compare_with_there_is_a_change_and_no_effect():
    found = figures("training_effect", scored(treated=False, completed_at=["2025-01-10"] * 7))
    assert found["change", "score", ""].value is not None
    assert "nobody is left to compare with" in why(found["did", "score", ""])


def company(seed=1, effect=0.25, months=18, staggered=False, everybody=False):
    """Twelve reps with forty leads a month; six are trained and answer sooner."""
    random, end = np.random.default_rng(seed), months * 30
    names = [f"Rep {one}" for one in range(12)]
    trained = names if everybody else names[:6]
    day = {name: 270 + (45 * n if staggered else 0) for n, name in enumerate(trained)}
    n = months * 40 * 12
    owner, at = random.choice(names, n), random.uniform(0, end, n)
    after = at > np.array([day.get(one, np.inf) for one in owner])
    fast = random.random(n) < 0.4 + effect * after
    wait = np.where(fast, 0.02, 0.5)
    cells = {"lead_id": list(range(n)), "created_at": iso(at), "owner": list(owner)}
    leads = records("leads", cells | {"first_response_at": iso(at + wait)})
    courses = records("training", {
        "learner_id": [one.upper() for one in trained], "course_id": ["Answering"] * len(trained),
        "assigned_at": iso([200] * len(trained)), "completed_at": iso(day.values()),
    })  # fmt: skip
    return leads, courses


@pytest.mark.parametrize("staggered", [False, True])
def test_a_planted_effect_on_answering_is_found_by_the_owners_of_leads(staggered):
    did = figures("training_effect", *company(staggered=staggered))["did", "response_within", ""]
    assert did.low <= 0.25 <= did.high and did.low > 0.15
    assert f"{90 if staggered else 180} days before the training beside" in notes(did)


def test_a_training_without_effect_is_none():
    did = figures("training_effect", *company(effect=0.0))["did", "response_within", ""]
    assert did.low < 0 < did.high


def test_where_everybody_is_trained_on_one_day_only_the_change_is_known():
    found = figures("training_effect", *company(everybody=True))
    assert "nobody is left" in why(found["did", "response_within", ""])
    assert found["change", "response_within", ""].low > 0.15


def test_those_trained_later_stand_beside_those_trained_before_them():
    found = figures("training_effect", *company(everybody=True, staggered=True, months=36))
    did = found["did", "response_within", ""]
    assert did.low <= 0.25 <= did.high and did.low > 0


def test_several_courses_are_looked_at_apart():
    leads, courses = company()
    rows = courses.frame.astype(str).to_numpy().tolist()
    rows.append(["Rep 7", "Product", *rows[0][2:]])
    both = records("training", dict(zip(courses.frame, zip(*rows, strict=True), strict=True)))
    found = figures("training_effect", leads, both)
    assert "several courses" in why(found["did", "", ""])
    assert found["did", "response_within", "Answering"].low > 0.15


def test_without_results_of_these_people_it_says_what_to_bring():
    _leads, courses = company()
    assert "bring scores before and after" in why(
        figures("training_effect", courses)["did", "", ""]
    )


def test_with_several_days_of_training_the_estimate_is_a_mean_over_its_days():
    rows = [("a", 1, True, 0, 4), ("b", 1, False, 0, 1), ("c", 1, False, 1, 2)]
    rows += [("d", 1, True, 1, 5), ("e", 2, True, 0, 2), ("f", 2, True, 0, 4)]
    rows += [("b", 2, False, 1, 1), ("c", 2, False, 0, 0)]
    frame = pd.DataFrame(rows, columns=["person", "day", "treated", "before", "after"])
    found = difference_in_differences(Pairs(frame))
    assert found.value == pytest.approx(((4 - 1) + (3 - 0)) / 2)
    assert found.low < found.value < found.high


def test_the_trend_shows_both_lines_before_and_after():
    leads, courses = company()
    told = trends(ledger((leads, courses), Asked()), Asked())[0]
    before, after = (told.rows[told.rows["month"] < 0], told.rows[told.rows["month"] > 0])
    assert abs((before["trained"] - before["others"]).mean()) < 0.05
    assert (after["trained"] - after["others"]).mean() == pytest.approx(0.25, abs=0.06)
    assert set(told.rows["n_trained"]) == {6} and set(told.rows["n_others"]) == {6}


def test_the_ramp_is_of_people_seen_to_start():
    owners = ["Old"] * 3 + ["New"] * 2 + ["Slow"] * 2
    deals = records("deals", {
        "deal_id": list(range(7)), "owner": owners,
        "status": ["won", "lost", "won", "lost", "won", "lost", "open"],
        "created_at": iso([0, 5, 9, 100, 110, 120, 130]),
        "closed_at": [*iso([20, 30, 40, 120, 160, 140]), None],
    })  # fmt: skip
    courses = records("training", {
        "learner_id": ["New"], "course_id": ["On"], "assigned_at": iso([101]),
        "completed_at": iso([115]),
    })  # fmt: skip
    found = ramp(ledger((deals, courses), Asked()))
    people = found.people.set_index("person")
    assert set(people.index) == {"new", "slow"}
    assert people.loc["new", ["days", "won", "at_once"]].tolist() == [60.0, True, True]
    assert people.loc["slow", ["days", "won", "at_once"]].tolist() == [41.0, False, False]
    assert found.trained is not None and found.others is None
