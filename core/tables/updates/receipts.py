"""Where the cells of an updated table stand: in the old file, or in the new one."""

from typing import Any

import numpy as np
import pandas as pd

from core.errors import Place
from core.tables.model import Column, Table
from core.tables.places import addresses, at, joined, plain_origin
from core.tables.updates.matching import Matched
from core.tables.updates.pairing import Pair


def origin_after(
    pair: Pair, changed: pd.DataFrame, rows: Matched, new: "np.ndarray[Any, Any]"
) -> pd.DataFrame:
    """The origin of old rows with changed cells and gained columns, and of new rows below."""
    found = joined([_origin(pair.before), _below(pair, new)])
    for name, cells in changed.groupby("column", sort=False):
        its = next(new for old, new in pair.columns if old.name == name)
        _set(found, str(name), cells["old"].to_numpy(int), _cells(pair, its, cells["new"]))
    for one in pair.gained:
        for mine, theirs in ((rows.same_old, rows.same_new), (rows.old, rows.new)):
            _set(found, one.name, mine, _cells(pair, one, theirs))
    return found


def _origin(table: Table) -> pd.DataFrame:
    if table.origin is not None:
        return table.origin
    return plain_origin(Place(table.source, table.sheet), table.frame.index, "")


def _below(pair: Pair, new: "np.ndarray[Any, Any]") -> pd.DataFrame:
    """The origin of new rows, by the old names of the columns."""
    names = {at(its.name): at(mine.name) for mine, its in pair.columns}
    found = _origin(pair.after).iloc[new].rename(columns=names).reset_index(drop=True)
    for mine, its in pair.columns:
        if mine.letter != its.letter and its.letter and at(mine.name) not in found:
            found[at(mine.name)] = pd.Series(its.letter, found.index, dtype="category")
    return found


def _cells(pair: Pair, column: Column, places: Any) -> list[str]:
    every = addresses(_origin(pair.after), column.name, column.letter)
    return [every[place] for place in places]


def _set(origin: pd.DataFrame, name: str, places: Any, told: list[str]) -> None:
    """Says where some cells of a column stand."""
    if not len(told):
        return
    said = origin[at(name)].astype(object) if at(name) in origin else _unsaid(len(origin))
    said.iloc[places] = told
    origin[at(name)] = said.astype("category")


def _unsaid(count: int) -> "pd.Series[Any]":
    return pd.Series([None] * count, dtype=object)
