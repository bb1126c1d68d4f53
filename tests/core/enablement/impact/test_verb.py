"""`impact` on the command line answers with the page's digits, or says why not."""

import json
from datetime import date

import pytest

from core.__main__ import main
from core.enablement.impact import Asked, describe, impact
from core.metrics import build_panel
from core.tables import read
from tests.pages.test_impact import OTHERS, TREATED, figures

ON = "2023-09-01"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "branches.csv"
    path.write_bytes(figures())
    return str(path)


def test_the_verb_says_what_the_answer_says(file, capsys):
    groups = ["--treated", ",".join(TREATED), "--comparison", ",".join(OTHERS)]
    words = ["impact", file, "--metric", "revenue", "--on", ON, "--by", "Branch", *groups, "--json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    panel = build_panel(read(figures(), "branches.csv").tables, by=["Branch"])
    found = impact(panel, "revenue", date(2023, 9, 1), Asked(TREATED, OTHERS))
    assert told == json.loads(json.dumps(describe(found)))


def test_a_group_without_its_column_is_refused(file, capsys):
    words = ["impact", file, "--metric", "revenue", "--on", ON, "--treated", "Medan", "--json"]
    assert main(words) == 2
    assert "Medan" in json.loads(capsys.readouterr().err)["error"]["what"]


def test_no_fewer_than_three_periods_are_looked_at(file, capsys):
    words = ["impact", file, "--metric", "revenue", "--on", ON, "--after", "1", "--json"]
    assert main(words) == 2
    assert json.loads(capsys.readouterr().err)["error"]["remedy"]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (["--treated", "A,Medan", "--comparison", "Medan,B", "--by", "Branch"], "Medan"),
        (["--treated", TREATED[0], "--comparison", TREATED[0], "--by", "Branch"], TREATED[0]),
        (["--comparison", OTHERS[0], "--by", "Branch"], "for which groups"),
        (["--control", "revenue"], "itself"),
        (["--after", "0"], "0"),
        (["--on", "01/09/2023"], "01/09/2023"),
        (["--on", "2023-W36"], "2023-W36"),
        (["--as-of", "kemarin"], "kemarin"),
        (["--metric", ""], "no indicator"),
        (["--after", "x"], "--after"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_what_to_do(file, capsys, more, named):
    words = ["impact", file, "--metric", "revenue", "--on", ON, *more, "--json"]
    assert main(words) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert named in error["what"] and error["remedy"]


def test_groups_that_no_column_divides_are_refused_with_the_option_that_does(file, capsys):
    words = ["impact", file, "--metric", "revenue", "--on", ON, "--treated", "Medan", "--json"]
    assert main(words) == 2
    assert "--by" in json.loads(capsys.readouterr().err)["error"]["remedy"]
