"""A row in words: what its key says, else its number in the spreadsheet."""

import pandas as pd

from core.language import Text, text
from core.periods import Grain
from core.tables.model import Column, ColumnType, Table


def row_said(table: Table, key: tuple[str, ...], position: int) -> Text:
    """The row at a place of the table's frame, by the columns `key` of that table."""
    told = [one for one in table.columns if one.name in key]
    parts = [_cell_said(one, table.frame[one.name].iloc[position]) for one in told]
    known = [one for one in parts if one is not None]
    if known:
        return Text.joined(" · ", known)
    return text("row {row}", row=str(int(table.frame.index[position])))


def _cell_said(column: Column, value: object) -> Text | str | None:
    if pd.isna(value) or value == "":  # type: ignore[call-overload]
        return None
    if column.type in (ColumnType.DATE, ColumnType.DATETIME):
        moment = pd.Timestamp(value)  # type: ignore[arg-type]
        freq = column.freq if column.field == "period" else Grain.DAY.freq
        return Text("{period}", (("period", pd.Period(moment, freq=freq)),))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
