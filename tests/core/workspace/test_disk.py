"""A full disk, and the order in which things reach the disk."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from core.errors import Refusal
from core.language import text
from core.workspace import Workspaces, edits
from tests.core.workspace.monthly import monthly, objects, taken

ROOT = Path(__file__).parents[3]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


@pytest.fixture
def small():
    """A folder on a disk of 4 MB."""
    with tempfile.TemporaryDirectory() as name:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", name], capture_output=True
        )
        if mounted.returncode:
            pytest.skip("a small disk cannot be mounted here; test_crash.py injects a full one")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "-l", name], check=True)


def filled(folder):
    """Fills the disk to the last byte; gives the file that does."""
    path = folder / "other.bin"
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return path


@LINUX
def test_on_a_full_disk_the_old_state_is_readable_and_all_works_again_after(small):
    store = Workspaces(small / "kept")
    made = taken(store, store.create(), "monthly.csv", monthly(12))
    store.close()
    other = filled(small)
    again = Workspaces(small / "kept")
    assert again.open(made.id) == made
    assert list(objects(again, made))
    other_again = filled(small)
    arrival = again.arrive(made, "monthly.csv", monthly(13))
    with pytest.raises(Refusal, match="disk is full") as stop:
        for number in range(2000):
            again.change(made.id, edits.add_note("x" * 2000 + str(number)), text("Note"))
    assert "Delete files" in stop.value.remedy.to("en")
    before = again.open(made.id)
    lines = "\n".join(f"{row};{os.urandom(400).hex()}" for row in range(4000))
    large = f"Nomor;Catatan\n{lines}\n".encode()
    with pytest.raises(Refusal, match="disk is full"):
        again.accept(made.id, again.arrive(before, "large.csv", large), large)
    assert again.open(made.id) == before
    other.unlink(missing_ok=True)
    other_again.unlink(missing_ok=True)
    after = again.accept(made.id, arrival, monthly(13))
    assert list(objects(again, after))
    assert (small / "kept/ballast").stat().st_size == 1_000_000
    again.close()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refusal, match="does not answer"):
        Workspaces(tmp_path / "file" / "workspaces")


WRITES = """
import sys
from pathlib import Path
from core.workspace import Workspaces
from tests.core.workspace.monthly import monthly
store = Workspaces(Path(sys.argv[1]))
made = store.create()
arrival = store.arrive(made, "monthly.csv", monthly(12))
print("BEGIN", flush=True)
store.accept(made.id, arrival, monthly(12))
print("END", flush=True)
"""


@LINUX
def test_bytes_are_flushed_before_their_name_and_both_before_the_revision(tmp_path):
    assert shutil.which("strace"), "strace is missing: `make unit` installs it"
    log = tmp_path / "log"
    calls = "trace=write,pwrite64,fsync,fdatasync,rename"
    subprocess.run(
        ["strace", "-y", "-o", log, "-e", calls, sys.executable, "-c", WRITES, tmp_path / "kept"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    said = re.search(r'"BEGIN.*?"END', log.read_text(), re.DOTALL).group()
    steps = "".join(step(line) for line in said.splitlines())
    assert re.fullmatch("(W+FRDD)+(L+S)+", steps), steps


STEPS = {
    "W": r"write\(\d+<[^>]*/aside/",  # the bytes, aside
    "F": r"fsync\(\d+<[^>]*/aside/",  # flushed
    "R": r"rename\([^,]*/aside/",  # named
    "D": r"fsync\(\d+<[^>]*/objects(/..)?>",  # the name flushed
    "L": r"pwrite64\(\d+<[^>]*-wal>",  # the revision
    "S": r"fdatasync\(\d+<[^>]*-wal>",  # flushed
}


def step(line):
    """What one call does, as a letter."""
    return next((letter for letter, pattern in STEPS.items() if re.match(pattern, line)), "")
