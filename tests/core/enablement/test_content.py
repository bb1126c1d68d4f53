"""Use of sales material counted by hand: what is a use, who read it, what counts as one asset."""

import pytest

from core.metrics import build_panel
from core.periods import Grain
from tests.core.enablement.asking import answer, figures, left_out, notes, why
from tests.core.metrics.records.tables import records, values

FIELDS = (
    "content_id", "title", "category", "action", "user", "recipient", "is_external", "occurred_at",
    "duration_s", "pages_viewed", "pages", "published_at", "archived_at",
)  # fmt: skip
LOG = """\
C1,Deck v1,Deck,Share,ana@us.id,x@buyer.com,,2025-01-03 10:00:00,,,10,2024-10-01,
C2,Deck v2,Deck,Viewed,,X@buyer.com,yes,2025-01-03 11:00:05,90,4,10,2024-10-01,
C2,Deck v2,Deck,Viewed,,x@buyer.com,yes,2025-01-04 11:00:05,30,5,10,2024-10-01,
C3,Case,Case study,Share,ana@us.id,y@buyer.com,,2025-01-05 10:00:00,,,4,2024-10-01,
C3,Case,Case study,Viewed,,y@buyer.com,yes,2025-01-05 10:00:04,1,1,4,2024-10-01,
C3,Case,Case study,Share,ana@us.id,boss@us.id,,2025-01-06 10:00:00,,,4,2024-10-01,
C3,Case,Case study,Viewed,,boss@us.id,yes,2025-01-06 11:00:00,60,4,4,2024-10-01,
C4,Price,Price,Viewed,budi@us.id,,no,2025-01-07 10:00:00,60,2,2,2024-10-01,
C5,Old,Deck,Download,budi@us.id,,no,2025-01-08 10:00:00,,,2,2024-10-01,2025-02-01
C6,New,Deck,Share,ana@us.id,z@buyer.com,,2025-02-28 10:00:00,,,2,2025-02-20,
C4,Price,Price,Download,admin,,no,2025-02-02 10:00:00,,,2,2024-10-01,
C7,Idle,Price,,,,,,,,2,2024-10-01,
"""  # from 3 January to 28 February 2025; C7 is listed only, the keeper of the library is no rep


def _cell(field, word):
    if field in ("duration_s", "pages_viewed", "pages"):
        return float(word) if word else None
    return {"yes": True, "no": False, "": None}.get(word, word)


ROWS = [tuple(map(_cell, FIELDS, line.split(","))) for line in LOG.splitlines()]  # rows as FIELDS


def log(rows=ROWS, drop=(), **more):
    cells = dict(zip(FIELDS, zip(*rows, strict=True), strict=True)) | more
    table = {field: one for field, one in cells.items() if field not in drop}
    return records("content_usage", table)


def test_what_was_used_is_a_share_of_what_was_on_offer_and_old_enough():
    row = figures("content_utilisation", log())["", "", ""]
    assert (row.numerator, row.denominator) == (2, 4)  # Deck and Case; Price and Idle were not
    assert left_out(row) == {
        "published less than 30 days before the end of the period": 1,
        "archived before the end of the period": 1,
    }
    assert "3 Jan 2025 to 28 Feb 2025" in notes(row)


def test_versions_are_one_asset_by_title_and_by_number():
    found = answer(log(), names=["content_utilisation"])
    assert any("1 number of material is another version" in one.to("en") for one in found.notices)
    numbered = [("C1-v1", None, *ROWS[0][2:]), ("C1-v2", None, *ROWS[7][2:]), ROWS[11]]
    row = figures("content_utilisation", log(numbered))["", "", ""]
    assert (row.numerator, row.denominator) == (1, 2)


def test_material_that_came_during_the_period_counts_apart():
    later = [*ROWS, ("C8", "Later", *ROWS[7][2:11], "2025-01-10", None)]
    found = figures("content_utilisation", log(later))
    assert found["", "", ""].denominator == 5
    assert found["all_period", "", ""].denominator == 4


def test_adoption_is_of_reps_who_did_anything_and_concentration_of_all_uses():
    found = figures("content_utilisation", log())
    assert (found["adoption", "", ""].numerator, found["adoption", "", ""].denominator) == (2, 2)
    top = found["top_tenth", "", ""]
    assert (top.numerator, top.denominator, top.n) == (2, 3, 4)  # Case twice, Deck once


