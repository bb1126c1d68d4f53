"""Which question counts, on which scale, and which rows are answers at all."""

import pytest

from core.errors import Refusal
from core.people import QuestionKind, Said, pulse_of, questions_of, survey_of
from core.people.answers.option import on_page, refused_on_page
from core.tables import read

ASKED = "How likely are you to recommend us as a place to work?"
SCORES = [10, 9, 8, 7, 6, 0, 9, 10, 3, 8]


def table(head, rows):
    text = "\n".join(",".join(map(str, one)) for one in [head, *rows])
    return read(text.encode(), "s.csv").tables[0]


def test_of_two_questions_the_one_about_work_counts():
    head = ("Timestamp", "Would you recommend our products to a friend?", ASKED)
    rows = [(f"2025-03-{13 + n} 08:00:00", 5, one) for n, one in enumerate(SCORES)]
    assert survey_of(table(head, rows)).question == ASKED


def test_a_rating_of_something_else_is_not_taken_for_it():
    rows = [(f"2025-03-{13 + n} 08:00:00", 1 + n % 5) for n in range(10)]
    with pytest.raises(Refusal, match="not clear which question"):
        survey_of(table(("Timestamp", "How satisfied are you with your job?"), rows))


@pytest.mark.parametrize(
    ("stated", "scale"),
    [("(1 = not at all; 10 = surely)", "1-10"), ("Skala 1-5", "1-5"), ("(0 to 10)", "0-10"),
     ("dari 0 sampai 10", "0-10")],
)  # fmt: skip
def test_the_question_states_its_scale(stated, scale):
    rows = [(f"2025-03-{13 + n} 08:00:00", 1 + n % 5) for n in range(10)]
    assert survey_of(table(("Timestamp", f"{ASKED} {stated}"), rows)).scale.name == scale


def test_scales_without_bands_and_odd_ones_are_refused():
    rows = [(f"2025-03-{13 + n} 08:00:00", 1 + n % 5) for n in range(12)]
    with pytest.raises(Refusal, match="not defined"):
        survey_of(table(("Timestamp", f"{ASKED} (1-7)"), rows))
    with pytest.raises(Refusal, match="but 1"):
        survey_of(table(("Timestamp", ASKED), [*rows, ("2025-03-27 08:00:00", 55)]))


def test_answers_that_are_none_are_counted_with_their_rows():
    odd = ["N/A", "Tidak tahu", "", "eleven", 11, -1]
    rows = [(f"2025-03-{13 + n} 08:00:00", one) for n, one in enumerate([*SCORES, *odd])]
    survey = survey_of(table(("Timestamp", f"{ASKED} (0-10)"), rows))
    assert (len(survey.answers), survey.outside) == (10, 3)
    assert "rows 15, 16, 17" in survey.notices[0].to("en")
    assert "3 people did not answer" in survey.notices[1].to("en")


def test_rows_left_half_way_and_trials_are_no_answers():
    head = ("Timestamp", "Finished", "Status", ASKED)
    rows = [
        (f"2025-03-{13 + n} 08:00:00", "True" if n else "False",
         "Survey Preview" if n == 1 else "IP Address", one)
        for n, one in enumerate(SCORES)
    ]  # fmt: skip
    survey = survey_of(table(head, rows))
    assert sorted(survey.answers) == sorted(SCORES[2:])
    said = " ".join(one.to("en") for one in survey.notices)
    assert "1 row is an answer left half way" in said and "1 row only tried the form" in said


def test_every_column_is_told_before_those_of_people_are_dropped():
    head = ("Timestamp", "Email Address", "First Name", "Team", ASKED, "Why?")
    rows = [(f"2025-03-{13 + n} 08:00:00", f"p{n}@x.id", "Ani", "AB"[n % 2], one,
             "Because people here help one another") for n, one in enumerate(SCORES)]  # fmt: skip
    kinds = {one.column: one.kind for one in questions_of(table(head, rows))}
    assert kinds == {
        "Timestamp": QuestionKind.OTHER, "Email Address": QuestionKind.PERSONAL,
        "First Name": QuestionKind.PERSONAL, "Team": QuestionKind.GROUP,
        ASKED: QuestionKind.SCORE, "Why?": QuestionKind.COMMENT,
    }  # fmt: skip


def rated(statement, points):
    rows = [(f"2025-03-{13 + n} 08:00:00", 9, one) for n, one in enumerate(points)]
    return table(("Timestamp", ASKED, statement), rows)


@pytest.mark.parametrize(
    ("statement", "turned"),
    [("My work wears me out (1-10)", [9, 6]), ("Beban kerja saya berat skala 1-5", [4, 1]),
     ("My work wears me out", [4, 1]), ("My work wears me out (0 to 10)", [8, 5])],
)  # fmt: skip
def test_where_agreeing_is_bad_points_are_turned_on_the_scale_the_question_states(
    statement, turned
):
    points = [2, 5, 3, 4, 2, 5, 3, 2, 4, 5]
    found = pulse_of(rated(statement, points), Said(reversed=frozenset({statement})))
    assert list(found.points[statement][:2]) == turned


def test_a_stated_scale_that_does_not_hold_the_points_is_not_used():
    statement = "My work wears me out (1-5)"
    points = [2, 9, 3, 4, 2, 5, 3, 2, 4, 10]
    (asked,) = [one for one in questions_of(rated(statement, points)) if one.name == statement]
    assert asked.scale == (0, 10)


def test_on_a_page_no_option_of_the_command_line_is_named():
    rows = [(f"2025-03-{13 + n} 08:00:00", 1 + n % 5) for n in range(10)]
    with pytest.raises(Refusal, match="not clear") as stop:
        survey_of(table(("Timestamp", "How satisfied are you with your job?"), rows))
    assert "--score" in stop.value.remedy.to("en")
    shown = refused_on_page(stop.value)
    for language in ("en", "id"):
        assert "--" not in shown.remedy.to(language) and "satisfied" in shown.remedy.to(language)
    found = survey_of(table(("Timestamp", ASKED), rows))
    assert any("--scale" in one.to("en") for one in found.notices)
    assert all("--" not in on_page(one).to("id") for one in found.notices)
