"""Bytes named by their sha256: written aside, flushed, renamed into place, the folder flushed.

An object is whole or not there, whatever ends the process or the power at whatever moment. What a
writer left behind when it was ended is swept when the next one starts: the lock on a temporary file
ends with its writer.
"""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import Refusal
from core.language import text
from core.workspace.locks import flush_folder, taken
from core.workspace.written import digest_of

DIGEST = re.compile("[0-9a-f]{64}")


class Objects:
    """A folder of objects; safe between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = folder / "aside"
        self._aside.mkdir(parents=True, exist_ok=True)

    def put(self, content: bytes) -> str:
        """Keeps the bytes, on the disk for good when this returns. Raises OSError."""
        digest = digest_of(content)
        place = self._place(digest)
        if not self._holds(place, content):
            place.parent.mkdir(exist_ok=True)
            self._write(place, content)
        flush_folder(place.parent)
        flush_folder(self._folder)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of that digest, checked. Raises Refusal where they are not whole."""
        content = None
        if DIGEST.fullmatch(digest) and self.has(digest):
            content = self._place(digest).read_bytes()
        if content is None or digest_of(content) != digest:
            raise Refusal(
                text("A stored file is missing or damaged: {digest}.", digest=digest[:12]),
                text("Restore the workspace folder from a copy, or bring the file again."),
            )
        return content

    def has(self, digest: str) -> bool:
        """Whether an object of that digest is there."""
        return self._place(digest).exists()

    def drop(self, digest: str) -> None:
        """Removes an object; only while nobody can begin to use it."""
        self._place(digest).unlink(missing_ok=True)

    def kept(self) -> Iterator[tuple[str, float]]:
        """Digests of all objects, each with the time it was written."""
        for place in self._folder.glob("??/*"):
            if place.parent != self._aside:
                yield place.parent.name + place.name, place.stat().st_mtime

    def sweep(self) -> None:
        """Removes what writers that have ended left behind."""
        for left in self._aside.iterdir():
            with left.open("rb") as file:
                if taken(file.fileno(), wait=False):
                    left.unlink(missing_ok=True)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest[2:]

    def _holds(self, place: Path, content: bytes) -> bool:
        try:
            held = place.stat().st_size == len(content) and place.read_bytes() == content
        except FileNotFoundError:
            return False
        if held:
            os.utime(place)
        return held

    def _write(self, place: Path, content: bytes) -> None:
        with self._temporary() as (number, path):
            left = memoryview(content)
            while left:
                left = left[os.write(number, left) :]
            os.fsync(number)
            path.rename(place)

    @contextmanager
    def _temporary(self) -> Iterator[tuple[int, Path]]:
        """A locked file of its own, gone afterwards unless it was renamed."""
        while True:
            path = self._aside / secrets.token_hex(8)
            number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            try:
                taken(number, wait=True)
                if os.fstat(number).st_nlink:
                    yield number, path
                    return
            finally:
                path.unlink(missing_ok=True)
                os.close(number)
