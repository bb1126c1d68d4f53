"""What tells the rows of a table apart, the same way in both files."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.model import Column, ColumnType
from core.tables.updates.identities import KEYS, MOSTLY_ONCE, PERIODIC
from core.tables.updates.likeness import UNKNOWN, Coded, Codes, combined
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


def key_of(pair: Pair, coded: dict[str, Coded]) -> Key:
    """The key of a pair of tables; `coded` has the codes of each paired column.

    The old table says what its columns are; the new one may have too few rows to tell.
    """
    for fields, more in KEYS.get(pair.before.kind, ()):
        names = [name for field in fields for name in pair.named(field)]
        if len(names) >= len(fields):
            key = _widened(pair, names, pair.named(*more), coded)
            if _repeats(key.codes) <= MOSTLY_ONCE:
                return key
    called = [old.name for old, _ in pair.columns if _is_called_id(old)]
    if pair.before.kind not in PERIODIC:
        for name in called:
            if _repeats(coded[name]) <= 1 - IDENTIFYING and _is_known(coded[name]):
                return _joined((name,), coded)
    return Key((), _joined(tuple(coded), coded).codes)


def _joined(names: tuple[str, ...], coded: dict[str, Coded]) -> Key:
    if not names:
        some = next(iter(coded.values()))
        return Key((), Coded(np.zeros_like(some.old), np.zeros_like(some.new)))
    joint = combined([coded[name].both for name in names])
    size = len(coded[names[0]].old)
    return Key(names, Coded(joint[:size], joint[size:]))


def _widened(pair: Pair, names: list[str], more: list[str], coded: dict[str, Coded]) -> Key:
    """The columns, and those of `more` that tell rows of one key apart, or other rows entirely."""
    for name in sorted(more, key=lambda name: _spread(coded[name])):
        now, wider = _joined(tuple(names), coded), _joined((*names, name), coded)
        if _repeats(wider.codes) < _repeats(now.codes) or not _agrees(now.codes, coded[name]):
            names = [*names, name]
    return _joined(tuple(old.name for old, _ in pair.columns if old.name in names), coded)


def _spread(one: Coded) -> tuple[bool, int]:
    """Columns without blanks first, then those of few values."""
    return bool((one.both == UNKNOWN).any()), len(np.unique(one.both))


def _agrees(key: Coded, one: Coded) -> bool:
    """Whether a column has the same value on most rows of one key."""
    old, first = np.unique(key.old, return_index=True)
    new, second = np.unique(key.new, return_index=True)
    _, a, b = np.intersect1d(old, new, assume_unique=True, return_indices=True)
    return not len(a) or bool((one.old[first[a]] == one.new[second[b]]).mean() >= ATTRIBUTE)


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
