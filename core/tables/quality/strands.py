"""A table of figures as strands: the numbers of one column that form one series over time.

A strand is one column (kpi_wide) or one metric (kpi_long) within one combination of dimensions.
Tables of records have no series; each of their number columns is one strand in row order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from core.errors import Place
from core.language import Text, text
from core.periods import Frequency, Grain, infer_grain
from core.tables.model import Column, ColumnType, Table, TableKind

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
SERIES = (TableKind.KPI_WIDE, TableKind.KPI_LONG)
FIGURES = ("measure", "value")
MOSTLY_ONCE = 0.3  # share of repeated keys above which several rows for a period are the rule


@dataclass(frozen=True)
class Timeline:
    """The period of each row: ordinals of that frequency, and whether the row names one."""

    column: Column
    frequency: Frequency
    ordinals: np.ndarray
    known: np.ndarray

    @property
    def grain(self) -> Grain:
        """How long its periods are."""
        return self.frequency.grain

    def period(self, ordinal: int) -> pd.Period:
        """The period with that ordinal."""
        return pd.Period(ordinal=int(ordinal), freq=self.frequency.freq)


@dataclass(frozen=True)
class Keys:
    """The strand of each row: a code, and the words that name it."""

    codes: np.ndarray
    names: Sequence[str]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Strands:
    """The known numbers of one column, sorted by strand and then by time."""

    column: Column
    values: np.ndarray
    strand: np.ndarray
    ordinals: np.ndarray
    positions: np.ndarray  # in the table's frame
    names: Sequence[str]
    timed: bool = True

    def pieces(self) -> Iterator[tuple[int, np.ndarray]]:
        """Each strand's code and the indices of its values."""
        starts = np.flatnonzero(np.diff(self.strand, prepend=-1))
        for piece in np.split(np.arange(len(self.values)), starts[1:]):
            if len(piece):
                yield int(self.strand[piece[0]]), piece

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """The index of each strand's first value, and of its last."""
        first = np.flatnonzero(np.diff(self.strand, prepend=-1))
        return first, np.append(first[1:], len(self.strand))[: len(first)] - 1

    def sizes(self) -> np.ndarray:
        """Per value: how many its strand has."""
        found: np.ndarray = np.bincount(self.strand, minlength=1)[self.strand]
        return found


def timeline(table: Table) -> Timeline | None:
    """The period column of a table, or None."""
    for at, column in enumerate(table.columns):
        values = table.frame.iloc[:, at]
        if column.field == "period" and pd.api.types.is_datetime64_any_dtype(values):
            known = values.notna().to_numpy()
            if not known.any():
                return None
            grain = column.grain or infer_grain(values[known].dt.date.unique())
            days = values.dt.tz_localize(None) if values.dt.tz is not None else values
            frequency = Frequency(grain, column.year_starts or 1)
            periods = pd.PeriodIndex(days, freq=frequency.freq)
            return Timeline(column, frequency, periods.asi8.copy(), known)
    return None


def keys(table: Table) -> Keys:
    """What tells rows of one period apart: dimensions, and the metric of a long table."""
    fields = ("metric", "dimension") if table.kind is TableKind.KPI_LONG else ("dimension",)
    at = [i for field in fields for i, one in enumerate(table.columns) if one.field == field]
    codes, words = np.zeros(len(table.frame), np.int64), pd.Series([""])
    for i in at:
        code, values = pd.factorize(table.frame.iloc[:, i].astype("string").fillna(""))
        both, pairs = pd.factorize(codes * len(values) + code)
        said = pd.Series(np.asarray(values, dtype=object)[pairs % len(values)])
        before = words.iloc[pairs // len(values)].reset_index(drop=True)
        words = (before + " · " + said).str.strip(" ·")
        codes = both
    return Keys(codes, words.tolist(), tuple(table.columns[i].name for i in at))


def strands_of(table: Table, time: Timeline | None, named: Keys) -> list[Strands]:
    """The strands of each column of figures."""
    timed = table.kind in SERIES and time is not None and repeats(time, named) <= MOSTLY_ONCE
    found = []
    for at, column in enumerate(table.columns):
        if column.type in NUMBERS and column.field in (*FIGURES, "amount", "revenue", "score"):
            found.append(_strands(table, at, time if timed else None, named))
    return found


def repeats(time: Timeline, named: Keys) -> float:
    """Share of rows whose period and key stood before."""
    known = pd.DataFrame({"key": named.codes, "period": time.ordinals})[time.known]
    return float(known.duplicated().mean()) if len(known) else 0.0


def _strands(table: Table, at: int, time: Timeline | None, named: Keys) -> Strands:
    column, values = table.columns[at], table.frame.iloc[:, at].to_numpy(float)
    use = ~np.isnan(values)
    if time is None:
        picked, names = np.flatnonzero(use), ("",)
        nothing = np.zeros(len(picked), np.int64)
        return Strands(column, values[picked], nothing, picked, picked, names, timed=False)
    picked = np.flatnonzero(use & time.known)
    picked = picked[np.lexsort((time.ordinals[picked], named.codes[picked]))]
    return Strands(
        column, values[picked], named.codes[picked], time.ordinals[picked], picked, named.names
    )


def cells(table: Table, column: Column) -> "pd.Series[Any]":
    """The cells of a column, found by its place: names may stand twice."""
    found: pd.Series[Any] = table.frame.iloc[:, table.columns.index(column)]
    return found


def place(table: Table, position: int, column: Column | None = None) -> Place:
    """Where a row, or its cell in a column, lies in the file."""
    row, source, sheet = int(table.frame.index[position]), table.source, table.sheet
    name, letter = (column.name, column.letter) if column else ("", "")
    if table.origin is not None:
        lies = table.origin.iloc[position]
        row, source, sheet = int(lies["row"]), str(lies["source"]), str(lies["sheet"])
        if column is not None and column.field == "value":
            letter = letter or str(lies["letter"])
    return Place(source, sheet, row, name, f"{letter}{row}" if letter else "")


@dataclass(frozen=True)
class View:
    """A table laid out for looking at its quality."""

    table: Table
    time: Timeline | None
    keys: Keys
    strands: tuple[Strands, ...]

    @property
    def is_series(self) -> bool:
        """Whether its figures are series over time."""
        return any(one.timed for one in self.strands)

    def where(self, strands: Strands, index: int) -> Place:
        """The cell of a strand's value."""
        return place(self.table, int(strands.positions[index]), strands.column)

    def when(self, strands: Strands, index: int) -> pd.Period | Text:
        """The period of a strand's value; of records the row."""
        if strands.timed and self.time is not None:
            return self.time.period(strands.ordinals[index])
        return text("row {row}", row=str(self.table.frame.index[strands.positions[index]]))

    def name(self, strands: Strands, code: int) -> str:
        """What a person calls the strand."""
        own = strands.names[code]
        if strands.column.field == "value" and own:
            return own
        return f"{strands.column.name} · {own}" if own else strands.column.name


def view_of(table: Table) -> View:
    """The table, laid out."""
    time, named = timeline(table), keys(table)
    return View(table, time, named, tuple(strands_of(table, time, named)))
