"""A crossing of two halves of a date turned into period, metric, value.

All cells of a series are decided together, so that 1.250 beside 980,5 is read right. A title, a
heading between the rows, labels, or words beside the years tell the series apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.cells import cells_of
from core.tables.columns import read_column
from core.tables.context import Context
from core.tables.crossing import Crossing, label_columns
from core.tables.finish import unit_in_name
from core.tables.long import added_columns, long_table
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind
from core.tables.naming import name_of
from core.tables.totals import totals_told
from core.tables.typed import Typed, cell_issues
from core.tables.words import ACTUAL_NAMES, METRIC_NAMES, TARGET_NAMES, plain

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.EMPTY)


@dataclass(frozen=True)
class Series:
    """The cells of one series in the order of time: (row, column, first day)."""

    labels: tuple[str, ...]
    heading: str
    sub: str
    cells: tuple[tuple[int, int, date], ...]

    @property
    def is_target(self) -> bool:
        """Whether the header calls it a target."""
        return bool(TARGET_NAMES.search(plain(self.sub)))

    @property
    def is_actual(self) -> bool:
        """Whether its header says nothing more, or calls it the actual value."""
        return not self.sub or bool(ACTUAL_NAMES.search(plain(self.sub)))


def crosstab(raw: RawTable, crossing: Crossing, context: Context) -> Table:
    """The table with one row per series and period."""
    labels = label_columns(raw, crossing)
    names = [raw.frame.columns[i] for i in labels]
    series = _series(raw, crossing, _filled_down(raw.frame[names]))
    if any(len({day for *_, day in one.cells}) < len(one.cells) for one in series):
        return _refused(raw, context)
    metric = next((name for name in names if METRIC_NAMES.search(plain(name))), "metric")
    title = name_of(raw, raw.frame.columns[crossing.label], context)
    called = [_called(one, title, names, metric) for one in series]
    read = [
        (one, _numbers(raw, one, name, context)) for one, name in zip(series, called, strict=True)
    ]
    frame = _long(raw, read, names, metric)
    columns = _columns(frame, crossing, read, metric)
    questions = {(q.id, q.column): q for _, typed in read for q in typed.questions}
    own = (notice for _, typed in read for notice in typed.notices)
    told = [*_told(raw, crossing, title), *own, *_totals_off(raw, crossing, read)]
    found = long_table(raw, frame[[one.name for one in columns]], columns, context)
    return replace(
        found,
        questions=tuple(questions.values()),
        notices=tuple(dict.fromkeys((*found.notices, *told))),
    )


def _columns(
    frame: pd.DataFrame, crossing: Crossing, read: Sequence[tuple[Series, Typed]], metric: str
) -> tuple[Column, ...]:
    labels = list(frame.columns[: list(frame.columns).index("period")])
    issues = tuple(issue for _, typed in read for issue in typed.issues)
    named = (
        Column(name, "metric" if name == metric else "dimension", ColumnType.TEXT)
        for name in labels
    )
    return (*named, *added_columns(frame, crossing.grain, issues))


def _filled_down(labels: pd.DataFrame) -> pd.DataFrame:
    """Labels written once over their rows, as merged cells are, on each of them."""
    return labels.where(labels != "").ffill().fillna("")


def _series(raw: RawTable, crossing: Crossing, filled: pd.DataFrame) -> list[Series]:
    headings = [raw.sections.get(int(row), "") for row in raw.frame.index]
    found: dict[tuple[tuple[str, ...], str, str], list[tuple[int, int, date]]] = {}
    for row in crossing.rows:
        labels = tuple(filled.iloc[row])
        for column in crossing.columns:
            key = labels, headings[row], crossing.subs.get(column, "")
            day = crossing.day(row, column)
            if day is not None:
                found.setdefault(key, []).append((row, column, day))
    return [
        Series(*key, tuple(sorted(cells, key=lambda cell: cell[2]))) for key, cells in found.items()
    ]


def _called(one: Series, title: str, names: Sequence[str], metric: str) -> str:
    """The metric's name: its label or heading or title, and the words beside its periods."""
    base = one.labels[list(names).index(metric)] if metric in names else one.heading or title
    if one.is_actual or one.is_target:
        return base
    return one.sub if base == title else f"{base} {one.sub}"


