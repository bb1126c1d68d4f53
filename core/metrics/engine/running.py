"""Engines: what runs an expression, and for how long its connections are open."""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
from core.metrics.engine.apportioned import apportioned
from core.metrics.engine.cube import Cube, cube_of
from core.metrics.engine.faults import forbidden, no_table, refused
from core.metrics.engine.from_cube import answered_from
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
        self._cubes: list[Cube] = []

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

    def count_by(self, rows: ir.Table, keys: Sequence[str]) -> None:
        """Counts rows of a source by the days and words of some columns, where that is little.

        What `run` can tell from these counts it no longer asks of the rows; nothing else changes.
        """
        cube = cube_of(rows, keys, self.first, self.give)
        if cube is not None:
            self._cubes.append(cube)

    def run(self, expression: ir.Table) -> pd.DataFrame:
        """The rows an expression gives, from wherever its tables lie.

        Raises Refusal when a connected source fails, forbids it or takes too long.
        """
        counted = (self._counted(expression, one) for one in self._cubes)
        told = next((one for one in counted if one is not None), None)
        frame: pd.DataFrame = (self._asked(expression) if told is None else told).to_pandas()
        return frame

    def _counted(self, expression: ir.Table, cube: Cube) -> pa.Table | None:
        """What an expression gives where counts by day and word tell it, or a part of it."""
        whole = answered_from(cube, expression)
        if whole is not None:
            return self._asked(whole)
        parts = apportioned(expression, cube, self.run)
        if parts is None:
            return None
        counts = self.give(self._asked(parts.of_cube))
        others = self.give(pa.concat_tables(self._asked(one) for one in parts.of_rows))
        return self._asked(parts.together(counts, others))

    def first(self, rows: ir.Table, most: int) -> pa.Table:
        """Some rows of a table, at most so many. Raises Refusal as `run` does."""
        return self._asked(rows.limit(most))

    def guarded(self, ask: Callable[[], Answer]) -> Answer:
        """What a call to the source of this engine gives. Raises Refusal as `run` does."""
        source = self._source
        if source is None:
            return ask()
        try:
            try:
                return _in_time(ask, source)
            except source.faults as stop:
                if not source.again(stop):
                    raise
            return _in_time(ask, source)
        except source.faults as stop:
            raise refused(source.address, stop) from stop

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


def _in_time(ask: Callable[[], Answer], source: Opened) -> Answer:
    """What a call gives; it is stopped when it takes longer than a source may."""
    timer = Timer(settings().source_seconds, source.stop)
    timer.daemon = True
    timer.start()
    try:
        return ask()
    finally:
        timer.cancel()


def apart(tables: Iterable[ir.Table]) -> bool:
    """Whether tables lie in different sources, so that no expression can hold them all."""
    return len({id(one.get_backend()) for one in tables}) > 1
