"""How much memory DuckDB takes for a connected file: little, however many rows there are."""

from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from uuid import uuid4

from core.settings import settings


def prepared(backend: Any) -> Any:
    """A DuckDB in UTC that goes on on disk where its memory ends."""
    aside = Path(gettempdir()) / f"headlight-{uuid4().hex}"  # made, and deleted, by DuckDB
    for setting in (
        "TimeZone = 'UTC'",
        f"memory_limit = '{settings().source_memory_mb}MB'",
        f"temp_directory = '{aside}'",
        "enable_external_file_cache = false",
    ):
        backend.con.execute(f"SET {setting}")
    return backend


def with_more_memory(backend: Any, stop: BaseException) -> bool:
    """Lifts the limit after a question that disk cannot help, such as a median of many rows.

    Whether it was that which stopped it, so that asking again may do better.
    """
    if not isinstance(stop, import_module("duckdb").OutOfMemoryException):
        return False
    backend.con.execute("RESET memory_limit")  # by itself this changes what is told, no more
    usual = backend.con.execute("SELECT current_setting('memory_limit')").fetchone()[0]
    backend.con.execute(f"SET memory_limit = '{usual}'")
    return True
