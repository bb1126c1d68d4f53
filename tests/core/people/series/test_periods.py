"""A wave of a survey stands once on the calendar: where it is named, else by its middle day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.series.periods import period_of, rhythm
from core.periods import Frequency, Grain, label

DAY = date(2025, 4, 3)  # the answers of the first quarter came some days late


@pytest.mark.parametrize(
    ("wave", "grain", "stands"),
    [
        (("2025-Q1", None), Grain.QUARTER, "2025-Q1"),
        (("2025-Q1", DAY), Grain.QUARTER, "2025-Q1"),
        (("Kuartal 1 2025", None), Grain.YEAR, "2025"),
        (("March 2025", None), Grain.QUARTER, "2025-Q1"),
        (("2025-W05", None), Grain.MONTH, "2025-01"),
        (("2025-Q1", DAY), Grain.MONTH, "2025-04"),
        (("Gelombang 2", DAY), Grain.MONTH, "2025-04"),
        (("", DAY), Grain.QUARTER, "2025-Q2"),
    ],
)
def test_a_wave_stands_in_the_period_it_is_named_after_else_by_its_middle_day(wave, grain, stands):
    assert label(period_of(wave, Frequency(grain))) == stands


@pytest.mark.parametrize("wave", [("Gelombang 2", None), ("3", None), ("", None)])
def test_a_wave_without_period_or_day_stands_nowhere(wave):
    assert period_of(wave, Frequency(Grain.YEAR)) is None


def test_a_quarter_without_days_stands_in_no_month():
    assert period_of(("2025-Q1", None), Frequency(Grain.MONTH)) is None


def test_financial_years_are_those_of_the_panel():
    stands = period_of(("FY26 Q1", None), Frequency(Grain.QUARTER, 4))
    assert label(stands) == "FY2026-Q1" and stands.start_time.date() == date(2025, 4, 1)


@given(st.integers(2000, 2060), st.integers(1, 12), st.sampled_from(list(Grain)[1:]))
def test_a_month_lies_in_the_longer_period_that_holds_it(year, month, grain):
    stands = period_of((f"{year}-{month:02d}", None), Frequency(grain))
    if grain is Grain.WEEK:
        assert stands is None
    else:
        assert stands.start_time.date() <= date(year, month, 1) <= stands.end_time.date()


@pytest.mark.parametrize(
    ("waves", "usual"),
    [
        ([("2024-Q1", None), ("2024-Q2", None), ("2024-Q3", None)], Grain.QUARTER),
        ([("a", date(2025, 1, 9)), ("b", date(2025, 2, 9)), ("c", date(2025, 3, 9))], Grain.MONTH),
        ([("a", date(2025, 1, 9)), ("b", date(2025, 7, 9)), ("c", date(2026, 1, 9))], Grain.YEAR),
        ([("2025-W01", None), ("2025-W03", None), ("2025-W05", None)], Grain.MONTH),
        ([("2025-Q1", None)], Grain.QUARTER),
        ([("", DAY)], Grain.MONTH),
        ([("Gelombang 1", None), ("Gelombang 2", None)], None),
    ],
)
def test_the_rhythm_is_the_shortest_period_in_which_waves_follow_one_another(waves, usual):
    assert rhythm(waves) is usual
