"""`python -m core` answers as design.md promises, with the digits of the screen."""

import json
from pathlib import Path

import pytest

from core.__main__ import main
from core.lead_lag import Options, scan
from core.metrics import Role, build_panel, choose_tables
from core.tables import read
from core.worlds.samples import SAMPLES
from tests.journeys.workbooks import decimal_comma_csv

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"


@pytest.fixture
def rekap(tmp_path):
    path = tmp_path / "rekap.csv"
    path.write_bytes(decimal_comma_csv())
    return path


def answered(capsys, *words: object) -> dict:
    assert main([str(word) for word in words]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys, *words: object) -> dict:
    assert main([str(word) for word in words]) == 2
    return json.loads(capsys.readouterr().err)["error"]


def test_read_tells_what_was_understood_and_writes_it(capsys, rekap, tmp_path):
    out = tmp_path / "clean.csv"
    found = answered(capsys, "read", rekap, "--json", "--out", out)
    table = found["tables"][0]
    assert (table["kind"], table["header_rows"], table["rows"]) == ("kpi_wide", [1], 60)
    assert [column["field"] for column in table["columns"]] == ["period", "measure", "measure"]
    first = out.read_text().splitlines()[:2]
    assert first[0] == "Bulan,Telepon penjualan,Pendapatan"
    assert first[1].startswith("2020-01-01,")


def test_panel_gives_each_metric_by_period(capsys, rekap):
    found = answered(capsys, "panel", rekap, "--json", "--metric", "revenue")
    assert found["period"] == "month"
    assert list(found["metrics"]) == ["revenue"]
    assert list(found["metrics"]["revenue"]["values"])[:2] == ["2020-01", "2020-02"]


def test_quarters_and_years_follow_the_financial_year(capsys, rekap):
    words = ("panel", rekap, "--json", "--metric", "revenue")
    monthly = answered(capsys, *words)["metrics"]["revenue"]["values"]
    start = ("--fiscal-start", 4)
    quarters = answered(capsys, *words, "--period", "quarter", *start)["metrics"]["revenue"][
        "values"
    ]
    first = [monthly[f"2020-{month:02}"] for month in (4, 5, 6)]
    assert quarters["FY2021-Q1"] == pytest.approx(sum(first))
    found = answered(capsys, *words, "--period", "year", *start)
    assert found["metrics"]["revenue"]["values"]["FY2021"] == pytest.approx(
        sum(quarters[f"FY2021-Q{quarter}"] for quarter in (1, 2, 3, 4))
    )
    assert any("is Apr" in notice for notice in found["notices"])
    calendar = answered(capsys, *words, "--period", "quarter")
    assert calendar == answered(capsys, *words, "--period", "quarter", "--fiscal-start", 1)


def test_labels_of_financial_years_are_read_and_told_alike(capsys, tmp_path):
    path = tmp_path / "years.csv"
    path.write_text(
        "\n".join(["Periode,Omzet", *(f"{y}/{y % 100 + 1},{y}" for y in range(2019, 2025))])
    )
    assert "--fiscal-start" in refused(capsys, "panel", path, "--json")["remedy"]
    out = tmp_path / "clean.csv"
    answered(capsys, "read", path, "--json", "--fiscal-start", 4, "--out", out)
    assert out.read_text().splitlines()[1] == "2019-04-01,2019"
    found = answered(capsys, "panel", path, "--json", "--fiscal-start", 4)["metrics"]["revenue"]
    assert found["values"] == {f"FY{year + 1}": year for year in range(2019, 2025)}


def test_lead_lag_gives_the_digits_of_the_screen(capsys, rekap):
    found = answered(capsys, "lead-lag", rekap, "--json", "--seed", 0)["pairs"]
    panel = build_panel(choose_tables(read(rekap.read_bytes(), rekap.name).tables))
    pairs = scan(panel, panel.ids(Role.LEADING), panel.ids(Role.LAGGING), Options()).pairs
    assert [(p["leading"], p["lead"], p["p"], p["r"]) for p in found] == [
        (p.leading, p.lead, p.p, p.r) for p in pairs
    ]
    assert found[0]["lead"] == 3


def test_a_declared_delay_is_the_only_one_searched(capsys, rekap):
    found = answered(capsys, "lead-lag", rekap, "--json", "--lags", "2-4")["pairs"]
    assert found[0]["lags"] == [2, 4]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_each_sample_answers(capsys, sample):
    assert answered(capsys, "lead-lag", SAMPLE_DATA / sample.file, "--json")["pairs"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("read", "no-such-file.xlsx", "--json"), "no-such-file.xlsx"),
        (("lead-lag", "{file}", "--json", "--leading", "nothing"), "nothing"),
        (("lead-lag", "{file}", "--json", "--lags", "6-1"), "6-1"),
        (("read", "{file}", "--json", "--date-order", "ymd"), "ymd"),
        (("read", "{file}", "--json", "--map", "Pendapatan"), "Pendapatan"),
        (("read", "{file}#Rekap", "--json"), "Rekap"),
    ],
)
def test_a_refusal_says_what_where_and_what_to_do(capsys, rekap, words, named):
    error = refused(capsys, *(word.format(file=rekap) for word in words))
    assert set(error) == {"what", "where", "remedy"}
    assert named in error["what"] + error["where"]
    assert error["remedy"]


