"""The app's side of the reading process: starts it, hands it one file at a time, restarts it.

A reader can abort the process it runs in (a workbook of 2.7 KB does), so none runs in the app.
"""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from core.errors import Place, Refusal
from core.language import Text, text, unpacked
from core.settings import settings
from core.tables.files.handed import taken
from core.tables.files.lying import load
from core.tables.model import Answers, Grid, Table
from core.tables.progress import Stage, tell

ROOT = Path(__file__).parents[3]
LIMITS = ("upload_mb", "unpacked_mb", "members", "sheets", "cells", "rows", "columns")
LIMITS_OF_PROCESS = ("parse_seconds", "parse_memory_mb")
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "RUST_BACKTRACE": "0",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # large pages: each child touches all memory anew
}
KILLED_BY_TIME = {14, 24}  # SIGALRM, SIGXCPU


RESULT = "result.json"  # what the reading process leaves beside the Arrow files
ANSWERS: TypeAdapter[Answers] = TypeAdapter(Answers)


@dataclass(frozen=True)
class Understood:
    """What the reading process makes of a file: its sheets, its tables, and what was noticed."""

    grids: tuple[Grid, ...]
    tables: tuple[Table, ...]
    notices: tuple[Text, ...]


class ReadingProcess:
    """One long-lived process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def understand(self, content: bytes, source: str, answers: Answers) -> Understood:
        """The sheets and tables of a file. Raises Refusal."""
        with tempfile.TemporaryDirectory(prefix="headlight-") as name:
            folder = Path(name)
            (folder / "content").write_bytes(content)
            wanted = settings().model_dump(include={*LIMITS, *LIMITS_OF_PROCESS})
            said = ANSWERS.dump_python(answers, mode="json")
            fault = secrets.token_hex(4)  # by which an error of our own is found in the log
            job = {"folder": name, "source": source, "limits": wanted, "answers": said}
            end_of(self._ask(json.dumps({**job, "fault": fault})), source, fault)
            return _collected(folder)

    def _ask(self, job: str) -> dict[str, int]:
        """The answer to a job; a process found dead is started again, once."""
        if self._lock.locked():
            tell(Stage.WAIT)
        with self._lock:
            for _ in range(2):
                try:
                    answer = self._exchange(job)
                except (BrokenPipeError, OSError):
                    answer = ""
                if answer:
                    return dict(json.loads(answer))
                self._stop()
        sys.stderr.write(f"error {json.loads(job)['fault']}: the reading process gave no answer\n")
        return {"signal": 0, "exit": 4}

    def _exchange(self, job: str) -> str:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(job + "\n")
        process.stdin.flush()
        try:
            answer = _answer(process.stdout)
        except BaseException:  # whoever listens gave up: what is under way must not answer later
            self._stop()
            raise
        if not hasattr(os, "fork"):
            self._stop()
        return answer

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "core.tables.files.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=ROOT,
                env={**os.environ, **ENVIRONMENT},
                encoding="utf-8",
                start_new_session=True,  # so that a reader under way ends with it
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            if hasattr(os, "killpg"):
                with suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.communicate()
            self._process = None


def _answer(lines: Iterable[str]) -> str:
    """The line that says how the reading ended; those before it say how far it has come."""
    for line in lines:
        said = json.loads(line)
        if "stage" not in said:
            return line
        tell(Stage(said["stage"]), said["done"], said["of"])
    return ""


def end_of(answer: dict[str, int], source: str, fault: str = "") -> None:
    """Raise the Refusal that fits how the reader ended."""
    if answer["exit"] == 0:
        return
    if answer["signal"] in KILLED_BY_TIME or answer["signal"] == 9:
        what = text("Reading took longer than {n} seconds.", n=settings().parse_seconds)
    elif answer["exit"] == 3 or answer["signal"]:
        what = text("Reading needs more memory than {mb} MB.", mb=settings().parse_memory_mb)
    else:
        raise _own_fault(source, fault)
    remedy = text("Delete what lies far outside the table, or keep only the rows you need.")
    raise Refusal(what, remedy, Place(source))


def _own_fault(source: str, fault: str) -> Refusal:
    return Refusal(
        text(
            "The app met an error of its own while reading the file (error {id}). Nothing you "
            "have was changed or lost.",
            id=fault,
        ),
        text(
            "Save the file again as .xlsx or .csv and try once more. Whoever keeps the app finds "
            "the error by its number in the log."
        ),
        Place(source),
    )


def _collected(folder: Path) -> Understood:
    told: dict[str, Any] = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    if "what" in told:
        raise Refusal(unpacked(told["what"]), unpacked(told["remedy"]), Place(**told["place"]))
    grids = tuple(load(sheet, folder / f"sheet{i}.arrow") for i, sheet in enumerate(told["sheets"]))
    return Understood(
        grids,
        tuple(
            taken(folder / f"table{i}.arrow", lent, grids) for i, lent in enumerate(told["tables"])
        ),
        tuple(unpacked(one) for one in told["notices"]),
    )


READER = ReadingProcess()
