"""What tells the rows of a table apart, the same way in both files."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.model import Column, ColumnType, TableKind
from core.tables.updates.likeness import UNKNOWN, Coded, Codes, combined
from core.tables.updates.pairing import Pair
from core.tables.words import IDENTITY, NUMBERED, plain

MOSTLY_ONCE = 0.3  # share of repeats above which several rows for a key are the rule
IDENTIFYING = 0.95  # share of distinct values from which a column with such a name is an identity
ATTRIBUTE = 0.5  # share of common rows that agree, from which a word describes and does not tell
_ID_FIELD = re.compile(r"(^|_)id$|^email$")
PERIODIC = (TableKind.KPI_WIDE, TableKind.KPI_LONG)
_LEAST = 4  # rows before a column that never repeats is taken for an identity


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
    """The key of a pair of tables; `coded` has the codes of each paired column."""
    names = _periodic(pair, coded) if pair.after.kind in PERIODIC else _identity(pair, coded)
    key = _joined(tuple(names), coded)
    if not names or _repeats(key.codes) > MOSTLY_ONCE:
        return Key((), _joined(tuple(coded), coded).codes)
    return key


def _joined(names: tuple[str, ...], coded: dict[str, Coded]) -> Key:
    if not names:
        some = next(iter(coded.values()))
        return Key((), Coded(np.zeros_like(some.old), np.zeros_like(some.new)))
    joint = combined([coded[name].both for name in names])
    size = len(coded[names[0]].old)
    return Key(names, Coded(joint[:size], joint[size:]))


def _periodic(pair: Pair, coded: dict[str, Coded]) -> list[str]:
    """Period, metric, and the words that tell rows of one period apart or other rows entirely."""
    names = [*pair.named("period"), *pair.named("metric")]
    if not pair.named("period"):
        return []
    words = sorted(pair.named("dimension"), key=lambda name: _spread(coded[name]))
    for name in words:
        now, wider = _joined(tuple(names), coded), _joined((*names, name), coded)
        if _repeats(wider.codes) < _repeats(now.codes) or not _agrees(now.codes, coded[name]):
            names.append(name)
    return [old.name for old, _ in pair.columns if old.name in names]


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


def _identity(pair: Pair, coded: dict[str, Coded]) -> list[str]:
    """The column that names each record, where one does."""
    named = [old.name for old, new in pair.columns if _is_id_field(old, new)]
    called = [old.name for old, _ in pair.columns if _is_called_id(old)]
    for name in (*named, *called):
        one = coded[name]
        blank = (one.both == UNKNOWN).mean() if len(one.both) else 1.0
        if blank < 1 - IDENTIFYING and _repeats(one) <= 1 - IDENTIFYING:
            return [name]
    return []


def _is_id_field(old: Column, new: Column) -> bool:
    return old.field == new.field and bool(_ID_FIELD.search(old.field))


def _is_called_id(column: Column) -> bool:
    if column.type in (ColumnType.TEXT, ColumnType.INTEGER):
        pattern = NUMBERED if column.type is ColumnType.INTEGER else IDENTITY
        return bool(pattern.search(plain(column.name)))
    return False
