"""The issues of a table as columns: thousands of cells that say the same are told by few forms.

What such issues differ in (the cell's words, its row, its address) lies in an Arrow table; the
sentence, the remedy and the place they share are kept once, as JSON beside it.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pyarrow as pa

from core.errors import Issue, Place
from core.language import Text, packed, unpacked
from core.tables.model import Table

MANY = 1000  # issues from which taking them apart pays
_SHARED = b"shared"
_SCHEMA = pa.schema(
    [
        ("column", pa.int32()),  # of the table, from 0
        ("form", pa.int32()),
        ("values", pa.list_(pa.large_string())),
        ("place", pa.int32()),
        ("row", pa.int64()),
        ("cell", pa.large_string()),
    ]
)


def taken_apart(table: Table) -> tuple[Table, pa.Table | None]:
    """A table without its issues, and those; as it is, and None, where it has few."""
    every = [(at, one) for at, column in enumerate(table.columns) for one in column.issues]
    if len(every) < MANY or not all(_is_plain(one.what) for _, one in every):
        return table, None
    forms: dict[Any, int] = {}
    places: dict[tuple[str, str, str], int] = {}
    rows = [
        (
            at,
            forms.setdefault(_form(one), len(forms)),
            [value for _, value in one.what.values],
            places.setdefault((place.source, place.sheet, place.column), len(places)),
            place.row,
            place.cell,
        )
        for at, one in every
        for place in (one.place,)
    ]
    shared = {"forms": [_told(*one) for one in forms], "places": list(places)}
    lists = zip(*rows, strict=True)
    columns = [pa.array(one, kind.type) for one, kind in zip(lists, _SCHEMA, strict=True)]
    issues = pa.table(columns, schema=_SCHEMA.with_metadata({_SHARED: json.dumps(shared)}))
    bare = tuple(replace(column, issues=()) for column in table.columns)
    return replace(table, columns=bare), issues


def put_together(table: Table, issues: pa.Table) -> Table:
    """The table with its issues."""
    found: list[list[Issue]] = [[] for _ in table.columns]
    for at, one in _issues(issues):
        found[at].append(one)
    columns = zip(table.columns, found, strict=True)
    return replace(
        table, columns=tuple(replace(column, issues=tuple(own)) for column, own in columns)
    )


def _issues(issues: pa.Table) -> Iterator[tuple[int, Issue]]:
    shared = json.loads(issues.schema.metadata[_SHARED])
    forms = [(form, unpacked(form["remedy"])) for form in shared["forms"]]
    lists: list[list[Any]] = [issues[name].to_pylist() for name in _SCHEMA.names]
    for at, number, values, place, row, cell in zip(*lists, strict=True):
        form, remedy = forms[number]
        source, sheet, column = shared["places"][place]
        said = Text(form["message"], tuple(zip(form["names"], values, strict=True)), form["many"])
        yield at, Issue(said, remedy, Place(source, sheet, row, column, cell))


def _is_plain(said: Text) -> bool:
    """Whether all that a sentence is filled with are words."""
    return all(type(value) is str for _, value in said.values)


def _form(one: Issue) -> tuple[object, ...]:
    return one.what.message, one.what.many, tuple(map(itemgetter(0), one.what.values)), one.remedy


def _told(
    message: str, many: str | None, names: tuple[str, ...], remedy: Text
) -> dict[str, object]:
    return {"message": message, "many": many, "names": names, "remedy": packed(remedy)}
