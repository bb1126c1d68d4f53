"""The tables of a database by name; by schema.name, where theirs is not the usual schema."""

from typing import Any

import ibis
import ibis.expr.types as ir


def table_named(backend: Any, name: str) -> ir.Table:
    """A table or a view as it lies there."""
    database, _, bare = name.rpartition(".")
    return backend.table(bare, database=database or None)


def table_there(backend: Any, name: str) -> ir.Table:
    """A table that is there for certain: DuckDB takes any other name for that of a file."""
    usual = f"{backend.current_database}."
    if name.removeprefix(usual) not in names_of(backend):
        raise ibis.common.exceptions.TableNotFound(name)
    return table_named(backend, name)


def names_of(backend: Any) -> list[str]:
    """The tables and views of PostgreSQL or DuckDB, in the order of the letters."""
    every = backend.table("tables", database="information_schema")
    own = every.filter(
        every.table_catalog.isin([backend.current_catalog, "temp"]),
        every.table_schema.notin(["information_schema", "pg_catalog"]),
    )
    found = [own.select("table_schema", "table_name")]
    if backend.name == "postgres":
        kept = backend.table("pg_matviews", database="pg_catalog")
        found.append(kept.select(table_schema="schemaname", table_name="matviewname"))
    usual, names = backend.current_database, list[str]()
    for schema, name in (tuple(row.values()) for part in found for row in _rows(part)):
        names.append(name if schema == usual else f"{schema}.{name}")
    return sorted(names)


def _rows(part: ir.Table) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = (
        part.cast({"table_schema": "string", "table_name": "string"}).to_pyarrow().to_pylist()
    )
    return rows
