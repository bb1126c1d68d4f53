"""Months across the columns turned into period, metric, value.

Each row is one series, so marks and units are decided row by row. Under each period there may be
an actual and a target: the first gives the value, the second the target; any other words beside a
period name a series of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text, text
from core.tables.across import PeriodHeader
from core.tables.cells import cells_of
from core.tables.columns import CORRECT_FORMULA, formula_error
from core.tables.context import Context
from core.tables.figures import number_column, written_numbers
from core.tables.finish import as_of, unit_in_name
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind
from core.tables.typed import Typed
from core.tables.words import (
    ACTUAL_NAMES,
    METRIC_NAMES,
    NUMBERING,
    TARGET_NAMES,
    UNIT_NAMES,
    plain,
)  # fmt: skip

PLAIN_NUMBER = r"[\d.,]*"


@dataclass(frozen=True)
class Labels:
    """The columns that name the rows, with the one that names the metric."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    metric: str
    notices: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Series:
    """One series of a row: its numbers over `positions`, and the words beside its periods."""

    row: int  # place in the frame
    sub: str
    positions: tuple[int, ...]
    typed: Typed


def unpivoted(raw: RawTable, header: PeriodHeader, context: Context) -> Table:
    """The table with one row per label and period."""
    if header.question is not None:
        columns = tuple(Column(name, "", ColumnType.TEXT) for name in raw.frame.columns)
        return _table(raw, TableKind.OTHER, raw.frame, columns, context, (header.question,))
    labels = _labels(raw, header)
    series = [one for row in range(len(raw.frame)) for one in _of_row(raw, header, row, context)]
    frame = _long(raw, header, labels, series)
    issues = tuple(issue for one in series for issue in one.typed.issues)
    columns = (*labels.columns, *_added(frame, header, labels, issues))
    questions = {(q.id, q.column): q for one in series for q in one.typed.questions}
    notices = (*header.notices, *_totals_told(raw, header), *labels.notices)
    notices = (*notices, *(notice for one in series for notice in one.typed.notices))
    frame = frame[[one.name for one in columns]]
    found = _table(raw, TableKind.KPI_LONG, frame, columns, context, tuple(questions.values()))
    return replace(found, notices=tuple(dict.fromkeys((*found.notices, *notices))))


def _table(
    raw: RawTable, kind: TableKind, frame: pd.DataFrame, columns: tuple[Column, ...],
    context: Context, questions: tuple[object, ...],
) -> Table:  # fmt: skip
    return Table(
        kind=kind,
        source=raw.source,
        sheet=raw.sheet,
        frame=frame,
        columns=columns,
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        questions=questions,  # type: ignore[arg-type]
        notices=raw.notices,
        as_of=as_of(raw, context),
    )


def _totals_told(raw: RawTable, header: PeriodHeader) -> tuple[Text, ...]:
    if not header.totals:
        return ()
    names = ", ".join(raw.frame.columns[i] for i in header.totals)
    return (text("Columns of totals were left out: {list}.", list=names),)


def _labels(raw: RawTable, header: PeriodHeader) -> Labels:
    """The columns beside the periods, filled down where cells were merged."""
    skip = {*header.starts, *header.totals, header.row_years}
    names = [name for i, name in enumerate(raw.frame.columns) if i not in skip]
    frame = raw.frame[names].copy()
    wordy = [
        name
        for name in names
        if not NUMBERING.match(plain(name)) and not frame[name].str.fullmatch(PLAIN_NUMBER).all()
    ]
    notices = []
    for name in wordy[:-1]:
        blank = frame[name].eq("")
        if blank.any() and not blank.iloc[0]:
            frame[name] = frame[name].mask(blank).ffill()
            notices.append(
                text("Empty cells of “{name}” were filled with the value above them.", name=name)
            )
    metric = _metric_name(frame, wordy)
    columns = tuple(
        Column(name, "metric" if name == metric else _label_field(name, wordy), ColumnType.TEXT)
        for name in names
    )
    if metric is None:
        frame["metric"] = raw.sheet or raw.words.split("|")[0].strip() or "value"
        columns = (*columns, Column("metric", "metric", ColumnType.TEXT))
    elif frame.duplicated().any() and any(raw.sections.values()):
        heading = pd.Series(raw.sections, dtype="str").reindex(frame.index).fillna("")
        frame[metric] = (heading + " " + frame[metric]).str.strip()
    return Labels(frame, columns, metric or "metric", tuple(notices))


def _metric_name(frame: pd.DataFrame, wordy: Sequence[str]) -> str | None:
    """The column that names the metric: by its name, else the one telling most rows apart."""
    named = next((name for name in wordy if METRIC_NAMES.search(plain(name))), None)
    free = [name for name in wordy if _label_field(name, wordy) == "dimension"]
    return named or max(free, key=lambda name: frame[name].nunique(), default=None)


def _label_field(name: str, wordy: Sequence[str]) -> str:
    said = plain(name)
    if UNIT_NAMES.match(said):
        return "unit"
    return "dimension" if name in wordy else ""


