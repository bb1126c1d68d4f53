"""Servers of the tests: PostgreSQL as an ordinary user on a free port, Sail in this process."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER, PASSWORD = "headlight", "not-a-secret"


@contextmanager
def postgresql() -> Iterator[str]:
    """A new PostgreSQL, gone at the end; gives its URL without user and password."""
    folder = Path(tempfile.mkdtemp(prefix="hl-pg-"))
    port = _free_port()
    as_user: list[str] = []
    if os.geteuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    (folder / "password").write_text(PASSWORD)
    data, log = str(folder / "data"), str(folder / "log")
    begin = [
        "-D",
        data,
        "-U",
        USER,
        "--pwfile",
        str(folder / "password"),
        "--no-sync",
        "-E",
        "UTF8",
    ]
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c timezone=Asia/Jakarta"
    _done([*as_user, _program("initdb"), *begin, "-A", "scram-sha-256", "--no-locale"])
    try:
        _done([*as_user, _program("pg_ctl"), "-D", data, "-w", "-l", log, "-o", options, "start"])
        yield f"127.0.0.1:{port}/postgres"
    finally:
        _done([*as_user, _program("pg_ctl"), "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def sail() -> Iterator[str]:
    """Sail's Spark Connect server in this process; gives its URL."""
    os.environ.setdefault("RUST_LOG", "error")
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer(port=0)
    server.start(background=True)
    host, port = server.listening_address
    try:
        yield f"sc://{host}:{port}"
    finally:
        server.stop()


def _program(name: str) -> str:
    """A program of PostgreSQL; Debian keeps some of them off the path."""
    there = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or str(there[-1])


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _done(words: list[str]) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")
