"""A column of labels read as parts of dates, when most of its cells are such."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from core.tables.columns.moment import Moment

MOSTLY = 0.7  # share of the labels that must be read


def mostly(
    cells: "pd.Series[str]", read: Callable[[str], Moment | None], least: int
) -> dict[int, Moment]:
    """Row -> what its cell is read as, when most of a column can be read so; else nothing.

    Cells that come again are read once, and none after so many that the rest cannot be enough.
    """
    codes, texts = cells.factorize()
    counts = np.bincount(codes[codes >= 0], minlength=len(texts))
    total = int(sum(n for one, n in zip(texts, counts, strict=True) if one))
    enough = max(least, MOSTLY * total)
    held, open_ = 0, total
    found: list[Moment | None] = []
    for one, n in zip(texts, counts.tolist(), strict=True):
        moment = read(one) if one else None
        found.append(moment)
        held, open_ = held + (n if moment else 0), open_ - (n if one else 0)
        if held + open_ < enough:
            return {}
    if held < enough:
        return {}
    read_as = ((i, found[code]) for i, code in enumerate(codes.tolist()) if code >= 0)
    return {i: one for i, one in read_as if one}
