"""Activities: calls, meetings, demos and viewings, by what was booked, held, missed or moved."""

import pytest

from tests.core.metrics.records.tables import heard, panel, records, values

ROWS = [  # id, type, direction, outcome, booked, occurred, deal
    (1, "Call", "Outbound", "Connected", None, "2025-01-03 09:00", 1),
    (2, "Call", "Outbound", "No answer", None, "2025-01-04 09:00", 1),
    (3, "Call", "Inbound", "Connected", None, "2025-01-05 09:00", 2),
    (4, "Call", "Missed", "No answer", None, "2025-01-06 09:00", 2),
    (5, "Call", "Outbound", "Busy", None, "2025-02-03 09:00", 3),
    (6, "Meeting", None, "Completed", "2025-01-20", "2025-02-04 10:00", 1),
    (7, "Meeting", None, "No show", "2025-01-21", "2025-02-05 10:00", 2),
    (8, "Meeting", None, "Canceled", "2025-01-22", "2025-02-06 10:00", 2),
    (9, "Meeting", None, "Rescheduled", "2025-01-23", "2025-02-07 10:00", 3),
    (10, "Meeting", None, "Completed", "2025-01-30", "2025-02-10 10:00", 3),
    (11, "Internal meeting", None, "Completed", "2025-01-30", "2025-02-10 12:00", None),
    (12, "Demo", None, "Completed", "2025-02-01", "2025-02-11 12:00", 3),
    (13, "Demo", None, "Scheduled", "2025-02-20", "2025-04-11 12:00", 3),
    (14, "Email", "Outbound", "Sent", None, "2025-02-12 12:00", 3),
    (15, "Email", "Outbound", "Bounced", None, "2025-02-13 12:00", 3),
    (16, "Task", None, None, None, "2025-02-27 12:00", 3),
]
FIELDS = ("activity_id", "type", "direction", "outcome", "booked_at", "occurred_at", "deal_id")


def activities(rows=ROWS, drop=(), source="crm.csv", names=None, **more):
    cells = dict(zip(FIELDS, zip(*rows, strict=True), strict=True)) | more
    kept = {field: one for field, one in cells.items() if field not in drop}
    return records("activities", kept, source=source, names=names)


@pytest.fixture(scope="module")
def small():
    return panel(activities())


def test_sales_calls_are_outgoing_ones_answered_or_not(small):
    assert values(small, "calls") == {"2025-01": 2, "2025-02": 1}
    assert values(small, "connect_rate") == {"2025-01": 0.5, "2025-02": 0.0}


def test_meetings_count_on_the_day_they_were_booked_once_each_without_cancelled_and_internal(small):
    assert values(small, "meetings") == {"2025-01": 3, "2025-02": 0}
    assert values(small, "demos") == {"2025-01": 0, "2025-02": 2}


def test_the_held_rate_is_of_meetings_held_or_missed(small):
    assert values(small, "meeting_held_rate") == {"2025-02": 0.75}


def test_planned_activities_have_not_happened_and_do_not_move_the_end_of_the_data(small):
    assert str(small.values.index[-1]) == "2025-02"


def test_mails_that_bounced_were_not_sent(small):
    assert values(small, "emails_sent") == {"2025-01": 0, "2025-02": 1}


def test_contact_frequency_is_contacts_for_each_deal_contacted(small):
    assert values(small, "contact_frequency") == {"2025-01": 2.0, "2025-02": pytest.approx(2.5)}


@pytest.mark.parametrize(
    ("lacking", "id", "reason"),
    [
        ("No show", "meeting_held_rate", "no missed meetings"),
        ("No answer Busy", "connect_rate", "no unanswered calls"),
    ],
)
def test_rates_are_refused_when_the_file_lacks_what_failed(lacking, id, reason):
    rows = [one for one in ROWS if not one[3] or one[3] not in ("No answer", "Busy")]
    rows = rows if id == "connect_rate" else [one for one in ROWS if one[3] != "No show"]
    found = panel(activities(rows))
    assert id not in found.values and reason in found.refused[id].to("en"), lacking


def test_what_is_not_in_the_file_is_refused_and_not_zero(small):
    for id in ("viewings", "visits", "follow_ups"):
        assert id not in small.values and "are in this file" in small.refused[id].to("en")


