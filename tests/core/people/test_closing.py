"""What is to be closed, what came late, what is held back: no answer is in two closed waves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.people.closed import Closed, together
from core.people.closed_written import closed_bytes, closed_of
from core.people.closing import beside, continued, standing
from core.people.open_waves import kept_of, opened, opened_unscored
from core.people.results import results
from core.people.survey_said import ClosedWave, SurveySaid
from core.tables import read

ASKED = "How likely are you to recommend us as a place to work? (0-10)"
TODAY = date(2025, 12, 1)
SAID = SurveySaid(scale="0-10", likert="below")


def rows(month: str, scores: "list[int]", hour: int = 9) -> list[str]:
    """One answer a day, each at its own minute."""
    return [
        f"2025-{month}-{1 + at % 28:02d} {hour:02d}:{at % 60:02d}:00,{('North', 'South')[at % 2]},"
        f"{score},{1 + at % 5},fine {at}"
        for at, score in enumerate(scores)
    ]


def survey(*every: "list[str]", header: str = f"Timestamp,Team,{ASKED},I can grow here,Why?"):
    content = "\n".join([header, *(row for one in every for row in one)])
    (table,) = read(content.encode(), "survey.csv").tables
    return table


def closed(found, waves, key="a/", at=datetime(2025, 7, 1, tzinfo=UTC)):
    kept = kept_of(found, waves, ("Zubaidah",))
    return tuple(
        Closed(
            ClosedWave(key, one.released.wave, at, one.released.question, "0-10", "", "", "x"), one
        )
        for one in kept
    )


def labels(waves):
    return [one.wave for one in waves]


FIRST, SECOND = rows("02", [9, 3, 7, 10, 8, 1] * 4), rows("06", [10, 9, 2, 6, 7] * 4)


def test_past_waves_are_to_be_closed_and_the_newest_waits_while_it_runs():
    found = opened(survey(FIRST, SECOND), SAID)
    every = standing(found, (), (), TODAY)
    assert labels(every.past) == ["2025-Q1", "2025-Q2"] and every.running is None
    early = standing(found, (), (), date(2025, 6, 20))
    assert labels(early.past) == ["2025-Q1"] and early.running.wave == "2025-Q2"
    assert labels(early.all) == ["2025-Q1", "2025-Q2"]


def test_a_wave_of_fewer_than_five_is_neither_closed_nor_shown():
    found = opened(survey(FIRST, SECOND[:5]), SAID)
    table = opened(survey(FIRST[:4]), SAID)
    assert labels(standing(found, (), (), TODAY).past) == ["2025-Q1", "2025-Q2"]
    small = standing(table, (), (), TODAY)
    assert small.past == () and len(small.few) == 1


@cache
def both_closed():
    found = opened(survey(FIRST, SECOND), SAID)
    return closed(found, found.waves)


@settings(max_examples=6, deadline=None)
@given(more=st.integers(0, 12), score=st.integers(0, 10))
def test_late_answers_are_counted_and_close_nothing_again(more, score):
    own = both_closed()
    later = opened(survey(FIRST, SECOND, rows("06", [score] * more, hour=14)), SAID)
    now = standing(later, own, (), TODAY)
    assert not now.past and not now.running and not now.few
    assert now.late["2025-Q2"].more == more and now.late["2025-Q1"].more == 0
    assert not any(one.other for one in now.late.values())


def test_an_answer_changed_or_gone_is_said():
    found = opened(survey(FIRST, SECOND), SAID)
    own = closed(found, found.waves)
    changed = [SECOND[0].replace(",10,", ",0,"), *SECOND[1:]]
    for other in (changed, SECOND[:-1]):
        now = standing(opened(survey(FIRST, other), SAID), own, (), TODAY)
        assert now.late["2025-Q2"].other and now.late["2025-Q2"].more == 0


def test_waves_cut_otherwise_are_the_closed_ones_while_they_hold_their_answers():
    whole = opened(survey(FIRST), SAID)
    assert labels(whole.waves) == [""]
    own = closed(whole, whole.waves)
    now = standing(opened(survey(FIRST, SECOND), SAID), own, (), TODAY)
    assert labels(now.past) == ["2025-Q2"]
    by_month = opened(survey(FIRST), replace(SAID, waves="month"))
    assert standing(by_month, own, (), TODAY).past == ()


def test_two_closed_waves_that_are_later_read_as_one_have_no_late_answers_for_that():
    own = both_closed()
    one = opened(survey(FIRST, SECOND), replace(SAID, waves="year"))
    assert labels(one.waves) == ["2025"]
    now = standing(one, own, (), TODAY)
    assert now.past == () and all(late.more == 0 for late in now.late.values())
    more = opened(survey(FIRST, SECOND, rows("06", [3] * 7, hour=16)), replace(SAID, waves="year"))
    assert sum(late.more for late in standing(more, own, (), TODAY).late.values()) == 7


def test_files_that_replace_each_other_are_waves_of_their_own():
    first, second = (opened(survey(one), SAID) for one in (FIRST, SECOND))
    own = closed(first, first.waves)
    named = beside(second, own)
    (new,) = standing(named, own, (), TODAY).past
    assert new.wave == "2025-06-10"
    assert beside(first, own) is first
    both = (*own, *closed(named, [new]))
    assert [one.wave for one in both] == ["", "2025-06-10"]
    (told, *_) = results(together(both), ASKED)
    assert [one.n for one in told.means] == [24, 20]


def test_a_wave_that_only_has_the_name_of_a_closed_one_is_another():
    header = f"Wave,Timestamp,Team,{ASKED},I can grow here,Why?"
    january, next_one = (
        opened(survey([f"First,{row}" for row in one], header=header), SAID)
        for one in (FIRST, SECOND)
    )
    own = closed(january, january.waves)
    named = beside(next_one, own)
    (new,) = standing(named, own, (), TODAY).past
    assert (own[0].wave, new.wave) == ("First", "First 2025-06-10")
    both = (*own, *closed(named, [new]))
    assert both[1].pulse.points["I can grow here"].count() == len(SECOND)
    late = opened(survey([f"First,{row}" for row in SECOND + rows("06", [4] * 6, hour=18)],
                         header=header), SAID)  # fmt: skip
    now = standing(beside(late, both), both, (), TODAY)
    assert not now.past and now.late[new.wave].more == 6 and not now.late["First"].more


def test_a_straggler_of_a_closed_wave_does_not_hold_the_next_wave_back():
    straggler = rows("06", [2])
    first = opened(survey(FIRST, straggler), SAID)
    assert labels(first.waves) == [""]
    own = closed(first, first.waves)
    now = standing(opened(survey(FIRST, straggler, SECOND[1:]), SAID), own, (), TODAY)
    assert labels(now.past) == ["2025-Q2"]


def test_the_same_answers_as_a_survey_of_their_own_are_held_back():
    found = opened(survey(FIRST, SECOND), SAID)
    others = closed(found, found.waves)
    again = opened(survey(FIRST[::-1]), SAID)
    now = standing(again, (), others, TODAY)
    assert now.past == () and len(now.elsewhere) == 1
    assert continued(again, others) == "a/"
    new = opened(survey(rows("04", [5] * 9)), SAID)
    assert continued(new, others) == "" and len(standing(new, (), others, TODAY).past) == 1


def test_surveys_without_days_that_are_only_alike_are_not_taken_for_the_same():
    header = f"Team,{ASKED}"
    one = survey([f"{'NS'[at % 2]},{at % 11}" for at in range(40)], header=header)
    others = closed(opened(one, SAID), opened(one, SAID).waves)
    assert continued(opened(one, SAID), others) == "a/"
    third = survey([f"{'NS'[at % 2]},{at % 4}" for at in range(40)], header=header)
    assert continued(opened(third, SAID), others) == ""


def test_what_is_kept_comes_back_the_same_from_its_bytes():
    found = opened(survey(FIRST, SECOND), SAID)
    for one in kept_of(found, found.waves, ("Zubaidah",)):
        content = closed_bytes(one)
        back = closed_of(content)
        assert closed_bytes(back) == content
        assert back.released == one.released
        assert back.survey.answers.tolist() == one.survey.answers.tolist()
        assert back.survey.groups.equals(one.survey.groups)
        assert back.pulse.points.equals(one.pulse.points)
        assert back.known == one.known


@pytest.mark.parametrize("content", [b"", b"nothing", b"x" * 99])
def test_bytes_that_are_no_closed_wave_are_refused(content):
    with pytest.raises(ValueError):
        closed_of(content)


def test_names_are_taken_out_of_what_was_written_before_it_is_kept():
    table = survey([row.replace("fine", "ask Zubaidah") for row in FIRST])
    found = opened(table, SAID)
    (one,) = kept_of(found, found.waves, ("Zubaidah Sari",))
    assert "Zubaidah" not in one.pulse.comments.to_string()
    assert b"ubaidah" not in closed_bytes(one)


def test_a_question_where_agreeing_is_bad_is_turned_when_shown_and_kept_as_answered():
    found = opened(survey(FIRST, SECOND), replace(SAID, reversed=("I can grow here",)))
    own = closed(found, found.waves)
    plain, turned = together(own), together(own, frozenset({"I can grow here"}))
    assert (plain.points["I can grow here"] + turned.points["I can grow here"] == 6).all()
    assert plain.order == ("2025-Q1", "2025-Q2")


def test_a_survey_without_a_question_on_recommending_is_closed_with_the_others():
    header = "Timestamp,Team,I can grow here,I am proud to work here"
    lines = [row.rsplit(",", 2)[0] + f",{1 + at % 4}" for at, row in enumerate(FIRST)]
    found = opened_unscored(survey(lines, header=header), SAID)
    (one,) = standing(found, (), (), TODAY).past
    (kept,) = kept_of(found, [one], ())
    assert closed_bytes(closed_of(closed_bytes(kept))) == closed_bytes(kept)
    assert kept.released.histogram == {} and kept.released.counts == {}
    own = closed(found, [one])
    assert [each.means[0].n for each in results(together(own), "")] == [24, 24]
    assert standing(found, own, (), TODAY).late[""].more == 0


def test_a_wave_called_by_its_day_runs_as_long_as_any_other():
    own = closed(opened(survey(FIRST), SAID), opened(survey(FIRST), SAID).waves)
    second = beside(opened(survey(SECOND), SAID), own)
    assert standing(second, own, (), date(2025, 6, 25)).running.wave == "2025-06-10"
    assert standing(second, own, (), date(2025, 7, 30)).running is None
