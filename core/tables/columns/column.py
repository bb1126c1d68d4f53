"""A whole column typed from all its cells: dates, booleans, numbers, else the text it was.

A minority of cells that do not fit become issues with their place and count as unknown.
"""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.columns.bare import is_timely
from core.tables.columns.cells import Cells, cells_of
from core.tables.columns.codes import (
    are_lettered,
    is_identity,
    may_name_code,
    names_code,
    names_ids,
)
from core.tables.columns.dated import as_dates, given_as_dates
from core.tables.columns.durations import as_durations, given_as_durations
from core.tables.columns.figures import given_as_numbers, number_column, written_numbers
from core.tables.columns.kept import kept_as_text, mixed_units, nil_told, shortened_told
from core.tables.columns.measured import are_mixed
from core.tables.columns.plain_dates import plain_dates
from core.tables.columns.plainly import WORTHWHILE, plain_column
from core.tables.columns.steps import are_steps
from core.tables.columns.truths import as_booleans, given_as_booleans
from core.tables.columns.typed import Typed, cell_issues
from core.tables.columns.wordy import surely_text
from core.tables.context import Context
from core.tables.model import ColumnType
from core.tables.words import PERIOD_NAMES, YEAR_NAMES, plain

_HOUR = re.compile(r"([01]?\d|2[0-4])[.:][0-5]\d$")
_HOURS = re.compile(r"\b(jam|pukul|waktu|time)\b")
MOSTLY = 0.6
HARDLY = 0.3  # a share among the first distinct cells below which the rest is not looked at
CORRECT_FORMULA = text("Correct the formula in the spreadsheet.")
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def read_column(
    name: str, letter: str, words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context
) -> Typed:
    """Type one column; `words` and `kinds` share the index of spreadsheet rows.

    A type the person gave (`Answers.types`) is kept; what does not fit it becomes issues.
    """
    as_text = Typed(name, letter, words, ColumnType.TEXT)
    given = context.answers.types.get(name)
    if given is None and len(words) >= WORTHWHILE:
        quickly = _quickly(as_text, kinds, context)
        if quickly is not None:
            return quickly
    cells = cells_of(words, kinds)
    errors = _error_issues(cells, as_text, context)
    if not cells.known.any() and given is None:
        blank = Typed(name, letter, words, ColumnType.EMPTY)
        return replace(blank, issues=errors)
    found = _given(cells, as_text, context, given) if given else _found(cells, as_text, context)
    if found.type is ColumnType.TEXT and errors:
        found = replace(found, values=found.values.mask(kinds.eq("error").to_numpy(), ""))
    return replace(found, issues=tuple(sorted(errors + found.issues, key=_row_of)))


def _quickly(column: Typed, kinds: "pd.Series[str]", context: Context) -> Typed | None:
    """A long column whose reading needs no look at each distinct cell."""
    words = column.values
    coded = may_name_code(column.name)
    if not coded and (dated := plain_dates(column, kinds)) is not None:
        return dated
    if not coded and not _speaks_of_time(column.name):
        plainly = plain_column(column, words, kinds, context)
        if plainly is not None:
            return plainly
    first = surely_text(words, kinds, column.name, context)
    if first is None:
        return None
    found = column if names_code(first, column.name) else kept_as_text(first, column, context)
    return _only_errors(found, kinds.eq("error"), context)


def _found(cells: Cells, column: Typed, context: Context) -> Typed:
    """What the cells themselves show."""
    if names_code(cells, column.name):
        return shortened_told(cells, column)
    found = (
        _as_times(cells, column, context)
        or as_booleans(cells, column)
        or as_durations(cells, column, context)
        or _as_numbers(cells, column, context)
        or kept_as_text(cells, column, context)
    )
    return nil_told(cells, found) if found.type in NUMBERS else found


def _as_times(cells: Cells, column: Typed, context: Context) -> Typed | None:
    """Dates; ids such as W1, W2 are no weeks whose year would have to be asked."""
    found = as_dates(cells, column, context)
    asked = {one.id for one in found.questions} if found else set()
    return None if asked == {"year"} and names_ids(column.name) else found


def _given(cells: Cells, column: Typed, context: Context, type: ColumnType) -> Typed:
    """What the person says the column is."""
    if type in TIMES:
        return given_as_dates(cells, column, context, type)
    if type in NUMBERS:
        return nil_told(cells, given_as_numbers(cells, column, context, type))
    if type is ColumnType.BOOLEAN:
        return given_as_booleans(cells, column, context)
    if type is ColumnType.DURATION:
        return given_as_durations(cells, column, context)
    return column


def _speaks_of_time(name: str) -> bool:
    """Whether numbers under a name may be dates or hours."""
    said = plain(name)
    named = PERIOD_NAMES.search(said) or YEAR_NAMES.match(said) or _HOURS.search(said)
    return bool(named) or is_timely(name)


def _row_of(issue: Issue) -> int:
    return issue.place.row or 0


def _error_issues(cells: Cells, column: Typed, context: Context) -> tuple[Issue, ...]:
    bad = np.array([kind == "error" for kind in cells.kinds])
    return cell_issues(cells, bad, column, context, (formula_error, CORRECT_FORMULA))


def _only_errors(column: Typed, wrong: "pd.Series[bool]", context: Context) -> Typed:
    """A column of words, with an issue for each error cell."""
    if not wrong.any():
        return column
    kinds = pd.Series("error", index=column.values.index[wrong])
    part = replace(column, values=column.values[wrong])
    issues = _error_issues(cells_of(part.values, kinds), part, context)
    return replace(column, issues=issues, values=column.values.mask(wrong.to_numpy(), ""))


def formula_error(words: str) -> Text:
    """What an error cell is."""
    return text("{cell} is a formula error; it counts as unknown.", cell=words)


def _are_hours(cells: Cells, name: str) -> bool:
    """Whether 14.30 is half past two: by the name, or because 09.00 stands beside it."""
    if cells.share([bool(_HOUR.match(one)) for one in cells.texts]) < 1:
        return False
    known = [one for one, known in zip(cells.texts, cells.known, strict=True) if known]
    padded = all(len(one) == 5 for one in known) and any(one[0] == "0" for one in known)
    return bool(_HOURS.search(name.casefold())) or padded


def _as_numbers(cells: Cells, column: Typed, context: Context) -> Typed | None:
    first = cells.sample()
    if first.share([one is not None for one in written_numbers(first)]) < HARDLY:
        return None
    written = written_numbers(cells)
    if cells.share([one is not None for one in written]) < MOSTLY:
        return None
    if _are_hours(cells, column.name):
        return column
    if is_identity(cells) or are_lettered(cells, [one is not None for one in written]):
        return None
    if None in written and are_steps(cells):
        return None
    if mixed := are_mixed(cells, written):
        return replace(column, notices=(mixed_units(column.name, mixed),))
    return number_column(cells, written, column, context)
