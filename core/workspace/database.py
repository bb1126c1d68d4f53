"""The one place that opens the database: its transactions, its failures.

SQLite in WAL mode with synchronous FULL: what was acknowledged outlives power loss. Every write
begins IMMEDIATE, so that it sees the newest state and nobody comes between.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError

from core.errors import Refusal
from core.language import text
from core.workspace.ballast import SIZE, Ballast
from core.workspace.layout import LAYOUT, VERSION, layout, newer
from core.workspace.locks import flush_folder, locked

PATIENCE = 30  # seconds a writer waits for another
TRIES = 5  # to empty the log while others read
T = TypeVar("T")
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Database:
    """The database of one folder; safe between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ballast = Ballast(folder / "ballast")
        path = folder / "workspaces.sqlite"
        self._engine = _engine(path)
        self.said(lambda: self._made(path))
        self.read(_check_version)
        self._ballast.keep()

    def read(self, work: Callable[[Connection], T]) -> T:
        """What the work finds, all of it at one moment."""
        return self.said(lambda: self._within(work, "BEGIN"), again=True)

    def write(self, work: Callable[[Connection], T]) -> T:
        """What the work does, all of it or nothing; alone, and on the disk when this returns."""
        done = self.said(lambda: self._within(work, "BEGIN IMMEDIATE"))
        self._ballast.keep()
        return done

    def forget(self) -> None:
        """Empties the log, so that what was deleted lies nowhere in the folder."""
        self.said(self._emptied)

    def close(self) -> None:
        """Ends all connections."""
        self._engine.dispose()

    def _emptied(self) -> None:
        for _ in range(TRIES):
            with self._engine.connect() as connection:
                connection = connection.execution_options(begin="")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            if not busy:
                return

    def _within(self, work: Callable[[Connection], T], begin: str) -> T:
        with self._engine.connect() as connection:
            connection = connection.execution_options(begin=begin)
            with connection.begin():
                return work(connection)

    def said(self, work: Callable[[], T], again: bool = False) -> T:
        """What the work gives. A disk that fails is told in plain words; reading tries again."""
        try:
            return work()
        except (OSError, DBAPIError) as error:
            self._engine.dispose()
            full = self._is_full(error)
            if full and self._ballast.give_up() and again:
                return self.said(work)
            raise _full() if full else _failed(error) from error

    def _is_full(self, error: OSError | DBAPIError) -> bool:
        if isinstance(error, OSError):
            return error.errno in NO_ROOM
        name = getattr(error.orig, "sqlite_errorname", "")
        if name == "SQLITE_FULL":
            return True
        room = shutil.disk_usage(self._folder).free
        return name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")) and room < SIZE

    def _made(self, path: Path) -> None:
        """Makes the database aside and renames it: it has its whole layout or is not there."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(self._folder / "lock"):
            if path.exists():
                return
            new = path.with_name("new.sqlite")
            new.unlink(missing_ok=True)
            engine = _engine(new)
            with engine.begin() as connection:
                LAYOUT.create_all(connection)
                connection.execute(insert(layout).values(version=VERSION))
            with engine.connect() as connection:  # last, so that nothing lies in a log by its side
                connection = connection.execution_options(begin="")
                mode = connection.exec_driver_sql("PRAGMA journal_mode = WAL").scalar()
            if mode != "wal":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            engine.dispose()
            new.rename(path)
            flush_folder(self._folder)


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepared(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so
        for said in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {said}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        begin = connection.get_execution_options().get("begin", "BEGIN")
        if begin:
            connection.exec_driver_sql(begin)

    return engine


def _check_version(connection: Connection) -> None:
    found = connection.execute(select(layout.c.version)).scalar_one()
    if found != VERSION:
        raise newer()


def _full() -> Refusal:
    return Refusal(
        text("The disk is full; nothing was changed, and what was saved can still be read."),
        text("Delete files you no longer need from the disk, then try again."),
    )


def _failed(error: OSError | DBAPIError) -> Refusal:
    reason = error.strerror if isinstance(error, OSError) else str(error.orig)
    return Refusal(
        text("The workspace folder does not answer: {reason}.", reason=reason or str(error)),
        text("Check the disk and your right to write to the folder, then try again."),
    )
