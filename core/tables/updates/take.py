"""The tables after an update: old rows in their order, changed cells taken, new rows below."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.errors import Refusal
from core.language import counted
from core.tables.model import Column, ColumnType, Table
from core.tables.updates.model import Comparison, Mode, TableChange
from core.tables.updates.pairing import Pair, paired

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)


def taken(
    comparison: Comparison, mode: Mode, renamed: Mapping[str, str], order: Sequence[Table]
) -> tuple[Table, ...]:
    """The old tables in their order with what the new file brings, then its other tables."""
    for issue in comparison.issues:
        raise Refusal(issue.what, issue.remedy, issue.place)
    by_table = {id(one.before): one for one in comparison.changes}
    put = [
        put_together(by_table[id(one)], mode, renamed) if id(one) in by_table else one
        for one in order
    ]
    return (*put, *comparison.only_after)


def put_together(change: TableChange, mode: Mode, renamed: Mapping[str, str]) -> Table:
    """One table updated; the very old one where nothing is new or changed."""
    pair = paired(change.before, change.after, renamed)
    new = pair.after.frame if mode is Mode.APPEND else change.new
    changed = change.changed if mode is Mode.UPDATE else change.changed.head(0)
    if not len(new) and not len(changed) and not pair.gained:
        return change.before
    frame = pd.concat([_corrected(pair, changed), _renamed(pair, new)])
    columns = (*(_column(pair, one) for one in pair.before.columns), *pair.gained)
    frame = _typed(frame[[one.name for one in columns]], pair)
    found = replace(
        pair.before,
        frame=frame,
        columns=columns,
        as_of=pair.after.as_of,
        notices=tuple(dict.fromkeys((*pair.before.notices, *pair.after.notices))),
    )
    return _doubled(found, change) if mode is Mode.APPEND else found


def _corrected(pair: Pair, changed: pd.DataFrame) -> pd.DataFrame:
    """The old frame with changed cells in their place."""
    frame = pair.before.frame.copy()
    for name, cells in changed.groupby("column", sort=False):
        column = frame[name].copy()
        values = pd.Series(cells["after"].tolist())
        if column.dtype != values.dtype and column.isna().all():
            column = column.astype(values.dtype)
        column.iloc[cells["old"].to_numpy(int)] = values.astype(column.dtype).to_numpy()
        frame[name] = column
    return frame


def _renamed(pair: Pair, new: pd.DataFrame) -> pd.DataFrame:
    names = {its.name: mine.name for mine, its in pair.columns}
    return new.rename(columns=names)


def _column(pair: Pair, one: Column) -> Column:
    """An old column that holds new values too."""
    its = next((new for old, new in pair.columns if old is one), None)
    if its is None:
        return one
    kept = its if one.type is ColumnType.EMPTY else one
    wider = ColumnType.NUMBER in (one.type, its.type) and one.type in NUMBERS
    return replace(
        kept,
        name=one.name,
        type=ColumnType.NUMBER if wider else kept.type,
        issues=(*one.issues, *its.issues),
        letter=one.letter if one.letter == its.letter else "",
    )


def _typed(frame: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    """The frame with each column in the type it had before."""
    for one in pair.before.columns:
        wanted = pair.before.frame[one.name].dtype
        if one.type is not ColumnType.EMPTY and frame[one.name].dtype != wanted:
            frame[one.name] = frame[one.name].astype(wanted)
    return frame


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
