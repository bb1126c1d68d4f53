"""One Arrow function over the groups of a large table, on the machines of a Spark cluster."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

import pyarrow as pa

from core.errors import Refusal
from core.language import text
from core.metrics.engine.address import named
from core.metrics.engine.running import Engine, connect

Batches = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def spread(source: tuple[str, str], function: Batches, schema: pa.Schema, by: str) -> pa.Table:
    """What the function makes of a table behind Spark Connect, in no particular order.

    source: URL (sc://…) and table. The rows with the same value in column `by` stand together in
    the batches that one call gets. The workers need the package `core` and its dependencies.
    Raises Refusal: as `connect` does; the source is not Spark.
    """
    url, name = source
    if named(url).scheme != "sc":
        raise Refusal(
            text("Only Spark spreads work over machines."),
            text("Give its address: {form}.", form="sc://host:15002#table"),
            named(url).place,
        )
    engine = connect(url)
    try:
        engine.table(name)
        return _mapped(engine, name, function, schema, by)
    finally:
        engine.close()


def _mapped(engine: Engine, name: str, function: Batches, schema: pa.Schema, by: str) -> pa.Table:
    types = import_module("pyspark.sql.pandas.types")
    session = engine.backend._session
    rows = session.read.parquet(name) if "/" in name else session.table(name)
    ordered = partial(_in_order, function=function, by=by)
    made = rows.repartition(by).mapInArrow(ordered, types.from_arrow_schema(schema))
    return engine.guarded(made.toArrow).cast(schema)


def _in_order(
    batches: Iterator[pa.RecordBatch], function: Batches, by: str
) -> Iterator[pa.RecordBatch]:
    """The function over one worker's rows, sorted here: engines may forget an order on the way."""
    held = list(batches)
    if held:
        yield from function(iter(pa.Table.from_batches(held).sort_by(by).to_batches()))
