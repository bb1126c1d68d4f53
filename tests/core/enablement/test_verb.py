"""`enablement` on the command line: what it is asked is heard, or refused with a word."""

import json

import pytest

from core.__main__ import main

DEALS = """\
Topic,Account,Status,Est. revenue,Est. close date,Actual Close Date,Owner,Territory,Created On
D-0076,Acct 16,Lost,"$6,563",11/18/2024,11/18/2024,Dan Fox,Surabaya,9/16/2024
D-0038,Acct 8,Lost,"$3,559",7/21/2024,7/21/2024,Dan Fox,Jakarta,5/6/2024
D-0012,Acct 12,Won,"$16,136",12/5/2024,12/5/2024,Ann Lee,Bandung,11/10/2024
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "deals.csv"
    path.write_text(DEALS)
    return str(path)


def test_a_question_about_amounts_does_not_stand_in_the_way_of_a_rate_by_count(file, capsys):
    assert main(["enablement", file, "--metric", "win_rate", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["metrics"]
    assert (row["numerator"], row["denominator"]) == (1, 3)


@pytest.mark.parametrize(
    "more",
    [
        ["--metric", "revenue_won"],
        [],
        ["--metric", "win_rate", "--by", "Est. revenue"],
        ["--metric", "win_rate", "--by", "size_band"],
    ],
)
def test_it_does_where_a_figure_rests_on_amounts(file, capsys, more):
    assert main(["enablement", file, *more, "--json"]) == 2
    assert "--decimal" in json.loads(capsys.readouterr().err)["error"]["remedy"]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (["--map", "Nilai=amount"], "Nilai"),
        (["--outcome", "Hasil:Gold=won"], "Hasil"),
        (["--by", "Kota"], "Kota"),
        (["--metric", "winrate"], "winrate"),
        (["--within", "-3"], "--within"),
        (["--within", "nan"], "--within"),
        (["--as-of", "31/12/2025"], "31/12/2025"),
    ],
)
def test_what_it_cannot_hear_is_refused_with_what_to_do(file, capsys, more, named):
    words = ["enablement", file, "--decimal", "point", *more, "--json"]
    assert main(words) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert named in error["what"] and error["remedy"]


def test_a_column_named_with_a_colon_is_heard(tmp_path, capsys):
    path = tmp_path / "deals.csv"
    path.write_text(DEALS.replace("Status", "Status: now").replace("Won", "Gold"))
    more = ["--decimal", "point", "--outcome", "Status: now:Gold=won", "--metric", "won"]
    assert main(["enablement", str(path), *more, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["metrics"][0]["value"] == 1
