"""A whole column typed from all its cells: dates, booleans, numbers, else the text it was.

A minority of cells that do not fit become issues with their place and count as unknown.
"""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.periods import Grain
from core.tables.cells import Cells, cells_of
from core.tables.context import Context
from core.tables.figures import number_column, written_numbers
from core.tables.model import ColumnType
from core.tables.moment import Moment
from core.tables.plainly import WORTHWHILE, plain_column
from core.tables.timeline import Timeline, moments_of, timeline
from core.tables.typed import Typed, cell_issues
from core.tables.words import FALSE, PERIOD_NAMES, TRUE, YEAR_NAMES, plain
from core.tables.wordy import is_identity, surely_text

_HOUR = re.compile(r"([01]?\d|2[0-4])[.:][0-5]\d$")
_HOURS = re.compile(r"\b(jam|pukul|waktu|time)\b")
MOSTLY = 0.6
HARDLY = 0.3  # a share among the first distinct cells below which the rest is not looked at
CORRECT_FORMULA = text("Correct the formula in the spreadsheet.")


def read_column(
    name: str, letter: str, words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context
) -> Typed:
    """Type one column; `words` and `kinds` share the index of spreadsheet rows."""
    as_text = Typed(name, letter, words, ColumnType.TEXT)
    if len(words) >= WORTHWHILE and not _speaks_of_time(name):
        quickly = plain_column(as_text, words, kinds, context)
        if quickly is not None:
            return quickly
    if len(words) >= WORTHWHILE and surely_text(words, kinds, name, context):
        return _only_errors(as_text, kinds.eq("error"), context)
    cells = cells_of(words, kinds)
    errors = _error_issues(cells, as_text, context)
    if not cells.known.any():
        blank = Typed(name, letter, words, ColumnType.EMPTY)
        return replace(blank, issues=errors)
    found = (
        _as_dates(cells, as_text, context)
        or _as_booleans(cells, as_text)
        or _as_numbers(cells, as_text, context)
        or as_text
    )
    return replace(found, issues=tuple(sorted(errors + found.issues, key=_row_of)))


def _speaks_of_time(name: str) -> bool:
    """Whether numbers under a name may be dates or hours."""
    said = plain(name)
    return bool(PERIOD_NAMES.search(said) or YEAR_NAMES.match(said) or _HOURS.search(said))


def _row_of(issue: Issue) -> int:
    return issue.place.row or 0


def _error_issues(cells: Cells, column: Typed, context: Context) -> tuple[Issue, ...]:
    bad = np.array([kind == "error" for kind in cells.kinds])
    return cell_issues(cells, bad, column, context, (formula_error, CORRECT_FORMULA))


def _only_errors(column: Typed, wrong: "pd.Series[bool]", context: Context) -> Typed:
    """A column of words, with an issue for each error cell."""
    kinds = pd.Series("error", index=column.values.index[wrong])
    part = replace(column, values=column.values[wrong])
    return replace(column, issues=_error_issues(cells_of(part.values, kinds), part, context))


def formula_error(words: str) -> Text:
    """What an error cell is."""
    return text("{cell} is a formula error; it counts as unknown.", cell=words)


def _as_dates(cells: Cells, column: Typed, context: Context) -> Typed | None:
    first = cells.sample()
    if first.share([one is not None for one in moments_of(first, column.name, context)]) < HARDLY:
        return None
    moments = moments_of(cells, column.name, context)
    if cells.share([one is not None for one in moments]) < MOSTLY:
        return None
    known = timeline(moments, cells, column.name, context)
    if known.question is not None:
        return replace(column, questions=(known.question,))
    lost = cells.known & np.array(
        [_is_lost(one, start) for one, start in zip(moments, known.starts, strict=True)]
    )
    values = _stamped(known, cells, column.values.index)
    timed = any(known.clocks) and known.grain is Grain.DAY
    told = (_not_a_date, text("Write it like the other dates."))
    issues = cell_issues(cells, lost, column, context, told)
    return replace(
        column,
        values=values,
        type=ColumnType.DATETIME if timed else ColumnType.DATE,
        grain=known.grain,
        issues=issues,
        notices=known.notices,
    )


def _is_lost(one: Moment | None, start: date | None) -> bool:
    """A cell that wrote no date, or one of another grain than its column."""
    return start is None and (one is None or one.year is not None)


def _not_a_date(words: str) -> Text:
    return text("“{cell}” is not a date like the rest of its column.", cell=words)


def _stamped(known: Timeline, cells: Cells, index: pd.Index) -> "pd.Series[float]":
    days = pd.to_datetime(pd.Series(list(known.by_row or known.starts), dtype=object))
    stamps = days.to_numpy("M8[s]")[slice(None) if known.by_row else cells.codes]
    if any(known.clocks):
        hours = pd.to_timedelta([clock or "00:00:00" for clock in known.clocks])
        stamps = stamps + hours.to_numpy("m8[s]")[cells.codes]
    return pd.Series(stamps, index=index)


def _as_booleans(cells: Cells, column: Typed) -> Typed | None:
    said = [words.casefold() for words in cells.texts]
    fits = [one in TRUE or one in FALSE for one in said]
    if cells.share(fits) < 1 or len({one for one, fit in zip(said, fits, strict=True) if fit}) < 2:
        return None
    truth = pd.array(
        [one in TRUE if fit else None for one, fit in zip(said, fits, strict=True)], "boolean"
    )
    values = pd.Series(truth[cells.codes], index=column.values.index)
    return replace(column, values=values, type=ColumnType.BOOLEAN)


def _are_hours(cells: Cells, name: str) -> bool:
    """Whether 14.30 in a column of hours is half past two."""
    timely = _HOURS.search(name.casefold())
    return bool(timely) and cells.share([bool(_HOUR.match(one)) for one in cells.texts]) == 1


def _as_numbers(cells: Cells, column: Typed, context: Context) -> Typed | None:
    first = cells.sample()
    if first.share([one is not None for one in written_numbers(first)]) < HARDLY:
        return None
    written = written_numbers(cells)
    if _are_hours(cells, column.name):
        return None
    if cells.share([one is not None for one in written]) < MOSTLY or is_identity(cells):
        return None
    return number_column(cells, written, column, context)
