"""The same tables on DuckDB, on PostgreSQL and behind Spark Connect."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.metrics import connected
from core.tables import Answers, Table
from tests.core.metrics.engines.companies import companies
from tests.core.metrics.engines.servers import PASSWORD, USER, postgresql, sail

ENGINES = ("duckdb", "postgresql", "spark")
TYPES = {
    pa.types.is_floating: "double precision",
    pa.types.is_integer: "bigint",
    pa.types.is_boolean: "boolean",
    pa.types.is_timestamp: "timestamp",
    pa.types.is_date: "date",
}


@dataclass(frozen=True)
class Source:
    """One engine: its URL, and what a table of the companies is called there."""

    url: str
    names: Mapping[str, str]

    def connected(self, name: str, **said: object) -> Table:
        return connected(self.url, self.names[name], Answers(**said))


@pytest.fixture(scope="session")
def every() -> dict[str, pa.Table]:
    return {name: rows for tables in companies().values() for name, rows in tables.items()}


@pytest.fixture(scope="session")
def folder(every, tmp_path_factory) -> Path:
    """The tables as Parquet files."""
    folder = tmp_path_factory.mktemp("parquet")
    for name, rows in every.items():
        pq.write_table(rows, folder / f"{name}.parquet")
    return folder


@pytest.fixture(scope="session")
def on_duckdb(every, folder) -> Source:
    with duckdb.connect(str(folder / "all.duckdb")) as database:
        for name in every:
            database.execute(f"create table {name} as select * from '{folder}/{name}.parquet'")
    return Source(f"duckdb:///{folder}/all.duckdb", {name: name for name in every})


@pytest.fixture(scope="session")
def on_postgresql(every) -> Iterator[Source]:
    if not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))):
        pytest.skip("PostgreSQL is not installed: sh tests/setup/postgresql.sh")
    with postgresql() as server, pytest.MonkeyPatch.context() as environment:
        environment.setenv("HEADLIGHT_TEST_PASSWORD", PASSWORD)
        with psycopg.connect(f"postgresql://{USER}:{PASSWORD}@{server}") as database:
            for name, rows in every.items():
                copied(database, name, rows)
        url = f"postgresql://{USER}:${{HEADLIGHT_TEST_PASSWORD}}@{server}"
        yield Source(url, {name: name for name in every})


@pytest.fixture(scope="session")
def on_spark(every, folder) -> Iterator[Source]:
    with sail() as url:
        yield Source(url, {name: f"{folder}/{name}.parquet" for name in every})


@pytest.fixture(params=ENGINES)
def source(request) -> Source:
    return request.getfixturevalue(f"on_{request.param}")


def copied(database: psycopg.Connection, name: str, rows: pa.Table) -> None:
    """Makes a table of PostgreSQL with these rows."""
    kinds = [next((t for is_, t in TYPES.items() if is_(one.type)), "text") for one in rows.schema]
    columns = ", ".join(f'"{n}" {t}' for n, t in zip(rows.column_names, kinds, strict=True))
    database.execute(f'create table "{name}" ({columns})')
    with database.cursor().copy(f'copy "{name}" from stdin') as copy:
        for row in rows.to_pylist():
            copy.write_row(list(row.values()))
