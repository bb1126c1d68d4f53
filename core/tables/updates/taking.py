"""The tables after an update: old rows in their order, changed cells taken, new rows below."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.errors import Issue, Refusal
from core.language import counted
from core.tables.model import Column, ColumnType, Table
from core.tables.updates.filling import filled
from core.tables.updates.model import Comparison, Mode, TableChange
from core.tables.updates.pairing import Pair, paired
from core.tables.updates.receipts import origin_after

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)


def taken(comparison: Comparison, mode: Mode, before: Sequence[Table]) -> tuple[Table, ...]:
    """The old tables in their order with what the new file brings, then its other tables."""
    for issue in comparison.issues:
        raise Refusal(issue.what, issue.remedy, issue.place)
    by_table = {id(one.before): one for one in comparison.changes}
    put = [put_together(by_table[id(one)], mode) if id(one) in by_table else one for one in before]
    return (*put, *comparison.only_after)


def put_together(change: TableChange, mode: Mode) -> Table:
    """One table updated; the very old one where nothing is new or changed."""
    pair = paired(change.before, change.after, change.renames)
    new, changed = change.rows.only_new, change.changed
    if mode is Mode.APPEND:
        new, changed = np.arange(len(pair.after.frame)), changed.head(0)
    if not len(new) and not len(changed) and not pair.gained:
        return change.before
    rows = change.rows.none() if mode is Mode.APPEND else change.rows
    found = replace(
        pair.before,
        frame=filled(pair, changed, rows, new),
        columns=(*(_column(pair, one) for one in pair.before.columns), *pair.gained),
        origin=origin_after(pair, changed, rows, new),
        as_of=pair.after.as_of,
        totals=pair.after.totals,
        notices=tuple(dict.fromkeys((*pair.before.notices, *pair.after.notices))),
        key=pair.before.key if mode is Mode.APPEND else change.remembered,
    )
    return _doubled(found, change) if mode is Mode.APPEND else found


def _column(pair: Pair, one: Column) -> Column:
    """An old column that holds new values too."""
    its = next((new for old, new in pair.columns if old is one), None)
    if its is None:
        return one
    kept = replace(its, letter=one.letter) if one.type is ColumnType.EMPTY else one
    wider = ColumnType.NUMBER in (one.type, its.type) and one.type in NUMBERS
    return replace(
        kept,
        name=one.name,
        unit=kept.unit or its.unit,
        type=ColumnType.NUMBER if wider else kept.type,
        issues=_issues(one.issues, its.issues),
    )


def _issues(before: tuple[Issue, ...], after: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """What was lost in either file; a cell that both files have is told as the new one has it."""
    new = {(one.what, one.place.row, one.place.cell) for one in after}
    kept = (one for one in before if (one.what, one.place.row, one.place.cell) not in new)
    return (*kept, *after)


def _doubled(table: Table, change: TableChange) -> Table:
    """A word on rows of the new file whose key stood already."""
    again = change.unchanged + change.changed_rows
    if not again:
        return table
    said = counted(
        "{n} row of the new file was there already; both are kept.",
        "{n} rows of the new file were there already; both are kept.",
        again,
    )
    return replace(table, notices=(*table.notices, said))
