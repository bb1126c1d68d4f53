"""The reading process: `python -m core.tables.files.worker`. A job as a JSON line in, a result out.

It stays single-threaded and imports the readers once; each file is read in a forked child under
limits of memory, processor time and core size, so that a file that kills its reader kills no more
than that child. Without fork (Windows) the process reads one file and ends. It ends when its
standard input does, that is, with the app.
"""

import json
import os
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.errors import Refusal
from core.language import packed
from core.settings import Settings
from core.tables.files.handed import hand_over
from core.tables.files.lying import grid_of, save
from core.tables.files.parse import parse
from core.tables.files.process import ANSWERS, RESULT
from core.tables.files.ready import make_ready
from core.tables.progress import Progress, Stage, heard_by, tell
from core.tables.read import understood


def serve() -> None:
    """Answer jobs until standard input ends."""
    make_ready()
    for line in sys.stdin:
        job = json.loads(line)
        forks = hasattr(os, "fork")
        answer = in_child(job) if forks else {"signal": 0, "exit": _run(job)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def in_child(job: dict[str, Any]) -> dict[str, int]:
    """Read the file of a job in a forked child; how the child ended."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _limit(job["limits"])
            code = _run(job)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"signal": os.WTERMSIG(status), "exit": -1}
    return {"signal": 0, "exit": os.WEXITSTATUS(status)}


def _run(job: dict[str, Any]) -> int:
    """Read one file into the folder of the job; 0 done or refused, 3 out of memory, 4 fault."""
    folder = Path(job["folder"])
    try:
        with heard_by(_say):
            told = _understood(job, folder)
    except Refusal as stop:
        told = {
            "what": packed(stop.what),
            "remedy": packed(stop.remedy),
            "place": asdict(stop.place),
        }
    except MemoryError:
        return 3
    except Exception as fault:  # its words may hold cells of the file: only the lines are told
        told_lines = "".join(traceback.format_tb(fault.__traceback__))
        sys.stderr.write(
            f"{told_lines}error {job['fault']}: {type(fault).__name__} while reading\n"
        )
        return 4
    (folder / RESULT).write_text(json.dumps(told), encoding="utf-8")
    return 0


def _say(progress: Progress) -> None:
    """One line to the app; in one write, so that a reader killed meanwhile leaves no half of it."""
    os.write(1, f"{json.dumps(asdict(progress))}\n".encode())


def _understood(job: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Parse, lay out and type a file; what is large goes into Arrow files. Raises Refusal."""
    source, limits = job["source"], Settings(**job["limits"])
    tell(Stage.OPEN)
    parsed = parse((folder / "content").read_bytes(), source, limits)
    grids = tuple(grid_of(sheet) for sheet in parsed.sheets)
    parsed.sheets.clear()
    sheets = [save(grid, folder / f"sheet{i}.arrow") for i, grid in enumerate(grids)]
    tables = understood(grids, source, ANSWERS.validate_python(job["answers"]))
    tell(Stage.KEEP)
    lent = [hand_over(table, grids, folder / f"table{i}.arrow") for i, table in enumerate(tables)]
    notices = [packed(one) for one in parsed.notices]
    return {"sheets": sheets, "tables": lent, "notices": notices}


def _limit(limits: dict[str, Any]) -> None:
    """Bound what this child may take; a system that lacks a limit goes without it."""
    import resource

    seconds, memory = limits["parse_seconds"], limits["parse_memory_mb"] * 1024**2
    wanted = (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_AS, memory, memory),
    )
    for which, soft, hard in wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (soft, hard))
    signal.alarm(4 * seconds)


if __name__ == "__main__":
    serve()