def _of_row(raw: RawTable, header: PeriodHeader, row: int, context: Context) -> list[Series]:
    """The series of one row: one, or one for each word that stands beside the periods."""
    subs = dict.fromkeys(header.subs.get(i, "") for i in header.starts)
    found = []
    for sub in subs:
        positions = tuple(i for i in header.starts if header.subs.get(i, "") == sub)
        found.append(Series(row, sub, positions, _numbers(raw, row, positions, context)))
    return found


def _numbers(raw: RawTable, row: int, positions: Sequence[int], context: Context) -> Typed:
    """A row's cells as numbers; what cannot be one is an issue with its own cell address."""
    words = raw.frame.iloc[row, list(positions)].reset_index(drop=True)
    kinds = raw.kinds.iloc[row, list(positions)].reset_index(drop=True)
    cells = cells_of(words, kinds)
    label = next((cell for cell in raw.frame.iloc[row] if cell and not cell.isdecimal()), "")
    blank = Typed(label, "", words, ColumnType.TEXT)
    typed = number_column(cells, written_numbers(cells), blank, context)
    if typed.questions:
        return replace(typed, values=pd.Series(np.nan, index=words.index))
    issues = [*typed.issues, *_errors(words, kinds, context)]
    placed = tuple(_placed(one, raw, row, positions) for one in issues)
    named = unit_in_name(replace(typed, name=" ".join(_beside(raw, row, positions))))
    return replace(named, issues=placed)


def _beside(raw: RawTable, row: int, positions: Sequence[int]) -> list[str]:
    """The words of a row before its periods: its name and perhaps its unit."""
    return [cell for cell in raw.frame.iloc[row, : positions[0]] if cell and not cell.isdecimal()]


def _errors(words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context) -> list[Issue]:
    return [
        Issue(
            formula_error(words[i]),
            CORRECT_FORMULA,
            Place(context.source, context.sheet, i),
        )
        for i in np.flatnonzero(kinds == "error").tolist()
    ]


def _placed(issue: Issue, raw: RawTable, row: int, positions: Sequence[int]) -> Issue:
    """An issue whose place was its order in the row, at its cell of the sheet."""
    position = positions[issue.place.row or 0]
    number = int(raw.frame.index[row])
    column, cell = raw.frame.columns[position], f"{raw.letters[position]}{number}"
    return replace(issue, place=replace(issue.place, row=number, column=column, cell=cell))


def _long(
    raw: RawTable, header: PeriodHeader, labels: Labels, series: Sequence[Series]
) -> pd.DataFrame:
    """One row per series and period; targets stand beside the actual values of their row."""
    actual = {one.row for one in series if _is_actual(one)}
    pieces = []
    for one in series:
        if _is_target(one) and one.row in actual:
            continue
        target = next((t for t in series if t.row == one.row and _is_target(t)), None)
        pieces.append(_piece(raw, header, labels, one, target if _is_actual(one) else None))
    return pd.concat(pieces)


def _is_target(one: Series) -> bool:
    return bool(TARGET_NAMES.search(plain(one.sub)))


def _is_actual(one: Series) -> bool:
    return not one.sub or bool(ACTUAL_NAMES.search(plain(one.sub)))


def _piece(
    raw: RawTable, header: PeriodHeader, labels: Labels, one: Series, target: Series | None
) -> pd.DataFrame:
    told = labels.frame.iloc[one.row]
    starts = _starts(raw, header, one)
    index = pd.Index([labels.frame.index[one.row]] * len(starts), name="row")
    piece = pd.DataFrame({name: told[name] for name in labels.frame.columns}, index=index)
    if not _is_actual(one):
        piece[labels.metric] = f"{told[labels.metric]} {one.sub}"
    piece["period"] = starts
    piece["value"] = one.typed.values.to_numpy(float)
    piece["unit"] = one.typed.unit if "unit" not in labels.frame else piece["unit"]
    if target is not None:
        values = pd.Series(target.typed.values.to_numpy(float), _starts(raw, header, target))
        piece["target"] = values.reindex(starts).to_numpy()
    return piece


def _starts(raw: RawTable, header: PeriodHeader, one: Series) -> pd.DatetimeIndex:
    starts = [header.starts[i] for i in one.positions]
    if header.row_years is not None:
        written = str(raw.frame.iloc[one.row, header.row_years])
        digits = "".join(letter for letter in written if letter.isdecimal())
        starts = [start.replace(year=int(digits)) for start in starts if start]
    return pd.DatetimeIndex(pd.Series(starts, dtype=object).astype("datetime64[s]"))


def _added(
    frame: pd.DataFrame, header: PeriodHeader, labels: Labels, issues: tuple[Issue, ...]
) -> tuple[Column, ...]:
    """The columns unpivoting makes; a unit and a target only where some row has one."""
    values = frame["value"].dropna()
    type = ColumnType.INTEGER if (values == values.round()).all() else ColumnType.NUMBER
    added = [
        Column("period", "period", ColumnType.DATE, grain=header.grain),
        Column("value", "value", type, issues=issues),
    ]
    if "unit" not in labels.frame and frame["unit"].ne("").any():
        added.append(Column("unit", "unit", ColumnType.TEXT))
    if "target" in frame and "target" not in labels.frame:
        added.append(Column("target", "target", ColumnType.NUMBER))
    return tuple(added)
