"""What a person says of a word holds for every kind of records, not for deals alone."""

import pytest

from core.errors import Refusal
from core.metrics import outcome_words
from core.options import outcomes
from tests.core.metrics.records.tables import heard, panel, records, values

LEADS = {
    "lead_id": [1, 2, 3],
    "created_at": ["2025-01-02", "2025-02-03", "2025-02-04"],
    "status": ["Hijau", "Hijau", "Merah"],
}
MEETINGS = {
    "activity_id": ["a", "b", "c", "d"],
    "type": ["Ngopi", "Meeting", "Ngopi", "Meeting"],
    "outcome": ["Beres", "Beres", "Zonk", "Zonk"],
    "occurred_at": ["2025-01-02", "2025-01-03", "2025-02-04", "2025-02-05"],
}
BOOKINGS = {
    "order_id": ["1", "2", "3"],
    "ordered_at": ["2025-01-02", "2025-02-03", "2025-02-04"],
    "revenue": [10.0, 20.0, 30.0],
    "status": ["Sip", "Hangus", "Sip"],
}


def test_a_lead_is_qualified_by_the_word_that_the_person_says_means_it():
    table = records("leads", LEADS, names={"status": "Warna"})
    found = panel(table, fields=outcomes(["Warna:Hijau=qualified"]))
    assert values(found, "qualified_share") == {"2025-01": 1, "2025-02": 0.5}
    assert heard(panel(table), "--outcome")


def test_meetings_are_told_by_their_kind_and_how_they_went():
    said = ["Jenis:Ngopi=meeting", "Hasil:Beres=held", "Hasil:Zonk=no_show"]
    table = records("activities", MEETINGS, names={"type": "Jenis", "outcome": "Hasil"})
    found = panel(table, fields=outcomes(said))
    assert values(found, "meetings") == {"2025-01": 2, "2025-02": 2}
    assert values(found, "meeting_held_rate") == {"2025-01": 1, "2025-02": 0}


def test_orders_are_cancelled_by_a_word_of_ones_own():
    found = panel(records("orders", BOOKINGS), fields=outcomes(["status:Hangus=cancelled"]))
    assert values(found, "revenue") == {"2025-01": 10, "2025-02": 30}
    assert values(found, "cancellation_rate").get("2025-02", 0.5) == 0.5


def test_words_without_a_meaning_are_asked_with_what_they_can_mean():
    found = outcome_words([records("leads", LEADS), records("orders", BOOKINGS)], {})
    assert {one.word for one in found} == {"Hijau", "Merah", "Sip", "Hangus"}
    choices = {one.word: one.choices for one in found}
    assert "qualified" in choices["Hijau"] and "returned" in choices["Sip"]


def test_a_meaning_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(Refusal) as stop:
        outcomes(["Warna:Hijau=great"])
    assert "qualified" in stop.value.remedy.to("en")
