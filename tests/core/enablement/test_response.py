"""Response time counted by hand: who is late, who still waits, what is no answer."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from core.enablement.working_hours import working_seconds
from core.holidays import is_working_day
from tests.core.enablement.asking import figure, figures, left_out, notes, why
from tests.core.metrics.records.tables import records

MINUTE, HOUR, DAY = 60, 3600, 86_400
ROWS = [  # id, created, status, owner, first response; the data go up to 20 January
    (1, "2025-01-03 08:00", "New", "Ana", "2025-01-03 08:30"),
    (2, "2025-01-03 10:00", "New", "Ana", "2025-01-03 13:00"),
    (3, "2025-01-03 16:30", "New", "Budi", "2025-01-06 09:15"),  # over a weekend
    (4, "2025-01-04 10:00", "Spam", "Budi", None),
    (5, "2025-01-05 10:00", "New", "Budi", None),
    (6, "2025-01-06 10:00", "New", "Ana", "2025-01-05 10:00"),  # before it was created
    (7, "2025-01-20 23:30", "New", "Ana", None),  # half an hour old
    (8, "2025-01-07 10:00", "Duplicate", "Ana", "2025-01-07 10:01"),
]
FIELDS = ("lead_id", "created_at", "status", "owner", "first_response_at")


def leads(rows=ROWS, drop=(), **more):
    cells = dict(zip(FIELDS, zip(*rows, strict=True), strict=True)) | more
    return records("leads", {field: one for field, one in cells.items() if field not in drop})


def touches(*rows):
    fields = ("lead_id", "type", "outcome", "direction", "occurred_at")
    return records("activities", dict(zip(fields, zip(*rows, strict=True), strict=True)))


def test_the_median_is_of_those_answered_and_says_who_is_left_out():
    found = figures("response_s", leads())
    median = found["", "median", ""]
    assert (median.value, median.unit, median.n) == (3 * HOUR, "s", 3)
    assert found["", "p90", ""].value == np.quantile([1800, 3 * HOUR, 64.75 * HOUR], 0.9)
    assert left_out(median) == {
        "spam, duplicates and one’s own": 2,
        "answered before it was created": 1,
        "not answered so far": 2,
    }


def test_with_those_still_waiting_the_median_is_that_of_kaplan_and_meier():
    end = pd.Timestamp("2025-01-21")
    waits = [1800, 3 * HOUR, 64.75 * HOUR]
    waits += [(end - pd.Timestamp(one)).total_seconds() for one in ROWS[4][1:2] + ROWS[6][1:2]]
    found = figures("response_s", leads())["", "km_median", ""]
    curve = SurvfuncRight(np.array(waits), np.array([1, 1, 1, 0, 0]))
    assert found.value == curve.quantile(0.5) == 64.75 * HOUR
    assert (found.numerator, found.denominator, found.n) == (3, 5, 5)


def test_the_share_within_the_limit_is_of_all_leads():
    row = figure("response_within", leads())
    assert (row.numerator, row.denominator, row.value) == (1, 5, 0.2)
    assert "The limit is 1 hours" in notes(row)
    assert "though the limit is not over: 1 lead." in notes(row)
    assert figure("response_within", leads(), within_s=3.0 * HOUR).value == 0.4
    assert "not over" not in notes(figure("response_within", leads(), within_s=1800.0))


def test_never_answered_is_a_share_of_all_leads_and_a_count():
    found = figures("never_answered", leads())
    share, count = found["", "", ""], found["", "count", ""]
    assert (share.numerator, share.denominator, share.value) == (2, 6, pytest.approx(1 / 3))
    assert (count.value, count.unit) == (2, "count")


def test_on_an_earlier_day_what_was_answered_later_still_waits():
    found = figures("never_answered", leads(), as_of="2025-01-05")
    assert found["", "count", ""].value == 2  # leads 3 and 5
    assert found["", "", ""].denominator == 4


def test_groups_are_measured_apart():
    found = figures("never_answered", leads(), by=("owner",))
    assert found["", "", "Ana"].numerator == 1 and found["", "", "Ana"].denominator == 4
    assert found["", "", "Budi"].numerator == 1 and found["", "", "Budi"].denominator == 2


def test_in_working_hours_nights_weekends_and_holidays_do_not_count():
    found = figures("response_s", leads(), working_hours=True)
    assert found["", "median", ""].value == 45 * MINUTE  # Friday 16:30 to Monday 9:15
    assert "working hours" in notes(found["", "median", ""])
    eve = [(1, "2025-03-27 16:00", "New", "Ana", "2025-04-08 10:00")]  # Nyepi and Lebaran between
    row = figures("response_s", leads(eve), working_hours=True)["", "median", ""]
    between = pd.date_range("2025-03-28", "2025-04-07")
    days = sum(is_working_day(one.date()) for one in between)
    assert row.value == (2 + 8 * days) * HOUR


def test_where_only_days_are_known_response_is_in_whole_days_and_hours_are_refused():
    answered = ["2025-01-03", "2025-01-05", "2025-01-05", None]
    created = ["2025-01-03", "2025-01-03", "2025-01-04", "2025-01-04"]
    rows = [
        (n, day, "New", "Ana", at)
        for n, (day, at) in enumerate(zip(created, answered, strict=True))
    ]
    found = figures("response_s", leads(rows))
    assert found["", "median", ""].value == DAY
    assert "whole days" in notes(found["", "median", ""])
    assert "no hours" in why(figure("response_within", leads(rows)))
    assert figure("response_within", leads(rows), within_s=float(DAY)).value == 0.5


def test_automatic_replies_are_no_answer_of_a_person():
    kinds = ["Auto-reply", "Human", "Human", None, None, "Human", None, None]
    found = figures("response_s", leads(**{"First response type": kinds}))
    assert found["", "median", ""].n == 2
    assert "1 first response was automatic" in notes(found["", "median", ""])


def test_without_a_day_of_response_the_activities_tell_the_first_touch_of_a_person():
    done = touches(
        (1, "Email", "Auto-reply", "Outgoing", "2025-01-03 08:01"),
        (1, "Email", "Bounced", "Outgoing", "2025-01-03 08:05"),
        (1, "Email", "Sent", "Incoming", "2025-01-03 08:10"),
        (1, "Call", "No answer", "Outgoing", "2025-01-03 08:20"),
        (1, "Call", "Connected", "Outgoing", "2025-01-03 09:00"),
        (2, "Email", "Sent", "Outgoing", "2025-01-03 09:30"),  # before the lead
        (2, "Email", "Sent", "Outgoing", "2025-01-03 12:00"),
        (4, "Call", "Connected", "Outgoing", "2025-01-04 12:00"),  # spam
        (5, "Call", "No answer", "Outgoing", "2025-01-22 12:00"),
    )
    table = leads(drop=("first_response_at",))
    found = figures("response_s", table, done)
    assert (found["", "median", ""].value, found["", "median", ""].n) == (1.5 * HOUR, 2)
    assert "1 activity before its lead" in notes(found["", "median", ""])
    assert figures("never_answered", table, done)["", "count", ""].value == 4


def test_without_any_answer_it_is_refused_and_says_what_is_missing():
    assert "missing in Leads: first response on" in why(
        figure("response_s", leads(drop=("first_response_at",)))
    )
    nobody = [(*one[:4], None) for one in ROWS]
    assert "no lead in this file was answered" in why(figure("never_answered", leads(nobody)))


MOMENTS = st.integers(0, 400 * 24 * 12).map(
    lambda n: pd.Timestamp("2024-12-01") + n * pd.Timedelta("5min")
)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, MOMENTS, MOMENTS)
def test_working_time_adds_up_and_never_exceeds_the_clock(one, two, three):
    first, middle, last = (pd.Series([at]) for at in sorted((one, two, three)))
    whole = working_seconds(first, last)[0]
    assert whole == pytest.approx(
        working_seconds(first, middle)[0] + working_seconds(middle, last)[0]
    )
    assert 0 <= whole <= (last - first).dt.total_seconds()[0]


@settings(max_examples=25, deadline=None)
@given(st.permutations(ROWS))
def test_the_order_of_rows_changes_nothing(rows):
    assert figures("response_s", leads(rows)) == figures("response_s", leads())


def test_counts_of_groups_add_up_to_those_of_all():
    found = figures("response_within", leads(), by=("owner",))
    whole = found.pop(("", "", ""))
    assert sum(one.denominator for one in found.values()) == whole.denominator
    assert sum(one.numerator for one in found.values()) == whole.numerator


def test_a_day_asked_for_after_the_data_leaves_the_share_and_ends_the_waiting():
    now, later = (
        figure("response_within", leads()),
        figure("response_within", leads(), as_of="2025-03-01"),
    )
    assert (later.numerator, later.denominator) == (now.numerator, now.denominator)
    assert "not over" in notes(now) and "not over" not in notes(later)
