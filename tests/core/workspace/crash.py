"""Breaks the store at every system call and at any moment, and looks at what is left.

`make crash` (`python -m tests.core.workspace.crash --every`), or shorter through the tests. A
process that has imported everything forks one child per trial; strace lets the child's n-th call of
one kind fail, or kills it there. Afterwards the state must be the old or the new one, every object
whole, and the store at work again.
"""

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import Refusal
from core.language import text
from core.metrics import Role
from core.workspace import Workspaces, edits, growth
from core.workspace.written import state_json
from tests.core.workspace.monthly import monthly, objects, taken

CALLS = (
    "openat", "creat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "fallocate",
    "rename", "mkdir", "unlink",
)  # fmt: skip
HOW = ("error=EIO", "error=ENOSPC", "signal=KILL")
TRACED = ",".join(CALLS)
ON = "/dev/shm" if Path("/dev/shm").is_dir() else None  # flushing costs nothing there
KNOWN = {}


def read_once(content, source, answers, read=growth.read):
    """The reading process is no part of these trials."""
    if content not in KNOWN:
        KNOWN[content] = read(content, source, answers)
    return KNOWN[content]


growth.read = read_once


@dataclass(frozen=True)
class Base:
    """A folder before the change, and the change."""

    folder: Path
    id: str
    arrival: object
    content: bytes


def prepared(folder: Path) -> Base:
    """A workspace with two uploads, and a third at the door."""
    store = Workspaces(folder)
    now = store.create("Shop")
    for months in (12, 13):
        now = taken(store, now, "monthly.csv", monthly(months))
    content = monthly(14, corrected={0: 999})
    arrival = store.arrive(now, "monthly.csv", content)
    store.close()
    return Base(folder, now.id, arrival, content)


def create(store: Workspaces, base: Base):
    return store.create("Another")


def accept(store: Workspaces, base: Base):
    return store.accept(base.id, base.arrival, base.content)


def undo(store: Workspaces, base: Base):
    newest = store.open(base.id).state.datasets[0].newest
    return store.undo(base.id, newest.id)


def undo_older(store: Workspaces, base: Base):
    oldest = store.open(base.id).state.datasets[0].uploads[0]
    return store.undo(base.id, oldest.id)


def change(store: Workspaces, base: Base):
    return store.change(base.id, edits.set_role("revenue", Role.LAGGING), text("Role"))


def delete(store: Workspaces, base: Base):
    return store.delete(base.id)


def begin(store: Workspaces, base: Base):
    """Opens the folder: all other work finds it open."""
    return store.recent()


def begin_anew(store: Workspaces, base: Base):
    """Opens a folder that is not there yet."""
    return store.recent()


OPENING = (begin, begin_anew)
OPERATIONS = (*OPENING, create, accept, undo, undo_older, change, delete)


def look(folder: Path, base: Base):
    """What a folder says: causes of every workspace, with every object read and checked."""
    store = Workspaces(folder)
    try:
        found = {}
        for one in store.recent():
            now = store.open(one.id)
            list(objects(store, now))
            found[one.id if one.id == base.id else one.name] = causes(now.state)
        return found
    finally:
        store.close()


def causes(state):
    """The state without the ids and times that are drawn anew in every trial."""
    return re.sub(rb'"at":"[^"]*"|"id":"[^"]*"', b"", state_json(state)).decode()


def works_again(folder: Path, base: Base) -> None:
    """The store takes a change and keeps it; nothing is left aside."""
    store = Workspaces(folder)
    name = str(time.time())
    if any(one.id == base.id for one in store.recent()):
        store.change(base.id, edits.rename(name), text("Renamed"))
        assert store.open(base.id).state.name == name
    else:
        assert store.open(store.create(name).id).state.name == name
    assert not list((folder / "objects/aside").iterdir()), "left aside"
    assert (folder / "ballast").exists(), "no ballast"
    store.close()


def forked(work, folder: Path, base: Base, trace: list[str]):
    """Runs the work in a child under strace. (0 done, 2 refused, 1 failed, -9 killed; the trace)"""
    ready, go = os.pipe()
    waited, opened = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(go)
        os._exit(_in_child(work, folder, base, (ready, opened)))
    os.close(ready)
    os.close(opened)
    os.read(waited, 1)
    os.close(waited)
    log = folder.with_suffix(".trace")
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-y", "-o", str(log), "-p", str(child), *trace],
        stderr=subprocess.PIPE,
    )
    _attached(child)
    os.write(go, b"!")
    os.close(go)
    _, status = os.waitpid(child, 0)
    tracer.wait()
    tracer.stderr.close()
    return os.waitstatus_to_exitcode(status), log.read_text(errors="replace")


