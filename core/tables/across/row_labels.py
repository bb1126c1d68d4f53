"""Which columns beside the periods hold the words that tell rows apart."""

import pandas as pd

from core.tables.across.crossing import Crossing, parts_of
from core.tables.context import Context
from core.tables.model import ColumnType, RawTable
from core.tables.words import NUMBERING, plain


def label_columns(raw: RawTable, crossing: Crossing, context: Context) -> list[int]:
    """Columns of words left of the periods that tell groups of rows apart."""
    return [
        i
        for i in range(min(crossing.columns))
        if i != crossing.label
        and not parts_of(raw, i)
        and names_rows(raw.frame.columns[i], raw.frame.iloc[:, i], context)
    ]


def names_rows(name: str, cells: "pd.Series[str]", context: Context) -> bool:
    """Whether a column beside the periods holds words: its cells say so, or the person does."""
    given = context.answers.types.get(name)
    if given is not None:
        return given is ColumnType.TEXT
    return not NUMBERING.match(plain(name)) and not cells.str.fullmatch(r"[\d.,]*").all()
