"""Workspaces from the command line."""

import json

import pytest

from core.__main__ import main
from core.settings import settings
from core.workspace import Workspaces
from tests.core.workspace.monthly import monthly, taken


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HEADLIGHT_WORKSPACES", str(tmp_path / "kept"))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.fixture
def made(folder):
    store = Workspaces(folder / "kept")
    now = taken(store, store.create("Toko"), "bulanan.csv", monthly(12))
    store.close()
    return now


def said(capsys, *words):
    assert main(["workspace", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_workspaces_are_listed_with_their_history(made, capsys):
    (one,) = said(capsys, "list")["workspaces"]
    assert (one["id"], one["name"], one["files"]) == (made.id, "Toko", ["bulanan.csv"])
    history = said(capsys, "history", made.id, "--language", "id")["revisions"]
    assert [step["what"] for step in history] == [
        "Ruang kerja dibuat",
        "“bulanan.csv” dimasukkan",
    ]


def test_a_workspace_goes_through_a_bundle_and_away(made, folder, capsys):
    path = str(folder / "toko.zip")
    assert said(capsys, "bundle", made.id, "--out", path)["bytes"] > 0
    assert said(capsys, "delete", made.id) == {"deleted": made.id}
    assert said(capsys, "list") == {"workspaces": []}
    told = said(capsys, "take-in", path)
    assert told["revision"] == made.revision and told["id"] != made.id
    assert said(capsys, "list")["workspaces"][0]["name"] == "Toko"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["history", "nobody"], "There is no such workspace."),
        (["delete", "../.."], "There is no such workspace."),
        (["take-in", "no such file"], "The file cannot be used: No such file or directory."),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(folder, capsys, words, what):
    assert main(["workspace", *words, "--json"]) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["what"] == what and error["remedy"]
