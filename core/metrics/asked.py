"""What the columns of a connected table hold, asked where its rows lie: groups, words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import ibis.expr.types as ir

from core.metrics.connected import SAMPLE, Connected
from core.metrics.engine import Engine, connect
from core.metrics.held import as_records, readable
from core.tables.model import Column


@dataclass(frozen=True)
class Held:
    """How many rows of a column hold something, and how many different things."""

    groups: int
    known: int


def held(table: Connected, columns: Sequence[Column], likely: int) -> dict[str, Held]:
    """What the columns hold; none of those whose first rows hold more than `likely` groups.

    Raises Refusal: as `connect` does, or the source takes too long.
    """
    if not columns:
        return {}
    with _opened(table) as (engine, rows):
        first = _counted(engine, table, rows.limit(SAMPLE), columns)
        wanted = [one for one in columns if first[one.name].groups <= likely]
        return _counted(engine, table, rows, wanted) if wanted else {}


def words(table: Connected, column: Column, most: int) -> list[tuple[str, int]]:
    """The different words of a column with their rows, most frequent first; at most so many."""
    with _opened(table) as (engine, rows):
        said = rows.select(word=as_records(column, rows, table.kind).cast("string"))
        known = said.filter(said["word"].notnull())
        counts = known.group_by("word").aggregate(rows=known.count())
        found = engine.run(counts.order_by([counts["rows"].desc(), counts["word"]]).limit(most))
    return [(str(word), int(n)) for word, n in zip(found["word"], found["rows"], strict=True)]


@contextmanager
def _opened(table: Connected) -> Iterator[tuple[Engine, ir.Table]]:
    engine = connect(table.url)
    try:
        yield engine, readable(engine.table(table.name))
    finally:
        engine.close()


def _counted(
    engine: Engine, table: Connected, rows: ir.Table, columns: Sequence[Column]
) -> dict[str, Held]:
    told: dict[str, ir.Value] = {}
    for place, column in enumerate(columns):
        value = as_records(column, rows, table.kind)
        told |= {f"groups_{place}": value.nunique(), f"known_{place}": value.count()}
    found = engine.run(rows.aggregate(**told)).iloc[0]
    return {
        column.name: Held(int(found[f"groups_{place}"]), int(found[f"known_{place}"]))
        for place, column in enumerate(columns)
    }
