"""Who met whom when: kept without a word of what was said."""

import dataclasses
import typing
from datetime import date, timedelta
from enum import Enum

import pytest

from core.errors import Refusal
from core.language import LANGUAGES
from core.people.met_in import one_on_ones_of
from core.people.one_on_ones import (
    CADENCES,
    LONGEST_NAME,
    Cadence,
    Meeting,
    Member,
    OneOnOnes,
    every,
    met,
    not_met,
    on_roster,
    taken_in,
)
from core.tables import read

TODAY = date(2025, 12, 1)
MARCH = date(2025, 3, 3)
LIST = """Employee,Met with,Date,Team,Minutes,Notes
Andi,Budi,2025-03-03,North,55,wants a raise
Siti,Budi,2025-03-04,North,,afraid of the merger
Andi,Budi,2025-03-17,North,45,ok
"""


def brought(content: str, name: str = "talks.csv"):
    return one_on_ones_of(read(content.encode(), name).tables, TODAY)


def said(found, language="en") -> str:
    return " ".join(one.to(language) for one in found.notices)


def test_there_is_no_field_for_words():
    """Names, teams, days, minutes, rhythms: by reflection over all that is kept."""
    fields = {
        f"{kind.__name__}.{one.name}": typing.get_type_hints(kind)[one.name]
        for kind in (Meeting, Member, OneOnOnes)
        for one in dataclasses.fields(kind)
    }
    assert fields == {
        "Meeting.person": str,
        "Meeting.leader": str,
        "Meeting.team": str,
        "Meeting.on": date,
        "Meeting.minutes": int | None,
        "Member.person": str,
        "Member.leader": str,
        "Member.team": str,
        "Member.left": date | None,
        "OneOnOnes.meetings": tuple[Meeting, ...],
        "OneOnOnes.roster": tuple[Member, ...],
        "OneOnOnes.cadences": typing.get_type_hints(OneOnOnes)["cadences"],
    }
    assert issubclass(Cadence, Enum)


@pytest.mark.parametrize("at", ["person", "leader", "team"])
def test_a_text_in_place_of_a_name_is_refused(at):
    one = dataclasses.replace(Meeting("Andi", "Budi", "North", MARCH), **{at: "x" * 61})
    with pytest.raises(Refusal, match=f"longer than {LONGEST_NAME}"):
        met(one, TODAY)(OneOnOnes())


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (Meeting(" ", "Budi", "", MARCH), "who met"),
        (Meeting("Budi", " BUDI", "", MARCH), "themselves"),
        (Meeting("Andi", "Budi", "", TODAY + timedelta(days=1)), "still to come"),
        (Meeting("Andi", "Budi", "", MARCH, 0), "0 minutes"),
        (Meeting("Andi", "Budi", "", MARCH, 601), "601 minutes"),
    ],
)
def test_what_cannot_be_a_meeting_is_refused(one, why):
    with pytest.raises(Refusal, match=why):
        met(one, TODAY)(OneOnOnes())


def test_the_same_two_people_on_the_same_day_are_one_meeting_as_told_last():
    talks = met(Meeting("Andi", "Budi", "North", MARCH), TODAY)(OneOnOnes())
    talks = met(Meeting(" andi ", "BUDI", "North", MARCH, 50), TODAY)(talks)
    assert [one.minutes for one in talks.meetings] == [50]
    assert not not_met(Meeting("Andi", "Budi", "", MARCH))(talks).meetings


def test_leader_and_team_are_known_from_the_last_meeting():
    talks = met(Meeting("Andi", "Budi", "North", MARCH), TODAY)(OneOnOnes())
    talks = met(Meeting("andi", "", "", date(2025, 3, 17)), TODAY)(talks)
    assert [(one.leader, one.team) for one in talks.meetings] == [("Budi", "North")] * 2


def test_meetings_lie_in_the_order_of_their_days():
    later, earlier = Meeting("A", "B", "", date(2025, 5, 1)), Meeting("A", "B", "", MARCH)
    assert taken_in([later, earlier])(OneOnOnes()).meetings == (earlier, later)


def test_a_rhythm_is_every_two_weeks_until_one_is_chosen_for_the_team():
    talks = every("North", Cadence.WEEKLY)(OneOnOnes())
    assert talks.cadence(" north ") is Cadence.WEEKLY
    assert talks.cadence("South") is Cadence.EVERY_TWO_WEEKS
    assert set(CADENCES) == set(Cadence)


