"""The records behind a figure, each with the file, the sheet and the row it was read from."""

from collections.abc import Sequence

import pandas as pd

from core.enablement.ledger import Ledger
from core.language import Language, Text, text
from core.metrics import Connected
from core.metrics.records import ROW, TABLE
from core.tables.mapping import KINDS, PERSONAL, field_name
from core.tables.model import Table, TableKind


def records_behind(
    book: Ledger, tables: Sequence[Table], kind: TableKind, language: Language
) -> pd.DataFrame:
    """One row for each record of a kind: its fields by name, other columns as the file names them.

    `tables` are those the ledger was made of. Mail addresses and telephone numbers stay out. No
    rows where the records lie in a source.
    """
    frame = book.frames[kind]
    if any(isinstance(one, Connected) for one in tables if one.kind is kind):
        return pd.DataFrame()
    known = {column.name for one in tables if one.kind is kind for column in one.columns}
    fields = KINDS[kind].ids
    shown = {
        name: field_name(name).to(language) if name in fields else name
        for name in frame.columns
        if name not in PERSONAL and (name in fields or name in known)
    }
    found = frame[list(shown)].rename(columns=shown)
    found = found.loc[:, ~found.columns.duplicated()]
    names = (text("File"), text("Sheet"), text("Row"))
    places = _places(frame, tables)
    for at, (name, column) in enumerate(zip(names, places.columns, strict=True)):
        found.insert(at, _free(name, language, found), places[column])
    return found.reset_index(drop=True)


def _free(name: Text, language: Language, frame: pd.DataFrame) -> str:
    said = name.to(language)
    return said if said not in frame.columns else f"{said} "


def _places(frame: pd.DataFrame, tables: Sequence[Table]) -> pd.DataFrame:
    """File, sheet and row of each record, in the order and on the index of the frame."""
    parts = []
    for number in frame[TABLE].unique():
        rows, table = frame[frame[TABLE] == number], tables[int(number)]
        at = rows[ROW].to_numpy()
        if table.origin is not None:
            parts.append(
                table.origin[["source", "sheet", "row"]].astype({"source": str, "sheet": str})
                .iloc[at].set_index(rows.index)
            )  # fmt: skip
        else:
            usual = {"source": table.source, "sheet": table.sheet, "row": table.frame.index[at]}
            parts.append(pd.DataFrame(usual, index=rows.index))
    every = pd.concat(parts) if parts else pd.DataFrame(columns=["source", "sheet", "row"])
    return every.reindex(frame.index)
