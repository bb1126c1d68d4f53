"""A table of numbers as one language writes them: marks, percent, a dash for the unknown.

The values below stay numbers, so that a column still sorts; only what is seen is written.
"""

import math
from collections.abc import Callable, Collection
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from core.language import Language, number
from core.language.formats import percent

MOST_CELLS = 50_000  # more would take the browser longer than the marks are worth
_DIGITS = 4  # significant, of a column's largest value
_UNKNOWN = "–"


def spoken(
    frame: pd.DataFrame, language: Language, shares: Collection[str] = ()
) -> Styler | pd.DataFrame:
    """The table ready for the screen; columns named in `shares` hold fractions, shown as percent.

    A very large table comes back as it is.
    """
    if frame.size > MOST_CELLS:
        return frame
    numeric = [name for name in frame.columns if pd.api.types.is_numeric_dtype(frame[name])]
    formats: dict[Any, str | Callable[[object], str] | None] = {
        name: _format(frame[name], language, name in shares) for name in numeric
    }
    return frame.style.format(formats)


def _format(column: pd.Series, language: Language, share: bool) -> Callable[[Any], str]:
    digits = 1 if share else _decimals(column)
    write = percent if share else number

    def written(value: float) -> str:
        if pd.isna(value):
            return _UNKNOWN
        least = 10.0 ** -(digits + 2 * share)
        small = 0 < value < least / 2
        return f"< {write(least, language, digits)}" if small else write(value, language, digits)

    return written


def _decimals(column: pd.Series) -> int:
    """Decimals that the column's largest value needs, the same for all its rows."""
    known = column.dropna().astype(float)
    known = known[known.abs() < math.inf]
    if known.empty or (known == known.round()).all():
        return 0
    return max(0, min(_DIGITS - 1, _DIGITS - math.ceil(math.log10(known.abs().max()))))
