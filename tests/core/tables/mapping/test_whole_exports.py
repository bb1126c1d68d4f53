"""Exports as vendors write them whole: comments, titles, two or three header rows, footers."""

import csv
import io

import pytest

from core.tables import Answers, Reading, Table, TableKind, read
from tests.core.tables.mapping.vendors import Layout, layouts, records

GA4 = ["# ----------------------------------------", "# Traffic acquisition", "# Account: Shop",
       "# Property: shop.id - GA4", "# ----------------------------------------", "#",
       "# All Users", "# Start date: 20250101", "# End date: 20250131"]  # fmt: skip
SALESFORCE = [
    [],
    ["Grand Totals (40 records)", "", "", "", "28000"],
    [],
    ["Confidential Information - Do Not Distribute"],
    ["Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."],
]
ADS_TITLE = [["Campaign report"], ["January 1, 2026 - January 31, 2026"]]
QUESTION = "How likely are you to recommend us as a place to work?"


def layout(vendor: str, name: str) -> Layout:
    return next(one for one in layouts() if (one.vendor, one.name) == (vendor, name))


def lines(one: Layout) -> list[list[str]]:
    return [one.headers, *records(one)]


def reading(rows: list[list[str]], order: str = "dmy") -> Reading:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return read(out.getvalue().encode(), "export.csv", Answers(date_order={"": order}))


def said(table: Table) -> str:
    return " ".join(one.to("en") for one in table.notices)


@pytest.mark.parametrize("padding", [0, 7])
def test_comments_above_a_web_report_are_no_rows_of_it(padding):
    comments = [[line, *[""] * padding] for line in GA4]
    found = reading([*comments, *lines(layout("ga4", "traffic_acquisition_old"))]).tables[0]
    assert found.kind is TableKind.WEB_TRAFFIC and found.header_rows == (10,)
    assert len(found.frame) == 40


def test_each_section_of_one_file_is_a_table_of_its_own():
    days = [[f"{i:04d}", str(100 + i)] for i in range(28)]
    groups = [[name, str(10 + i)] for i, name in enumerate(["Direct", "Email", "Referral"])]
    comments = [[line] for line in GA4]
    sections = [(["Nth day", "Users"], days), (["Nth day", "New users"], days),
                (["First user default channel group", "New users"], groups),
                (["Event name", "Event count"], groups)]  # fmt: skip
    found = reading([row for head, rows in sections for row in [*comments, head, *rows, []]])
    assert [list(one.frame.columns) for one in found.tables] == [head for head, _ in sections]
    assert [len(one.frame) for one in found.tables] == [len(rows) for _, rows in sections]


def test_an_unnamed_row_that_adds_up_all_others_is_told():
    rows = [["Channel", "Sessions", "Clicks"], ["", "60", "6"]]
    rows += [[name, str(10 * i), str(i)] for i, name in [(1, "Direct"), (2, "Email"), (3, "Ads")]]
    assert "Row 2 has no name and its figures are what all other rows add to" in said(
        reading(rows).tables[0]
    )


def test_footers_of_a_crm_report_are_no_records():
    rows = lines(layout("salesforce", "opportunity_report_custom"))
    found = reading([*rows, *SALESFORCE], "mdy").tables[0]
    assert found.kind is TableKind.DEALS and len(found.frame) == 40
    assert {one.why.value for one in found.set_aside} >= {"total", "note"}


def test_titles_and_totals_of_an_ads_report_are_no_campaigns():
    one = layout("google_ads", "campaigns")
    totals = [[f"Total: {what}", " --", " --", *["9"] * 10] for what in ("Account", "Campaigns")]
    found = reading([*ADS_TITLE, *lines(one), *totals]).tables[0]
    assert found.kind is TableKind.WEB_TRAFFIC
    assert len(found.frame) == 40 and found.header_rows == (3,)


def test_a_survey_of_two_header_rows_keeps_its_first_respondent():
    head = ["Respondent ID", "End Date", QUESTION, "Please rate:", ""]
    below = ["", "", "", "My work is interesting", "My manager listens"]
    rows = [[str(118000000000 + i), f"2026-01-{i + 1:02d}", str(i % 11), "Agree", "Disagree"]
            for i in range(20)]  # fmt: skip
    found = reading([head, below, *rows]).tables[0]
    assert found.kind is TableKind.SURVEY and len(found.frame) == 20
    assert list(found.frame.columns)[3:] == [
        "Please rate: My work is interesting", "Please rate: My manager listens",
    ]  # fmt: skip


def test_a_question_is_called_by_itself_and_points_keep_the_words_beside_them():
    head = ["Respondent ID", "End Date", QUESTION, "Which team?", ""]
    below = ["", "", "Response", "Response", "Other (please specify)"]
    ends = {10: "Extremely likely - 10", 0: "Not at all likely - 0"}
    rows = [[str(118000000000 + i), f"2026-01-{i + 1:02d}", str(ends.get(i % 11, i % 11)), "A", ""]
            for i in range(22)]  # fmt: skip
    found = reading([head, below, *rows]).tables[0]
    assert list(found.frame.columns)[2:] == [
        QUESTION, "Which team?", "Which team? Other (please specify)",
    ]  # fmt: skip
    assert (found.frame[QUESTION] == "Extremely likely - 10").sum() == 2
    assert not found.issues and found.columns[2].field == "score"


def test_a_survey_of_three_header_rows_is_named_by_its_questions():
    head = ["StartDate", "RecordedDate", "ResponseId", "Q1"]
    texts = ["Start Date", "Recorded Date", "Response ID", QUESTION]
    ids = ['{"ImportId":"startDate"}', '{"ImportId":"recordedDate"}', '{"ImportId":"_recordId"}',
           '{"ImportId":"QID1"}']  # fmt: skip
    rows = [[f"2026-01-{i + 1:02d}", f"2026-01-{i + 1:02d}", f"R_{i}a", str(i % 11)]
            for i in range(20)]  # fmt: skip
    found = reading([head, texts, ids, *rows]).tables[0]
    assert found.kind is TableKind.SURVEY and len(found.frame) == 20
    assert {one.name: one.field for one in found.columns} == {
        "Start Date": "", "Recorded Date": "submitted_at", "Response ID": "response_id",
        QUESTION: "score",
    }  # fmt: skip


def test_an_answer_in_the_middle_that_means_less_is_doubted():
    words = ["Setuju", "Kurang setuju", "Tidak setuju", "Sangat setuju"]
    rows = [[f"2026-03-{i + 1:02d} 08:00:00", words[i % 4]] for i in range(20)]
    found = reading([["Cap waktu", "Saya puas dengan pekerjaan saya"], *rows]).tables[0]
    assert "“Saya puas dengan pekerjaan saya” holds “Kurang setuju”" in said(found)
    assert found.columns[1].type.value == "text"


def test_records_whose_indicators_are_worked_out_need_no_remark():
    found = reading(lines(layout("hubspot", "deals"))).tables[0]
    assert found.kind is TableKind.DEALS and "understood as" not in said(found)
