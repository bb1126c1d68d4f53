"""A wave is over by the period it is named after, else when no answer came for three weeks."""

from datetime import date

import pytest

from core.people.wave_days import is_over, period_end


@pytest.mark.parametrize(
    ("wave", "end"),
    [
        ("2025-Q2", date(2025, 6, 30)),
        ("2025-02", date(2025, 2, 28)),
        ("2025-W07", date(2025, 2, 16)),
        ("2025-02-07", None),
        ("First 2025-06-10", None),
        ("2025", date(2025, 12, 31)),
        ("Q4 2025", date(2025, 12, 31)),
        ("Kuartal 1 - 2026", date(2026, 3, 31)),
        ("Mei 2025", date(2025, 5, 31)),
        ("Pulse November 2025", date(2025, 11, 30)),
        ("2025-13", None),
        ("2025-W60", None),
        ("Gelombang 2", None),
        ("Baseline", None),
        ("", None),
    ],
)
def test_the_last_day_is_that_of_the_period_it_is_named_after(wave, end):
    assert period_end(wave) == end


def test_a_wave_named_after_a_period_is_over_after_it_and_after_its_last_answer():
    assert not is_over("2025-Q2", date(2025, 4, 9), date(2025, 6, 30))
    assert is_over("2025-Q2", date(2025, 4, 9), date(2025, 7, 1))
    assert not is_over("2025-Q2", date(2025, 7, 4), date(2025, 7, 4))
    assert is_over("2025-Q2", None, date(2025, 7, 1))


def test_a_wave_without_a_period_is_over_after_three_weeks_without_an_answer():
    assert not is_over("Wave 2", date(2025, 4, 9), date(2025, 4, 30))
    assert is_over("", date(2025, 4, 9), date(2025, 5, 1))


def test_a_wave_that_tells_no_day_at_all_is_over():
    assert is_over("", None, date(2025, 5, 1)) and is_over("Wave 2", None, date(2025, 5, 1))
