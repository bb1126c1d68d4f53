"""Rows that stand twice: exact copies, later versions of one record, and numbers given twice.

The same number with the same beginning is an update: the last is kept. With another beginning it
is another record that was given the same number: both are kept. Either is said.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.errors import Place
from core.language import Text, counted
from core.metrics.engine import Engine
from core.metrics.records.model import ROW, TABLE
from core.tables.mapping import KINDS
from core.tables.model import TableKind

_LATER = ("updated_at", "occurred_at")
_BEGINNING = {
    TableKind.DEALS: "created_at",
    TableKind.LEADS: "created_at",
    TableKind.CUSTOMERS: "started_at",
    TableKind.ACTIVITIES: "type",  # calls and meetings are numbered apart
}
_ID = {TableKind.ACTIVITIES: "activity_id"}
_OWN = 0.8  # share of different numbers from which they number activities, not series of them


def once(
    kind: TableKind, rows: ir.Table, engine: Engine, place: Place
) -> tuple[ir.Table, tuple[Text, ...]]:
    """Each record once, and what was done to those that stood twice."""
    id, beginning = _ID.get(kind, KINDS[kind].once), _BEGINNING.get(kind, "")
    if not id or id not in rows.columns:
        return rows, ()
    keys = [id] + ([beginning] if beginning in rows.columns else [])
    known = rows.filter(_[id].notnull())
    sizes = known.aggregate(
        rows=_.count(), records=ibis.struct({k: _[k] for k in keys}).nunique(), ids=_[id].nunique()
    )
    n, records, ids = engine.run(sizes).iloc[0].astype(int)
    notices = []
    if kind in _ID and records < _OWN * n:
        return rows, ()
    if records < n:
        rows = _last(rows, id, keys)
        notices.append(_moved(n - records, place) if kind in _ID else _updates(n - records, place))
    if ids < records and len(keys) > 1 and kind not in _ID:
        notices.append(_collisions(records - ids, place))
    return rows, tuple(notices)


def _last(rows: ir.Table, id: str, keys: list[str]) -> ir.Table:
    """The last version of each record: by its update, its last close or day, else as written."""
    order = [ibis.desc(one, nulls_first=False) for one in _LATER if one in rows.columns]
    if {"status", "closed_at"} <= set(rows.columns):
        ended = (rows["status"] != "open").ifelse(rows["closed_at"], ibis.null("timestamp(6)"))
        order.append(ibis.desc(ended, nulls_first=False))
    order += [ibis.desc(TABLE), ibis.desc(ROW)]
    version = ibis.row_number().over(group_by=keys, order_by=order)
    return rows.mutate(version=version).filter((_.version == 0) | _[id].isnull()).drop("version")


def _updates(n: int, place: Place) -> Text:
    return counted(
        "{place}: {n} row repeats a record (same number, same first day); the last counts.",
        "{place}: {n} rows repeat a record (same number, same first day); the last counts.",
        n,
        place=place.text(),
    )


def _moved(n: int, place: Place) -> Text:
    return counted(
        "{place}: {n} row repeats an activity (same number, same kind), as when it is moved to "
        "another day; the latest counts.",
        "{place}: {n} rows repeat an activity (same number, same kind), as when it is moved to "
        "another day; the latest counts.",
        n,
        place=place.text(),
    )


def _collisions(n: int, place: Place) -> Text:
    return counted(
        "{place}: {n} number is given to records that began on different days; all are kept.",
        "{place}: {n} numbers are given to records that began on different days; all are kept.",
        n,
        place=place.text(),
    )
