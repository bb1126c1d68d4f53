"""The same thing twice: rows, keys, and periods that repeat all figures of another.

A period counts as copied when so many equal figures would hardly meet by chance: the product over
columns of the share of equal pairs, times the number of pairs, is below CHANCE.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from core.language import counted, text
from core.tables.model import Column, TableKind
from core.tables.quality.model import MOST_PLACES, Fault, Finding, Severity
from core.tables.quality.strands import MOSTLY_ONCE, SERIES, View, cells, place, repeats

CHANCE = 5e-3
FEWEST_CELLS = 3  # known cells of a row that may be said to repeat another
MOST_WIDTH = 400  # series side by side; of more, the first that have most values
OWN_ID = {
    TableKind.DEALS: "deal_id",
    TableKind.LEADS: "lead_id",
    TableKind.ACTIVITIES: "activity_id",
    TableKind.ORDERS: "order_id",
    TableKind.CUSTOMERS: "customer_id",
    TableKind.CONTENT_USAGE: "event_id",
    TableKind.STAGE_HISTORY: "event_id",
    TableKind.SURVEY: "response_id",
}
ONE_PER_ID = (TableKind.DEALS, TableKind.LEADS, TableKind.CUSTOMERS)


def same_rows(view: View) -> Iterator[Finding]:
    """Rows that repeat another, and keys that stand twice with other contents."""
    table, again = view.table, _key_again(view)
    if again is not None and not again.any():
        return
    known = table.frame.notna().sum(axis=1).to_numpy()
    hashed = _hashed(table.frame)
    whole = pd.Series(hashed).duplicated().to_numpy() & (known >= min(FEWEST_CELLS, known.max()))
    rows = np.flatnonzero(whole)
    if len(rows):
        yield Finding(
            Fault.SAME_ROW,
            Severity.WRONG if again is not None else Severity.CHECK,
            counted(
                "{n} row repeats another row in every cell.",
                "{n} rows repeat another row in every cell.",
                len(rows),
            ),
            text("Delete the repeats, or they count twice."),
            "",
            tuple(place(table, i) for i in rows[:MOST_PLACES].tolist()),
            len(rows),
        )
    if again is None:
        return
    rows = np.flatnonzero(again & ~whole)
    if len(rows):
        yield _same_key(view, rows)


def _same_key(view: View, rows: np.ndarray) -> Finding:
    series = view.table.kind in SERIES
    column = view.time.column if series and view.time else _id_column(view)
    name = column.name if column else ""
    what = (
        counted(
            "{n} row names a period of “{column}” again with other figures.",
            "{n} rows name a period of “{column}” again with other figures.",
            len(rows),
            column=name,
        )
        if series
        else counted(
            "{n} row has an id in “{column}” that stood before, with other contents.",
            "{n} rows have an id in “{column}” that stood before, with other contents.",
            len(rows),
            column=name,
        )
    )
    return Finding(
        Fault.SAME_KEY,
        Severity.WRONG if series else Severity.CHECK,
        what,
        text("Keep the row that is right, or add the column that tells the rows apart."),
        name,
        tuple(place(view.table, i, column) for i in rows[:MOST_PLACES].tolist()),
        len(rows),
    )


def _key_again(view: View) -> np.ndarray | None:
    """Rows whose key stood before; None where the table has no key."""
    if view.table.kind in SERIES and view.time is not None:
        if repeats(view.time, view.keys) > MOSTLY_ONCE:
            return None
        known = view.time.known
        rows = pd.DataFrame({"key": view.keys.codes, "period": view.time.ordinals})
        return np.asarray(rows.duplicated().to_numpy() & known)
    column = _id_column(view)
    if column is None or view.table.kind not in ONE_PER_ID:
        return None
    ids = cells(view.table, column)
    return np.asarray((ids.duplicated() & ids.notna() & ids.astype("string").ne("")).to_numpy(bool))


def _id_column(view: View) -> Column | None:
    wanted = OWN_ID.get(view.table.kind)
    return next((one for one in view.table.columns if wanted and one.field == wanted), None)


def _hashed(frame: pd.DataFrame) -> np.ndarray:
    """One number per row that only equal rows share."""
    found = np.zeros(len(frame), np.uint64)
    for at in range(frame.shape[1]):
        column = frame.iloc[:, at]
        plain = column.astype("string").fillna("") if column.dtype == object else column
        own = pd.util.hash_pandas_object(plain, index=False).to_numpy(np.uint64)
        np.multiply(found, np.uint64(1_000_003), out=found)
        np.add(found, own, out=found)
    return found


def copied(view: View) -> Iterator[Finding]:
    """Periods that repeat all figures of an earlier one."""
    time = view.time
    wide = _by_period(view) if view.is_series and time is not None else None
    if wide is None or time is None or wide.shape[1] < 2:
        return
    values = wide.to_numpy(float)
    known = ~np.isnan(values) & (values != 0)
    hashed = pd.Series(_hashed(wide.reset_index(drop=True)))
    twice = hashed.duplicated(keep=False).to_numpy() & (known.sum(axis=1) >= 2)
    chance = _log_chance(values)
    pairs = np.log10(max(1.0, len(wide) * (len(wide) - 1) / 2))
    first: dict[int, int] = {}
    for row in np.flatnonzero(twice).tolist():
        unlikely = float(chance[known[row]].sum()) + pairs < np.log10(CHANCE)
        if hashed[row] in first and unlikely:
            yield _copied(view, (first[hashed[row]], row), wide)
        first.setdefault(hashed[row], row)


def _copied(view: View, pair: tuple[int, int], wide: pd.DataFrame) -> Finding:
    assert view.time is not None
    ordinals = [int(wide.index[row][0]) for row in pair]
    codes = int(wide.index[pair[1]][1])
    rows = np.flatnonzero((view.time.ordinals == ordinals[1]) & view.time.known)
    if codes >= 0:
        rows = rows[view.keys.codes[rows] == codes]
    return Finding(
        Fault.COPIED,
        Severity.CHECK,
        text(
            "{later} repeats all figures of {earlier}.",
            later=view.time.period(ordinals[1]),
            earlier=view.time.period(ordinals[0]),
        ),
        text("Check whether the period was copied and never filled in."),
        view.time.column.name,
        tuple(place(view.table, i) for i in dict.fromkeys(rows[:MOST_PLACES].tolist())),
    )


def _by_period(view: View) -> pd.DataFrame | None:
    """Periods down, (within dimensions, of a wide table), figures across."""
    time, table = view.time, view.table
    assert time is not None
    if table.kind is TableKind.KPI_WIDE:
        index = pd.MultiIndex.from_arrays([time.ordinals, view.keys.codes])
        columns = {i: cells(table, one.column).to_numpy() for i, one in enumerate(view.strands)}
        return pd.DataFrame(columns, index=index)[time.known].sort_index()
    one = view.strands[0]
    often = np.argsort(-np.bincount(one.strand), kind="stable")[:MOST_WIDTH]
    use = np.isin(one.strand, often)
    long = pd.DataFrame({"p": one.ordinals, "s": one.strand, "v": one.values})[use]
    wide = long.pivot_table(index="p", columns="s", values="v", aggfunc="first")
    wide.index = pd.MultiIndex.from_product([wide.index, [-1]])
    return wide


def _log_chance(values: np.ndarray) -> np.ndarray:
    """Per column, log10 of the chance that two of its rows are equal.

    Equal pairs but for the one in question, at least one, among all pairs.
    """
    found = np.zeros(values.shape[1])
    for at in range(values.shape[1]):
        known = values[:, at][~np.isnan(values[:, at])]
        n = len(known)
        if n > 1:
            _, counts = np.unique(known, return_counts=True)
            equal = float((counts.astype(float) * (counts - 1)).sum())
            found[at] = np.log10(max(equal - 2, 2.0) / (n * (n - 1)))
    return found
