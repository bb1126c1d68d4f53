"""A whole column typed from all its cells: dates, booleans, numbers, else the text it was.

A minority of cells that do not fit become issues with their place and count as unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text, text
from core.periods import Grain
from core.tables import numbers
from core.tables.cells import Cells, cells_of
from core.tables.context import NUMERIC, Context, answered
from core.tables.model import ColumnType, Question
from core.tables.numbers import Written
from core.tables.timeline import moments_of, timeline
from core.tables.words import FALSE, TRUE

MOSTLY = 0.6
LONGEST_NUMBER = 15  # digits a float keeps; longer ones are identities


@dataclass(frozen=True)
class Typed:
    """A typed column. `values` has the rows' index: float64, datetime64, boolean or text."""

    name: str
    letter: str
    values: "pd.Series[float]"
    type: ColumnType
    unit: str = ""
    grain: Grain | None = None
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    notices: tuple[Text, ...] = ()


def read_column(
    name: str, letter: str, words: "pd.Series[str]", kinds: "pd.Series[str]", context: Context
) -> Typed:
    """Type one column; `words` and `kinds` share the index of spreadsheet rows."""
    cells = cells_of(words, kinds)
    as_text = Typed(name, letter, words, ColumnType.TEXT)
    errors = _error_issues(cells, words.index, as_text, context)
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


def _row_of(issue: Issue) -> int:
    return issue.place.row or 0


def place_of(column: Typed, row: int, context: Context) -> Place:
    """Where a cell of a column is."""
    return Place(context.source, context.sheet, row, column.name, f"{column.letter}{row}")


def _error_issues(
    cells: Cells, index: pd.Index, column: Typed, context: Context
) -> tuple[Issue, ...]:
    bad = [kind == "error" for kind in cells.kinds]
    return _issues(
        cells,
        index,
        np.array(bad),
        column,
        context,
        lambda words: text("{cell} is a formula error; it counts as unknown.", cell=words),
        text("Correct the formula in the spreadsheet."),
    )


def _issues(
    cells: Cells,
    index: pd.Index,
    bad: "np.ndarray",  # type: ignore[type-arg]
    column: Typed,
    context: Context,
    say: "object",
    remedy: Text,
) -> tuple[Issue, ...]:
    rows = np.flatnonzero(bad[cells.codes])
    return tuple(
        Issue(
            say(cells.texts[cells.codes[row]][:60]),  # type: ignore[operator]
            remedy,
            place_of(column, int(index[row]), context),
        )
        for row in rows
    )


def _as_dates(cells: Cells, column: Typed, context: Context) -> Typed | None:
    moments = moments_of(cells, column.name, context)
    if cells.share([one is not None for one in moments]) < MOSTLY:
        return None
    known = timeline(moments, cells, column.name, context)
    if known.question is not None:
        return replace(column, questions=(known.question,))
    lost = np.array(
        [known.starts[i] is None and moments[i] is None or moments[i] is not None
         and moments[i].year is not None and known.starts[i] is None
         for i in range(len(moments))]
    ) & cells.known  # fmt: skip
    values = _stamped(known.by_row, known.clocks, cells, column.values.index)
    timed = any(known.clocks) and known.grain is Grain.DAY
    issues = _issues(
        cells,
        column.values.index,
        lost,
        column,
        context,
        lambda words: text("“{cell}” is not a date like the rest of its column.", cell=words),
        text("Write it like the other dates."),
    )
    return replace(
        column,
        values=values,
        type=ColumnType.DATETIME if timed else ColumnType.DATE,
        grain=known.grain,
        issues=issues,
        notices=known.notices,
    )


def _stamped(
    days: Sequence[date | None], clocks: Sequence[str], cells: Cells, index: pd.Index
) -> "pd.Series[float]":
    stamps = pd.Series(pd.to_datetime(pd.Series(list(days), dtype=object)).to_numpy("M8[s]"))
    if any(clocks):
        hours = pd.to_timedelta([clock or "00:00:00" for clock in clocks])
        stamps = stamps + pd.Series(hours[cells.codes].to_numpy("m8[s]"))
    stamps.index = index
    return stamps


def _as_booleans(cells: Cells, column: Typed) -> Typed | None:
    said = [words.casefold() for words in cells.texts]
    fits = [one in TRUE or one in FALSE for one in said]
    if cells.share(fits) < 1 or len({one for one, fit in zip(said, fits, strict=True) if fit}) < 2:
        return None
    truth = pd.array([one in TRUE if fit else None for one, fit in zip(said, fits, strict=True)], "boolean")
    values = pd.Series(truth[cells.codes], index=column.values.index)
    return replace(column, values=values, type=ColumnType.BOOLEAN)


def written_numbers(cells: Cells) -> list[Written | None]:
    """The number each distinct cell writes."""
    return [
        _written(words, kind) if known else None
        for words, kind, known in zip(cells.texts, cells.kinds, cells.known, strict=True)
    ]


def _written(words: str, kind: str) -> Written | None:
    if kind in NUMERIC:
        return Written(words.lstrip("-"), words.lstrip("-"), words.startswith("-"))
    return numbers.take_apart(words) if kind == "text" else None


def _is_identity(cells: Cells) -> bool:
    """Leading zeros, a plus sign or more digits than a number keeps: codes, not amounts."""
    for words, kind, known in zip(cells.texts, cells.kinds, cells.known, strict=True):
        if known and kind == "text":
            digits = words.lstrip("+")
            if digits.isdigit() and (
                (len(digits) > 1 and digits[0] == "0")
                or len(digits) > LONGEST_NUMBER
                or (digits != words and len(digits) > 8)
            ):
                return True
    return False


