"""The columns beside months across: what names the rows, and which of it names the metric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from core.language import Text, text
from core.tables.across.header import PeriodHeader
from core.tables.across.naming import name_of
from core.tables.across.row_labels import names_rows
from core.tables.context import Context
from core.tables.fields import answered_field
from core.tables.model import Column, ColumnType, RawTable
from core.tables.words import METRIC_NAMES, UNIT_NAMES, plain

LABELS = frozenset({"metric", "dimension", "unit", ""})  # what a column beside periods can be


@dataclass(frozen=True)
class Labels:
    """The columns that name the rows, with the one that names the metric."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    metric: str
    notices: tuple[Text, ...] = ()
    made: bool = False  # whether no column of the sheet names the metric
    said: bool = False  # whether the person says that this column does


def labels_of(raw: RawTable, header: PeriodHeader, context: Context) -> Labels:
    """The columns beside the periods, filled down where cells were merged."""
    skip = {*header.starts, *header.totals, header.row_years}
    names = [name for i, name in enumerate(raw.frame.columns) if i not in skip]
    frame = raw.frame[names].copy()
    wordy = [name for name in names if names_rows(name, frame[name], context)]
    notices = []
    for name in wordy[:-1]:
        blank = frame[name].eq("")
        if blank.any() and not blank.iloc[0]:
            frame[name] = frame[name].mask(blank).ffill()
            notices.append(
                text("Empty cells of “{name}” were filled with the value above them.", name=name)
            )
    fields = {name: _label_field(name, wordy, context) for name in names}
    metric = _metric_name(frame, fields)
    columns = tuple(
        Column(name, "metric" if name == metric else fields[name], ColumnType.TEXT)
        for name in names
    )
    if metric is None:
        frame["metric"] = name_of(raw, "", context)
        columns = (*columns, Column("metric", "metric", ColumnType.TEXT))
    elif frame.duplicated().any() and any(raw.sections.values()):
        heading = pd.Series(raw.sections, dtype="str").reindex(frame.index).fillna("")
        frame[metric] = (heading + " " + frame[metric]).str.strip()
    said = metric is not None and answered_field(metric, context) == "metric"
    return Labels(frame, columns, metric or "metric", tuple(notices), metric is None, said)


def _metric_name(frame: pd.DataFrame, fields: Mapping[str, str]) -> str | None:
    """The column that names the metric: by its name, else the one telling most rows apart."""
    said = next((name for name, field in fields.items() if field == "metric"), None)
    free = [name for name, field in fields.items() if field == "dimension"]
    named = next((name for name in free if METRIC_NAMES.search(plain(name))), None)
    return said or named or max(free, key=lambda name: frame[name].nunique(), default=None)


def _label_field(name: str, wordy: Sequence[str], context: Context) -> str:
    said = answered_field(name, context)
    if said in LABELS:
        return str(said)
    if UNIT_NAMES.match(plain(name)):
        return "unit"
    return "dimension" if name in wordy else ""
