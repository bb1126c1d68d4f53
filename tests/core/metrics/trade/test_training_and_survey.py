"""Training and satisfaction counted by hand; answers of staff are never here."""

import pytest

from core.errors import Refusal
from core.tables import read
from tests.core.metrics.trade.conftest import sheet_of

TAKEN = {  # L1 takes K1 twice; L3 fails; L4 withdrew before the start; L5 is young and open
    "learner_id": ["L1", "L1", "L2", "L3", "L4", "L5", "L6"],
    "course_id": ["K1", "K1", "K1", "K1", "K1", "K1", "K1"],
    "assigned_at": [
        "2025-01-02", "2025-01-02", "2025-01-05", "2025-01-06", "2025-01-07", "2025-03-20",
        "2025-02-01",
    ],
    "started_at": [
        "2025-01-03", "2025-01-03", "2025-01-08", "2025-01-10", None, None, "2025-02-02",
    ],
    "completed_at": [
        "2025-01-10", "2025-02-10", "2025-01-20", "2025-01-25", None, None, "2025-02-15",
    ],
    "due_at": [
        "2025-01-31", "2025-01-31", "2025-01-31", "2025-01-31", "2025-01-31", "2025-04-30",
        "2025-02-15",
    ],
    "unenrolled_at": [None, None, None, None, "2025-01-20", None, None],
    "status": ["Selesai", "Lulus", "Completed", "Tidak lulus", "Mundur", "Berjalan", "Passed"],
    "hours": [2.0, 2.0, 4.0, 8.0, 8.0, 1.0, 3.0],
}  # fmt: skip


@pytest.fixture(scope="module")
def school(records, panel):
    return panel(records("training", **TAKEN))


def test_hours_are_those_of_completed_courses_each_person_and_course_once(school, row):
    assert row(school, "training_hours") == {"2025-01": 4, "2025-02": 5, "2025-03": 0}
    assert any(said.to("en").startswith("1 row repeats a course") for said in school.notices)


def test_completion_is_of_those_assigned_without_who_withdrew_before_the_start(school, row):
    rates = row(school, "training_completion")
    assert rates["2025-01"] == pytest.approx(2 / 3)
    assert "2025-03" not in rates


def test_training_on_time_counts_open_courses_past_due_as_late(school, row):
    assert row(school, "training_on_time") == {"2025-01": pytest.approx(1 / 3), "2025-02": 1}


def test_minutes_become_hours_and_that_is_said(records, panel, row):
    minutes = {**TAKEN, "hours": [60.0 * one for one in TAKEN["hours"]]}
    found = panel(records("training", named={"hours": "Durasi (menit)"}, **minutes))
    assert row(found, "training_hours")["2025-02"] == 5
    assert any("minutes" in said.to("en") for said in found.notices)


ASKED = {
    "submitted_at": ["2025-01-05"] * 6 + ["2025-02-03"] * 4 + ["2025-03-03"] * 5,
    "score": [5, 4, 3, 2, 4, 1, 5, 5, 5, 5, 1, 2, 3, 4, 5],
}
CSAT = {"score": "How satisfied are you with our service?"}


def test_satisfaction_is_the_share_of_the_two_best_answers(records, panel, row):
    found = panel(records("survey", named=CSAT, **ASKED))
    assert row(found, "csat") == {"2025-01": 0.5, "2025-03": 0.4}
    assert found.indicator("csat").unit == "rate"
    assert any("from 1 to 5" in said.to("en") for said in found.notices)


@pytest.mark.parametrize(
    ("scores", "share"),
    [([7, 6, 5, 1, 2], 2 / 5), ([0, 10, 9, 8, 9], 3 / 5), ([10, 9, 8, 1, 3], 2 / 5)],
)
def test_the_scale_is_the_smallest_that_holds_every_answer(records, panel, row, scores, share):
    twice = {"submitted_at": ["2025-01-05"] * 5 + ["2025-02-05"] * 5, "score": scores * 2}
    found = panel(records("survey", named={"score": "Seberapa puas Anda?"}, **twice))
    assert row(found, "csat") == {"2025-01": share, "2025-02": share}


def test_only_questions_on_satisfaction_count_in_a_table_of_answers(records, panel, row):
    asked = ["Seberapa puas Anda dengan layanan kami?", "Would you recommend us?"]
    found = panel(records(
        "survey",
        submitted_at=["2025-01-05"] * 10 + ["2025-02-05"] * 10,
        question=asked * 10,
        score=[5, 1] * 5 + [1, 5] * 5,
    ))  # fmt: skip
    assert row(found, "csat") == {"2025-01": 1, "2025-02": 0}


def test_answers_of_staff_are_not_on_the_panel(records, panel):
    staff = records("survey", named={**CSAT, "x_team": "Manager"}, x_team=["A"] * 15, **ASKED)
    orders = records(
        "orders", order_id=["1", "2"], ordered_at=["2025-01-01", "2025-02-01"], revenue=[1, 2]
    )
    found = panel(staff, orders)
    assert "csat" not in found.values
    assert any("Answers of staff" in said.to("en") for said in found.notices)


