"""`python -m core compare OLD NEW` tells what the screen tells, and puts the two together."""

import csv
import json

import pytest

from core.__main__ import main
from core.reports import describe_comparison
from core.tables import read
from core.tables.updates import compare

HEAD = "Bulan,Leads,Demo,Omzet"
OLD = [HEAD, "Jan 2025,10,4,1000.5", "Feb 2025,20,6,2001", "Mar 2025,30,7,3001.5"]
NEW = [
    HEAD.replace("Demo", "Demo terjadwal"),
    "Apr 2025,40,9,4000",
    "Mar 2025,30,7,3001.5",
    "Feb 2025,,6,2001",
    "Jan 2025,10,4,960.48",
]


@pytest.fixture
def files(tmp_path):
    for name, rows in (("old.csv", OLD), ("new.csv", NEW)):
        (tmp_path / name).write_text("\n".join(rows))
    return str(tmp_path / "old.csv"), str(tmp_path / "new.csv")


def answered(capsys, *words: str) -> dict:
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_compare_gives_the_digits_of_the_screen(capsys, files):
    found = answered(capsys, "compare", *files)
    old, new = (read("\n".join(rows).encode(), name).tables
                for rows, name in ((OLD, "old.csv"), (NEW, "new.csv")))  # fmt: skip
    assert found == json.loads(json.dumps(describe_comparison(compare(old, new))))
    (table,) = found["tables"]
    counts = [table[name] for name in ("new", "changed", "unchanged", "vanished", "emptied")]
    assert counts == [1, 1, 2, 0, 1]
    (cell,) = table["changed_cells"]
    assert (cell["row"], cell["before"], cell["after"]) == ("Jan 2025", 1000.5, 960.48)
    assert (cell["old_cell"], cell["new_cell"]) == ("D2", "D5")
    assert found["renames"] == {"Demo terjadwal": "Demo"}


def test_the_table_put_together_is_written(capsys, files, tmp_path):
    out = tmp_path / "clean.csv"
    found = answered(capsys, "compare", *files, "--out", str(out))
    assert found["mode"] == "update" and found["taken"][0]["rows"] == 4
    rows = list(csv.reader(out.read_text().splitlines()))
    assert rows[0] == HEAD.split(",")
    assert rows[1:3] == [["2025-01-01", "10", "4", "960.48"], ["2025-02-01", "20", "6", "2001"]]
    assert rows[4] == ["2025-04-01", "40", "9", "4000"]


@pytest.mark.parametrize(
    ("words", "rows", "columns"),
    [
        (("--mode", "replace"), 4, 4),
        (("--mode", "append"), 7, 4),
        (("--mode", "update", "--no-rename"), 4, 5),
        (("--mode", "update", "--rename", "Demo terjadwal=Demo"), 4, 4),
    ],
)
def test_the_way_to_put_them_together_is_chosen(capsys, files, tmp_path, words, rows, columns):
    out = tmp_path / "clean.csv"
    found = answered(capsys, "compare", *files, *words, "--out", str(out))
    assert found["taken"][0]["rows"] == rows
    assert len(out.read_text().splitlines()[0].split(",")) == columns


def test_the_same_file_changes_nothing(capsys, files):
    found = answered(capsys, "compare", files[0], files[0])
    assert found["same"] and found["summary"] == "Nothing is new: the two files say the same."


def test_what_must_not_be_put_together_is_refused(capsys, files, tmp_path):
    cut = tmp_path / "cut.csv"
    cut.write_text("\n".join([HEAD, "Jan 2025,10,4,1.0005", "Feb 2025,20,6,2.001"]))
    assert answered(capsys, "compare", files[0], str(cut))["tables"][0]["issues"]
    assert main(["compare", files[0], str(cut), "--mode", "update", "--json"]) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert "1,000 times smaller" in error["what"] and "Omzet" in error["where"]
    assert main(["compare", *files, "--rename", "Demo", "--json"]) == 2
