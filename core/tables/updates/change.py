"""Two tables of one template -> what changed between them."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from core.errors import Issue
from core.tables.model import Table
from core.tables.updates.doubts import doubts, other_kind, unit_unsaid
from core.tables.updates.keys import key_of, matched_by
from core.tables.updates.likeness import NUMBERS, UNKNOWN, Coded, rows_of
from core.tables.updates.matching import Matched, apart
from core.tables.updates.model import Renamed, TableChange
from core.tables.updates.pairing import Pair, paired
from core.tables.updates.remarks import remarks
from core.tables.updates.scales import jumps, other_scale

CELL = ["old", "new", "column", "before", "after", "size"]


def table_change(
    before: Table, after: Table, renamed: Mapping[str, str], proposed: tuple[Renamed, ...] = ()
) -> TableChange:
    """What the new table says anew, otherwise, or no longer."""
    pair = paired(before, after, renamed)
    issues = doubts(pair)
    if issues or not pair.columns:
        return _unlike(pair, issues, proposed)
    codes = rows_of(pair)
    key = key_of(pair, codes)
    rows = matched_by(key.codes, codes)
    changed, emptied = _cells(pair, rows, codes.columns)
    altered = len(np.unique(changed["old"]))
    return TableChange(
        before=before,
        after=after,
        key=key.names,
        new=after.frame.iloc[rows.only_new],
        changed=changed,
        emptied=emptied,
        vanished=before.frame.iloc[rows.only_old],
        unchanged=len(rows.same_old) + len(rows.old) - altered,
        changed_rows=altered,
        rows=rows,
        columns=pair.columns,
        renamed=proposed,
        gained=tuple(one.name for one in pair.gained),
        lost=tuple(one.name for one in pair.lost),
        issues=jumps(pair, key, rows),
        notices=(
            *remarks(key, emptied),
            *other_kind(pair),
            *unit_unsaid(pair),
            *other_scale(pair, key, rows),
        ),
    )


def _cells(pair: Pair, rows: Matched, codes: dict[str, Coded]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The cells that differ in rows of one key: changed, and emptied."""
    changed: list[pd.DataFrame] = []
    emptied: list[pd.DataFrame] = []
    for old, new in pair.columns:
        one = codes[old.name]
        mine, its = one.old[rows.old], one.new[rows.new]
        for into, wanted in (
            (changed, (mine != its) & (its != UNKNOWN)),
            (emptied, (mine != its) & (its == UNKNOWN)),
        ):
            if wanted.any():
                places = rows.old[wanted], rows.new[wanted]
                numeric = old.type in NUMBERS and new.type in NUMBERS
                into.append(_told(pair, (old.name, new.name), places, numeric))
    return _listed(changed), _listed(emptied)


def _told(
    pair: Pair,
    names: tuple[str, str],
    places: tuple[np.ndarray, np.ndarray],
    numeric: bool,
) -> pd.DataFrame:
    """Rows of CELL for the cells of one column."""
    before = pair.before.frame[names[0]].to_numpy()[places[0]]
    after = pair.after.frame[names[1]].to_numpy()[places[1]]
    size = np.full(len(before), np.nan)
    if numeric:
        start, end = before.astype(float), after.astype(float)
        usable = start != 0
        size[usable] = (end[usable] - start[usable]) / np.abs(start[usable])
    return pd.DataFrame(
        {
            "old": places[0],
            "new": places[1],
            "column": names[0],
            "before": pd.Series(before, dtype=object),
            "after": pd.Series(after, dtype=object),
            "size": size,
        }
    )


def _listed(cells: list[pd.DataFrame]) -> pd.DataFrame:
    if not cells:
        empty = pd.DataFrame(columns=CELL, dtype=object)
        return empty.astype({"old": "int64", "new": "int64", "size": "float64"})
    return pd.concat(cells).sort_values("old", kind="stable").reset_index(drop=True)


def _unlike(pair: Pair, issues: tuple[Issue, ...], proposed: tuple[Renamed, ...]) -> TableChange:
    """Two tables whose rows cannot be compared: all rows are told as new and vanished."""
    return TableChange(
        before=pair.before,
        after=pair.after,
        key=(),
        new=pair.after.frame,
        changed=_listed([]),
        emptied=_listed([]),
        vanished=pair.before.frame,
        unchanged=0,
        changed_rows=0,
        columns=pair.columns,
        rows=apart(len(pair.before.frame), len(pair.after.frame)),
        renamed=proposed,
        gained=tuple(one.name for one in pair.gained),
        lost=tuple(one.name for one in pair.lost),
        issues=issues,
    )
