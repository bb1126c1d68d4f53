"""Where values stand in the files they came from: the receipt of every number.

An origin has one row for each row of its table, in the same order: `source`, `sheet`, `row`,
`letter` of the cell that holds the row's value. A column with cells elsewhere adds `at NAME`: the
letter where that is another, or source, sheet, row and letter with tabs between.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Place

LETTER = "\nletter"  # of each row's value, beside the columns of a frame in the making
TARGET_LETTER = "\ntarget letter"
PLACE = ("source", "sheet", "row", "letter")
_BETWEEN = "\t"


def at(column: str) -> str:
    """The column of an origin that tells where cells of that column stand."""
    return f"at {column}"


def origin_of(place: Place, frame: pd.DataFrame) -> pd.DataFrame | None:
    """The origin of a frame that still has its letters; None where it has none."""
    if LETTER not in frame:
        return None
    origin = plain_origin(place, frame.index, frame[LETTER])
    if TARGET_LETTER in frame:
        letters = pd.Categorical(frame[TARGET_LETTER].to_numpy(object))
        origin[at("target")] = letters
    return origin


def plain_origin(place: Place, rows: pd.Index, letters: "pd.Series[str] | str") -> pd.DataFrame:
    """The origin of rows of one sheet."""
    places = pd.RangeIndex(len(rows))
    said = letters if isinstance(letters, str) else letters.to_numpy(object)
    return pd.DataFrame(
        {
            "source": pd.Series(place.source, places, dtype="category"),
            "sheet": pd.Series(place.sheet, places, dtype="category"),
            "row": rows.to_numpy(np.int64),
            "letter": pd.Series(said, places, dtype="category"),
        }
    )


def joined(origins: list[pd.DataFrame]) -> pd.DataFrame:
    """Origins one below the other."""
    found = pd.concat([one.astype(_words(one)) for one in origins], ignore_index=True)
    return found.astype({name: "category" for name in found.columns if name != "row"})


def _words(origin: pd.DataFrame) -> dict[str, str]:
    return {name: "object" for name in origin.columns if name != "row"}


def address(place: Place, letter: str) -> str:
    """One cell, as an origin keeps it for a cell that stands elsewhere than its row."""
    return _BETWEEN.join((place.source, place.sheet, str(place.row), letter))


def placed(origin: pd.DataFrame | None, position: int, usual: Place, letter: str) -> Place:
    """The place of a cell: `usual` at `letter`, unless the origin knows better.

    Without a letter the cell stays unnamed.
    """
    if origin is not None:
        source, sheet, row = (origin[name].iloc[position] for name in PLACE[:3])
        usual = replace(usual, source=str(source), sheet=str(sheet), row=int(row))
        elsewhere = at(usual.column)
        if elsewhere in origin and isinstance(said := origin[elsewhere].iloc[position], str):
            *more, letter = said.split(_BETWEEN)
            if more:
                usual = replace(usual, source=more[0], sheet=more[1], row=int(more[2]))
    return replace(usual, cell=f"{letter}{usual.row}" if letter else "")
