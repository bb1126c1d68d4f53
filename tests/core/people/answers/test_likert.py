"""Answers in words as points; what nobody can tell is asked."""

import pandas as pd
import pytest

from core.people import Said, likert_choices, pulse_of, survey_of
from core.people.answers.likert import likert_of
from core.tables import read


def told(*words, said=""):
    found = likert_of(pd.Series(words, dtype=object), said)
    return None if found is None else (list(found.values), found.open)


@pytest.mark.parametrize(
    "words",
    [
        ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
        ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju"),
        ("STS", "TS", "RG", "S", "SS"),
        ("Sangat tidak puas", "Tidak puas", "Cukup puas", "Puas", "Sangat puas"),
        ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"),
        ("Tidak pernah", "Jarang", "Kadang-kadang", "Sering", "Selalu"),
        ("Never", "Rarely", "Sometimes", "Often", "Always"),
        ("Sangat kurang", "Kurang", "Cukup", "Baik", "Sangat baik"),
        ("1 - Strongly disagree", "2 - Disagree", "3 - Neutral", "4 - Agree", "5 - Strongly agree"),
    ],
)
def test_five_steps_are_one_to_five_in_both_languages(words):
    assert told(*words) == ([1, 2, 3, 4, 5], ())
    assert told(*(f" {one.upper()}\u00a0" for one in words)) == ([1, 2, 3, 4, 5], ())


def test_kurang_setuju_is_asked_and_never_guessed():
    words = ("Tidak setuju", "Kurang setuju", "Setuju", "Sangat setuju")
    values, open = told(*words)
    assert pd.isna(values).all() and open == ("middle", "below", "four")
    assert told(*words, said="middle") == ([2, 3, 4, 5], ())
    assert told(*words, said="below") == ([1, 2, 4, 5], ())
    assert told(*words, said="four") == ([1, 2, 3, 4], ())
    assert told("Sangat tidak setuju", *words)[1] == ("middle",)
    assert told("Netral", *words)[1] == ("below",)


def test_answers_without_a_middle_may_be_four_steps_or_five():
    words = ("Strongly disagree", "Disagree", "Agree", "Strongly agree")
    assert told(*words)[1] == ("four", "five")
    assert told(*words, said="four") == ([1, 2, 3, 4], ())
    assert told(*words, said="five") == ([1, 2, 4, 5], ())


def test_words_of_no_list_are_no_points():
    assert told("Agree", "Blue") is None and told("", "N/A") is None


def survey(*columns, rows=20):
    head = ["Timestamp", *(name for name, _ in columns)]
    lines = [
        [f"2025-03-{1 + n:02d} 08:00:00", *(words[n % len(words)] for _, words in columns)]
        for n in range(rows)
    ]
    text = "\n".join(",".join(one) for one in [head, *lines])
    return read(text.encode(), "s.csv").tables[0]


AGREED = ("Setuju", "Sangat setuju", "Tidak setuju", "Sangat tidak setuju")


def test_a_question_beside_it_tells_that_there_was_a_middle():
    alone = pulse_of(survey(("Saya bangga bekerja di sini", AGREED)))
    assert alone.open == ("four", "five") and alone.unsettled == ("Saya bangga bekerja di sini",)
    assert [value for value, _ in likert_choices(alone)] == ["four", "five"]
    both = pulse_of(
        survey(("Saya bangga bekerja di sini", AGREED), ("Saya didengar", (*AGREED, "Netral")))
    )
    assert not both.open and both.points["Saya bangga bekerja di sini"].max() == 5


def test_only_questions_said_to_be_reversed_are_turned_round():
    name = "Saya sering ingin berhenti"
    table = survey((name, (*AGREED, "Netral")))
    plain, turned = pulse_of(table), pulse_of(table, Said(reversed=frozenset({name})))
    assert (plain.points[name] + turned.points[name] == 6).all()


def test_a_middle_shown_by_one_question_settles_the_score_as_well():
    """Else the score would ask for what the other questions have answered."""
    rows = [
        f"2025-03-{n % 28 + 1:02d},{('Disagree', 'Agree', 'Strongly agree')[n % 3]},"
        f"{('Disagree', 'Neutral', 'Agree')[n % 3]}"
        for n in range(20)
    ]
    asked = "Would you recommend us as a place to work?"
    head = f"Timestamp,{asked},My manager listens to me"
    table = read("\n".join([head, *rows]).encode(), "s.csv").tables[0]
    assert not likert_choices(pulse_of(table))
    assert sorted(set(survey_of(table).answers)) == [2, 4, 5]