def _in_child(work, folder, base, pipes):
    try:
        store = None if work in OPENING else Workspaces(folder)
        os.write(pipes[1], b"!")
        os.read(pipes[0], 1)
        work(store or Workspaces(folder), base)
        return 0
    except Refusal:
        return 2
    except BaseException:
        import traceback

        folder.with_suffix(".error").write_text(traceback.format_exc())
        return 1


def _attached(child: int) -> None:
    """Waits until the child is traced."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        status = Path(f"/proc/{child}/status").read_text()
        if "TracerPid:\t0" not in status:
            return
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    raise RuntimeError("strace cannot attach: is ptrace allowed here?")


def trials(work, base: Base, every: bool):
    """(call, n, how) for every call that the work makes."""
    with copied(base) as folder:
        code, log = forked(work, folder, base, ["-e", f"trace={TRACED}"])
        assert code == 0, log
    counts = Counter(re.findall(r"^\d+\s+(\w+)\(", log, re.MULTILINE))
    for call, count in sorted(counts.items()):
        for n in range(1, count + 1):
            hows = HOW if every else (HOW[n % len(HOW)],)
            yield from ((call, n, how) for how in hows)


@contextlib.contextmanager
def copied(base: Base):
    """A folder like the base's, for one trial."""
    with tempfile.TemporaryDirectory(dir=ON) as name:
        folder = Path(name) / "trial"
        if base.folder.exists():
            shutil.copytree(base.folder, folder)
        yield folder


def break_every_call(work, base: Base, every: bool):
    """How many trials ended how, and what was wrong in any."""
    with copied(base) as folder:
        old = look(folder, base)
        store = Workspaces(folder)
        work(store, base)
        store.close()
        new = look(folder, base)
    ends, wrong = Counter(), []
    for call, n, how in trials(work, base, every):
        with copied(base) as folder:
            trace = ["-e", f"trace={TRACED}", "-e", f"inject={call}:{how}:when={n}"]
            code, log = forked(work, folder, base, trace)
            ends[{0: "done", 2: "refused", -9: "killed"}.get(code, "failed")] += 1
            try:
                _judge(code, (old, new), folder, base)
            except Exception as error:
                told = folder.with_suffix(".error")
                why = told.read_text() if told.exists() else repr(error)
                wrong.append(f"{work.__name__} {call} {n} {how}: {why}\n{log[-1500:]}")
    return {"work": work.__name__, "ends": dict(ends), "wrong": wrong}


def _judge(code: int, states, folder: Path, base: Base) -> None:
    assert code in (0, 2, -9), "failed without a word"
    found = look(folder, base)
    assert found == states[1] if code == 0 else found in states, f"between: {found}"
    works_again(folder, base)


def kill_at_random(base: Base, kills: int, seed: int = 0):
    """A child writes and says what was acknowledged; it is killed; what it said is looked for."""
    drawn = random.Random(seed)
    lost = torn = ghosts = said = 0
    with copied(base) as folder:
        for _ in range(kills):
            acknowledged, begun = _killed(folder, base, drawn.uniform(0.005, 0.12))
            store = Workspaces(folder)
            now = store.open(base.id)
            try:
                list(objects(store, now))
            except Refusal:
                torn += 1
            notes = {one.text for one in now.state.notes}
            lost += len(acknowledged - notes)
            ghosts += len({one for one in notes if one.startswith(begun)} - acknowledged) > 1
            ghosts += sum(not one[0].isdigit() for one in notes)
            said += len(acknowledged)
            store.close()
        works_again(folder, base)
    return {"kills": kills, "said": said, "lost": lost, "torn": torn, "ghosts": ghosts}


def _killed(folder: Path, base: Base, after: float):
    """The notes a child acknowledged before it was killed, and how they all begin."""
    out, into = os.pipe()
    begun = f"{time.time_ns()}-"
    child = os.fork()
    if child == 0:
        os.close(out)
        _write_on(folder, base, into, begun)
    os.close(into)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(out) as told:
        lines = told.read().split("\n")[:-1]
    return set(lines), begun


def _write_on(folder: Path, base: Base, into: int, begun: str):
    store = Workspaces(folder)
    for number in range(10**6):
        words = f"{begun}{number}"
        store.change(base.id, edits.add_note(words), text("Note"))
        os.write(into, f"{words}\n".encode())
        if number % 3 == 2:
            with contextlib.suppress(Refusal):
                accept(store, base)
            undo(store, base)


def main():
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--every", action="store_true", help="every error at every call")
    given.add_argument("--kills", type=int, default=200)
    given.add_argument("--only", help="break this one only")
    said = given.parse_args()
    with tempfile.TemporaryDirectory(dir=ON) as name:
        base = prepared(Path(name) / "base")
        for work in OPERATIONS:
            if said.only in (None, work.__name__):
                missing = replace(base, folder=base.folder.with_name("missing"))
                start = missing if work is begin_anew else base
                print(json.dumps(break_every_call(work, start, said.every)), flush=True)
        if said.kills:
            print(json.dumps(kill_at_random(base, said.kills)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
