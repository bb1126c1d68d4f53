"""A pulse survey is declared, kept short, and asked again on its days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Refusal
from core.language import LANGUAGES
from core.people.pulse_library import LIBRARY, in_language, starter
from core.people.pulse_scales import POINTS, header, labels
from core.people.pulse_template import (
    LONGEST_QUESTION,
    MOST_QUESTIONS,
    Divide,
    Kind,
    PulseQuestion,
    Rhythm,
    Template,
    asking,
    declared,
    doubts,
    not_asking,
)
from core.people.pulse_waves import waves

EMPTY = Template("Pulse", "en")


def agreed(words: str) -> PulseQuestion:
    return PulseQuestion(words, Kind.AGREEMENT)


def full() -> Template:
    template = EMPTY
    for n in range(MOST_QUESTIONS):
        template = asking(agreed(f"Question number {n}?"))(template)
    return template


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_eleventh_question_is_refused_with_the_reason(language):
    assert len(full().questions) == 10
    with pytest.raises(Refusal) as stop:
        asking(agreed("One more?"))(full())
    said = stop.value.what.to(language)
    assert "10" in said
    assert {"en": "short surveys get answered", "id": "survei pendek dijawab"}[language] in said


def test_one_question_out_makes_room_for_another():
    template = not_asking("Question number 3?")(full())
    assert len(asking(agreed("One more?"))(template).questions) == 10


@pytest.mark.parametrize("words", ["", "   ", "?!", "\n"])
def test_a_question_without_words_is_refused(words):
    with pytest.raises(Refusal, match="no words"):
        asking(agreed(words))(EMPTY)


def test_a_very_long_question_is_refused():
    asking(agreed("x" * LONGEST_QUESTION))(EMPTY)
    with pytest.raises(Refusal, match="201 letters"):
        asking(agreed("x" * (LONGEST_QUESTION + 1)))(EMPTY)


@pytest.mark.parametrize(
    "again", ["I like it here.", "i LIKE it  here", "I like it!! here", "Team"]
)
def test_the_same_question_is_refused_however_it_is_written(again):
    template = asking(agreed("I like it here."))(EMPTY)
    with pytest.raises(Refusal, match="asked already"):
        asking(agreed(again))(template)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("Mood", "Mood?"), ("Beban kerja.", "Beban kerja?"), ("I feel good.", "I feel good.")],
)
def test_a_bare_word_becomes_a_question(typed, asked):
    assert asking(agreed(typed))(EMPTY).questions[0].words == asked


def test_line_breaks_in_a_question_become_blanks():
    template = asking(agreed("I like\n it\there."))(EMPTY)
    assert template.questions[0].words == "I like it here."


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("My leader is fair and competent.", 1),
        ("Gaji dan tunjangan saya layak.", 1),
        ("Is the pay/bonus right?", 1),
        ("What is your name and your e-mail?", 2),
        ("My workload is right.", 0),
        ("Handover works.", 0),
    ],
)
def test_a_question_that_asks_two_things_or_for_a_person_is_doubted_not_refused(words, many):
    assert len(doubts(words)) == many
    assert asking(agreed(words))(EMPTY).questions


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ready_question_can_be_asked_and_raises_no_doubt(language):
    for one in LIBRARY:
        asked = asking(one.asked(language))(Template("Pulse", language)).questions[0]
        assert not doubts(asked.words)
    assert len({one.asked(language).words for one in LIBRARY}) == len(LIBRARY)


def test_a_starter_asks_one_score_first_and_leaves_room():
    template = starter("Pulse", "en")
    assert template.questions[0].kind is Kind.ENPS
    assert len(template.questions) < MOST_QUESTIONS


def test_the_language_of_the_form_takes_ready_questions_along_and_leaves_ones_own():
    template = asking(agreed("Our own words."))(starter("Pulse", "en"))
    there = in_language(template, "id")
    assert there.questions[0].words.startswith("Seberapa besar kemungkinan")
    assert there.questions[-1].words == "Our own words."
    assert in_language(there, "en") == template


def test_what_is_declared_keeps_its_order_and_its_questions():
    template = declared(" My  pulse ", Rhythm.WEEKLY, (Divide.TENURE, Divide.TEAM), None)(full())
    assert (template.title, template.divides) == ("My pulse", (Divide.TEAM, Divide.TENURE))
    assert template.questions == full().questions
    assert declared("  ", Rhythm.WEEKLY, (), None)(template).title == "My pulse"


def test_headers_say_the_scale_and_labels_its_points():
    assert header(PulseQuestion("Would you?", Kind.ENPS)) == "Would you? (0-10)"
    assert header(PulseQuestion("Why?", Kind.OPEN)) == "Why?"
    assert labels(Kind.RATING, "id").startswith("1 = sangat buruk, 2 = buruk")
    assert labels(Kind.ENPS, "en") == "0 = not at all likely, 10 = extremely likely"
    for points in POINTS.values():
        assert len(points.labels) in (2, points.high - points.low + 1)


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (Rhythm.WEEKLY, [date(2025, 3, 3), date(2025, 3, 10), date(2025, 3, 17)]),
        (Rhythm.MONTHLY, [date(2025, 3, 31), date(2025, 4, 30), date(2025, 5, 31)]),
        (Rhythm.QUARTERLY, [date(2025, 4, 30), date(2025, 7, 31), date(2025, 10, 31)]),
    ],
)
def test_next_waves_follow_the_rhythm_also_in_short_months(rhythm, expected):
    first = {Rhythm.WEEKLY: date(2025, 1, 6)}.get(rhythm, date(2025, 1, 31))
    assert list(waves(first, rhythm, date(2025, 3, 2), 3)) == expected


@given(
    first=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    today=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    rhythm=st.sampled_from(Rhythm),
)
def test_waves_are_not_in_the_past_and_the_first_is_never_far(first, today, rhythm):
    found = waves(first, rhythm, today)
    assert len(found) == 4 and list(found) == sorted(set(found))
    assert found[0] >= max(first, today)
    most = {Rhythm.WEEKLY: 7, Rhythm.MONTHLY: 31, Rhythm.QUARTERLY: 92}[rhythm]
    assert (found[0] - max(first, today)).days < most