def test_fewer_than_five_answers_in_every_period_are_not_shown(records, panel):
    few = {name: values[6:10] + values[:2] for name, values in ASKED.items()}
    orders = records(
        "orders", order_id=["1", "2"], ordered_at=["2025-01-01", "2025-02-01"], revenue=[1, 2]
    )
    found = panel(records("survey", named=CSAT, **few), orders)
    assert "five answers" in found.refused["csat"].to("en")


NPS = {"score": "How likely are you to recommend us?"}
SCORES = [10, 9, 9, 8, 6, 0, 7, 10, 10, 10]
MONTHS = ["2025-01-05"] * 5 + ["2025-02-05"] * 5


def test_promoters_less_detractors_in_points(records, panel, row):
    found = panel(records("survey", named=NPS, submitted_at=MONTHS, score=SCORES))
    assert row(found, "nps") == {"2025-01": 100 * (3 - 1) / 5, "2025-02": 100 * (3 - 1) / 5}
    assert row(found, "survey_answers") == {"2025-01": 5, "2025-02": 5}


def test_recommending_on_another_scale_is_no_promoter_score(records, panel):
    scores = [1, 2, 3, 4, 5] * 2
    table = records("survey", named=NPS, submitted_at=MONTHS, score=scores)
    orders = records(
        "orders", order_id=["1", "2"], ordered_at=["2025-01-01", "2025-02-01"], revenue=[1, 2]
    )
    found = panel(table, orders)
    assert "0 to 10" in found.refused["nps"].to("en")


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("How likely are you to recommend working here?", {}),
        ("How likely are you to recommend us?", {"x_team": ["A"] * 10}),
    ],
)
def test_staff_who_recommend_are_never_on_the_panel(records, panel, question, more):
    named = {"score": question, "x_team": "Team"}
    table = records("survey", named=named, submitted_at=MONTHS, score=SCORES, **more)
    orders = records(
        "orders", order_id=["1", "2"], ordered_at=["2025-01-01", "2025-02-01"], revenue=[1, 2]
    )
    assert not {"nps", "survey_answers"} & set(panel(table, orders).values)


def test_the_response_rate_needs_to_know_how_many_were_asked(records, panel, row):
    table = records("survey", named=NPS, submitted_at=MONTHS, score=SCORES)
    asked = sheet_of({"Surveys sent": [20.0, 10.0]}, ["2025-01-01", "2025-02-01"])
    assert row(panel(table, asked), "response_rate") == {"2025-01": 0.25, "2025-02": 0.5}
    assert "survey sent on" in panel(table).refused["response_rate"].to("en")


@pytest.mark.parametrize("header", ["Sent at", "Tanggal dikirim"])
def test_the_response_rate_of_rows_is_over_those_asked_by_the_month_they_were_asked(
    records, panel, row, header
):
    table = records(
        "survey",
        named={"score": "How satisfied are you?", "x_sent_at": header},
        x_sent_at=["2025-01-02"] * 4 + ["2025-02-02"] * 2 + ["2025-03-30"],
        submitted_at=["2025-01-03", "2025-01-06", None, None, "2025-02-03", None, "2025-03-31"],
        score=[5, 4, None, None, 2, None, 5],
    )
    found = panel(table)
    assert row(found, "surveys_sent") == {"2025-01": 4, "2025-02": 2, "2025-03": 1}
    assert row(found, "response_rate") == {"2025-01": 0.5, "2025-02": 0.5}
    without = records("survey", named=NPS, submitted_at=MONTHS, score=SCORES)
    assert "survey sent on" in panel(without).refused["surveys_sent"].to("en")


def read_as(panel, header, rows):
    """The panel of a file of such lines."""
    lines = "\n".join([header, *rows])
    return panel(*read(lines.encode(), "answers.csv").tables)


DAYS = [f"2025-0{1 + i // 20}-{1 + i % 20:02d}" for i in range(60)]


@pytest.mark.parametrize(
    ("header", "nps"),
    [
        ("Date,NPS score (0-10)", "nps"),
        ("Tanggal,Nilai NPS", "nps"),
        ("Timestamp,Would you recommend us?", "nps"),
        ("Timestamp,eNPS score", None),
        ("Tanggal,Seberapa besar kemungkinan Anda merekomendasikan tempat kerja ini?", None),
    ],
)
def test_points_that_people_gave_are_never_figures_of_their_own(panel, records, header, nps):
    lines = [f"{day},{(7 * i) % 11}" for i, day in enumerate(DAYS)] * 2
    try:
        found = set(read_as(panel, header, lines).values)
    except Refusal:
        found = set()
    assert found == ({"nps", "survey_answers"} if nps else set())


def test_points_beside_a_question_are_answers_too(panel, row):
    header = "Tanggal,CSAT,NPS,Customer effort score,Cabang"
    lines = [f"{day},{1 + i % 5},{i % 11},{1 + i % 7},{'AB'[i % 2]}" for i, day in enumerate(DAYS)]
    found = read_as(panel, header, lines)
    assert set(found.values) == {"csat", "nps", "survey_answers"}
    assert row(found, "csat")["2025-01"] == pytest.approx(0.4)


def test_a_sheet_of_scores_by_period_keeps_them_as_figures(panel):
    found = read_as(panel, "Date,CSAT score,NPS,Responses", [f"{d},4.{d[-1]},37,20" for d in DAYS])
    assert {"csat", "nps"} <= set(found.values)
