"""A crossing of two halves of a date turned into period, metric, value.

All cells of a series are decided together, so that 1.250 beside 980,5 is read right. A title, a
heading between the rows, labels, or words beside the years tell the series apart.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.language import Text, text
from core.tables.across.crossed import Series, numbers_of, series_of
from core.tables.across.crossing import Crossing
from core.tables.across.given import AsNumbers, Long, table_as_given
from core.tables.across.long import added_columns, in_years, only_text
from core.tables.across.naming import name_of
from core.tables.across.reasons import TWICE
from core.tables.across.row_labels import label_columns
from core.tables.columns.financial_years import financial_told
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.fields import answered_field
from core.tables.model import Column, ColumnType, RawTable, Table, TotalCheck
from core.tables.places import LETTER, TARGET_LETTER
from core.tables.totals import reconciled
from core.tables.words import METRIC_NAMES, plain

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.EMPTY)


def crosstab(raw: RawTable, crossing: Crossing, context: Context) -> Table:
    """The table with one row per series and period."""
    labels = label_columns(raw, crossing, context)
    names = [raw.frame.columns[i] for i in labels]
    series = series_of(raw, crossing, _filled_down(raw.frame[names]))
    if any(len({day for *_, day in one.cells}) < len(one.cells) for one in series):
        return only_text(raw, context, TWICE)
    metric = _metric_name(names, context)
    title = name_of(raw, raw.frame.columns[crossing.label], context)
    called = [_called(one, title, names, metric) for one in series]
    read = [
        (one, numbers_of(raw, one, name, context)) for one, name in zip(series, called, strict=True)
    ]
    frame = _long(raw, read, names, metric)
    columns = _columns(frame, crossing, read, metric)
    long = Long(frame, columns, _told(raw, crossing, title, context))
    numbers = AsNumbers(tuple(typed for _, typed in read), _reconciled(raw, crossing, read))
    return table_as_given(raw, long, numbers, crossing.columns, context)


def _metric_name(names: Sequence[str], context: Context) -> str:
    """The column of labels that names the metric: as said, else by its name; else one is made."""
    said = {name: answered_field(name, context) for name in names}
    found = [name for name in names if said[name] == "metric"]
    found += [name for name in names if said[name] is None and METRIC_NAMES.search(plain(name))]
    return next(iter(found), "metric")


def _columns(
    frame: pd.DataFrame, crossing: Crossing, read: Sequence[tuple[Series, Typed]], metric: str
) -> tuple[Column, ...]:
    labels = list(frame.columns[: list(frame.columns).index("period")])
    issues = tuple(issue for _, typed in read for issue in typed.issues)
    named = (
        Column(name, "metric" if name == metric else "dimension", ColumnType.TEXT)
        for name in labels
    )
    return in_years(crossing.year_starts, (*named, *added_columns(frame, crossing.grain, issues)))


def _filled_down(labels: pd.DataFrame) -> pd.DataFrame:
    """Labels written once over their rows, as merged cells are, on each of them."""
    return labels.where(labels != "").ffill().fillna("")


def _called(one: Series, title: str, names: Sequence[str], metric: str) -> str:
    """The metric's name: its label or heading or title, and the words beside its periods."""
    base = one.labels[list(names).index(metric)] if metric in names else one.heading or title
    if one.is_actual or one.is_target:
        return base
    return one.sub if base == title else f"{base} {one.sub}"


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
        piece[LETTER] = [raw.letters[column] for _, column, _ in one.cells]
        if one.is_actual and key in targets:
            its, values = targets[key]
            theirs, own = ([day for *_, day in each.cells] for each in (its, one))
            by_day = pd.Series(values.values.to_numpy(float), theirs)
            piece["target"] = by_day.reindex(own).to_numpy()
            letters = pd.Series([raw.letters[column] for _, column, _ in its.cells], theirs)
            piece[TARGET_LETTER] = letters.reindex(own).to_numpy()
        pieces.append(piece)
    return pd.concat(pieces)


def _told(raw: RawTable, crossing: Crossing, title: str, context: Context) -> tuple[Text, ...]:
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
    return (*told, *financial_told(crossing.years, str(names[crossing.label]), context))


def _reconciled(
    raw: RawTable, crossing: Crossing, read: Sequence[tuple[Series, Typed]]
) -> tuple[TotalCheck, ...]:
    cells = pd.DataFrame(np.nan, range(len(raw.frame)), sorted(crossing.columns))
    for one, typed in read:
        if typed.unit == "percent":
            continue
        for (row, column, _), value in zip(one.cells, typed.values, strict=True):
            cells.loc[row, column] = value
    beside = [
        i for i in range(min(crossing.columns), raw.frame.shape[1]) if i not in crossing.columns
    ]
    return reconciled(raw, cells, beside)
