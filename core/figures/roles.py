"""What each cell of a sheet was understood to be."""

from enum import StrEnum

import numpy as np
import pandas as pd

from core.tables.layout.upright import lies_on_its_side
from core.tables.model import Aside, Grid, Table


class Role(StrEnum):
    """What a row, or one cell, was understood to be."""

    HEADER = "header"
    DATA = "data"
    NEXT = "next"  # data of a further table on the sheet
    TITLE = "title"
    NOTE = "note"
    TOTAL = "total"
    BLANK = "blank"
    HIDDEN = "hidden"  # data that the file itself hides
    OTHER = "other"
    LOST = "lost"  # one cell of a data row


_DATA = (Role.DATA, Role.NEXT)
_ASIDE = {
    Aside.TITLE: Role.TITLE,
    Aside.NOTE: Role.NOTE,
    Aside.TOTAL: Role.TOTAL,
    Aside.BLANK: Role.BLANK,
    Aside.REPEATED_HEADER: Role.HEADER,
}


def cell_roles(grid: Grid, tables: list[Table]) -> pd.DataFrame:
    """The role of each cell; a table whose columns are known colours no cell beside them."""
    names = pd.Index([letters(at) for at in range(grid.cells.shape[1])])
    blank = (grid.cells.fillna("") == "").all(axis=1).to_numpy()
    row = np.where(blank, Role.BLANK, Role.OTHER)
    roles = pd.DataFrame(dict.fromkeys(names, row), index=grid.cells.index, dtype=object)
    for at, table in enumerate(tables):
        if lies_on_its_side(table):
            _colour_turned(roles, table)
            continue
        own = {one.letter for one in table.columns if one.letter}
        across = slice(None) if at == 0 or not own else _reach(names, own)
        data = Role.NEXT if at else Role.DATA
        parts = [(list(one.rows), _ASIDE[one.why]) for one in table.set_aside]
        parts += [(list(table.frame.index), data), (list(table.header_rows), Role.HEADER)]
        for rows, role in parts:
            roles.loc[roles.index.isin(rows), names[across]] = role
    return roles


def _colour_turned(roles: pd.DataFrame, table: Table) -> None:
    """Records in columns: data where they stand, names in the column before the first of them."""
    found = [table.place(0, one.name) for one in table.columns]
    rows = roles.index.isin([one.row for one in found])
    records = sorted(int(row) - 1 for row in table.frame.index)
    roles.loc[rows, roles.columns[records]] = Role.DATA
    roles.loc[rows, roles.columns[: records[0]]] = Role.HEADER


def cells_hidden(roles: pd.DataFrame, grid: Grid) -> pd.DataFrame:
    """The same roles, data in rows and columns that the file hides told apart."""
    hidden = np.zeros(roles.shape, bool)
    hidden[roles.index.isin(list(grid.hidden_rows))] = True
    hidden[:, sorted(grid.hidden_columns)] = True
    return roles.mask(hidden & roles.isin(_DATA), Role.HIDDEN)


def rows_hidden(roles: pd.Series, grid: Grid) -> pd.Series:
    """The same for rows as a whole: only those that the file hides."""
    hidden = roles.index.isin(list(grid.hidden_rows))
    return roles.mask(hidden & roles.isin(_DATA), Role.HIDDEN)


def _reach(names: pd.Index, own: set[str]) -> slice:
    """The columns from the first to the last that a table has."""
    at = np.flatnonzero(names.isin(list(own)))
    return slice(int(at[0]), int(at[-1]) + 1) if len(at) else slice(None)


def row_roles(cells: pd.DataFrame) -> pd.Series:
    """The role of each row as a whole: that of its leftmost cell that a table takes up."""
    roles = pd.Series(Role.BLANK, index=cells.index, dtype=object)
    for name in reversed(cells.columns):
        taken = ~cells[name].isin([Role.BLANK, Role.OTHER])
        roles = roles.where(
            ~(taken | cells[name].eq(Role.OTHER) & roles.eq(Role.BLANK)), cells[name]
        )
    return roles


def letters(position: int) -> str:
    """The spreadsheet's name of a column: 0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    while position >= 0:
        position, at = divmod(position, 26)
        name = chr(ord("A") + at) + name
        position -= 1
    return name
