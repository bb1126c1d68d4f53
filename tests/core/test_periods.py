from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.periods import Grain, calendar, grain_of, infer_grain, label, parse_label


@pytest.mark.parametrize(
    ("written", "grain", "first_day"),
    [
        ("2025-01-31", Grain.DAY, date(2025, 1, 31)),
        ("2025-W05", Grain.WEEK, date(2025, 1, 27)),
        ("2026-W01", Grain.WEEK, date(2025, 12, 29)),
        ("2025-01", Grain.MONTH, date(2025, 1, 1)),
        ("2025-Q3", Grain.QUARTER, date(2025, 7, 1)),
        ("2025", Grain.YEAR, date(2025, 1, 1)),
    ],
)
def test_a_label_names_one_period_and_comes_back(written, grain, first_day):
    period = parse_label(written)
    assert grain_of(period) is grain
    assert period.start_time.date() == first_day
    assert label(period) == written


@given(
    day=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    grain=st.sampled_from(list(Grain)),
)
def test_every_label_is_read_back_as_its_period(day, grain):
    period = pd.Period(day, freq=grain.freq)
    assert parse_label(label(period)) == period


@pytest.mark.parametrize("written", ["", "Jan 2025", "2025-13", "2025-W60", "25-01", "2025-Q5"])
def test_other_text_is_no_label(written):
    with pytest.raises(ValueError):
        parse_label(written)


@pytest.mark.parametrize("grain", list(Grain))
def test_the_grain_is_inferred_in_spite_of_gaps_and_repeats(grain):
    periods = pd.period_range("2020-01-01", periods=12, freq=grain.freq)
    dates = [period.start_time.date() for period in periods]
    assert infer_grain(dates[:4] + dates[5:] + dates[:3]) is grain


def test_a_calendar_has_no_gaps():
    index = calendar(parse_label("2024-11"), parse_label("2025-02"))
    assert [label(period) for period in index] == ["2024-11", "2024-12", "2025-01", "2025-02"]
