"""Months across the columns turned into period, metric, value.

Each row is one series, so marks and units are decided row by row. Under each period there may be
an actual and a target: the first gives the value, the second the target; any other words beside a
period name a series of their own.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text, text
from core.tables.across.given import AsNumbers, Long, table_as_given
from core.tables.across.header import PeriodHeader
from core.tables.across.labels import labels_of
from core.tables.across.long import added_columns, in_years, only_text
from core.tables.across.naming import name_of
from core.tables.across.nested import Nested, nested_in
from core.tables.across.reasons import TWICE
from core.tables.across.series import Series, without_sums
from core.tables.columns.cells import cells_of
from core.tables.columns.column import CORRECT_FORMULA, formula_error
from core.tables.columns.figures import number_column, written_numbers
from core.tables.columns.finish import unit_in_name
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.model import ColumnType, RawTable, Table
from core.tables.places import LETTER, TARGET_LETTER
from core.tables.totals import reconciled


def unpivoted(raw: RawTable, header: PeriodHeader, context: Context) -> Table:
    """The table with one row per label and period."""
    if header.question is not None:
        return replace(only_text(raw, context), questions=(header.question,))
    if _stands_twice(header):
        return only_text(raw, context, TWICE)
    every = [one for row in range(len(raw.frame)) for one in _of_row(raw, header, row, context)]
    series = without_sums(every)
    kept = replace(header, starts={i: header.starts[i] for one in series for i in one.positions})
    nested = nested_in(labels_of(raw, header, context), kept, name_of(raw, "", context))
    labels = nested.labels
    frame = _long(raw, header, nested, series)
    issues = tuple(issue for one in series for issue in one.typed.issues)
    added = added_columns(frame, header.grain, issues, tuple(map(str, labels.frame)))
    summed = {i for one in every for i in one.positions} - set(kept.starts)
    left_out = _totals_told(raw, sorted({*header.totals, *summed}))
    told = (*header.notices, *left_out, *labels.notices, *nested.notices)
    checks = reconciled(raw, _adding(raw, series), header.totals)
    long = Long(frame, in_years(header.year_starts, (*labels.columns, *added)), told)
    numbers = AsNumbers(tuple(one.typed for one in series), checks)
    return table_as_given(raw, long, numbers, header.starts, context)


def _adding(raw: RawTable, series: Sequence[Series]) -> pd.DataFrame:
    """The cells that add up, by their place in the sheet; rates do not."""
    positions = sorted({i for one in series for i in one.positions})
    cells = np.full((len(raw.frame), len(positions)), np.nan)
    for one in series:
        if one.typed.unit != "percent" and not one.sub:
            cells[one.row, [positions.index(i) for i in one.positions]] = one.typed.values
    return pd.DataFrame(cells, columns=positions)


def _stands_twice(header: PeriodHeader) -> bool:
    """Whether two columns say the same of the same period."""
    said = [(start, header.subs.get(i, "")) for i, start in header.starts.items() if start]
    return any(header.subs.values()) and len(set(said)) < len(said)


def _totals_told(raw: RawTable, totals: Sequence[int]) -> tuple[Text, ...]:
    if not totals:
        return ()
    names = ", ".join(raw.frame.columns[i] for i in totals)
    return (text("Columns of totals were left out: {list}.", list=names),)


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
    raw: RawTable, header: PeriodHeader, nested: Nested, series: Sequence[Series]
) -> pd.DataFrame:
    """One row per series and period; targets stand beside the actual values of their row."""
    said = {(one.row, nested.words[one.sub]): one for one in series}
    pieces = []
    for (row, words), one in said.items():
        if words.goal:
            continue
        piece = _piece(raw, header, nested, one)
        target = said.get((row, replace(words, goal=True)))
        pieces.append(piece if target is None else _with_target(piece, raw, header, target))
    return pd.concat(pieces)


def _piece(raw: RawTable, header: PeriodHeader, nested: Nested, one: Series) -> pd.DataFrame:
    labels = nested.labels
    told = labels.frame.iloc[one.row]
    starts = _starts(raw, header, one)
    index = pd.Index([labels.frame.index[one.row]] * len(starts), name="row")
    cells = {name: told[name] for name in labels.frame.columns}
    piece = pd.DataFrame(cells | nested.named(told[labels.metric], one.sub), index=index)
    piece["period"] = starts
    piece["value"] = one.typed.values.to_numpy(float)
    piece[LETTER] = [raw.letters[i] for i in one.positions]
    piece["unit"] = one.typed.unit if "unit" not in labels.frame else piece["unit"]
    return piece


def _with_target(
    piece: pd.DataFrame, raw: RawTable, header: PeriodHeader, target: Series
) -> pd.DataFrame:
    days, starts = _starts(raw, header, target), piece["period"]
    values = pd.Series(target.typed.values.to_numpy(float), days).reindex(starts)
    letters = pd.Series([raw.letters[i] for i in target.positions], days).reindex(starts)
    added = {"target": values.to_numpy(), TARGET_LETTER: letters.to_numpy()}
    return piece.assign(**added)


def _starts(raw: RawTable, header: PeriodHeader, one: Series) -> pd.DatetimeIndex:
    starts = [header.starts[i] for i in one.positions]
    if header.row_years is not None:
        written = str(raw.frame.iloc[one.row, header.row_years])
        digits = "".join(letter for letter in written if letter.isdecimal())
        starts = [header.parts[i].start(int(digits)) for i in one.positions]
    return pd.DatetimeIndex(pd.Series(starts, dtype=object).astype("datetime64[s]"))
