"""Where expressions run: DuckDB over uploads. The only file that opens a connection for metrics.

Ibis keeps what differs between engines; nothing above this file knows which one runs.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa


@contextmanager
def local() -> Iterator["Engine"]:
    """DuckDB in memory, gone at the end; one for each use, so no two threads share one."""
    backend = ibis.duckdb.connect(threads=2)
    try:
        yield Engine(backend)
    finally:
        backend.disconnect()


class Engine:
    """Runs expressions over the tables given to it."""

    def __init__(self, backend: ibis.BaseBackend) -> None:
        self.backend = backend
        self._given = 0

    def give(self, rows: pa.Table) -> ir.Table:
        """Rows as a table that expressions can be built on."""
        self._given += 1
        return self.backend.create_table(f"given_{self._given}", rows)

    def run(self, expression: ir.Table) -> pd.DataFrame:
        """The rows an expression gives."""
        frame: pd.DataFrame = expression.to_pyarrow().to_pandas()
        return frame

    def words(self, column: ir.Column, most: int = 2000) -> list[str]:
        """The different words of a column, most frequent first; at most so many."""
        counts = column.name("value").value_counts(name="n").order_by(ibis.desc("n"))
        found = self.run(counts.filter(counts["value"].notnull()).limit(most))
        return [str(one) for one in found["value"]]
