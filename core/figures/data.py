"""The X-ray: a sheet as it lies in the file, coloured by what each row was understood to be.

Row numbers and column letters are the spreadsheet's own. The first column says the same in words,
so that colour is never needed; a cell that could not be read is coloured by itself.
"""

from dataclasses import dataclass, replace

import pandas as pd
from pandas.io.formats.style import Styler

from core.figures.roles import Role, cell_roles, cells_hidden, letters, row_roles, rows_hidden
from core.figures.theme import Look
from core.language import Text, counted, text
from core.tables.model import Grid, Table

MOST_ROWS = 200
MOST_COLUMNS = 100
_WIDEST, _LETTER = 260, 8  # pixels
_HEAD = 150  # of the rows shown, these come from the top; the rest are the next that are not data


@dataclass(frozen=True)
class XRay:
    """The part of a sheet that is shown: `cells` as text, `roles` (Role) of the same shape."""

    cells: pd.DataFrame
    roles: pd.DataFrame
    rows: pd.Series  # role of each row as a whole
    rows_left_out: int
    columns_left_out: int


def xray(grid: Grid, tables: tuple[Table, ...]) -> XRay:
    """The sheet with the role of each cell, at most 200 rows by 100 columns.

    `tables` may hold those of other sheets; they are passed over. Rows beyond the top that are not
    plain data (totals, notes, cells lost) are shown before further data.
    """
    here = [table for table in tables if table.sheet == grid.sheet]
    by_cell = cell_roles(grid, here)
    roles = rows_hidden(row_roles(by_cell), grid)
    by_cell = cells_hidden(by_cell, grid)
    lost = _lost(here)
    shown = _shown(roles, {row for row, _ in lost})
    cells = grid.cells.loc[shown].iloc[:, :MOST_COLUMNS].fillna("").astype(str)
    cells.columns = pd.Index([letters(at) for at in range(cells.shape[1])])
    marks = by_cell.loc[shown].iloc[:, :MOST_COLUMNS]
    for row, column in lost:
        if row in marks.index and column in marks.columns:
            marks.loc[row, column] = Role.LOST
    return XRay(
        cells,
        marks,
        roles.loc[shown],
        rows_left_out=len(grid.cells) - len(shown),
        columns_left_out=grid.cells.shape[1] - cells.shape[1],
    )


def heads(view: XRay) -> XRay:
    """The X-ray of a sheet whose rows nobody is to see: its headers alone."""
    kept = view.rows.index[view.rows == Role.HEADER]
    return replace(
        view,
        cells=view.cells.loc[kept],
        roles=view.roles.loc[kept],
        rows=view.rows.loc[kept],
        rows_left_out=view.rows_left_out + len(view.rows) - len(kept),
    )


def styled(view: XRay, look: Look) -> Styler:
    """The X-ray ready for the screen: a first column in words, then the cells in colour."""
    words = [look.say(role_name(role)) for role in view.rows]
    frame = view.cells.rename_axis(index=look.say(text("Row")))
    frame.insert(0, look.say(text("Read as")), words)
    css = view.roles.map(lambda role: _css(role, look))
    css.insert(0, frame.columns[0], [_css(role, look) for role in view.rows])
    return frame.style.apply(lambda _: css, axis=None)


def widths(view: XRay) -> dict[str, int]:
    """Pixels for each column of the sheet, so that its header can be read."""
    heads = view.cells[view.rows == Role.HEADER]
    longest = heads.map(len).max() if len(heads) else pd.Series(0, view.cells.columns)
    usual = view.cells[view.rows != Role.TITLE].map(len).quantile(0.9)
    letters_wide = pd.concat([longest, usual], axis=1).max(axis=1).fillna(0)
    return {str(name): int(min(_WIDEST, 30 + _LETTER * n)) for name, n in letters_wide.items()}


def legend(view: XRay, look: Look) -> tuple[tuple[str, str, str], ...]:
    """(words, background, text colour) of each role that is there, in a fixed order."""
    present = set(view.roles.to_numpy().ravel())
    return tuple(
        (look.say(role_name(role)), *_COLOURS[look.mode][role]) for role in Role if role in present
    )


def role_name(role: Role) -> Text:
    """The role in words."""
    return _NAMES[role]


def left_out(view: XRay) -> Text | None:
    """How much of the sheet is not shown, or None when all of it is."""
    rows, columns = view.rows_left_out, view.columns_left_out
    more = [counted("{n} more row", "{n} more rows", rows)] if rows else []
    more += [counted("{n} more column", "{n} more columns", columns)] if columns else []
    return text("Not shown here, but read: {list}.", list=Text.joined(", ", more)) if more else None


def _lost(tables: list[Table]) -> set[tuple[int, str]]:
    """(row, column letters) of the cells that an issue names."""
    cells = [issue.place.cell for table in tables for issue in table.issues if issue.place.cell]
    parts = [(cell.rstrip("0123456789"), cell) for cell in cells]
    return {(int(cell[len(name) :]), name) for name, cell in parts if cell != name}


def _shown(roles: pd.Series, lost: set[int]) -> pd.Index:
    telling = roles.ne(Role.DATA) | roles.index.isin(list(lost))
    rest = telling.iloc[_HEAD:]
    by_worth = [*roles.index[:_HEAD], *rest[rest].index, *rest[~rest].index]
    shown: pd.Index = pd.Index(sorted(by_worth[:MOST_ROWS]))
    return shown


def _css(role: Role, look: Look) -> str:
    background, ink = _COLOURS[look.mode][role]
    return f"background-color: {background}; color: {ink}"


_NAMES = {
    Role.HEADER: text("header"),
    Role.DATA: text("data"),
    Role.NEXT: text("another table"),
    Role.TITLE: text("title"),
    Role.NOTE: text("note"),
    Role.TOTAL: text("total, set aside"),
    Role.BLANK: text("blank"),
    Role.HIDDEN: text("hidden in the file, read too"),
    Role.OTHER: text("not used"),
    Role.LOST: text("cell not read"),
}
_COLOURS = {
    "light": {
        Role.HEADER: ("#0b4f8a", "#ffffff"),
        Role.DATA: ("#e3effa", "#17232e"),
        Role.NEXT: ("#dcf3ea", "#12352a"),
        Role.TITLE: ("#eee6f8", "#3b2a5e"),
        Role.NOTE: ("#f4eefa", "#4d3d6b"),
        Role.TOTAL: ("#f8e3b8", "#4a3300"),
        Role.BLANK: ("#f2f5f8", "#52606d"),
        Role.HIDDEN: ("#fde4d6", "#5a2a0c"),
        Role.OTHER: ("#ffffff", "#52606d"),
        Role.LOST: ("#b3261e", "#ffffff"),
    },
    "dark": {
        Role.HEADER: ("#7cc0f5", "#0f171e"),
        Role.DATA: ("#17324a", "#e8eef3"),
        Role.NEXT: ("#173f34", "#e3f5ee"),
        Role.TITLE: ("#3a2f55", "#e6dcfa"),
        Role.NOTE: ("#2c2540", "#d5c8f0"),
        Role.TOTAL: ("#54400f", "#fbe7b5"),
        Role.BLANK: ("#1b2731", "#a3b1bd"),
        Role.HIDDEN: ("#4d2c17", "#fbdcc7"),
        Role.OTHER: ("#0f171e", "#a3b1bd"),
        Role.LOST: ("#ff8a80", "#0f171e"),
    },
}
