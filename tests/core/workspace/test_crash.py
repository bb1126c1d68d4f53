"""Nothing is lost or torn, whatever call fails and whenever the process is killed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WORKS = {"begin", "begin_anew", "create", "accept", "undo", "undo_older", "change", "delete"}
NEEDED = pytest.mark.skipif(sys.platform != "linux", reason="strace is a tool of Linux")


def broken():
    """What the breaking of the store found, by the work that was broken."""
    assert shutil.which("strace"), "strace is missing: `make unit` installs it"
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.workspace.crash", "--kills", "40"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    *works, kills = map(json.loads, done.stdout.splitlines())
    return {one["work"]: one for one in works}, kills


@NEEDED
def test_the_state_is_old_or_new_whichever_call_fails_and_what_was_acknowledged_outlives_kills():
    """One process prepares the store once for all of it."""
    works, kills = broken()
    assert works.keys() == WORKS
    assert {name: one["wrong"] for name, one in works.items() if one["wrong"]} == {}
    for name, one in works.items():
        assert one["ends"].get("refused", 0) >= 3 and one["ends"]["killed"] >= 3, name
    assert (kills["lost"], kills["torn"], kills["ghosts"]) == (0, 0, 0)
    assert kills["said"] > 20
