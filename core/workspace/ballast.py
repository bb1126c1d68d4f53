"""A file that takes up room until the disk is full, and is then given up.

Without any room SQLite cannot even be read by a new connection (WAL needs its index), so what was
saved would seem lost just when the person looks for it.
"""

import os
from contextlib import suppress
from pathlib import Path

SIZE = 1_000_000  # bytes


class Ballast:
    """Room held back for reading."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self) -> None:
        """Takes up the room again, where there is any."""
        if self._path.exists():
            return
        try:
            self._path.write_bytes(os.urandom(SIZE))
        except OSError:
            self.give_up()

    def give_up(self) -> bool:
        """Makes room; whether there was any to make."""
        with suppress(OSError):
            self._path.unlink()
            return True
        return False
