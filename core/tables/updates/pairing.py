"""Which column of the new table is which of the old one: by name, by a field only one can hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from core.tables.model import Column, Table, TableKind
from core.tables.words import plain

FREE = frozenset({"measure", "dimension", ""})  # fields that many columns may hold


@dataclass(frozen=True)
class Pair:
    """An old and a new table; `columns` are the columns both have, in the old order."""

    before: Table
    after: Table
    columns: tuple[tuple[Column, Column], ...]

    @property
    def lost(self) -> tuple[Column, ...]:
        """Old columns without a partner."""
        names = {old.name for old, _ in self.columns}
        return tuple(one for one in self.before.columns if one.name not in names)

    @property
    def gained(self) -> tuple[Column, ...]:
        """New columns without a partner."""
        names = {new.name for _, new in self.columns}
        return tuple(one for one in self.after.columns if one.name not in names)

    def named(self, *fields: str) -> list[str]:
        """Old names of the paired columns that hold one of the fields in the old table."""
        return [old.name for old, _ in self.columns if old.field in fields]


def paired(before: Table, after: Table, renamed: Mapping[str, str]) -> Pair:
    """The two tables with their columns paired; `renamed` maps new names to old ones."""
    after = with_metrics_renamed(after, renamed)
    partner: dict[str, Column] = {}
    free = {one.name: one for one in after.columns}
    for find in (_by_rename(renamed), _by_name, _by_plain_name, _by_field):
        for old in before.columns:
            if old.name not in partner and (new := find(old, list(free.values()))) is not None:
                partner[old.name] = free.pop(new.name)
    columns = ((one, partner[one.name]) for one in before.columns if one.name in partner)
    return Pair(before, after, tuple(columns))


def metric_of(table: Table) -> str | None:
    """The column that names the metric of each row of a long table."""
    if table.kind is not TableKind.KPI_LONG:
        return None
    return next((one.name for one in table.columns if one.field == "metric"), None)


def with_metrics_renamed(table: Table, renamed: Mapping[str, str]) -> Table:
    """The table with metrics in its rows called by their old names."""
    metric = metric_of(table)
    if metric is None or not renamed:
        return table
    said = table.frame[metric].str.strip()
    known = said.isin(list(renamed))
    if not known.any():
        return table
    names = table.frame[metric].mask(known, said.map(dict(renamed)))
    return replace(table, frame=table.frame.assign(**{metric: names.astype("str")}))


def _by_rename(
    renamed: Mapping[str, str],
) -> Callable[[Column, list[Column]], Column | None]:
    def find(old: Column, free: list[Column]) -> Column | None:
        return next((one for one in free if renamed.get(one.name) == old.name), None)

    return find


def _by_name(old: Column, free: list[Column]) -> Column | None:
    return next((one for one in free if one.name == old.name), None)


def _by_plain_name(old: Column, free: list[Column]) -> Column | None:
    """The only free column whose name differs in case, spaces or ornament alone."""
    same = [one for one in free if plain(one.name) == plain(old.name)]
    return same[0] if len(same) == 1 else None


def _by_field(old: Column, free: list[Column]) -> Column | None:
    """The only free column of a field that one column of a table holds."""
    if old.field in FREE:
        return None
    same = [one for one in free if one.field == old.field]
    return same[0] if len(same) == 1 else None


def stacked(old: "pd.Series[Any]", new: "pd.Series[Any]") -> "pd.Series[Any]":
    """Both columns, one below the other, without their rows."""
    return pd.concat([old, new], ignore_index=True)
