"""Correctness comes from findings and coverage alone; freshness from periods and arrivals alone."""

import json
from datetime import date

import pytest

from core.language import LANGUAGES
from core.tables import read
from core.tables.quality import Arrival, Fault, Status, described, quality_of, reconciliation

CLEAN = "Month,Leads,Calls\n" + "".join(
    f"2024-{m:02},{301 + 17 * m % 71},{903 + 29 * m % 97}\n" for m in range(1, 13)
)


def table(content=CLEAN):
    return read(content.encode(), "kpi.csv").tables[0]


def test_a_clean_table_has_the_full_score():
    quality = quality_of(table())
    assert quality.correctness.score == 100 and not quality.correctness.losses
    assert all(one.coverage == 1 for one in quality.columns)


def test_what_is_lost_adds_up_to_the_score():
    quality = quality_of(table(CLEAN.replace("2024-05", "2024-04").replace(",3", ",")))
    lost = sum(one.points for one in quality.correctness.losses)
    assert quality.correctness.score == pytest.approx(max(0, 100 - lost))
    assert lost > 0


def test_age_never_touches_correctness():
    old, new = (quality_of(table(), today=date(year, 2, 1)) for year in (2025, 2030))
    assert old.correctness == new.correctness
    assert old.freshness != new.freshness


def test_an_arrival_never_touches_correctness():
    came = [Arrival(date(2024, month + 1, 9), date(2024, month, 1)) for month in range(1, 9)]
    assert quality_of(table(), None, came).correctness == quality_of(table()).correctness


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2025, 1, 15), Status.FRESH),
        (date(2025, 2, 8), Status.FRESH),
        (date(2025, 2, 9), Status.DUE),
        (date(2025, 2, 28), Status.LATE),
    ],
)
def test_freshness_knows_the_usual_delay(today, status):
    came = [Arrival(date(2024, month + 1, 9), date(2024, month, 1)) for month in range(1, 9)]
    fresh = quality_of(table(), today, came).freshness
    assert fresh.usual_delay_days == 9
    assert fresh.expected == date(2025, 2, 9)
    assert fresh.status is status


def test_with_two_arrivals_the_delay_is_not_known_yet():
    came = [
        Arrival(date(2024, 2, 9), date(2024, 1, 1)),
        Arrival(date(2024, 3, 9), date(2024, 2, 1)),
    ]
    assert quality_of(table(), date(2025, 2, 15), came).freshness.usual_delay_days is None


def test_a_second_arrival_of_the_same_month_is_no_delay():
    came = [Arrival(date(2024, m + 1, 5), date(2024, m, 1)) for m in range(1, 5)]
    again = [Arrival(date(2024, 12, 5), date(2024, m, 1)) for m in range(1, 5)]
    fresh = quality_of(table(), date(2025, 2, 15), [*again, *came]).freshness
    assert fresh.usual_delay_days == 5


def test_dates_beyond_the_day_are_told():
    found = quality_of(table(), today=date(2024, 6, 15)).findings
    assert [one.fault for one in found] == [Fault.FUTURE]


def test_the_sheets_own_totals_are_reconciled():
    leads = sum(301 + 17 * m % 71 for m in range(1, 13))
    calls = sum(903 + 29 * m % 97 for m in range(1, 13))
    good, bad = (table(f"{CLEAN}TOTAL,{leads},{calls + off}\n") for off in (0, 90))
    assert "2 of 2 columns agree" in str(reconciliation(good))
    assert "row 14" in str(reconciliation(good))
    assert "1 of 2 columns agree" in str(reconciliation(bad))
    (off,) = [one for one in quality_of(bad).findings if one.fault is Fault.TOTAL]
    assert off.places[0].cell == "C14"
    assert [one.difference for one in bad.totals] == [0, 90]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_values_are_valid_json(language):
    content = CLEAN.replace("2024-05", "2024-04") + "TOTAL,1,2\n"
    told = described(quality_of(table(content), date(2025, 3, 1)), language)
    again = json.loads(json.dumps(told, allow_nan=False))
    assert again["freshness"]["newest"] == "2024-12"
    assert all(one["what"] and one["remedy"] for one in again["findings"])


@pytest.mark.parametrize("rows", range(1, 9))
@pytest.mark.parametrize("far", [1, 1000])
def test_a_table_of_few_rows_is_judged_too(rows, far):
    lines = [f"2024-{row:02},{5 * far ** (row % 2)}" for row in range(1, rows + 1)]
    table = read("\n".join(["Periode,Nilai", *lines]).encode(), "a.csv").tables[0]
    assert 0 <= quality_of(table).correctness.score <= 100
