"""Tables of a connected source, mapped by a sample and worked out where they lie.

A sample of rows is read as an upload of them would be, with what the person said; so the kind and
the fields are found by the same code. The rows themselves stay in the source.
"""

import io
from dataclasses import dataclass, replace

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import Place, Refusal
from core.language import Text, text
from core.metrics.by_period import FIGURES
from core.metrics.choose import choose_tables
from core.metrics.engine import connect, named
from core.metrics.held import column_held, readable
from core.tables import Answers, Table, TableKind, read
from core.tables.layout.raw_tables import letters_of
from core.tables.mapping import KINDS

SAMPLE = 1000  # rows by which the columns are mapped
_NOTHING = Answers()


@dataclass(frozen=True)
class Connected(Table):
    """A table whose rows stay in its source: `frame` has its columns and no rows."""

    url: str = ""  # as the person wrote it
    name: str = ""  # of the table in the source


def tables_of(url: str) -> tuple[str, ...]:
    """The names of the tables of a source; none where files are the source. Raises Refusal."""
    engine = connect(url)
    try:
        return tuple(engine.names())
    finally:
        engine.close()


def connected(url: str, name: str, answers: Answers = _NOTHING) -> Table:
    """The table of a source, ready for `build_panel`; its connection is closed again.

    url, name, answers: as for `mapped`. Raises Refusal: as `mapped` does, and where the table is
    of no kind known.
    """
    table = mapped(url, name, answers)
    if not choose_tables([table]):
        raise _no_kind(table.source)
    return table


def mapped(url: str, name: str, answers: Answers = _NOTHING, called: str = "") -> Table:
    """The table of a source with what its columns are taken for; its connection is closed again.

    url, name: as for `connect`, and the table there (schema.table too; on Spark also the path of
    Parquet files). answers: what the person said of the columns, as for a file. called: how
    people know the table, if not by its URL. Records become a Connected; figures by period that
    the sample holds whole, a Table like any other; what is neither, a Connected of kind OTHER.
    Raises Refusal: as `connect` does, no such table, a table without columns that can be read.
    """
    engine = connect(url)
    try:
        rows = readable(engine.table(name))
        sample = engine.first(rows, SAMPLE + 1)
    finally:
        engine.close()
    source = _called(url, name, called)
    tables = read(_parquet(sample), f"{source}.parquet", answers).tables
    found = choose_tables(tables)
    if len(found) == 1 and found[0].kind in FIGURES and len(sample) <= SAMPLE:
        return replace(found[0], source=source)
    if not tables:
        raise _no_kind(source)
    kind = found[0].kind if len(found) == 1 and found[0].kind in KINDS else TableKind.OTHER
    return _of_records(replace(tables[0], source=source, kind=kind), rows, (url, name))


def _called(url: str, name: str, called: str) -> str:
    """The table as it is shown: never with user or password."""
    if called:
        return called
    source = named(url).place.source
    return f"{source}#{name}" if name else source


def _parquet(sample: pa.Table) -> bytes:
    content = io.BytesIO()
    pq.write_table(sample.slice(0, SAMPLE), content)
    return content.getvalue()


def _of_records(table: Table, rows: ir.Table, where: tuple[str, str]) -> Connected:
    """The columns under the names and the types they have in the source."""
    names = {letters_of(place): name for place, name in enumerate(rows.columns)}
    there = [(column, names[column.letter]) for column in table.columns if column.letter in names]
    held = [column_held(column, name, rows, table.kind) for column, name in there]
    columns = tuple(column for column, _ in held)
    unfit = tuple(said for _, said in held if said is not None)
    return Connected(
        kind=table.kind,
        source=table.source,
        sheet="",
        frame=table.frame.iloc[:0].set_axis([column.name for column in columns], axis=1),
        columns=columns,
        header_rows=(),
        notices=(_not_looked_for(table.source), *unfit),
        url=where[0],
        name=where[1],
    )


def _not_looked_for(source: str) -> Text:
    return text(
        "{place}: rows that stand twice are not looked for in connected tables.", place=source
    )


def _no_kind(source: str) -> Refusal:
    """The refusal of a table that no indicator can be worked out from."""
    return Refusal(
        text("What this table is about is not clear: it holds no records of a kind that is known."),
        text(
            "Say what its columns are (--map), or connect a view whose columns have usual names, "
            "such as created_at, closed_at, status and amount."
        ),
        Place(source),
    )
