"""Lebaran, Ramadan and working days against the dates that were decreed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.holidays import (
    Season,
    is_working_day,
    next_working_day,
    public_holidays,
    seasons,
    working_days,
)

# First day of fasting and of Lebaran as the ministry (Kementerian Agama) decided them.
DECREED = {
    2015: ("2015-06-18", "2015-07-17"),
    2016: ("2016-06-06", "2016-07-06"),
    2017: ("2017-05-27", "2017-06-25"),
    2018: ("2018-05-17", "2018-06-15"),
    2019: ("2019-05-06", "2019-06-05"),
    2020: ("2020-04-24", "2020-05-24"),
    2021: ("2021-04-13", "2021-05-13"),
    2022: ("2022-04-03", "2022-05-02"),
    2023: ("2023-03-23", "2023-04-22"),
    2024: ("2024-03-12", "2024-04-10"),
    2025: ("2025-03-01", "2025-03-31"),
    2026: ("2026-02-19", "2026-03-21"),
}
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize("year", DECREED)
def test_fasting_begins_and_ends_as_decreed(year):
    fast, feast = (date.fromisoformat(one) for one in DECREED[year])
    ramadan, lebaran = (
        next(one for one in seasons(date(year, 1, 1), date(year, 12, 31)) if one.season is wanted)
        for wanted in (Season.RAMADAN, Season.LEBARAN)
    )
    assert (ramadan.first, ramadan.last) == (fast, feast - timedelta(days=1))
    assert lebaran.first <= feast <= feast + timedelta(days=1) <= lebaran.last
    assert not lebaran.estimated and not ramadan.estimated


def test_joint_leave_makes_lebaran_longer():
    (lebaran,) = seasons(date(2025, 4, 2), date(2025, 4, 30))
    assert (lebaran.first, lebaran.last) == (date(2025, 3, 31), date(2025, 4, 7))


def test_years_not_decreed_yet_say_so():
    later = seasons(date(2028, 1, 1), date(2028, 12, 31))
    assert later and all(one.estimated for one in later)
    assert {one.name.to("id") for one in later} == {
        "Ramadan (perkiraan)",
        "Lebaran (perkiraan)",
    }


def test_a_year_can_hold_two_lebarans():
    held = list(seasons(date(2000, 1, 1), date(2000, 12, 31)))
    assert [one.season for one in held].count(Season.LEBARAN) == 2


@given(days, st.integers(0, 800))
@settings(max_examples=40, deadline=None)
def test_every_lebaran_follows_its_ramadan_of_29_or_30_days(first, length):
    found = seasons(first, first + timedelta(days=length))
    for one in found:
        assert one.first <= first + timedelta(days=length) and first <= one.last
        if one.season is Season.RAMADAN:
            assert (one.last - one.first).days + 1 in (29, 30)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2025-01-01", "Tahun Baru Masehi"),
        ("2025-03-29", "Nyepi"),
        ("2025-08-17", "Hari Kemerdekaan"),
        ("2025-12-25", "Natal"),
    ],
)
def test_single_holidays_have_their_names(day, name):
    on = date.fromisoformat(day)
    (found,) = public_holidays(on, on)
    assert (found.first, found.name.to("id")) == (on, name)


def test_every_name_of_these_years_is_said_in_indonesian():
    every = public_holidays(date(2015, 1, 1), date(2035, 12, 31))
    same = {one.name.to("en") for one in every if one.name.to("en") == one.name.to("id")}
    assert same <= {"Nyepi"}


def test_offices_rest_at_weekends_and_on_public_holidays_only():
    assert not is_working_day(date(2025, 3, 31))  # a Monday, Idul Fitri
    assert not is_working_day(date(2025, 3, 30))  # a Sunday
    assert is_working_day(date(2025, 4, 4))  # joint leave is for each firm to give
    assert not is_working_day(date(2025, 4, 4), joint_leave=True)
    assert next_working_day(date(2025, 3, 29)) == date(2025, 4, 2)


def test_the_working_days_of_a_month_can_be_counted():
    january = working_days(date(2025, 1, 1), date(2025, 1, 31))
    assert len(january) == 23 - 3  # New Year's Day, Isra Mikraj, Imlek


@given(days)
@settings(max_examples=60, deadline=None)
def test_the_next_working_day_is_one_and_none_lies_between(day):
    found = next_working_day(day)
    assert found >= day and is_working_day(found)
    assert working_days(day, found) == {found}
