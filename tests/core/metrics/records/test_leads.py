"""Leads: which are genuine, who asks again, what became of them and how soon."""

import pytest

from core.errors import Refusal
from core.metrics import dividing
from tests.core.metrics.records.tables import heard, panel, records, values

ROWS = [  # id, created, status, source, first response, qualified, converted
    (1, "2025-01-02 08:00", "Converted", "Web", "2025-01-02 09:00", "2025-01-05", "2025-01-12"),
    (2, "2025-01-03 08:00", "Contacted", "Web", "2025-01-03 11:00", None, None),
    (3, "2025-01-04 08:00", "New", "Cold Call", None, None, None),
    (4, "2025-01-05 08:00", "Spam", "Web", None, None, None),
    (5, "2025-02-06 08:00", "Duplicate", "Web", "2025-02-06 08:30", None, None),
    (6, "2025-02-07 08:00", "Qualified", "Web", "2025-02-07 10:00", "2025-02-15", None),
    (7, "2025-02-08 08:00", "Contacted", "Web", "2025-02-07 07:00", None, None),
    (8, "2025-04-09 08:00", "New", "Web", None, None, None),
]
FIELDS = (
    "lead_id", "created_at", "status", "source", "first_response_at", "qualified_at",
    "converted_at",
)  # fmt: skip


def leads(rows=ROWS, drop=(), **more):
    cells = dict(zip(FIELDS, zip(*rows, strict=True), strict=True)) | more
    return records("leads", {field: one for field, one in cells.items() if field not in drop})


@pytest.fixture(scope="module")
def small():
    return panel(leads())


def test_spam_duplicates_and_ones_own_are_no_leads_and_that_is_said(small):
    assert values(small, "new_leads") == {"2025-01": 3, "2025-02": 2, "2025-03": 0, "2025-04": 1}
    assert heard(small, "2 leads marked as spam, duplicates or one’s own are left out.")


def test_enquiries_are_leads_that_came_by_themselves(small):
    assert values(small, "enquiries") == {"2025-01": 2, "2025-02": 2, "2025-03": 0, "2025-04": 1}


def test_leads_are_qualified_on_their_day_and_their_share_is_that_of_the_month_they_came(small):
    by_day = {"2025-01": 1, "2025-02": 1, "2025-03": 0, "2025-04": 0}
    assert values(small, "qualified_leads") == by_day
    share = values(small, "qualified_share")
    assert share["2025-01"] == pytest.approx(1 / 3) and share["2025-02"] == 0.5
    assert "2025-04" not in share  # too young


def test_conversion_is_of_the_leads_that_came_and_young_months_are_unknown(small):
    found = values(small, "lead_conversion")
    assert found == pytest.approx({"2025-01": 1 / 3, "2025-02": 0.0})


def test_response_time_is_the_median_of_those_answered_and_the_rest_is_said(small):
    assert values(small, "lead_response_time") == {"2025-01": 2.0, "2025-02": 2.0}
    assert heard(small, "2 leads (33%) were never answered")
    assert heard(small, "1 lead was answered before it was created")


def test_without_dates_a_flag_or_a_status_tells_conversion_and_that_it_may_rise_is_said():
    by_flag = panel(leads(drop=("converted_at",), converted=[True] + [False] * 7))
    by_status = panel(leads(drop=("converted_at",)))
    by_deal = panel(leads(drop=("converted_at", "status"), deal_id=[17.0] + [None] * 7))
    for found in (by_flag, by_status):
        assert values(found, "lead_conversion")["2025-01"] == pytest.approx(1 / 3)
        assert heard(found, "the share of the last months may still rise")
    assert values(by_deal, "lead_conversion")["2025-01"] == pytest.approx(1 / 4)


def test_conversion_is_refused_when_no_lead_is_marked_as_converted():
    rows = [(*one[:2], "Contacted", *one[3:]) for one in ROWS]
    found = panel(leads(rows, drop=("converted_at",)))
    assert "became a deal" in found.refused["lead_conversion"].to("en")


def test_conversion_is_refused_when_no_column_could_tell():
    found = panel(leads(drop=("converted_at", "status")))
    assert "status" in found.refused["lead_conversion"].to("en") or (
        "became a deal on" in found.refused["lead_conversion"].to("en")
    )


def test_qualified_leads_by_status_count_in_the_month_they_came():
    found = panel(leads(drop=("qualified_at",)))
    assert values(found, "qualified_leads")["2025-01"] == 1
    assert heard(found, "No column says when leads were qualified")


def test_an_address_that_asks_again_within_30_days_is_one_enquiry():
    rows = [(i, day, "New", "Web", None, None, None) for i, day in enumerate(
        ["2025-01-01", "2025-01-20", "2025-02-15", "2025-04-01", "2025-04-02"]
    )]  # fmt: skip
    mail = ["A@x.example", "a@x.example", "a@x.example", "a@x.example", "b@x.example"]
    found = panel(leads(rows, email=mail))
    asked = {"2025-01": 1, "2025-02": 0, "2025-03": 0, "2025-04": 2}
    assert values(found, "enquiries") == asked
    assert found.values["new_leads"].sum() == 5


def test_response_in_whole_days_is_said_when_the_dates_have_no_time():
    rows = [
        (1, "2025-01-02", "New", "Web", "2025-01-04", None, None),
        (2, "2025-02-02", "New", "Web", "2025-02-02", None, None),
    ]
    found = panel(leads(rows))
    assert values(found, "lead_response_time") == {"2025-01": 48.0, "2025-02": 0.0}
    assert heard(found, "known in whole days")


def test_words_nobody_knows_are_said():
    rows = [(*one[:2], "Klonfrozz" if one[0] == 2 else one[2], *one[3:]) for one in ROWS]
    assert heard(panel(leads(rows)), "Klonfrozz")


def test_indonesian_words_say_the_same():
    words = {"Converted": "Dikonversi", "Contacted": "Dihubungi", "New": "Baru", "Spam": "Spam",
             "Duplicate": "Duplikat", "Qualified": "Terkualifikasi"}  # fmt: skip
    said = panel(leads([(*one[:2], words[one[2]], *one[3:]) for one in ROWS]))
    assert said.values.equals(panel(leads()).values)


def test_one_person_asking_twice_is_known_by_address_or_number_and_never_shown():
    rows = {
        "lead_id": [1, 2, 3, 4],
        "created_at": ["2025-01-02", "2025-01-20", "2025-01-25", "2025-02-20"],
        "email": ["a@x.com", "A@x.com", None, None],
        "phone": ["1", "2", "3", "3"],
        "source": ["Web", "Web", "Web", "Web"],
        "status": ["New", "New", "New", "New"],
    }
    table = records("leads", rows, names={"email": "Surel", "phone": "Nomor Ponsel"})
    found = panel(table)
    assert values(found, "enquiries") == {"2025-01": 2, "2025-02": 0}
    assert values(found, "new_leads") == {"2025-01": 3, "2025-02": 1}
    with pytest.raises(Refusal) as stop:
        panel(table, by=["Surel"])
    assert "never shown" in str(stop.value)
    assert "Surel" not in dividing([table])


def test_leads_without_the_day_they_came_are_refused_and_break_nothing():
    found = panel(
        records("leads", {"lead_id": [1, 2], "status": ["Qualified", "New"],
                          "qualified_at": ["2025-01-05", "2025-02-05"]})
    )  # fmt: skip
    assert values(found, "qualified_leads") == {"2025-01": 1, "2025-02": 1}
    assert "created on" in found.refused["new_leads"].to("en")
