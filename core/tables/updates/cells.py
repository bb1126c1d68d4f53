"""One changed or emptied cell, with its row in words and its place in both files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.errors import Place
from core.language import Text
from core.tables.model import Column
from core.tables.updates.model import TableChange
from core.tables.updates.rows_said import row_said


@dataclass(frozen=True)
class CellChange:
    """What one cell said before, and says now. `size` is NaN where there is no relative change."""

    row: Text
    old: Column
    new: Column
    before: Any
    after: Any
    size: float
    old_place: Place
    new_place: Place


def cell_changes(change: TableChange, cells: pd.DataFrame) -> Iterator[CellChange]:
    """The cells of `change.changed` or `change.emptied`, row by row."""
    partner = {old.name: (old, new) for old, new in change.columns}
    for cell in cells.to_dict("records"):
        old, new = partner[cell["column"]]
        yield CellChange(
            row_said(change.before, change.key, cell["old"]),
            old,
            new,
            cell["before"],
            cell["after"],
            float(cell["size"]),
            change.before.place(cell["old"], old.name),
            change.after.place(cell["new"], new.name),
        )