def test_an_activity_that_was_moved_under_its_number_counts_once():
    moved = (6, "Meeting", None, "Completed", "2025-01-20", "2025-02-20 10:00", 1)
    found = panel(activities([*ROWS, moved]))
    assert values(found, "meetings") == {"2025-01": 3, "2025-02": 0}
    assert heard(found, "repeats an activity")


def test_without_a_day_of_booking_meetings_count_on_the_day_they_took_place_and_that_is_said():
    found = panel(activities(drop=("booked_at",)))
    assert values(found, "meetings") == {"2025-01": 0, "2025-02": 3}
    assert heard(found, "counted by the day they took place")


def test_without_directions_and_outcomes_what_is_counted_too_is_said():
    found = panel(activities(drop=("direction", "outcome")))
    assert values(found, "calls") == {"2025-01": 4, "2025-02": 1}
    assert heard(found, "all count as calls made") and heard(found, "missed ones are counted too")
    assert "outcome" in found.refused["connect_rate"].to("en")


def test_without_outcomes_a_day_after_the_last_booking_is_a_plan():
    rows = [(1, "Meeting", None, None, "2025-01-10", "2025-01-20", 1),
            (2, "Meeting", None, None, "2025-02-10", "2025-06-20", 1)]  # fmt: skip
    found = panel(activities(rows, drop=("outcome",)))
    assert values(found, "meetings") == {"2025-01": 1, "2025-02": 1}


def test_calls_without_outcome_were_answered_when_they_lasted():
    rows = [(i, "Call", "Outgoing", None, None, f"2025-0{1 + i % 2}-1{i}", 1) for i in range(4)]
    found = panel(activities(rows, drop=("outcome",), duration_s=[0.0, 30.0, 60.0, 90.0]))
    assert values(found, "connect_rate") == {"2025-01": 0.5, "2025-02": 1.0}


def test_a_table_of_calls_or_meetings_says_its_kind_by_its_headers():
    names = {"activity_id": "Call id", "direction": "Call direction", "outcome": "Call outcome"}
    calls = activities(ROWS[:5], drop=("type", "booked_at", "deal_id"), names=names)
    found = panel(calls)
    assert values(found, "calls") == {"2025-01": 2, "2025-02": 1}
    assert heard(found, "taken as: calls")
    titles = ["Demo: Sinar Jaya", "Rapat: Sinar Jaya"]
    meets = records(
        "activities",
        {
            "name": titles, "outcome": ["Selesai", "Selesai"],
            "occurred_at": ["2025-01-10 10:00", "2025-02-11 10:00"],
        },
        names={"name": "Nama Rapat", "outcome": "Hasil Rapat", "occurred_at": "Mulai Rapat"},
        types={"name": ""},
    )  # fmt: skip
    found = panel(meets)
    assert values(found, "demos") == {"2025-01": 1, "2025-02": 0}
    assert values(found, "meetings") == {"2025-01": 0, "2025-02": 1}


def test_viewings_are_those_held_and_repeats_by_one_buyer_are_told_apart():
    rows = [(1, "Viewing", None, "Held", None, "2025-01-10", 7),
            (2, "Site visit", None, "Held", None, "2025-01-20", 8),
            (3, "Survei lokasi", None, "Terlaksana", None, "2025-02-10", 7),
            (4, "Viewing", None, "No-show", None, "2025-02-11", 9)]  # fmt: skip
    found = panel(activities(rows))
    assert values(found, "viewings") == {"2025-01": 2, "2025-02": 1}
    assert values(found, "repeat_viewings") == {"2025-01": 0, "2025-02": 1}


def test_due_days_stand_for_activities_of_systems_that_keep_no_other():
    rows = [(i, "Call", None, None, None, None, 1) for i in range(3)]
    found = panel(
        activities(
            rows, drop=("occurred_at", "booked_at", "outcome", "direction"),
            due_at=["2025-01-10", "2025-01-12", "2025-02-10"],
        )
    )  # fmt: skip
    assert values(found, "calls") == {"2025-01": 2, "2025-02": 1}
    assert heard(found, "“due on” is taken for it")
