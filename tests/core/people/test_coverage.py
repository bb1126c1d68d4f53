"""Coverage of one-on-ones: counted by hand, and who waits for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.coverage import coverage, due_after, known_until
from core.people.one_on_ones import Cadence, Meeting, Member, OneOnOnes, every, on_roster, taken_in

TODAY = date(2025, 3, 31)


def on(day: int) -> date:
    return date(2025, 3, day)


def talks(*meetings: tuple[str, str, int], roster: tuple[Member, ...] = ()) -> OneOnOnes:
    held = [Meeting(person, "Budi", team, on(day), 50 + day) for person, team, day in meetings]
    found = taken_in(held)(OneOnOnes())
    for one in roster:
        found = on_roster(one)(found)
    return found


def test_the_share_of_a_team_is_counted_by_hand():
    found = coverage(
        talks(
            ("Andi", "North", 3), ("Siti", "North", 20), ("Rina", "North", 17), ("Joko", "South", 1)
        ),
        on(31),
        TODAY,
    )  # fmt: skip
    north, south = found.teams
    assert (north.team, north.n, north.covered, north.never) == ("North", 3, 2, 0)
    assert north.share == pytest.approx(2 / 3)
    assert (south.n, south.covered) == (1, 0)
    assert (north.since, north.minutes, north.timed) == (on(17), 68.5, 2)


def test_the_longest_waiting_come_first_and_those_who_never_met_before_them():
    found = coverage(
        talks(("Andi", "North", 3), ("Siti", "North", 20), ("Rina", "North", 1),
              roster=(Member("Wati", "Budi", "North"),)),
        on(31), TODAY,
    )  # fmt: skip
    assert [(one.person, one.last, one.due) for one in found.overdue] == [
        ("Wati", None, None),
        ("Rina", on(1), on(15)),
        ("Andi", on(3), on(17)),
    ]
    assert found.teams[0].never == 1


def test_a_meeting_is_in_time_on_the_day_it_is_due_and_late_the_day_after():
    known = talks(("Andi", "North", 3))
    assert not coverage(known, on(17), TODAY).overdue
    assert coverage(known, on(18), TODAY).overdue


def test_each_team_has_its_own_rhythm():
    known = every("South", Cadence.WEEKLY)(talks(("Andi", "North", 20), ("Joko", "South", 20)))
    assert [one.person for one in coverage(known, on(30), TODAY).overdue] == ["Joko"]


def test_the_day_is_never_later_than_today_nor_by_itself_than_what_is_known():
    known = talks(("Andi", "North", 3), ("Siti", "North", 5))
    assert known_until(known, TODAY) == on(5)
    assert known_until(OneOnOnes(), TODAY) == TODAY
    assert coverage(known, date(2030, 1, 1), TODAY).as_of == TODAY


def test_who_has_left_is_not_waited_for():
    known = talks(("Andi", "North", 3), roster=(Member("Andi", "", "", on(10)),))
    assert coverage(known, on(9), TODAY).teams[0].n == 1
    assert coverage(known, on(10), TODAY).teams == ()


def test_the_roster_says_which_team_somebody_is_in_now():
    known = talks(("Andi", "North", 3), roster=(Member("Andi", "", "South"),))
    (team,) = coverage(known, on(5), TODAY).teams
    (person,) = coverage(known, on(5), TODAY).people
    assert (team.team, person.leader, person.last) == ("South", "Budi", on(3))


def test_later_meetings_are_not_known_on_an_earlier_day():
    known = talks(("Andi", "North", 3), ("Siti", "North", 25))
    assert [one.person for one in coverage(known, on(5), TODAY).people] == ["Andi"]


@given(
    last=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    cadence=st.sampled_from(Cadence),
    later=st.integers(0, 70),
)
def test_covered_and_the_last_turn_agree(last, cadence, later):
    """Whoever met within the last turn is covered, whoever did not is overdue."""
    day = last + timedelta(days=later)
    known = every("T", cadence)(taken_in([Meeting("A", "B", "T", last, 60)])(OneOnOnes()))
    (team,) = coverage(known, day, day).teams
    assert (team.covered == 1) == (last >= team.since) == (day <= due_after(last, cadence))
    assert team.timed == team.covered
