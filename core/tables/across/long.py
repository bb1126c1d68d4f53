"""The shape shared by all tables that were unpivoted: labels, period, value, unit, target."""

from dataclasses import replace
from typing import Any

import pandas as pd

from core.errors import Issue, Place
from core.language import Text
from core.periods import Grain
from core.tables.across.reasons import with_reasons
from core.tables.columns.finish import as_of
from core.tables.context import Context
from core.tables.model import Column, ColumnType, RawTable, Table, TableKind
from core.tables.places import LETTER, TARGET_LETTER, origin_of


def long_table(
    raw: RawTable, frame: pd.DataFrame, columns: tuple[Column, ...], context: Context
) -> Table:
    """A table of kind kpi_long made from a raw one; what was set aside stays said.

    `frame` may hold the letters of its values beside its columns.
    """
    letters = dict(zip(raw.frame.columns, raw.letters, strict=True))
    return Table(
        kind=TableKind.KPI_LONG,
        source=raw.source,
        sheet=raw.sheet,
        frame=frame[[one.name for one in columns]],
        columns=tuple(
            replace(one, letter=letters.get(one.name, ""))
            for one in with_reasons(raw, columns, context)
        ),
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        notices=raw.notices,
        as_of=as_of(raw, context),
        origin=origin_of(Place(raw.source, raw.sheet), frame),
    )


def only_text(raw: RawTable, context: Context, *why: Text) -> Table:
    """A table that cannot be unpivoted: its cells as text, and why."""
    columns = tuple(Column(name, "", ColumnType.TEXT) for name in raw.frame.columns)
    found = long_table(raw, raw.frame, columns, context)
    return replace(found, kind=TableKind.OTHER, notices=(*found.notices, *why))


def as_written(raw: RawTable, frame: pd.DataFrame) -> pd.DataFrame:
    """Values and targets as the words of their cells, while a mark in them is an open question."""
    found = frame.assign(value=lying_at(raw, frame, raw.frame))
    if TARGET_LETTER not in frame:
        return found
    return found.assign(target=lying_at(raw, frame, raw.frame, TARGET_LETTER))


def lying_at(
    raw: RawTable, frame: pd.DataFrame, lying: pd.DataFrame, letters: str = LETTER
) -> list[str]:
    """For each row of a long frame the cell of the raw table (its words, or its kinds) it is from.

    `letters` names the column of the frame that tells where; "" where there is no cell.
    """
    cells, places = lying.to_numpy(object), {one: at for at, one in enumerate(raw.letters)}
    rows = raw.frame.index.get_indexer(frame.index)
    pairs = zip(rows, frame[letters], strict=True)
    return [cells[row, places[one]] if one in places else "" for row, one in pairs]


def added_columns(
    frame: pd.DataFrame, grain: Grain, issues: tuple[Issue, ...], labels: tuple[str, ...] = ()
) -> tuple[Column, ...]:
    """The columns unpivoting makes; a unit and a target only where some row has one."""
    added = [
        Column("period", "period", ColumnType.DATE, grain=grain),
        Column("value", "value", _type_of(frame["value"]), issues=issues),
    ]
    if "unit" not in labels and frame["unit"].ne("").any():
        added.append(Column("unit", "unit", ColumnType.TEXT))
    if "target" in frame and "target" not in labels:
        added.append(Column("target", "target", ColumnType.NUMBER))
    return tuple(added)


def in_years(year_starts: int | None, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, that of periods with the month in which its financial years start."""
    return tuple(
        replace(one, year_starts=year_starts) if one.field == "period" else one for one in columns
    )


def _type_of(values: "pd.Series[Any]") -> ColumnType:
    known = values.dropna()
    return ColumnType.INTEGER if (known == known.round()).all() else ColumnType.NUMBER
