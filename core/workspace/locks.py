"""Locks between processes, which end with their holder, and names put on the disk for good."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def taken(number: int, wait: bool) -> bool:
    """Locks an open file until it is closed; False where another holds it."""
    if sys.platform == "win32":
        return wait
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone among all processes that lock this file."""
    with path.open("wb") as file:
        taken(file.fileno(), wait=True)
        yield


def flush_folder(folder: Path) -> None:
    """Puts the names in a folder on the disk for good."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
