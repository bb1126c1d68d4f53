"""Columns that names leave open, known by how they stand to others: before them, or their product.

Nothing is taken on a few rows, nor where two columns would serve as well.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import permutations, product
from typing import Any

import numpy as np
import pandas as pd

from core.language import Text, text
from core.tables.mapping.beside import BESIDE
from core.tables.mapping.known import Known
from core.tables.mapping.matching import Match, Matches
from core.tables.mapping.profile import NUMBERS, TIMES, Profile
from core.tables.model import TableKind

FEWEST = 8  # rows that must agree
NEARLY_ALL = 0.97  # share of them that agree
MOST_FREE = 6  # open columns of figures beyond which chance would find a product
_FIRST_LAST = {
    TableKind.DEALS: ("created_at", "closed_at"),
    TableKind.CUSTOMERS: ("started_at", "churned_at"),
}
_PRODUCT = ("quantity", "unit_price", "revenue")
_REST = ("revenue", "cost", "profit")
_OF: dict[tuple[str, ...], Callable[[Any, Any], Any]] = {
    _PRODUCT: lambda a, b: a * b,
    _REST: lambda a, b: a - b,
}


def with_each_other(
    columns: Sequence[Profile], found: Matches, said: Collection[int] = ()
) -> Matches:
    """The matches, and those that follow from how columns stand to each other."""
    for rule in (_dates, _products, _rests, *BESIDE):
        new = rule(Known(columns, found, said))
        doubtful = {i: field for i, field in found.doubtful.items() if i not in new}
        found = replace(found, fields={**found.fields, **new}, doubtful=doubtful)
    return found


def _dates(table: Known) -> dict[int, Match]:
    """The only two columns of dates, one never before the other; the later may be missing."""
    pair = _FIRST_LAST.get(table.found.kind.kind, ())
    dated = [i for i, one in enumerate(table.columns) if one.type in TIMES]
    free = table.free(TIMES)
    placed = {id: table.placed[id] for id in pair if id in table.placed}
    if not pair or len(dated) != 2 or {*free, *placed.values()} != set(dated):
        return {}
    order = [one for one in permutations(dated) if _never_before(*(table.columns[i] for i in one))]
    if len(order) != 1 or any(order[0][pair.index(id)] != at for id, at in placed.items()):
        return {}
    first, last = table.names(*order[0])

    def why(field: Text) -> Text:
        return text(
            "“{last}” is never before “{first}”, which speaks for: {field}.",
            first=first, last=last, field=field,
        )  # fmt: skip

    return table.taken(dict(zip(order[0], pair, strict=True)), why)


def _never_before(first: Profile, last: Profile) -> bool:
    a, b = first.values, last.values
    known = a.notna() & b.notna()
    if known.sum() < FEWEST or a.isna().sum() > b.isna().sum():
        return False
    return bool((b[known] >= a[known]).all() and (b[known] > a[known]).any())


def _products(table: Known) -> dict[int, Match]:
    """Quantity times price gives revenue; of the two, the smaller whole numbers are counts."""
    found = [
        (a, b, c)
        for a, b, c in _triples(table, _PRODUCT)
        if table.columns[a].whole
        and table.columns[a].known.median() < table.columns[b].known.median()
    ]
    if len(found) != 1:
        return {}
    a, b, c = table.names(*found[0])

    def why(field: Text) -> Text:
        return text(
            "“{a}” times “{b}” gives “{c}”, which speaks for: {field}.", a=a, b=b, c=c, field=field
        )

    return table.taken(dict(zip(found[0], _PRODUCT, strict=True)), why)


def _rests(table: Known) -> dict[int, Match]:
    """Revenue less cost gives profit."""
    found = _triples(table, _REST)
    if len(found) != 1:
        return {}
    a, b, c = table.names(*found[0])

    def why(field: Text) -> Text:
        return text(
            "“{a}” less “{b}” gives “{c}”, which speaks for: {field}.", a=a, b=b, c=c, field=field
        )

    return table.taken(dict(zip(found[0], _REST, strict=True)), why)


def _triples(table: Known, ids: tuple[str, str, str]) -> list[tuple[int, int, int]]:
    """Three columns of figures of which the third follows from the others, row by row."""
    placed, spare, free = table.placed, table.open, table.free(NUMBERS)
    if len(free) > MOST_FREE or not set(ids) <= {*placed, *spare} or not set(ids) & set(spare):
        return []
    possible = product(*([placed[id]] if id in placed else free for id in ids))
    return [
        (a, b, c)
        for a, b, c in possible
        if len({a, b, c}) == 3
        and _follows((table.columns[a], table.columns[b], table.columns[c]), ids)
    ]


def _follows(three: tuple[Profile, Profile, Profile], ids: tuple[str, str, str]) -> bool:
    known = np.logical_and.reduce([one.values.notna() for one in three])
    parts = [pd.to_numeric(one.values[known]).to_numpy(float) for one in three]
    if known.sum() < FEWEST or any(len(set(one)) < 2 for one in parts):
        return False
    same = np.isclose(_OF[ids](parts[0], parts[1]), parts[2], rtol=1e-3, atol=0.011)
    return bool(same.mean() >= NEARLY_ALL)
