"""The panel once more for every group of a column: branches, teams, owners, products.

Sheets of figures are divided by the words of the column, records by the engine. All groups stand
on the calendar of the whole panel; a column that a group never has is not on its panel.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.errors import Refusal
from core.language import text
from core.metrics.complete import on_periods
from core.metrics.measured import Measured
from core.metrics.merge import columns, joined, proposed
from core.metrics.panel import Panel
from core.metrics.records import BETWEEN, Recorded
from core.metrics.strands import strands
from core.metrics.within_period import Series
from core.tables.mapping import KINDS, PERSONAL
from core.tables.model import ColumnType, Table

By = tuple[tuple[str, ...], ...]  # for each column asked for, the names it has in the tables
Groups = dict[str, dict[str, Series]]  # group -> id -> its series
_FIELDS = frozenset(field for kind in KINDS.values() for field in kind.ids) - {"-"}


def columns_named(tables: Sequence[Table], by: Iterable[str]) -> By:
    """The fields and names each word stands for. Raises Refusal when no table has such a column."""
    return tuple(_named(tables, one) for one in by)


def _named(tables: Sequence[Table], by: str) -> tuple[str, ...]:
    every = [column for table in tables for column in table.columns]
    wanted = by.strip().casefold()
    same = [one for one in every if one.name.strip().casefold() == wanted]
    fields = ({one.field for one in same} | {wanted}) & _FIELDS
    found = [*fields, *(one.name for one in every if one in same or one.field in fields)]
    if not same and not any(one.field in fields for one in every):
        known = [one.name for one in every if one.type is ColumnType.TEXT]
        raise Refusal(
            text("There is no column “{name}” to divide by.", name=by),
            text("Choose from: {known}.", known=", ".join(dict.fromkeys(known))),
        )
    if fields & PERSONAL:
        raise Refusal(
            text("“{name}” names single people and is never shown.", name=by),
            text("Choose a column of groups, such as a team or a source."),
        )
    return tuple(dict.fromkeys(found))


def segments(
    whole: Panel,
    sheets: Sequence[Table],
    every: Iterable[Measured],
    by: By,
    fields: Mapping[str, str],
) -> Mapping[str, Panel]:
    """Group as the file writes it -> its panel, in the order of the words; none without columns."""
    if not by:
        return {}
    groups = _of_sheets(whole, sheets, by, fields)
    for one in every:
        for name, series in one.groups.items() if isinstance(one, Recorded) else ():
            groups.setdefault(name, {})[one.id] = series
    return {name: _panel(whole, name, groups[name]) for name in sorted(groups)}


def _of_sheets(whole: Panel, sheets: Sequence[Table], by: By, fields: Mapping[str, str]) -> Groups:
    labelled = [(table, _labels(table, by)) for table in sheets]
    known = [(table, labels) for table, labels in labelled if labels is not None]
    found: Groups = {}
    for name in dict.fromkeys(name for _, labels in known for name in labels.unique()):
        parts = [_only(table, (labels == name).to_numpy()) for table, labels in known]
        own = [part for part in parts if len(part.frame)]
        found[name] = _series(whole, own, fields)
    return found


def _labels(table: Table, by: By) -> "pd.Series[str] | None":
    """The group of each row, None when the table lacks one of the columns."""
    names = [next((c.name for c in table.columns if c.name in one), None) for one in by]
    if any(name is None for name in names):
        return None
    words = [table.frame[name].astype("string").fillna("").str.strip() for name in names]
    label = words[0]
    for word in words[1:]:
        label = label + BETWEEN + word
    return label


def _only(table: Table, rows: "pd.Series[bool]") -> Table:
    origin = None if table.origin is None else table.origin[rows]
    return replace(table, frame=table.frame[rows], origin=origin)


def _series(whole: Panel, tables: Sequence[Table], fields: Mapping[str, str]) -> dict[str, Series]:
    """What one group's sheets tell, under the ids of the whole panel."""
    try:
        told, _ = joined(proposed(strands(tables, fields, whole.frequency.year_starts)))
    except Refusal:
        return {}
    merged, _ = columns(told, whole.frequency, keep=True)
    return {one.id: one.series for one in merged if one.id in whole.values.columns}


def _panel(whole: Panel, name: str, series: Mapping[str, Series]) -> Panel:
    """One group on the calendar of the whole panel."""
    kept = [one for one in whole.indicators if one.id in series]
    values, counts = on_periods({one.id: series[one.id] for one in kept}, whole.values.index)
    return replace(
        whole,
        values=values,
        counts=counts,
        indicators=tuple(kept),
        notices=(),
        questions=(),
        refused={},
        key=f"{whole.key}/{name}",
    )
