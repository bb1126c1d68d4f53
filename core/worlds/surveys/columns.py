"""What the exports of all tools have in common: groups, statements, answers left half way."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.worlds.surveys.model import GROUPS, STATEMENTS
from core.worlds.surveys.wording import HEADERS, SAID
from core.worlds.surveys.written import (
    Cells,
    Laid,
    agreement,
    whole,
    worded,
)

Columns = list[tuple[str, Sequence[str]]]


def group_columns(rows: pd.DataFrame, language: str) -> Columns:
    """What people belong to."""
    return [(HEADERS[language][one], worded(rows[one], language)) for one in GROUPS]


def statement_columns(
    rows: pd.DataFrame, language: str, form: str, *, digits: bool = False
) -> Columns:
    """The statements, in words of agreement or in digits."""
    return [
        (
            form.format(SAID[language][one]),
            whole(rows[one]) if digits else agreement(rows[one], language),
        )
        for one in STATEMENTS
    ]


def with_unfinished(rows: pd.DataFrame) -> pd.DataFrame:
    """The same answers, and every twentieth begun once more and left: no answers at all."""
    more = rows.iloc[::20].assign(comment="", score=0.0)
    both = pd.concat([rows.assign(unfinished=False), more.assign(unfinished=True)])
    return both.sort_index(kind="stable").reset_index(drop=True)


def unless(left: np.ndarray, cells: Cells) -> Cells:
    """Cells, blank where an answer was left half way."""
    return ["" if one else cell for cell, one in zip(cells, left, strict=True)]


def laid(name: str, columns: Columns, delimiter: str = ",") -> Laid:
    """The columns as a sheet."""
    lines = list(zip(*(cells for _, cells in columns), strict=True))
    return Laid(name, [[name for name, _ in columns]], lines, delimiter)
