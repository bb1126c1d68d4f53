"""Nothing is lost or torn, whatever call fails and whenever the process is killed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NEEDED = pytest.mark.skipif(sys.platform != "linux", reason="strace is a tool of Linux")


def broken(*given):
    """What the breaking of the store found."""
    assert shutil.which("strace"), "strace is missing: `make unit` installs it"
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.workspace.crash", *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@NEEDED
@pytest.mark.parametrize(
    "work", ["begin", "begin_anew", "create", "accept", "undo", "undo_older", "change", "delete"]
)
def test_the_state_is_the_old_or_the_new_one_whichever_call_fails(work):
    found = broken("--only", work, "--kills", "0")
    assert found["wrong"] == []
    assert found["ends"].get("refused", 0) >= 3 and found["ends"]["killed"] >= 3


@NEEDED
def test_what_was_acknowledged_outlives_kills_at_any_moment():
    found = broken("--only", "nothing", "--kills", "40")
    assert (found["lost"], found["torn"], found["ghosts"]) == (0, 0, 0)
    assert found["said"] > 20
