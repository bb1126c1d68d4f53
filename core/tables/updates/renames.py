"""Columns and metrics that seem to go by another name now.

Two names are one where most values are equal on the rows both files have. Names alone, however
near, are only a question.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import numpy as np
import pandas as pd

from core.language import Share, text
from core.tables.model import Column, ColumnType, Table
from core.tables.updates.keys import chosen_key
from core.tables.updates.likeness import NUMBERS, TIMES, UNKNOWN, Codes, coded, combined, rows_of
from core.tables.updates.matching import common
from core.tables.updates.model import Renamed
from core.tables.updates.pairing import Pair, metric_of, paired, with_metrics_renamed
from core.tables.words import TARGET_NAMES, plain

EQUAL = 0.8  # share of equal values from which two columns are taken for one
HALF = 0.5  # and from which near names are asked about
LEAST = 3  # rows that both files must have before values speak
NEAR = 0.8
MOST = 60  # names on one side beyond which nothing is proposed


@dataclass(frozen=True)
class Likeness:
    """What speaks for two names being one."""

    before: str
    after: str
    share: float | None  # of equal values; None where too few rows have both
    near: bool

    @property
    def accepted(self) -> bool:
        """Whether the values alone show it."""
        return self.share is not None and self.share >= EQUAL

    @property
    def proposed(self) -> bool:
        """Whether it is worth a question."""
        return self.accepted or (self.near and (self.share is None or self.share >= HALF))

    @property
    def rank(self) -> float:
        """How strongly it is shown, to choose among several."""
        return (self.share if self.share is not None else HALF) + self.near


def proposed(before: Table, after: Table, renamed: Mapping[str, str] | None) -> tuple[Renamed, ...]:
    """The renames that the person gave, then those that values or names suggest."""
    given = _given(before, after, renamed or {})
    pair = paired(before, after, {one.after: one.before for one in given})
    alike = _one_to_one([*_columns_alike(pair), *_metrics_alike(pair)])
    accept = renamed is None
    return (*given, *(_told(one, accept and one.accepted) for one in alike))


def renamed_tables(tables: Sequence[Table], renamed: Mapping[str, str]) -> Iterator[Table]:
    """Tables in which columns and metrics go by their old names."""
    for one in tables:
        taken = _names(one)
        free = {new: old for new, old in renamed.items() if old not in taken}
        if not free.keys() & taken:
            yield one
            continue
        told = with_metrics_renamed(one, free)
        columns = tuple(replace(each, name=free.get(each.name, each.name)) for each in told.columns)
        yield replace(told, columns=columns, frame=told.frame.rename(columns=free))


def _given(before: Table, after: Table, renamed: Mapping[str, str]) -> tuple[Renamed, ...]:
    old, new = _names(before), _names(after)
    why = text("You said so.")
    return tuple(
        Renamed(its, name, None, why, True)
        for name, its in renamed.items()
        if name in new and its in old and its not in new
    )


def _names(table: Table) -> set[str]:
    return {one.name for one in table.columns} | set(_metrics(table))


def _metrics(table: Table) -> list[str]:
    metric = metric_of(table)
    return [] if metric is None else list(table.frame[metric].str.strip().dropna().unique())


def _told(one: Likeness, accepted: bool) -> Renamed:
    if one.share is None:
        why = text("The names are nearly the same; no row has both values to compare.")
    else:
        why = text("{share} of the values both files have are equal.", share=Share(one.share))
    return Renamed(one.before, one.after, one.share, why, accepted)


def _one_to_one(alike: Iterable[Likeness]) -> list[Likeness]:
    """The strongest proposals, each name once."""
    found: list[Likeness] = []
    for one in sorted(alike, key=lambda one: -one.rank):
        free = all(one.before != other.before and one.after != other.after for other in found)
        if one.proposed and free:
            found.append(one)
    return found


def _columns_alike(pair: Pair) -> Iterator[Likeness]:
    if not pair.columns or max(len(pair.lost), len(pair.gained)) > MOST:
        return
    if not pair.lost or not pair.gained:
        return
    key = chosen_key(pair, rows_of(pair))
    places = common(key.codes.old, key.codes.new)
    for old in pair.lost:
        for new in pair.gained:
            if _compatible(old, new):
                one = coded(pair, old, new)
                share = _share(one.old[places[0]], one.new[places[1]])
                if share is None and old.type is ColumnType.TEXT:
                    share = _overlap(one.old, one.new)
                yield Likeness(old.name, new.name, share, near(old.name, new.name))


def _compatible(old: Column, new: Column) -> bool:
    types = {old.type, new.type}
    alike = types <= set(NUMBERS) or types <= set(TIMES) or len(types) == 1
    return alike and ColumnType.EMPTY not in types and old.unit == new.unit


def _share(mine: Codes, its: Codes) -> float | None:
    """The share of equal values where both are known; None when they are too few or all alike."""
    known = (mine != UNKNOWN) & (its != UNKNOWN)
    if known.sum() < LEAST or len(np.unique(np.append(mine[known], its[known]))) < 2:
        return None
    return float((mine[known] == its[known]).mean())


def _overlap(mine: Codes, its: Codes) -> float | None:
    """The share of distinct words that both columns have, where rows cannot be compared."""
    some, other = set(mine.tolist()) - {UNKNOWN}, set(its.tolist()) - {UNKNOWN}
    if min(len(some), len(other)) < 2:
        return None
    return len(some & other) / max(len(some), len(other))


def _metrics_alike(pair: Pair) -> Iterator[Likeness]:
    """Metrics of a long table that one file only has, with their values by period and group."""
    metric, its_metric = metric_of(pair.before), metric_of(pair.after)
    if (
        metric is None
        or its_metric is None
        or not {"period", "value"} <= {old.field for old, _ in pair.columns}
    ):
        return
    lost, gained = _only(_metrics(pair.before), _metrics(pair.after))
    if not lost or not gained or max(len(lost), len(gained)) > MOST:
        return
    rest = [
        coded(pair, old, new).both for old, new in pair.columns
        if old.field in ("period", "dimension")
    ]  # fmt: skip
    value = next(coded(pair, *one) for one in pair.columns if one[0].field == "value")
    size = len(pair.before.frame)
    key = combined(rest)
    names = pair.before.frame[metric].str.strip(), pair.after.frame[its_metric].str.strip()
    old = {name: _of(names[0], name, key[:size], value.old) for name in lost}
    new = {name: _of(names[1], name, key[size:], value.new) for name in gained}
    for mine, (key_mine, values_mine) in old.items():
        for its, (key_its, values_its) in new.items():
            at, there = common(key_mine, key_its)
            yield Likeness(mine, its, _share(values_mine[at], values_its[there]), near(mine, its))


def _of(names: "pd.Series[str]", name: str, key: Codes, values: Codes) -> tuple[Codes, Codes]:
    rows = names.eq(name).to_numpy(bool)
    return key[rows], values[rows]


def _only(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    return [one for one in before if one not in after], [one for one in after if one not in before]


def near(before: str, after: str) -> bool:
    """Whether two names are nearly the same and no number or target tells them apart."""
    old, new = plain(before), plain(after)
    if re.findall(r"\d+", old) != re.findall(r"\d+", new):
        return False
    if bool(TARGET_NAMES.search(old)) != bool(TARGET_NAMES.search(new)):
        return False
    some, other = set(old.split()), set(new.split())
    return some <= other or other <= some or SequenceMatcher(None, old, new).ratio() >= NEAR
