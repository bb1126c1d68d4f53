"""Connections to sources, each read-only, in UTC and with a limit of time."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import ibis
import ibis.expr.types as ir

from core.errors import Refusal
from core.language import text
from core.metrics.engine.address import DUCKDB, PARQUET, Address, filled
from core.metrics.engine.catalog import names_of, table_named, table_there
from core.metrics.engine.faults import refused
from core.metrics.engine.memory import prepared, with_more_memory
from core.settings import settings

_WAIT = 10  # seconds for a host to answer at all
_IBIS = (ibis.common.exceptions.IbisError, ibis.common.exceptions.TableNotFound)
Faults = tuple[type[BaseException], ...]


@dataclass(frozen=True)
class Opened:
    """An open source: how to reach its tables, list them, stop it, and what it raises."""

    address: Address
    backend: ibis.BaseBackend
    table: Callable[[str], ir.Table]
    names: Callable[[], list[str]]
    stop: Callable[[], object]
    faults: Faults
    again: Callable[[BaseException], bool] = lambda stop: False  # whether it now may do better


def opened(address: Address) -> Opened:
    """Raises Refusal: not reachable, no right, the driver is not installed, no such file."""
    return _OPENERS[address.scheme](address)


def _postgresql(address: Address) -> Opened:
    psycopg = _driver("psycopg", address)
    faults = (psycopg.Error, *_IBIS)
    given = {
        "host": filled(address.host) or None,
        "port": address.port,
        "user": filled(address.user) or None,
        "password": filled(address.password) or None,
        "database": filled(address.path.partition("/")[0]) or None,
        "schema": address.path.partition("/")[2] or None,
        "connect_timeout": _WAIT,
        **{key: filled(value) for key, value in address.options},
        "options": f"-c default_transaction_read_only=on -c timezone=UTC "
        f"-c statement_timeout={settings().source_seconds * 1000}",
    }
    _reachable(address)
    backend = _tried(lambda: ibis.postgres.connect(**given), address, faults)
    return Opened(
        address,
        backend,
        lambda name: table_named(backend, name),
        lambda: names_of(backend),
        backend.con.cancel,
        faults,
    )


def _spark(address: Address) -> Opened:
    sql = _driver("pyspark.sql.connect.session", address)
    errors = import_module("pyspark.errors")
    grpc = import_module("grpc")
    faults = (errors.PySparkException, grpc.RpcError, *_IBIS)
    options = "".join(f";{key}={filled(value)}" for key, value in address.options)
    remote = f"sc://{filled(address.host)}:{address.port}/{options}"

    def begin() -> Any:
        session = sql.SparkSession.builder.remote(remote).create()
        return ibis.pyspark.connect(session), session

    _reachable(address)
    backend, session = _tried(begin, address, faults)
    session.release_session_on_close = "session_id" not in dict(address.options)

    def table(name: str) -> ir.Table:
        if "/" in name:
            return backend.read_parquet(name)
        return table_named(backend, name)

    return Opened(address, backend, table, backend.list_tables, session.interruptAll, faults)


def _duckdb(address: Address) -> Opened:
    path = _file(address.path)
    faults = _duckdb_faults()
    backend = _tried(lambda: ibis.duckdb.connect(path, read_only=True, threads=2), address, faults)
    return Opened(
        address,
        prepared(backend),
        lambda name: table_there(backend, name),
        lambda: names_of(backend),
        backend.con.interrupt,
        faults,
        lambda stop: with_more_memory(backend, stop),
    )


def _parquet(address: Address) -> Opened:
    backend = prepared(ibis.duckdb.connect(threads=2))

    def table(name: str) -> ir.Table:
        path = _file(name or address.path)
        return backend.read_parquet(str(path / "**/*.parquet" if path.is_dir() else path))

    return Opened(
        address,
        backend,
        table,
        list,
        backend.con.interrupt,
        _duckdb_faults(),
        lambda stop: with_more_memory(backend, stop),
    )


_OPENERS: dict[str, Callable[[Address], Opened]] = {
    "postgresql": _postgresql,
    "sc": _spark,
    DUCKDB: _duckdb,
    PARQUET: _parquet,
}


def _duckdb_faults() -> Faults:
    duckdb = import_module("duckdb")
    return (duckdb.Error, *_IBIS)


def _driver(module: str, address: Address) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as stop:
        raise Refusal(
            text("What is needed to reach such sources is not installed."),
            text(
                "Install it: {command}.", command='python -m pip install "headlight[distributed]"'
            ),
            address.place,
        ) from stop


def _reachable(address: Address) -> None:
    """Raises Refusal when nobody answers there: drivers would try for minutes."""
    host = filled(address.host)
    if not host or host.startswith("/"):
        return
    try:
        socket.create_connection((host, address.port), _WAIT).close()
    except socket.gaierror as stop:
        raise Refusal(
            text("No host named {host} is known here.", host=host),
            text("Check the name of the host in the address."),
            address.place,
        ) from stop
    except OSError as stop:
        raise Refusal(
            text("Nobody answers at {host}, port {port}.", host=host, port=str(address.port)),
            text("Check the address, and that the source runs and can be reached from here."),
            address.place,
        ) from stop


def _tried(begin: Callable[[], Any], address: Address, faults: Faults) -> Any:
    try:
        return begin()
    except faults as stop:
        raise refused(address, stop) from stop


def _file(written: str) -> Path:
    path = Path(filled(written)).expanduser()
    if not path.exists():
        raise Refusal(
            text("There is no such file or folder: {path}.", path=Path(written).name),
            text("Check the name of the file and your right to read it."),
        )
    return path