def test_somebody_on_the_roster_is_there_once():
    talks = on_roster(Member("Rina", "Budi", "North"))(OneOnOnes())
    talks = on_roster(Member("rina", "Budi", "South", MARCH))(talks)
    assert [(one.team, one.left) for one in talks.roster] == [("South", MARCH)]
    with pytest.raises(Refusal, match="no name"):
        on_roster(Member("", "", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_column_of_notes_is_left_behind_and_said(language):
    found = brought(LIST)
    assert found.meetings == (
        Meeting("Andi", "Budi", "North", date(2025, 3, 3), 55),
        Meeting("Siti", "Budi", "North", date(2025, 3, 4), None),
        Meeting("Andi", "Budi", "North", date(2025, 3, 17), 45),
    )
    assert "raise" not in repr(found) and "merger" not in repr(found)
    assert {"en": "kept nowhere: Notes", "id": "tidak disimpan di mana pun: Notes"}[
        language
    ] in said(found, language)


def test_an_indonesian_list_is_understood():
    found = brought(
        "Karyawan;Bertemu dengan;Tanggal;Tim;Durasi (jam);Catatan\n"
        "Andi;Budi;3 Maret 2025;Utara;1;gaji\nSiti;Budi;4 Maret 2025;Utara;0,5;pindah\n"
    )
    assert [one.minutes for one in found.meetings] == [60, 30]
    assert {one.team for one in found.meetings} == {"Utara"}


@pytest.mark.parametrize("word", ["1:1", "One-on-one", "1-on-1 talk", "Tatap muka", "Empat mata"])
def test_of_activities_only_the_one_on_ones_count(word):
    found = brought(
        "Type,Owner,Contact,Start time,Duration (min),Subject\n"
        f"{word},Budi,Andi,2025-03-03 09:00,60,pay\nCall,Budi,PT X,2025-03-04 09:00,10,offer\n"
        f"{word},Budi,Siti,2025-03-05 09:00,45,plans\n",
        "activities.csv",
    )
    assert [(one.person, one.leader, one.minutes) for one in found.meetings] == [
        ("Andi", "Budi", 60),
        ("Siti", "Budi", 45),
    ]
    assert "1 row is another activity." in said(found)
    assert "Subject" in said(found)


def test_activities_without_a_one_on_one_are_refused_with_the_way_out():
    with pytest.raises(Refusal, match="1:1") as stop:
        brought("Type,Owner,Contact,Date\nCall,Budi,PT X,2025-03-04\nDemo,Budi,PT Y,2025-03-05\n")
    assert "leave that column out" in stop.value.remedy.to("en")


def test_a_table_without_people_is_refused_with_the_columns_to_bring():
    with pytest.raises(Refusal, match="who met") as stop:
        brought("Month,Revenue\n2025-01,100\n2025-02,120\n")
    assert "met with" in stop.value.remedy.to("en")


def test_two_names_and_a_day_of_a_deal_are_no_one_on_one():
    deals = "Deal name,Deal owner,Contact,Close date,Stage,Amount\n" + "".join(
        f"Deal {n},Budi,Andi,2025-03-0{n},Closed won,{n}00\n" for n in range(1, 6)
    )
    with pytest.raises(Refusal, match="who met"):
        brought(deals, "deals.csv")


def test_a_day_that_can_be_read_two_ways_is_asked():
    found = brought("Employee,Leader,Date\nAndi,Budi,03/04/2025\nSiti,Budi,05/04/2025\n")
    assert not found.meetings
    assert [one.id for one in found.questions] == ["date_order"]


def test_rows_that_are_no_meeting_held_are_counted_out():
    prose = "Siti told me at length that she is looking for another job and why"
    found = brought(
        "Employee,Leader,Date,Status\nAndi,Budi,2025-03-03,Completed\nSiti,Budi,2025-03-04,Cancelled"
        f"\n,Budi,2025-03-05,Completed\nBudi,Budi,2025-03-06,Completed\n{prose},Budi,2025-03-07,"
        "Completed\nRina,Budi,2026-03-07,Completed\n"
    )
    assert [one.person for one in found.meetings] == ["Andi"]
    for words in ("not held", "no person", "one person twice", "text in place", "still to come"):
        assert f"1 row {words}" in said(found) or words in said(found)
    assert prose not in said(found)


def test_days_that_may_be_months_are_doubted_in_words():
    rows = "Employee,Leader,Date\n" + "".join(f"Andi,Budi,2025-0{n}-01\n" for n in range(1, 5))
    assert "first of its month" in said(brought(rows))
    assert "first of its month" not in said(brought(rows + "Andi,Budi,2025-06-02\n"))


@pytest.mark.parametrize(
    "header", ["Coach,Coachee", "Sales manager,Sales rep", "Leader,Met with", "Atasan,Anak buah"]
)
def test_who_leads_is_told_by_the_header(header):
    (one,) = brought(f"{header},Date\nBudi,Andi,2025-03-03\n").meetings
    assert (one.person, one.leader) == ("Andi", "Budi")


def test_more_meetings_than_can_be_kept_are_refused():
    many = [
        Meeting(f"P{n}", "Budi", "North", MARCH + timedelta(days=day))
        for n in range(101)
        for day in range(200)
    ]
    with pytest.raises(Refusal, match="At most"):
        taken_in(many)(OneOnOnes())


def test_a_length_without_its_unit_is_left_out_unless_only_minutes_fit():
    rows = "Employee,Leader,Date,Duration\nAndi,Budi,2025-03-03,{}\nSiti,Budi,2025-03-04,{}\n"
    assert [one.minutes for one in brought(rows.format(60, 45)).meetings] == [60, 45]
    unknown = brought(rows.format(1, 2))
    assert [one.minutes for one in unknown.meetings] == [None, None]
    assert "does not say its unit" in said(unknown)
