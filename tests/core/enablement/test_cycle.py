"""How long deals take to close: won and lost apart, and all with those still open."""

import numpy as np
import pytest

from tests.core.enablement.asking import answer, figure, figures, left_out, notes, why
from tests.core.metrics.records.tables import deals, panel

ROWS = [
    (1, "won", "2025-01-01", "2025-01-11", 1.0),  # 10 days
    (2, "won", "2025-01-02", "2025-02-01", 1.0),  # 30
    (3, "won", "2025-01-03", "2025-02-22", 1.0),  # 50
    (4, "lost", "2025-01-05", "2025-01-10", 1.0),  # 5
    (5, "lost", "2025-01-06", "2025-01-21", 1.0),  # 15
    (6, "open", "2025-01-10", None, 1.0),  # 50 so far
    (7, "open", "2025-02-19", "2025-12-31", 1.0),  # 10 so far; its close is a forecast
    (8, "open", "2025-03-01", None, 1.0),  # 0 so far; the last day
]


def test_won_and_lost_have_their_own_median_and_ninth_tenth():
    found = figures("cycle_days", deals(ROWS))
    assert found["won", "median", ""].value == 30.0
    assert found["won", "p90", ""].value == pytest.approx(np.quantile([10, 30, 50], 0.9))
    assert found["lost", "median", ""].value == 10.0
    assert found["won", "median", ""].unit == "days"


def test_all_deals_count_the_open_ones_for_as_long_as_they_have_been():
    row = figures("cycle_days", deals(ROWS))["all", "km_median", ""]
    assert (row.value, row.n, row.numerator) == (30.0, 8, 5)  # 7/8 at 0, … under a half at 30


def test_won_deals_alone_are_said_to_be_the_quick_ones_while_more_are_open():
    rows = [*ROWS, (9, "open", "2025-02-01", None, 1.0)]
    assert "those won so far are the quick ones" in notes(figure("cycle_days", deals(rows)))
    assert left_out(figure("cycle_days", deals(rows))) == {"still open": 4}


def test_a_close_before_the_creation_is_counted_and_left_out():
    rows = [*ROWS, (9, "won", "2025-02-10", "2025-02-01", 1.0)]
    found = figures("cycle_days", deals(rows))
    assert found["won", "median", ""].value == 30.0
    assert left_out(found["won", "median", ""])["closed before they were created"] == 1
    assert left_out(found["all", "km_median", ""]) == {"closed before they were created": 1}


def test_days_are_whole_where_one_end_is_known_by_the_day_only():
    rows = [(1, "won", "2025-01-01T15:00", "2025-01-11", 1.0), *ROWS[1:]]
    assert figure("cycle_days", deals(rows)).value == 30.0
    finer = [(i, s, f"{c}T12:00", e and f"{e}T18:00", a) for i, s, c, e, a in ROWS]
    assert figure("cycle_days", deals(finer)).value == 30.25


def test_an_earlier_day_is_the_file_cut_there():
    rows = [
        (i, s if e and e <= "2025-01-31" else "open", c, e if e and e <= "2025-01-31" else None, a)
        for i, s, c, e, a in ROWS
        if c <= "2025-01-31"
    ]
    names = ["cycle_days", "cohort_win_rate", "won", "lost", "open"]
    cut, whole = (answer(deals(one), names=names, as_of="2025-01-31").rows for one in (rows, ROWS))
    assert cut == whole


def test_a_file_without_lost_deals_still_tells_of_won_ones():
    found = figures("cycle_days", deals([one for one in ROWS if one[1] != "lost"]))
    assert found["won", "median", ""].value == 30.0
    assert "no lost deals" in why(found["lost", "median", ""])


def test_deals_created_on_one_day_are_said_to_be_an_import():
    rows = [(i, "won", "2025-01-06", f"2025-02-{i:02}", 1.0) for i in range(1, 26)]
    said = [one.to("en") for one in answer(deals(rows), names=["cycle_days"]).notices]
    assert any("25 deals were created on" in one for one in said)


def test_the_panel_says_the_same_of_a_month():
    january = [one for one in ROWS if one[3] and one[3] < "2025-02"]
    rows = [*january, (9, "won", "2025-01-08", "2025-01-30", 1.0), *ROWS[6:]]
    found = panel(deals(rows))
    assert found.values["cycle_days"].dropna().iloc[0] == figure("cycle_days", deals(rows)).value