def test_a_category_has_its_own_material_and_a_rep_all_of_it():
    found = figures("content_utilisation", log(), by=("category",))
    assert (found["", "", "Price"].numerator, found["", "", "Price"].denominator) == (0, 2)
    assert (found["", "", "Deck"].numerator, found["", "", "Deck"].denominator) == (1, 1)
    of_rep = figures("content_utilisation", log(), by=("user",))["", "", "ana@us.id"]
    assert (of_rep.numerator, of_rep.denominator) == (2, 4)
    assert "Of all material" in notes(of_rep)


def test_a_log_of_uses_alone_cannot_tell_what_lies_idle():
    uses = [ROWS[0], ROWS[3]]
    row = figures("content_utilisation", log(uses))["", "", ""]
    assert "only material that was used" in why(row)
    touched = figures("content_utilisation", log(ROWS[:-1]))["", "", ""]
    assert "may be lower" in notes(touched)


def test_nothing_used_is_refused():
    assert "nothing in this file was shared" in why(
        figures("content_utilisation", log([ROWS[7], ROWS[11]]))["", "", ""]
    )


def test_recipients_who_opened_are_people_and_outside():
    found = figures("content_engagement", log())
    row = found["", "", ""]
    assert (row.numerator, row.denominator) == (1, 3)  # x opened, y’s was a program, z did not
    assert left_out(row) == {
        "opened for less than 3 seconds, as programs do that check mail": 1,
        "sent to one’s own company": 1,
    }


def test_sessions_of_one_recipient_with_one_asset_are_one():
    found = figures("content_engagement", log())
    seconds, pages = found["view_s", "median", ""], found["pages", "", ""]
    assert (seconds.value, seconds.n) == (120.0, 1)
    assert (pages.numerator, pages.denominator, pages.value) == (5, 10, 0.5)


def test_many_links_in_one_second_are_a_program_where_seconds_are_known():
    burst = [(*ROWS[1][:5], "w@buyer.com", True, "2025-01-09 09:00:01", 40.0, *ROWS[1][9:])] * 3
    sent = (*ROWS[0][:5], "w@buyer.com", *ROWS[0][6:])
    row = figures("content_engagement", log([*ROWS, sent, *burst]))["", "", ""]
    assert (row.numerator, row.denominator) == (1, 4)
    assert (
        left_out(row)["one of many links opened in the same second, as programs do that check mail"]
        == 3
    )
    coarse = [
        (*one[:7], one[7][:16] if one[7] else None, *one[8:]) for one in [*ROWS, sent, *burst]
    ]
    coarse = figures("content_engagement", log(coarse))["", "", ""]
    assert (coarse.numerator, coarse.denominator) == (2, 4)


def test_readers_of_a_category_are_those_it_was_sent_to():
    found = figures("content_engagement", log(), by=("category",))
    assert (found["", "", "Case study"].numerator, found["", "", "Case study"].denominator) == (
        0,
        1,
    )
    ana = figures("content_engagement", log(), by=("user",))["", "", "ana@us.id"]
    assert (ana.numerator, ana.denominator) == (1, 3)


def test_who_was_sent_nothing_known_is_said():
    more = (*ROWS[1][:5], "stranger@buyer.com", *ROWS[1][6:])
    row = figures("content_engagement", log([*ROWS, more]))["", "", ""]
    assert "1 more person opened" in notes(row)


def test_without_views_or_recipients_it_is_refused():
    views = [one for one in ROWS if one[3] != "Viewed" or one[6] is False]
    assert "no view by a recipient" in why(figures("content_engagement", log(views))["", "", ""])
    without = figures("content_engagement", log(drop=("recipient",)))["", "", ""]
    assert "missing in Use of sales content" in why(without)


@pytest.mark.parametrize("name", ["content_utilisation", "content_engagement"])
def test_the_order_of_rows_changes_nothing(name):
    assert figures(name, log(ROWS[::-1])) == figures(name, log())


def test_the_log_in_two_files_is_one_log():
    assert figures("content_utilisation", log(ROWS[:6]), log(ROWS[6:])) == figures(
        "content_utilisation", log()
    )


def test_the_panel_follows_use_and_readers_by_month():
    found = build_panel([log()], Grain.MONTH, keep_unfinished=True)
    # February: Price, Deck, Case, Idle are 30 days old and there; one look, no use of them
    assert values(found, "content_utilisation") == {"2025-02": 0.0}
    assert values(found, "content_adoption") == {"2025-01": 1.0, "2025-02": 1.0}
    assert values(found, "content_engagement")["2025-01"] == 0.5  # x and y were sent, x read
