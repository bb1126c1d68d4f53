"""Long columns of words, told by their first distinct cells; the rest need not be taken apart.

The careful reader (`columns`) gives up on dates and numbers when too few of the first distinct
cells write one, on truth values at the first other word, and on numbers at the first code such as
007. Where that is certain from the head of the column alone, the column is text. A test holds
both to the same answer.
"""

import pandas as pd

from core.tables.columns.cells import SAMPLE, Cells, cells_of
from core.tables.columns.codes import is_identity
from core.tables.columns.durations import seconds_of
from core.tables.columns.figures import written_numbers
from core.tables.columns.timeline import moments_of
from core.tables.context import Context
from core.tables.words import FALSE, TRUE

HEAD = 4 * SAMPLE  # rows in which so many distinct cells must stand


def surely_text(
    words: "pd.Series[str]", kinds: "pd.Series[str]", name: str, context: Context
) -> Cells | None:
    """The first cells of a column when they leave nothing for it but text; None: look at all."""
    first = cells_of(words.iloc[:HEAD], kinds.iloc[:HEAD])
    if len(first.texts) < SAMPLE or not first.known.any():
        return None
    first = first.sample()
    more = any(moments_of(first, name, context)) or any(
        seconds_of(one, short=True) is not None for one in first.texts
    )
    numbers = any(written_numbers(first)) and not is_identity(first)
    return None if more or numbers or _all_boolean(first) else first


def _all_boolean(cells: Cells) -> bool:
    said = [one.casefold() for one, known in zip(cells.texts, cells.known, strict=True) if known]
    return all(one in TRUE or one in FALSE for one in said)
