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


def addresses(origin: pd.DataFrame, column: str, letter: str) -> list[str]:
    """Where each cell of a column stands, whole, as an origin keeps it for cells elsewhere.

    A column without a letter of its own stands where its row does.
    """
    letters = [letter] * len(origin) if letter else origin["letter"].tolist()
    rows = zip(origin["source"], origin["sheet"], origin["row"], letters, strict=True)
    found = [_BETWEEN.join(map(str, row)) for row in rows]
    if at(column) not in origin:
        return found
    return [_there(one, said) for one, said in zip(found, origin[at(column)], strict=True)]


def _there(usual: str, said: object) -> str:
    """The whole address of a cell of which `said` tells its letter, or all."""
    if not isinstance(said, str) or _BETWEEN in said:
        return said if isinstance(said, str) else usual
    return usual.rpartition(_BETWEEN)[0] + _BETWEEN + said


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
