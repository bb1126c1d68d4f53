"""What tells the rows of a table apart, the same way in both files."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.model import Column, ColumnType
from core.tables.updates.identities import KEYS, MOSTLY_ONCE, PERIODIC
from core.tables.updates.likeness import UNKNOWN, Coded, Codes, Rows
from core.tables.updates.matching import Matched, matched
from core.tables.updates.pairing import Pair
from core.tables.words import IDENTITY, NUMBERED, plain

IDENTIFYING = 0.95  # share of distinct values from which a column with such a name is an identity
ATTRIBUTE = 0.5  # share of common rows that agree, from which a word describes and does not tell


@dataclass(frozen=True)
class Key:
    """The columns that tell rows apart, by their old names, and the codes they make.

    `names` is empty where only the whole row does.
    """

    names: tuple[str, ...]
    codes: Coded

    @property
    def repeated(self) -> Codes:
        """Codes that stand more than once in one of the files."""
        found = [np.unique(one, return_counts=True) for one in (self.codes.old, self.codes.new)]
        return np.unique(np.concatenate([codes[times > 1] for codes, times in found]))


def key_of(pair: Pair, rows: Rows) -> Key:
    """The key of a pair of tables.

    The key of the update before holds on, so that the same file taken again finds its rows by the
    same columns: chosen anew it could flip where rows repeat about as often as `MOSTLY_ONCE`.
    """
    held = pair.before.key
    if held is None:
        return chosen_key(pair, rows)
    if not held or not rows.columns.keys() >= set(held):
        return Key((), rows.whole)
    return _widened(list(held), pair.named(*_more(pair, held)), rows, held=True)


def chosen_key(pair: Pair, rows: Rows) -> Key:
    """The key of a first comparison.

    The old table says what its columns are; the new one may have too few rows to tell.
    """
    for fields, more in KEYS.get(pair.before.kind, ()):
        names = [name for field in fields for name in pair.named(field)]
        if len(names) >= len(fields):
            key = _widened(names, pair.named(*more), rows)
            if _repeats(key.codes) <= MOSTLY_ONCE:
                return key
    called = [old.name for old, _ in pair.columns if _is_called_id(old)]
    if pair.before.kind not in PERIODIC:
        for name in called:
            one = rows.columns[name]
            if _repeats(one) <= 1 - IDENTIFYING and _is_known(one):
                return Key((name,), one)
    return Key((), rows.whole)


def _more(pair: Pair, names: tuple[str, ...]) -> tuple[str, ...]:
    """Fields that may tell rows of that key apart."""
    fields = {old.field for old, _ in pair.columns if old.name in names}
    kinds = KEYS.get(pair.before.kind, ())
    return next((more for needed, more in kinds if fields.issuperset(needed)), ())


def _widened(names: list[str], more: list[str], rows: Rows, held: bool = False) -> Key:
    """The columns, and those of `more` that tell rows of one key apart, or other rows entirely.

    A key that held before is widened for other rows only: the rows of one key may have grown.
    """
    now = rows.joined(names)
    left = [name for name in more if name not in names]
    for name in sorted(left, key=lambda name: (*_spread(rows.columns[name]), name)):
        wider = rows.joined([*names, name])
        apart = not held and _repeats(wider) < _repeats(now)
        if apart or not _agrees(now, rows, name):
            names, now = [*names, name], wider
    return Key(tuple(name for name in rows.columns if name in names), now)


def _spread(one: Coded) -> tuple[bool, int]:
    """Columns without blanks first, then those of few values."""
    return bool((one.both == UNKNOWN).any()), len(np.unique(one.both))


def _agrees(key: Coded, rows: Rows, name: str) -> bool:
    """Whether a column has the same value on most of the rows that the key finds again.

    Blanks say nothing: an update keeps the figure they stand over.
    """
    found = matched_by(key, rows)
    old = rows.columns[name].old[np.concatenate([found.same_old, found.old])]
    new = rows.columns[name].new[np.concatenate([found.same_new, found.new])]
    known = (old != UNKNOWN) & (new != UNKNOWN)
    return not known.any() or bool((old == new)[known].mean() >= ATTRIBUTE)


def matched_by(key: Coded, rows: Rows) -> Matched:
    """The rows of two tables, found again by their content and their key."""
    return matched((key.old, key.new), (rows.whole.old, rows.whole.new))


def _repeats(key: Coded) -> float:
    """The larger share of rows that repeat the key of another row of their file."""
    return max((1 - len(pd.unique(one)) / len(one) for one in (key.old, key.new) if len(one)),
               default=0.0)  # fmt: skip


def _is_known(one: Coded) -> bool:
    return len(one.both) > 0 and bool((one.both == UNKNOWN).mean() < 1 - IDENTIFYING)


def _is_called_id(column: Column) -> bool:
    if column.type in (ColumnType.TEXT, ColumnType.INTEGER):
        pattern = NUMBERED if column.type is ColumnType.INTEGER else IDENTITY
        return bool(pattern.search(plain(column.name)))
    return False
