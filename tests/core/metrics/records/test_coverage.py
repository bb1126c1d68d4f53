"""Several files of one kind: what one file alone tells is unknown outside the days it speaks of."""

import pandas as pd

from core.periods import Grain
from tests.core.metrics.records.tables import deals, heard, panel, records, values


def activities(kind, days, source):
    rows = {
        "activity_id": [f"{kind}{place}" for place in range(len(days))],
        "type": [kind] * len(days),
        "occurred_at": days,
    }
    return records("activities", rows, source=source)


MEETINGS = activities(
    "Meeting", ["2025-01-05", "2025-02-07", "2025-03-09", "2025-04-10", "2025-05-11"], "meet.csv"
)
CALLS = activities("Call", ["2025-03-01", "2025-03-20", "2025-05-02"], "calls.csv")


def test_calls_are_unknown_before_the_file_of_calls_begins_and_none_inside_it():
    found = panel(MEETINGS, CALLS)
    assert values(found, "calls") == {"2025-03": 2, "2025-04": 0, "2025-05": 1}
    assert values(found, "meetings") == {f"2025-0{month}": 1 for month in range(1, 6)}
    assert heard(found, "calls.csv 1 Mar 2025 – 2 May 2025")


def test_calls_after_the_end_of_their_file_are_unknown():
    found = panel(MEETINGS, activities("Call", ["2025-01-01", "2025-02-20"], "calls.csv"))
    assert values(found, "calls") == {"2025-01": 1, "2025-02": 1}


def test_a_month_that_no_file_speaks_of_is_unknown_and_said():
    days = [[f"2025-{month}-{day:02d}" for day in range(1, 29, 3)] for month in ("01", "02", "04")]
    files = [activities("Call", one, f"{place}.csv") for place, one in enumerate(days)]
    found = panel(*files)
    assert values(found, "calls") == {"2025-01": 10, "2025-02": 10, "2025-04": 10}
    assert heard(found, "no file speaks of 1 Mar 2025 – 31 Mar 2025")
    assert not heard(found, "different days")


def test_files_that_follow_one_another_are_one_file():
    first = [
        (1, "Won", "2025-01-05", "2025-01-25", 10.0),
        (2, "Lost", "2025-01-06", "2025-02-05", 5.0),
    ]
    second = [(3, "Won", "2025-02-06", "2025-03-14", 20.0), (4, "Open", "2025-02-07", None, 7.0)]
    apart = panel(deals(first, source="a.csv"), deals(second, source="b.csv"))
    whole = panel(deals(first + second))
    pd.testing.assert_frame_equal(apart.values, whole.values)
    assert not heard(apart, "different days")


def test_a_branch_whose_file_ends_earlier_is_said():
    east = [(f"e{m}", "Won", f"2025-0{m}-03", f"2025-0{m}-20", 10.0) for m in range(1, 7)]
    west = [(f"w{m}", "Won", f"2025-0{m}-04", f"2025-0{m}-21", 1.0) for m in range(1, 4)]
    found = panel(deals(east, source="east.csv"), deals(west, source="west.csv"), grain=Grain.MONTH)
    assert values(found, "revenue")["2025-06"] == 10
    assert heard(found, "west.csv 4 Jan 2025 – 21 Mar 2025")
