"""The reading process: `python -m core.tables.worker`. A job as a JSON line in, a result out.

It stays single-threaded and imports the readers once; each file is read in a forked child under
limits of memory, processor time and core size, so that a file that kills its reader kills no more
than that child. Without fork (Windows) the process reads one file and ends. It ends when its
standard input does, that is, with the app.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.errors import Refusal
from core.language import packed
from core.settings import Settings
from core.tables.parse import parse
from core.tables.sheets import RESULT, save


def serve() -> None:
    """Answer jobs until standard input ends."""
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
    limits = Settings(**job["limits"])
    try:
        parsed = parse((folder / "content").read_bytes(), job["source"], limits)
        sheets = [save(sheet, folder / f"{i}.arrow") for i, sheet in enumerate(parsed.sheets)]
        told: dict[str, Any] = {
            "sheets": sheets,
            "notices": [packed(one) for one in parsed.notices],
        }
    except Refusal as stop:
        place = {
            "source": stop.place.source,
            "sheet": stop.place.sheet,
            "row": stop.place.row,
            "cell": stop.place.cell,
        }
        told = {"what": packed(stop.what), "remedy": packed(stop.remedy), "place": place}
    except MemoryError:
        return 3
    except Exception as fault:
        sys.stderr.write(f"{type(fault).__name__} while reading\n")
        return 4
    (folder / RESULT).write_text(json.dumps(told), encoding="utf-8")
    return 0


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
