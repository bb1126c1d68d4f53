"""Three shares of training completed, counted by hand."""

import pytest

from tests.core.enablement.asking import answer, figures, left_out, notes, why
from tests.core.metrics.records.tables import records

ROWS = [  # learner, course, assigned, started, completed, due, unenrolled, status
    ("A", "On", "2025-01-02", "2025-01-03", "2025-01-10", "2025-01-31", None, "Completed"),
    ("A", "On", "2025-01-02", "2025-01-13", None, "2025-01-31", None, "In progress"),  # a retake
    ("B", "On", "2025-01-02", "2025-01-03", "2025-02-10", "2025-01-31", None, "Completed"),  # late
    ("C", "On", "2025-01-02", "2025-01-03", None, "2025-01-31", None, "In progress"),
    ("D", "On", "2025-01-02", None, None, "2025-01-31", "2025-01-05", "Withdrawn"),
    ("E", "On", "2025-01-02", None, None, "2025-05-31", None, "Not started"),
    ("F", "On", "2025-01-02", "2025-01-03", "2025-01-10", None, None, "Failed"),
    ("G", "On", "2025-01-02", "2025-01-03", None, "2025-01-31", "2025-01-09", "Withdrawn"),  # after
]
FIELDS = (
    "learner_id", "course_id", "assigned_at", "started_at", "completed_at", "due_at",
    "unenrolled_at", "status",
)  # fmt: skip


def training(rows=ROWS, drop=(), **more):
    cells = dict(zip(FIELDS, zip(*rows, strict=True), strict=True)) | more
    return records("training", {field: one for field, one in cells.items() if field not in drop})


def shares(*tables, **asked):
    found = figures("completion_rate", *tables, **asked)
    return {key[0]: (one.numerator, one.denominator) for key, one in found.items() if not key[2]}


def test_the_three_denominators_are_all_those_who_began_and_what_was_due():
    assert shares(training()) == {"all": (2, 6), "started": (2, 5), "due": (1, 4)}


def test_who_left_before_beginning_is_in_none_and_said():
    found = figures("completion_rate", training())
    assert left_out(found["all", "", ""]) == {"taken off the list before they began": 1}
    assert left_out(found["started", "", ""])["not begun"] == 1
    assert left_out(found["due", "", ""])["not due yet"] == 1
    assert left_out(found["due", "", ""])["without a day on which it is due"] == 1
    assert "archived enrolments" in notes(found["all", "", ""])
    assert found["all", "", ""].value == pytest.approx(1 / 3)


def test_runs_assigned_on_days_of_their_own_are_separate_and_attempts_at_one_are_not():
    rows = [
        ROWS[0],
        ROWS[1],
        ("A", "On", "2025-04-01", None, None, "2025-04-30", None, "Not started"),
    ]
    runs = training(rows, run=["1", "2", "2025 Q2"])
    assert shares(runs)["all"] == (1, 2)
    found = figures("completion_rate", runs)["all", "", ""]
    assert left_out(found) == {"another attempt of the same person at the same course": 1}


def test_on_an_earlier_day_what_came_later_is_not_done():
    assert shares(training(), as_of="2025-02-01")["all"] == (1, 6)
    assert shares(training(), as_of="2025-01-05")["due"] == (None, None)


def test_a_status_alone_tells_all_and_who_began():
    found = shares(training(drop=("completed_at", "started_at", "due_at", "unenrolled_at")))
    assert found["all"] == (2, 5) and found["started"] == (2, 4)  # who withdrew is left out
    rows = figures("completion_rate", training(drop=("completed_at", "due_at")))
    assert "when training is due" in why(rows["due", "", ""])


def test_without_any_word_on_who_began_that_share_is_refused():
    found = figures("completion_rate", training(drop=("started_at", "status")))
    assert "who began" in why(found["started", "", ""])
    assert found["all", "", ""].value is not None


def test_without_day_and_status_nothing_says_who_completed():
    table = training(drop=("completed_at", "status"))
    assert "who completed" in why(answer(table, names=["completion_rate"]).rows[0])


def test_each_course_is_measured_apart():
    other = [(one[0], "Product", *one[2:]) for one in ROWS[:1]]
    found = figures("completion_rate", training([*ROWS, *other]), by=("course_id",))
    assert found["all", "", "Product"].value == 1
    assert found["all", "", "On"].denominator == 6


def test_the_order_of_rows_changes_nothing():
    assert shares(training(ROWS[::-1])) == shares(training())