def _as_numbers(cells: Cells, column: Typed, context: Context) -> Typed | None:
    written = written_numbers(cells)
    if cells.share([one is not None for one in written]) < MOSTLY or _is_identity(cells):
        return None
    return number_column(cells, written, column, context)


def number_column(
    cells: Cells, written: list[Written | None], column: Typed, context: Context
) -> Typed:
    """A column of numbers; it stays text with a question while a mark is open."""
    decimal, question, notices = _decimal(cells, written, column.name, context)
    million, suffix_question = _million(written, column.name, context)
    questions = tuple(one for one in (question, suffix_question) if one)
    if questions:
        return replace(column, questions=questions)
    unit, fits = _unit(cells, written)
    values = np.array(
        [one.value(decimal, million) if one and fit else np.nan for one, fit in zip(written, fits, strict=True)]
    )
    bad = np.array([not fit for fit in fits]) & cells.known
    by_row = values[cells.codes]
    known = by_row[~np.isnan(by_row)]
    whole = bool(len(known)) and bool(np.all(known == np.floor(known))) and unit != "percent"
    issues = _issues(
        cells,
        column.values.index,
        bad,
        column,
        context,
        lambda words: text("“{cell}” is not a number like the rest of its column.", cell=words),
        text("Write a plain number in the same unit, or leave the cell empty."),
    )
    if unit == "percent" and any(one and one.unit == "percent" for one in written):
        notices = (*notices, text("“{name}” is in percent; kept as fractions (63% = 0.63).", name=column.name))
    return replace(
        column,
        values=pd.Series(by_row, index=column.values.index),
        type=ColumnType.INTEGER if whole else ColumnType.NUMBER,
        unit=unit,
        issues=issues,
        notices=notices,
    )


def _unit(cells: Cells, written: list[Written | None]) -> tuple[str, list[bool]]:
    """The unit most cells carry, and which cells may stand beside it."""
    units = [
        "" if one is None else "percent" if kind == "percent" else one.unit
        for one, kind in zip(written, cells.kinds, strict=True)
    ]
    weight: dict[str, int] = {}
    for unit, one, count in zip(units, written, cells.counts, strict=True):
        if one:
            weight[unit] = weight.get(unit, 0) + int(count)
    named = {unit: count for unit, count in weight.items() if unit}
    unit = max(named, key=lambda one: named[one]) if named else ""
    if unit == "percent" and weight.get("", 0) > named["percent"]:
        unit = ""
    zero = [one is not None and one.value("point", 0) == 0 for one in written]
    allowed = {unit, ""} if unit != "percent" else {unit}
    return unit, [
        one is not None and (its in allowed or nil)
        for one, its, nil in zip(written, units, zero, strict=True)
    ]


def _decimal(
    cells: Cells, written: list[Written | None], name: str, context: Context
) -> tuple[str, Question | None, tuple[Text, ...]]:
    typed = [
        one for one, kind in zip(written, cells.kinds, strict=True) if one and kind == "text"
    ]
    style = numbers.decimal_of(typed)
    if style == "none":
        return "point", None, ()
    if given := answered(context.answers.decimal, name):
        return given, None, ()
    if style in ("comma", "point"):
        return style, None, (_mark_notice(name, style),) if style == "comma" else ()
    example = next((one for one in typed if one.style == "either"), typed[0])
    if style == "both":
        return "", _decimal_question(name, example), ()
    if numbers.thousands_show(typed):
        guess = "comma" if _dotted(cells, written) else "point"
    else:
        guess = context.decimal or _by_language(cells, written, context)
    if guess:
        return guess, None, (_mark_notice(name, guess),)
    return "", _decimal_question(name, example), ()


def _by_language(cells: Cells, written: list[Written | None], context: Context) -> str:
    """Indonesian words make the point a thousands mark, English words the comma."""
    dotted = _dotted(cells, written)
    if context.language == "id" and dotted:
        return "comma"
    return "point" if context.language == "en" and not dotted else ""


def _dotted(cells: Cells, written: list[Written | None]) -> bool:
    """Whether the open mark is a point."""
    return any(
        one is not None and one.style == "either" and "." in words
        for one, words in zip(written, cells.texts, strict=True)
    )


def _mark_notice(name: str, decimal: str) -> Text:
    if decimal == "comma":
        return text("In “{name}” the comma is the decimal mark: 1.234,5.", name=name)
    return text("In “{name}” the point is the decimal mark: 1,234.5.", name=name)


def _decimal_question(name: str, example: Written) -> Question:
    choices = (
        ("comma", text("comma: {value}", value=example.comma or "–")),
        ("point", text("point: {value}", value=example.point or "–")),
    )
    what = text("“{name}”: is the comma or the point the decimal mark?", name=name)
    return Question("decimal", name, what, choices, "--decimal")


def _million(
    written: list[Written | None], name: str, context: Context
) -> tuple[int, Question | None]:
    """The power of ten of a bare M: 9 among Indonesian words, 6 among English ones, else asked."""
    scales = {one.scale for one in written if one}
    if "m" not in scales:
        return 6, None
    if given := answered(context.answers.suffix, name):
        return (9 if given == "billion" else 6), None
    units = {one.unit for one in written if one and one.unit}
    if scales & numbers.INDONESIAN_SCALES or units == {"IDR"}:
        return 9, None
    if scales & numbers.ENGLISH_SCALES or (units and "IDR" not in units):
        return 6, None
    if context.language:
        return (9 if context.language == "id" else 6), None
    what = text("“{name}”: is 3 M three million or three billion (miliar)?", name=name)
    choices = (("million", text("million (10⁶)")), ("billion", text("billion, miliar (10⁹)")))
    return 6, Question("suffix", name, what, choices, "--suffix")