def _numbers(raw: RawTable, one: Series, name: str, context: Context) -> Typed:
    """The cells of a series as numbers; issues stand at their own cells."""
    words = pd.Series([raw.frame.iat[row, column] for row, column, _ in one.cells], dtype="str")
    kinds = pd.Series([raw.kinds.iat[row, column] for row, column, _ in one.cells])
    typed = read_column(name, "", words, kinds, context)
    if typed.type not in NUMBERS:
        lost = _not_numbers(words, kinds, typed, context)
        typed = replace(typed, values=pd.Series(np.nan, words.index), issues=lost)
    elif typed.type is ColumnType.EMPTY:
        typed = replace(typed, values=pd.Series(np.nan, words.index))
    return replace(unit_in_name(typed), issues=tuple(_placed(i, raw, one) for i in typed.issues))


def _not_numbers(
    words: "pd.Series[str]", kinds: "pd.Series[str]", typed: Typed, context: Context
) -> tuple[Issue, ...]:
    if typed.questions:
        return ()
    cells = cells_of(words, kinds)
    remedy = text("Write a plain number in the same unit, or leave the cell empty.")
    return cell_issues(cells, cells.known, typed, context, (_no_number, remedy))


def _no_number(words: str) -> Text:
    return text("“{cell}” is not a number.", cell=words)


def _placed(issue: Issue, raw: RawTable, one: Series) -> Issue:
    row, column, _ = one.cells[issue.place.row or 0]
    number = int(raw.frame.index[row])
    cell = f"{raw.letters[column]}{number}"
    place = replace(issue.place, row=number, column=raw.frame.columns[column], cell=cell)
    return replace(issue, place=place)


def _long(
    raw: RawTable, read: Sequence[tuple[Series, Typed]], names: Sequence[str], metric: str
) -> pd.DataFrame:
    """One row per series and period; targets stand beside the actual values of their series."""
    targets = {(one.labels, one.heading): (one, typed) for one, typed in read if one.is_target}
    with_actual = {(one.labels, one.heading) for one, _ in read if one.is_actual}
    pieces = []
    for one, typed in read:
        key = one.labels, one.heading
        if one.is_target and key in with_actual:
            continue
        index = pd.Index([raw.frame.index[row] for row, *_ in one.cells], name="row")
        days = pd.Series([day for *_, day in one.cells], dtype=object).astype("datetime64[s]")
        piece = pd.DataFrame(dict(zip(names, one.labels, strict=True)), index=index)
        piece[metric] = typed.name
        piece["period"] = days.to_numpy()
        piece["value"] = typed.values.to_numpy(float)
        piece["unit"] = typed.unit
        if one.is_actual and key in targets:
            its, values = targets[key]
            by_day = pd.Series(values.values.to_numpy(float), [day for *_, day in its.cells])
            piece["target"] = by_day.reindex([day for *_, day in one.cells]).to_numpy()
        pieces.append(piece)
    return pd.concat(pieces)


def _told(raw: RawTable, crossing: Crossing, title: str) -> tuple[Text, ...]:
    """How the table was crossed, and which rows and columns stand outside."""
    names = raw.frame.columns
    told = [
        text(
            "Rows and columns together name the periods; they became one series over time, "
            "called “{name}” where nothing else names it.",
            name=title,
        )
    ]
    columns = [
        names[i] for i in range(min(crossing.columns), len(names)) if i not in crossing.columns
    ]
    if columns:
        told.append(
            text("Columns beside the periods were left out: {list}.", list=", ".join(columns))
        )
    rows = [str(raw.frame.index[i]) for i in range(len(raw.frame)) if i not in crossing.rows]
    if rows:
        told.append(
            text("Rows that name no period were left out: row {rows}.", rows=", ".join(rows[:8]))
        )
    if any(one.fiscal for one in (*crossing.columns.values(), *crossing.rows.values())):
        label = names[crossing.label]
        told.append(text("Fiscal periods in “{name}” are read as calendar periods.", name=label))
    return tuple(told)


def _totals_off(
    raw: RawTable, crossing: Crossing, read: Sequence[tuple[Series, Typed]]
) -> tuple[Text, ...]:
    cells = pd.DataFrame(np.nan, range(len(raw.frame)), sorted(crossing.columns))
    for one, typed in read:
        if typed.unit == "percent":
            continue
        for (row, column, _), value in zip(one.cells, typed.values, strict=True):
            cells.loc[row, column] = value
    beside = [
        i for i in range(min(crossing.columns), raw.frame.shape[1]) if i not in crossing.columns
    ]
    return totals_told(raw, cells, beside)


def _refused(raw: RawTable, context: Context) -> Table:
    """A table whose periods stand twice: read as text, with the reason."""
    columns = tuple(Column(name, "", ColumnType.TEXT) for name in raw.frame.columns)
    found = replace(long_table(raw, raw.frame, columns, context), kind=TableKind.OTHER)
    why = text(
        "The same period stands twice and nothing tells the two apart; write a title above each "
        "table, or its name beside each row."
    )
    return replace(found, notices=(*found.notices, why))
