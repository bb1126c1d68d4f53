"""What is said of a file in which no table was found."""

from core.errors import Place, Refusal
from core.language import Text, text
from core.tables.model import Grid


def no_table(grids: tuple[Grid, ...], source: str) -> Refusal:
    """Why none of the sheets is a table, and what to do in a file of that format."""
    single = [(grid.cells != "").any(axis=0).sum() == 1 for grid in grids]
    if len(grids) == 1 and all(single) and not grids[0].named:
        return _no_list(grids[0], source)
    what = text("The file holds no table: there is no header with rows below it.")
    why = [notice for grid in grids for notice in grid.notices]  # formulas never calculated
    return Refusal(
        Text.joined(" ", (what, *why[:3])),
        text("Bring a sheet with one header row and at least two rows of figures."),
        Place(source),
    )


def _no_list(grid: Grid, source: str) -> Refusal:
    """One column that is no list; sheets of workbooks have names, text has marks between cells."""
    apart = text(
        "Put commas, semicolons or tabs between the cells. For a list, write a name such "
        "as “Name” or “Amount” into its first row and one entry into each row below."
    )
    beside = text(
        "Put each part of a row into a column of its own. For a list, write a name such "
        "as “Name” or “Amount” into its first row and one entry into each row below."
    )
    return Refusal(
        text("Every row holds one cell only and they are not surely a list, so there is no table."),
        beside if grid.sheet else apart,
        Place(source),
    )
