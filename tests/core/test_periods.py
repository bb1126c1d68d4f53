from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.periods import (
    Frequency,
    Grain,
    calendar,
    frequency_of,
    grain_of,
    infer_grain,
    label,
    parse_label,
)

LONGER = st.sampled_from([Grain.QUARTER, Grain.YEAR])
MONTH = st.integers(1, 12)


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


@pytest.mark.parametrize(
    ("written", "starts", "first", "last"),
    [
        ("FY2026", 4, date(2025, 4, 1), date(2026, 3, 31)),
        ("FY2026-Q1", 4, date(2025, 4, 1), date(2025, 6, 30)),
        ("FY2026-Q4", 4, date(2026, 1, 1), date(2026, 3, 31)),
        ("FY2026-Q1", 2, date(2025, 2, 1), date(2025, 4, 30)),
        ("FY2026", 12, date(2025, 12, 1), date(2026, 11, 30)),
        ("2026", 1, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", 1, date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_financial_year_is_named_by_the_year_it_ends_in(written, starts, first, last):
    period = parse_label(written, starts)
    assert (period.start_time.date(), period.end_time.date()) == (first, last)
    assert label(period) == written


def test_a_financial_label_means_nothing_on_the_calendar():
    with pytest.raises(ValueError):
        parse_label("FY2026-Q1")


@given(day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), grain=LONGER, starts=MONTH)
def test_every_financial_label_is_read_back_as_its_period(day, grain, starts):
    period = pd.Period(day, freq=Frequency(grain, starts).freq)
    assert parse_label(label(period), starts) == period
    assert frequency_of(period.freqstr) == Frequency(grain, starts)


@given(grain=LONGER, starts=MONTH)
def test_financial_periods_part_the_months_among_them(grain, starts):
    frequency = Frequency(grain, starts)
    months = pd.period_range("2020-01", periods=60, freq="M")
    owners = pd.PeriodIndex(months.start_time, freq=frequency.freq)
    sizes = pd.Series(1, index=owners).groupby(level=0).sum()
    assert set(sizes.iloc[1:-1]) == {3 if grain is Grain.QUARTER else 12}
    assert all(owner.start_time <= month.start_time and month.end_time <= owner.end_time
               for owner, month in zip(owners, months, strict=True))  # fmt: skip
    assert {period.start_time.month for period in owners} == {
        (starts - 1 + step) % 12 + 1 for step in ((0, 3, 6, 9) if grain is Grain.QUARTER else (0,))
    }


@given(outer=MONTH, inner=MONTH, grain=LONGER, shorter=LONGER)
def test_a_frequency_holds_another_when_no_period_lies_across(outer, inner, grain, shorter):
    if grain is Grain.QUARTER and shorter is Grain.YEAR:
        return
    wide, narrow = Frequency(grain, outer), Frequency(shorter, inner)
    periods = pd.period_range("2020-01-01", periods=16, freq=narrow.freq)
    within = all(
        pd.Period(one.start_time, wide.freq) == pd.Period(one.end_time, wide.freq)
        for one in periods
    )
    assert wide.holds(narrow) == within
