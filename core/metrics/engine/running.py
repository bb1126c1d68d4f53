"""Engines: what runs an expression, and for how long its connections are open."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Timer
from typing import TypeVar

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from core.errors import Refusal
from core.metrics.engine.address import PARQUET, Address, named
from core.metrics.engine.faults import forbidden, no_table, refused
from core.metrics.engine.opening import Opened, opened
from core.settings import settings

Answer = TypeVar("Answer")


@contextmanager
def local() -> Iterator["Engine"]:
    """DuckDB in memory, gone at the end; one for each use, so no two threads share one.

    Connected tables may stand beside it: each expression runs where its tables lie.
    """
    engine = Engine(ibis.duckdb.connect(threads=2))
    try:
        yield engine
    finally:
        engine.close()


def connect(url: str) -> "Engine":
    """The engine behind a URL, read-only; the person closes it, and one thread uses it at a time.

    postgresql://…, sc://host:port (Spark Connect), duckdb:///file, or a Parquet file or folder.
    ${NAME} is taken from the environment. Raises Refusal: a password typed into the URL, not
    reachable, no right, the driver is not installed.
    """
    source = opened(named(url))
    return Engine(source.backend, source)


class Engine:
    """Runs expressions over the tables given to it and over connected ones."""

    def __init__(self, backend: ibis.BaseBackend, source: Opened | None = None) -> None:
        self.backend = backend
        self._source = source
        self._given = 0
        self._others: dict[Address, Engine] = {}

    def give(self, rows: pa.Table) -> ir.Table:
        """Rows as a table that expressions can be built on."""
        self._given += 1
        return self.backend.create_table(f"given_{self._given}", rows)

    def table(self, name: str) -> ir.Table:
        """A table of the source as it is. Raises Refusal: no such table, no right to read it."""
        if self._source is None:
            return self.backend.table(name)
        address, faults = self._source.address, self._source.faults
        try:
            return self._source.table(name)
        except faults as stop:
            if forbidden(stop):
                raise refused(address, stop) from stop
            raise no_table(address, name, self._names()) from stop

    def names(self) -> list[str]:
        """The tables of the source; none where files are the source. Raises Refusal."""
        return [] if self._source is None else self.guarded(self._source.names)

    def _names(self) -> list[str]:
        try:
            return self.names()
        except Refusal:
            return []

    def reach(self, url: str, name: str) -> ir.Table:
        """A table of another source; its connection is closed with this engine. Raises Refusal.

        All Parquet files stand beside each other in one DuckDB.
        """
        address = named(url)
        if address.scheme == PARQUET:
            address, name = replace(address, path=""), name or address.path
        if address not in self._others:
            source = opened(address)
            self._others[address] = Engine(source.backend, source)
        return self._others[address].table(name)

    def run(self, expression: ir.Table) -> pd.DataFrame:
        """The rows an expression gives, from wherever its tables lie.

        Raises Refusal when a connected source fails, forbids it or takes too long.
        """
        frame: pd.DataFrame = self._asked(expression).to_pandas()
        return frame

    def first(self, rows: ir.Table, most: int) -> pa.Table:
        """Some rows of a table, at most so many. Raises Refusal as `run` does."""
        return self._asked(rows.limit(most))

    def guarded(self, ask: Callable[[], Answer]) -> Answer:
        """What a call to the source of this engine gives. Raises Refusal as `run` does."""
        if self._source is None:
            return ask()
        try:
            with _ended(self._source.stop):
                return ask()
        except self._source.faults as stop:
            raise refused(self._source.address, stop) from stop

    def _asked(self, expression: ir.Table) -> pa.Table:
        return self._where(expression).guarded(expression.to_pyarrow)

    def words(self, column: ir.Column, most: int = 2000) -> list[str]:
        """The different words of a column, most frequent first; at most so many."""
        counts = column.name("value").value_counts(name="n")
        known = counts.filter(counts["value"].notnull())
        found = self.run(known.order_by(ibis.desc("n"), known["value"]).limit(most))
        return [str(one) for one in found["value"]]

    def close(self) -> None:
        """Ends the connections."""
        for one in (*self._others.values(), self):
            if one is self:
                one.backend.disconnect()
            else:
                one.close()

    def _where(self, expression: ir.Table) -> "Engine":
        """The engine that an expression runs on: this one, or one reached beside it."""
        if not self._others:
            return self
        backend = expression.get_backend()
        return next((one for one in self._others.values() if one.backend is backend), self)


@contextmanager
def _ended(stop: Callable[[], object]) -> Iterator[None]:
    """Stops what runs when it takes longer than a source may."""
    timer = Timer(settings().source_seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def apart(tables: Iterable[ir.Table]) -> bool:
    """Whether tables lie in different sources, so that no expression can hold them all."""
    return len({id(one.get_backend()) for one in tables}) > 1
