"""An error of our own code is told as such, with a number to find it by, and without any cell."""

import pytest

from core.errors import Refusal
from core.tables.files import worker
from core.tables.files.process import ReadingProcess, end_of


def failing(content, *_):
    raise KeyError(content.decode())


def test_an_error_of_our_own_is_told_with_its_number_in_both_languages(
    monkeypatch, tmp_path, capfd
):
    (tmp_path / "content").write_bytes(b"Budi,1")
    monkeypatch.setattr(worker, "parse", failing)
    limits = {"parse_seconds": 10, "parse_memory_mb": 64_000}
    job = {"folder": str(tmp_path), "source": "a.csv", "limits": limits, "fault": "0a1b2c3d"}
    answer = worker.in_child(job)
    with pytest.raises(Refusal, match="error of its own") as stop:
        end_of(answer, "a.csv", "0a1b2c3d")
    assert "0a1b2c3d" in stop.value.what.to("en") and "0a1b2c3d" in stop.value.what.to("id")
    assert "galat" in stop.value.what.to("id") and "damaged" not in stop.value.what.to("en")
    log = capfd.readouterr().err
    assert "error 0a1b2c3d: KeyError" in log and "Budi" not in log


def test_a_reading_process_that_never_answers_leaves_its_number_in_the_log(monkeypatch, capfd):
    reader = ReadingProcess()
    monkeypatch.setattr(reader, "_exchange", lambda job: "")
    answer = reader._ask('{"fault": "0a1b2c3d"}')
    assert answer["exit"] == 4 and "error 0a1b2c3d" in capfd.readouterr().err
