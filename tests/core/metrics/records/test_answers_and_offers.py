"""Who is answered, who offers after a viewing, who moves on, what is left alone: by hand."""

import pytest

from tests.core.metrics.records.tables import heard, panel, records, values

LEADS = {
    "lead_id": [1, 2, 3, 4],
    "created_at": ["2025-01-02 08:00", "2025-01-03 08:00", "2025-01-04 08:00", "2025-02-20 08:00"],
    "status": ["New", "New", "New", "New"],
}
TOUCHES = [  # lead, type, direction, outcome, at
    (1, "Call", "Outbound", "No answer", "2025-01-02 09:00"),
    (1, "Call", "Outbound", "Connected", "2025-01-02 10:00"),
    (1, "Email", "Outbound", "Sent", "2025-01-02 12:00"),
    (2, "Email", "Inbound", "Sent", "2025-01-03 09:00"),
    (2, "Email", "Outbound", "Bounced", "2025-01-03 10:00"),
    (2, "Email", "Outbound", "Sent", "2025-01-03 14:00"),
    (3, "Meeting", "Outbound", "Held", "2025-01-03 08:00"),  # before the lead: no answer to it
    (4, "Meeting", "Outbound", "Held", "2025-02-21 08:00"),
]


def activities(rows):
    lead, kind, direction, outcome, at = zip(*rows, strict=True)
    fields = {
        "activity_id": [f"a{place}" for place in range(len(rows))], "lead_id": lead, "type": kind,
        "direction": direction, "outcome": outcome, "occurred_at": at,
    }  # fmt: skip
    return records("activities", fields)


def test_without_a_column_the_first_answer_is_looked_for_among_the_activities():
    found = panel(records("leads", LEADS), activities(TOUCHES))
    assert values(found, "lead_response_time") == {"2025-01": 4.0, "2025-02": 24.0}


def test_activities_that_answer_no_lead_are_said():
    found = panel(records("leads", LEADS), activities(TOUCHES[:1]))
    assert "answers a lead" in found.refused["lead_response_time"].to("en")


def test_answered_within_a_day_is_over_all_leads_that_are_a_day_old():
    answered = {
        **LEADS, "first_response_at": ["2025-01-02 09:00", "2025-01-05 09:00", None,
                                       "2025-02-20 09:00"],
    }  # fmt: skip
    found = panel(records("leads", answered))
    assert values(found, "answered_in_a_day") == pytest.approx({"2025-01": 1 / 3})


def test_buyers_who_offer_after_their_first_viewing():
    rows = [
        (1, "Viewing", "", "Held", "2025-01-03"), (1, "Viewing", "", "Held", "2025-01-08"),
        (1, "Offer", "", "Held", "2025-01-10"), (2, "Viewing", "", "Held", "2025-01-04"),
        (3, "Offer", "", "Held", "2025-01-01"), (3, "Viewing", "", "Held", "2025-01-05"),
        (4, "Viewing", "", "No show", "2025-01-06"), (5, "Viewing", "", "Held", "2025-02-06"),
        (5, "Offer", "", "Held", "2025-02-10"), (6, "Viewing", "", "Held", "2025-03-31"),
    ]  # fmt: skip
    found = panel(activities(rows))
    assert values(found, "viewing_to_offer") == pytest.approx({"2025-01": 1 / 3, "2025-02": 1})
    without = panel(activities([one for one in rows if one[1] == "Viewing"]))
    assert "no offers" in without.refused["viewing_to_offer"].to("en")


def test_calls_are_counted_for_each_person_and_day_of_calling():
    calls = {
        "activity_id": ["a", "b", "c", "d", "e"],
        "type": ["Call"] * 5,
        "owner": ["Ani", "Ani", "Ani", "Budi", None],
        "occurred_at": ["2025-01-06 09:00", "2025-01-06 15:00", "2025-01-07", "2025-01-07",
                        "2025-02-03"],
    }  # fmt: skip
    found = panel(records("activities", calls))
    assert values(found, "calls_per_rep_day") == pytest.approx({"2025-01": 4 / 3})
    assert heard(found, "1 row without")


def test_a_deal_enters_a_stage_once_however_often_it_comes_back():
    moves = {
        "deal_id": [1, 1, 1, 2],
        "stage": ["Demo", "Offer", "Demo", "Demo"],
        "entered_at": ["2025-01-02", "2025-01-09", "2025-02-03", "2025-02-05"],
    }
    found = panel(records("stage_history", moves))
    assert values(found, "stage_entries") == {"2025-01": 2, "2025-02": 1}


@pytest.mark.parametrize("header", ["Last Activity Date", "Tanggal Aktivitas Terakhir"])
def test_open_deals_left_alone_are_said_by_the_day_of_their_last_activity(header):
    rows = {
        "deal_id": [1, 2, 3, 4],
        "status": ["Open", "Open", "Open", "Won"],
        "created_at": ["2025-01-02", "2025-01-02", "2025-06-01", "2025-01-05"],
        "closed_at": [None, None, None, "2025-06-30"],
        "last_at": ["2025-02-01", "2025-06-20", None, "2025-01-05"],
        "amount": [1.0, 2.0, 3.0, 4.0],
    }
    table = records("deals", rows, names={"last_at": header}, types={"last_at": ""})
    assert heard(
        panel(table),
        f"1 open deal (33%) has been left alone for 90 days by 30 Jun 2025, going by “{header}”",
    )


@pytest.mark.parametrize("header", ["Deal - Last activity date", "Transaksi - Aktivitas terakhir"])
def test_the_last_activity_is_known_behind_the_prefix_of_pipedrive(header):
    rows = {
        "deal_id": [1, 2],
        "status": ["Open", "Won"],
        "created_at": ["2025-01-02", "2025-01-05"],
        "closed_at": [None, "2025-06-30"],
        "last_at": ["2025-02-01", "2025-01-05"],
    }
    table = records("deals", rows, names={"last_at": header}, types={"last_at": ""})
    assert heard(panel(table), f"going by “{header}”")


@pytest.mark.parametrize(
    ("won", "lost"),
    [("6 - Closed Won", "7 - Closed Lost"), ("Tutup Menang", "Tutup - Kalah"),
     ("Closed won (Sales)", "Closed lost (Sales)"), ("Sudah menang 100%", "Tutup, kalah 0%")],
)  # fmt: skip
def test_a_stage_says_the_outcome_beside_closing_and_numbers(won, lost):
    rows = {
        "deal_id": [1, 2, 3, 4],
        "stage": [won, lost, won, "3 - New"],
        "created_at": ["2025-01-02", "2025-01-05", "2025-01-06", "2025-01-07"],
        "closed_at": ["2025-01-12", "2025-01-31", "2025-02-28", "2025-05-01"],
    }
    assert values(panel(records("deals", rows)), "win_rate") == {"2025-01": 0.5, "2025-02": 1.0}


def test_nothing_is_said_of_deals_left_alone_when_none_is():
    rows = {
        "deal_id": [1, 2],
        "status": ["Open", "Won"],
        "created_at": ["2025-01-02", "2025-01-05"],
        "closed_at": [None, "2025-06-30"],
        "last_at": ["2025-06-20", "2025-01-05"],
    }
    names = {"last_at": "Last Activity Date"}
    found = panel(records("deals", rows, names=names, types={"last_at": ""}))
    assert not any("left alone" in said.to("en") for said in found.notices)
