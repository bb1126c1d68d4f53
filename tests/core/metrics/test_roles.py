"""Which role a column is proposed for, and why."""

import pytest

from core.metrics import Role, build_panel

FLAT = [5.0, 6.0, 7.0, 8.0]


def roles(table, months_from, names, **more):
    measures = {name: [v + i for v in FLAT] for i, name in enumerate(names)}
    panel = build_panel([table(months_from("2025-01", 4), measures, **more)])
    return {str(one.name): one.role for one in panel.indicators}


def test_results_are_lagging_and_candidates_leading(table, months_from):
    said = roles(table, months_from, ["Pendapatan", "Leads", "CSAT", "Kunjungan web"])
    assert said == {
        "Pendapatan": Role.LAGGING,
        "Leads": Role.LEADING,
        "CSAT": Role.LAGGING,
        "Kunjungan web": Role.LEADING,
    }


@pytest.mark.parametrize(
    "name",
    [
        "Target pendapatan",
        "Budget revenue",
        "Rencana",
        "Anggaran penjualan",
        "Sales quota",
        "Revenue forecast",
        "Pendapatan YTD",
        "Penjualan kumulatif",
        "Pendapatan tahun lalu",
        "Revenue last year",
        "Pertumbuhan pendapatan",
        "Revenue growth %",
        "Pencapaian (%)",
        "Selisih vs target",
        "No",
        "Peringkat",
        "Tahun",
        "Catatan",
    ],
)
def test_plans_totals_changes_and_counters_are_no_indicators(table, months_from, name):
    assert roles(table, months_from, ["Pendapatan", name])[name] is Role.NEITHER


def test_growth_of_the_pipeline_is_a_metric_of_its_own(table, months_from):
    said = roles(table, months_from, ["Pendapatan", "Pertumbuhan pipeline"])
    assert said["Pertumbuhan pipeline"] is Role.LEADING


def test_an_unknown_column_is_left_to_the_person_as_leading(table, months_from):
    panel = build_panel([table(months_from("2025-01", 4), {"Pendapatan": FLAT, "Foo": FLAT})])
    assert panel.indicator("foo").role is Role.LEADING
    assert "you decide" in panel.indicator("foo").reason.to("en")


@pytest.mark.parametrize("outcome", ["y", "target", "Outcome", "Hasil", "result"])
def test_without_a_known_result_its_usual_names_are_taken(table, months_from, outcome):
    said = roles(table, months_from, ["x1", "x2", outcome])
    assert said == {"x1": Role.LEADING, "x2": Role.LEADING, outcome: Role.LAGGING}


def test_without_any_sign_of_a_result_that_is_said(table, months_from):
    panel = build_panel([table(months_from("2025-01", 4), {"a": FLAT, "b": FLAT})])
    assert {one.role for one in panel.indicators} == {Role.LEADING}
    assert any("No result was recognised" in one.to("en") for one in panel.notices)


def test_the_name_itself_may_state_the_role(table, months_from):
    names = ["Indikator utama: Foo", "Bar (lagging)", "Leading - Kunjungan web"]
    said = roles(table, months_from, names)
    assert list(said.values()) == [Role.LEADING, Role.LAGGING, Role.LEADING]


def test_a_kpi_is_not_called_leading_for_its_indonesian_name(table, months_from):
    said = roles(table, months_from, ["Pendapatan", "Indikator kinerja utama"])
    assert said["Indikator kinerja utama"] is Role.LEADING  # as unknown, not by its name
    panel = build_panel([table(months_from("2025-01", 4), {"Indikator kinerja utama": FLAT})])
    assert "you decide" in panel.indicators[0].reason.to("en")


def test_a_name_of_several_meanings_is_a_question_that_the_map_option_answers(table, months_from):
    sheet = table(months_from("2025-01", 4), {"Pendapatan": FLAT, "Tingkat perputaran": FLAT})
    panel = build_panel([sheet])
    (question,) = panel.questions
    assert (question.column, question.option) == ("Tingkat perputaran", "--map")
    assert panel.indicator("tingkat_perputaran").role is Role.NEITHER
    answers = [value for value, _ in question.choices]
    assert answers[-2:] == ["measure", "ignore"]
    assert all(words.to("id") and words.to("en") for _, words in question.choices)
    answered = build_panel([sheet], fields={"Tingkat perputaran": "inventory_turnover"})
    assert answered.questions == ()
    assert answered.indicator("inventory_turnover").role is Role.LEADING


def test_an_answer_names_ignores_or_keeps_a_column(table, months_from):
    sheet = table(months_from("2025-01", 4), {"Pendapatan": FLAT, "Perputaran": FLAT, "Bla": FLAT})
    answers = {"Perputaran": "measure", "kpi.xlsx:Bla": "ignore", "Pendapatan": "margin"}
    panel = build_panel([sheet], fields=answers)
    assert [one.id for one in panel.indicators] == ["margin", "perputaran"]
    assert panel.indicator("perputaran").metric is None
    assert panel.questions == ()


def test_an_amount_in_percent_is_not_taken_for_the_amount(table, months_from):
    sheet = table(
        months_from("2025-01", 4),
        {"Revenue": FLAT, "Penjualan": FLAT},
        units={"Revenue": "percent"},
    )
    panel = build_panel([sheet])
    assert [one.metric for one in panel.indicators] == [None, "revenue"]
    assert str(panel.indicator("revenue").name) == "Penjualan" or panel.indicator("revenue_2")


def test_units_follow_the_file_then_the_metric(table, months_from):
    sheet = table(
        months_from("2025-01", 4),
        {"Revenue": FLAT, "Win rate": FLAT, "Leads": FLAT, "Foo": FLAT},
        units={"Revenue": "IDR", "Win rate": "percent"},
    )
    assert [one.unit for one in build_panel([sheet]).indicators] == ["IDR", "rate", "count", ""]


def test_what_was_achieved_is_a_result_unless_it_is_a_share_of_a_plan(table, months_from):
    found = roles(table, months_from, ["Pencapaian penjualan", "Pencapaian penjualan (%)"])
    assert found == {
        "Pencapaian penjualan": Role.LAGGING,
        "Pencapaian penjualan (%)": Role.NEITHER,
    }
