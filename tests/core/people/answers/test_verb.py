"""`enps` keeps waves apart and names them, and takes headers as the file writes them."""

import json

import pytest

from core.__main__ import main
from core.worlds.surveys import TOOLS, surveyed

COMPANY = surveyed(1)


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    file = TOOLS["formbricks"](COMPANY, "en")
    path = tmp_path_factory.mktemp("survey") / file.name
    path.write_bytes(file.content)
    return path


def asked(capsys, *words):
    code = main(["enps", *map(str, words), "--json"])
    said = capsys.readouterr()
    return code, json.loads(said.out or said.err)


def test_the_newest_wave_is_told_and_all_are_listed(export, capsys):
    _, told = asked(capsys, export)
    counts = COMPANY.truth.counts
    assert told["wave"] == "2025-Q4"
    assert {one["wave"]: (one["promoters"], one["passives"], one["detractors"])
            for one in told["waves"]} == counts  # fmt: skip
    assert told["overall"]["promoters"] == counts["2025-Q4"][0]
    assert "Waves are not mixed" in told["notices"][0]


def test_another_wave_can_be_asked_for(export, capsys):
    _, told = asked(capsys, export, "--wave", "2024-q1")
    assert told["overall"]["n"] == sum(COMPANY.truth.counts["2024-Q1"])
    code, refused = asked(capsys, export, "--wave", "2023-Q1")
    assert code == 2 and "2024-Q1" in refused["error"]["remedy"]


def test_a_group_is_called_as_the_file_or_as_people_read_it(export, capsys):
    _, by_file = asked(capsys, export, "--by", "1. Team")
    _, by_name = asked(capsys, export, "--by", "team")
    assert by_file["groups"] == by_name["groups"] != []
