"""Values as codes: equal code, equal value; UNKNOWN where there is none.

Numbers are equal within 1e-12 of their size, text without the space round it, periods when they
are the same period, whatever day of it the file writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.periods import Grain, infer_grain
from core.tables.model import Column, ColumnType
from core.tables.updates.pairing import Pair, stacked

UNKNOWN = -1
CLOSE = 1e-12
Codes = npt.NDArray[np.int64]
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)


@dataclass(frozen=True)
class Coded:
    """The codes of one column in both tables."""

    old: Codes
    new: Codes

    @property
    def both(self) -> Codes:
        """The codes of the old rows, then of the new ones."""
        return np.concatenate([self.old, self.new])


@dataclass(frozen=True)
class Rows:
    """The codes of each paired column of two tables, by their old names; at least one."""

    columns: dict[str, Coded]

    @cached_property
    def whole(self) -> Coded:
        """Codes of whole rows."""
        return self.joined(list(self.columns))

    def joined(self, names: Sequence[str]) -> Coded:
        """Codes of several columns as one."""
        joint = combined([self.columns[name].both for name in names])
        size = len(self.columns[names[0]].old)
        return Coded(joint[:size], joint[size:])


def rows_of(pair: Pair) -> Rows:
    """The paired columns as codes."""
    return Rows({old.name: coded(pair, old, new) for old, new in pair.columns})


def coded(pair: Pair, old: Column, new: Column) -> Coded:
    """One pair of columns as codes that mean the same on both sides."""
    mine, its = pair.before.frame[old.name], pair.after.frame[new.name]
    types = {old.type, new.type} - {ColumnType.EMPTY}
    blank = np.concatenate([_blank(mine, old), _blank(its, new)])
    if types <= set(NUMBERS):
        found = _numbers(stacked(_filled(mine, old, np.nan), _filled(its, new, np.nan)))
    elif types <= set(TIMES):
        grain = common_grain(pair, old, new)
        found = _times(stacked(_filled(mine, old, pd.NaT), _filled(its, new, pd.NaT)), grain)
    else:
        found = _words(stacked(mine, its))
    found[blank] = UNKNOWN
    return Coded(found[: len(mine)], found[len(mine) :])


def combined(columns: list[Codes]) -> Codes:
    """Several codes as one: equal only where all are."""
    found = np.zeros(len(columns[0]), np.int64)
    for codes in columns:
        joint = found * (int(codes.max(initial=0)) + 2) + (codes + 1)
        found = pd.factorize(joint)[0].astype(np.int64)
    return found


def common_grain(pair: Pair, old: Column, new: Column) -> Grain | None:
    """The grain at which two columns of dates compare; None where they must compare as they are.

    Days that stand one in each longer period, such as month ends, compare as those periods.
    """
    if ColumnType.EMPTY in (old.type, new.type) or old.field != "period":
        return None
    grains = {old.grain, new.grain}
    if Grain.DAY in grains:
        return _usual_grain(pair.before.frame[old.name], pair.after.frame[new.name], grains)
    return None


def _usual_grain(
    mine: "pd.Series[Any]", its: "pd.Series[Any]", grains: set[Grain | None]
) -> Grain | None:
    days = [pd.DatetimeIndex(one.dropna().unique()) for one in (mine, its)]
    longer = [grain for grain in grains if grain not in (Grain.DAY, None)]
    grain = longer[0] if longer else infer_grain(day.date() for one in days for day in one)
    if grain is None or grain is Grain.DAY:
        return None
    alone = all(one.to_period(grain.freq).is_unique for one in days)
    return grain if alone else None


def _filled(values: "pd.Series[Any]", column: Column, blank: object) -> "pd.Series[Any]":
    """An empty column with the blank of the type it is compared as."""
    if column.type is not ColumnType.EMPTY:
        return values
    return pd.Series(blank, values.index)


def _blank(values: "pd.Series[Any]", column: Column) -> npt.NDArray[np.bool_]:
    if column.type is ColumnType.EMPTY:
        return np.ones(len(values), bool)
    blank = values.isna().to_numpy(bool)
    if pd.api.types.is_string_dtype(values.dtype):
        return blank | values.str.strip().eq("").fillna(True).to_numpy(bool)
    return blank


def _numbers(values: "pd.Series[Any]") -> Codes:
    """Neighbours in size that differ by less than rounding does have one code."""
    known = values.to_numpy(float)
    order = np.argsort(known, kind="stable")
    ranked = known[order]
    with np.errstate(invalid="ignore"):
        steps = np.diff(ranked) > CLOSE * np.abs(ranked[1:])
    found = np.empty(len(known), np.int64)
    found[order] = np.concatenate([[0], np.cumsum(steps)]) if len(known) else []
    return found


def _times(values: "pd.Series[Any]", grain: Grain | None) -> Codes:
    moments = pd.to_datetime(values)
    if grain is not None:
        moments = moments.dt.to_period(grain.freq).dt.start_time
    return pd.factorize(moments)[0].astype(np.int64)


def _words(values: "pd.Series[Any]") -> Codes:
    if pd.api.types.is_string_dtype(values.dtype):
        values = values.str.strip()
    return pd.factorize(values.astype("object"))[0].astype(np.int64)
