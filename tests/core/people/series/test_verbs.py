"""`panel` and `lead-lag` take a survey of staff beside other files, with the digits of `enps`."""

import json

import pandas as pd
import pytest

from core.__main__ import main
from core.metrics import CATALOGUE
from core.people.answers.of_staff import asks_customers, is_of_staff
from core.tables.model import Column, ColumnType, Table, TableKind
from core.worlds.surveys.leaving import left


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Six quarterly waves, and the turnover of every month."""
    world, folder = left(seed=3, waves=6, step=3), tmp_path_factory.mktemp("signals")
    for one in (world.survey(), world.sheet()):
        (folder / one.name).write_bytes(one.content)
    return [str(folder / "survey.csv"), str(folder / "turnover.csv")]


def asked(capsys, *words):
    code = main([*map(str, words), "--json"])
    said = capsys.readouterr()
    return code, json.loads(said.out or said.err)


def known(told):
    return {when: value for when, value in told["values"].items() if value is not None}


def test_the_panel_has_the_digits_of_enps_for_everybody_and_each_group(files, capsys):
    survey, turnover = files
    _, panel = asked(capsys, "panel", survey, turnover, "--by", "Team", "--metric", "enps")
    told = panel["metrics"]["enps"]
    _, every = asked(capsys, "enps", survey, "--by", "Team")
    assert known(told) == {one["wave"]: one["score"] for one in every["waves"]}
    newest = every["wave"]
    shown = {one["group"]: one["score"] for one in every["groups"] if "score" in one}
    assert shown and len(shown) < len(every["groups"])
    groups = {name: known(one).get(newest) for name, one in told["groups"].items()}
    assert {name: one for name, one in groups.items() if one is not None} == shown
    assert "Legal" not in groups and any("Hidden" in said for said in panel["notices"])
    assert (panel["period"], told["role"], told["unit"]) == ("month", "neither", "score")


def test_a_survey_alone_is_a_panel_of_its_own_rhythm(files, capsys):
    _, panel = asked(capsys, "panel", files[0])
    assert panel["period"] == "quarter" and list(panel["metrics"]) == ["enps"]
    assert panel["metrics"]["enps"]["role"] == "leading"
    assert None not in panel["metrics"]["enps"]["values"].values()


def test_what_is_asked_of_a_survey_is_asked_by_its_rhythm(files, capsys):
    asking = ("lead-lag", *files, "--leading", "enps", "--lagging", "staff_turnover")
    _, told = asked(capsys, *asking)
    pair = told["pairs"][0]
    assert (pair["verdict"], pair["rung"], pair["n"]) == ("too_little_data", 0, 6)
    assert pair["months_until_known"] > 0 and "quarters" in pair["sentence"]
    code, refused = asked(capsys, *asking, "--period", "month")
    assert code == 2 and "--period quarter" in refused["error"]["remedy"]


def written(folder, name, header, rows):
    path = folder / name
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def test_what_is_not_asked_for_want_of_a_longer_period_is_told(files, tmp_path, capsys):
    months = pd.period_range("2020-01", periods=18, freq="M").astype(str)
    rows = [f"{one},{100 + n % 5},{900 + n % 7 * 9}" for n, one in enumerate(months)]
    sales = written(tmp_path, "sales.csv", "Month,New leads,Revenue", rows)
    _, told = asked(capsys, "lead-lag", files[0], sales, "--lagging", "revenue")
    assert [one["leading"] for one in told["pairs"]] == ["new_leads"]
    assert "once a quarter" in told["left_out"]["enps"]


WORDS = ("Sangat setuju", "Setuju", "Kurang setuju", "Tidak setuju")


def test_words_nobody_has_weighed_stop_only_what_rests_on_them(tmp_path, capsys):
    rows = [f"2024-0{1 + n // 12}-10,Tim {n % 2},{WORDS[n % 4]}" for n in range(36)]
    header = "Tanggal,Tim,Saya akan merekomendasikan perusahaan ini sebagai tempat kerja"
    survey = written(tmp_path, "survei.csv", header, rows)
    rows = [f"2024-0{n},{100 + n},{900 + n % 7 * 9}" for n in range(1, 10)]
    sales = written(tmp_path, "sales.csv", "Month,New leads,Revenue", rows)
    code, panel = asked(capsys, "panel", survey, sales)
    assert code == 0 and set(panel["metrics"]) == {"new_leads", "revenue"}
    assert any("--likert" in said for said in panel["notices"])
    own = "Silent = count() in survey by submitted_at"
    code, panel = asked(capsys, "panel", survey, sales, "--define", own)
    assert code == 2 or set(panel["metrics"]) == {"new_leads", "revenue"}
    code, refused = asked(capsys, "panel", survey, sales, "--metric", "enps")
    assert code == 2 and "--likert" in refused["error"]["remedy"]
    code, panel = asked(capsys, "panel", survey, sales, "--metric", "enps", "--likert", "below",
                        "--waves", "month")  # fmt: skip
    assert code == 0 and list(known(panel["metrics"]["enps"])) == ["2024-01", "2024-02", "2024-03"]


def test_answers_of_staff_in_a_connected_table_are_refused(tmp_path, capsys):
    left(seed=3, waves=2).answers.rename(columns={"score": "eNPS"}).to_parquet(
        tmp_path / "answers.parquet"
    )
    code, refused = asked(capsys, "panel", f"parquet://{tmp_path}/answers.parquet")
    assert code == 2 and "single people" in refused["error"]["what"]


ASKED = "Seberapa besar kemungkinan Anda merekomendasikan perusahaan ini sebagai tempat kerja"


def test_answers_of_staff_that_look_like_figures_are_a_survey_all_the_same(tmp_path, capsys):
    rows = [
        f"2025-0{month},{score},{team}"
        for month in (1, 2)
        for score, team in ((9, "A"), (3, "A"), (7, "A"), (10, "B"), (9, "B"))
    ]
    path = written(tmp_path, "figures.csv", f"Bulan,{ASKED},Divisi", rows)
    code, panel = asked(capsys, "panel", path, "--by", "Divisi")
    assert code == 0 and known(panel["metrics"]["enps"]) == {"2025-01": 40.0, "2025-02": 40.0}
    assert not panel["metrics"]["enps"].get("groups")


def table(*headers):
    columns = tuple(Column(one, "", ColumnType.TEXT) for one in headers)
    return Table(TableKind.SURVEY, "s.csv", "", pd.DataFrame(columns=list(headers)), columns, (1,))


@pytest.mark.parametrize(
    ("headers", "question", "staff"),
    [
        (("Wave", "Team", "eNPS"), "eNPS", True),
        (("Tim", "Skor"), "Anda merekomendasikan tempat kerja ini?", True),
        (("Employee", "Would you recommend us?"), "Would you recommend us?", True),
        (("Customer", "NPS"), "NPS", False),
        (("Account manager", "Score"), "Would you recommend our product?", False),
        (("Department", "Customer", "Score"), "Score", False),
        (("Date", "Score"), "Score", False),
    ],
)  # fmt: skip
def test_customers_are_not_taken_for_staff(headers, question, staff):
    assert is_of_staff(table(*headers), question) is staff
    assert not (staff and asks_customers(table(*headers), question))


def test_a_survey_that_says_neither_is_nobodys():
    assert not asks_customers(table("Date", "Score"), "Score")
    assert not is_of_staff(table("Date", "Score"), "Score")


@pytest.mark.parametrize("id", ["enps", "pulse", "staff_turnover"])
def test_the_catalogue_tells_how_people_figures_are_gamed_and_what_guards_them(id):
    metric = CATALOGUE[id]
    assert metric.gamed and CATALOGUE[metric.guard]
    assert metric.usual_lead or id == "staff_turnover"
