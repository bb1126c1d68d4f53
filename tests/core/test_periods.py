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
def test_a_label_names_the_period_that_begins_on_a_day(written, grain, first_day):
    period = pd.Period(first_day, freq=grain.freq)
    assert grain_of(period) is grain
    assert label(period) == written


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(day=DAYS, other=DAYS, grain=st.sampled_from(list(Grain)), starts=MONTH)
def test_labels_sort_as_their_periods_do(day, other, grain, starts):
    freq = Frequency(grain, starts).freq
    one, two = pd.Period(day, freq=freq), pd.Period(other, freq=freq)
    assert (label(one) < label(two)) == (one < two)
    assert (label(one) == label(two)) == (one == two)


@pytest.mark.parametrize("grain", list(Grain))
def test_the_grain_is_inferred_in_spite_of_gaps_and_repeats(grain):
    periods = pd.period_range("2020-01-01", periods=12, freq=grain.freq)
    dates = [period.start_time.date() for period in periods]
    assert infer_grain(dates[:4] + dates[5:] + dates[:3]) is grain


def test_a_calendar_has_no_gaps():
    index = calendar(pd.Period("2024-11"), pd.Period("2025-02"))
    assert [label(period) for period in index] == ["2024-11", "2024-12", "2025-01", "2025-02"]


@pytest.mark.parametrize(
    ("written", "grain", "starts", "first", "last"),
    [
        ("FY2026", Grain.YEAR, 4, date(2025, 4, 1), date(2026, 3, 31)),
        ("FY2026-Q1", Grain.QUARTER, 4, date(2025, 4, 1), date(2025, 6, 30)),
        ("FY2026-Q4", Grain.QUARTER, 4, date(2026, 1, 1), date(2026, 3, 31)),
        ("FY2026-Q1", Grain.QUARTER, 2, date(2025, 2, 1), date(2025, 4, 30)),
        ("FY2026", Grain.YEAR, 12, date(2025, 12, 1), date(2026, 11, 30)),
        ("2026", Grain.YEAR, 1, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", Grain.QUARTER, 1, date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_financial_year_is_named_by_the_year_it_ends_in(written, grain, starts, first, last):
    period = pd.Period(first, freq=Frequency(grain, starts).freq)
    assert (period.start_time.date(), period.end_time.date()) == (first, last)
    assert label(period) == written


@given(day=DAYS, grain=LONGER, starts=MONTH)
def test_a_period_tells_its_frequency(day, grain, starts):
    frequency = Frequency(grain, starts)
    assert frequency_of(pd.Period(day, freq=frequency.freq).freqstr) == frequency


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