def test_a_refusal_without_json_is_one_line_in_the_language_asked(capsys):
    assert main(["read", "tidak-ada.csv", "--language", "id"]) == 2
    assert "Berkas tidak dapat dibuka" in capsys.readouterr().err


def test_a_sheet_is_named_behind_the_file(capsys):
    sample = next(one for one in SAMPLES if one.file.endswith(".xlsx"))
    every = answered(capsys, "read", SAMPLE_DATA / sample.file, "--json")["tables"]
    sheet = every[0]["sheet"]
    one = answered(capsys, "read", f"{SAMPLE_DATA / sample.file}#{sheet}", "--json")["tables"]
    assert {table["sheet"] for table in one} == {sheet}


def test_the_unfinished_last_period_can_be_kept(capsys):
    path = SAMPLE_DATA / SAMPLES[0].file
    last = str(SAMPLES[0].unfinished)
    words = ("panel", path, "--json", "--metric", "revenue")
    without = answered(capsys, *words)["metrics"]["revenue"]["values"]
    kept = answered(capsys, *words, "--keep-unfinished")["metrics"]["revenue"]["values"]
    assert last not in without
    assert kept == without | {last: kept[last]}


@pytest.fixture
def open_decimal(tmp_path):
    """A sheet whose revenue can be 1.143 or 1,143."""
    path = tmp_path / "open.csv"
    rows = [f"{2022 + at // 12}-{at % 12 + 1:02d},{200 + at},{1 + at / 7:.3f}" for at in range(36)]
    path.write_text("\n".join(["Month,New leads,Revenue", *rows]))
    return path


@pytest.mark.parametrize("verb", ["panel", "lead-lag"])
def test_what_a_file_leaves_open_is_refused_with_the_option_that_answers_it(
    capsys, open_decimal, verb
):
    assert "--decimal" in refused(capsys, verb, open_decimal, "--json")["remedy"]
    assert answered(capsys, verb, open_decimal, "--json", "--decimal", "point")


def test_a_question_about_another_column_does_not_stand_in_the_way(capsys, open_decimal):
    found = answered(capsys, "panel", open_decimal, "--json", "--metric", "New leads")
    assert list(found["metrics"]) == ["new_leads"]


def test_a_name_with_a_comma_in_it_is_one_name(capsys, tmp_path, rekap):
    path = tmp_path / "comma.csv"
    content = rekap.read_bytes().replace(b"Telepon penjualan", b"Telepon, keluar")
    path.write_bytes(content)
    words = ("--leading", "Telepon, keluar", "--lagging", "revenue")
    assert len(answered(capsys, "lead-lag", path, "--json", *words)["pairs"]) == 1


DEALS = """Deal ID,Deal Name,Status,Amount,Created Date,Close Date,Team
1,A,Won,100,2025-01-05,2025-01-31,West
2,B,Dead,50,2025-01-06,2025-02-27,West
3,C,Won,70,2025-01-07,2025-02-28,East
4,D,Lost,70,2025-01-07,2025-03-31,East
"""


def test_records_are_divided_by_a_column_of_the_file(capsys, tmp_path):
    path = tmp_path / "deals.csv"
    path.write_text(DEALS)
    asked = ("panel", path, "--json", "--period", "month", "--by", "Team", "--metric", "deals_won")
    won = answered(capsys, *asked)["metrics"]["deals_won"]
    assert won["values"] == {"2025-01": 1, "2025-02": 1, "2025-03": 0}
    assert won["groups"]["West"]["values"] == {"2025-01": 1, "2025-02": 0, "2025-03": 0}


def test_a_word_for_an_outcome_can_be_explained(capsys, tmp_path):
    path = tmp_path / "deals.csv"
    path.write_text(DEALS)
    asked = ("panel", path, "--json", "--period", "month", "--metric", "win_rate")
    first = answered(capsys, *asked)
    assert first["metrics"]["win_rate"]["values"]["2025-02"] == 1
    assert any("Dead" in notice for notice in first["notices"])
    told = answered(capsys, *asked, "--outcome", "Status:Dead=lost")
    assert told["metrics"]["win_rate"]["values"]["2025-02"] == 0.5


def test_an_outcome_that_is_none_is_refused(capsys, rekap):
    assert "--outcome" in refused(capsys, "panel", rekap, "--json", "--outcome", "x=y")["what"]


def test_branches_answer_together(capsys, tmp_path):
    lines = ["Bulan,Cabang,Leads,Omzet"]
    for branch in range(3):
        for month in range(30):
            leads = 50 + (month * 7 + branch * 11) % 23
            late = 50 + ((month - 2) * 7 + branch * 11) % 23
            lines.append(f"{2023 + month // 12}-{month % 12 + 1:02d},C{branch},{leads},{late * 9}")
    path = tmp_path / "cabang.csv"
    path.write_text("\n".join(lines))
    pair = answered(capsys, "lead-lag", path, "--json", "--by", "Cabang")["pairs"][0]
    assert (pair["leading"], pair["lagging"]) == ("new_leads", "revenue")
    assert [one["segment"] for one in pair["segments"]] == ["C0", "C1", "C2"]
