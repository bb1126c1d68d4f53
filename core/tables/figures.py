"""A column of written numbers decided as a whole: its decimal mark, its unit, its scale.

The mark is taken from numbers of the column that leave no choice, else from the company the open
ones keep, else from the rest of the file, else from its language; else the person is asked.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Text, text
from core.tables import numbers
from core.tables.cells import Cells
from core.tables.context import NUMERIC, Context, answered
from core.tables.model import ColumnType, Question
from core.tables.numbers import Written
from core.tables.typed import Typed, cell_issues

NOT_PLAIN = text("Write a plain number in the same unit, or leave the cell empty.")


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
        [
            one.value(decimal, million) if one and fit else np.nan
            for one, fit in zip(written, fits, strict=True)
        ]
    )
    fits = [fit and not np.isinf(value) for fit, value in zip(fits, values, strict=True)]
    values[np.isinf(values)] = np.nan
    bad = np.array([not fit for fit in fits]) & cells.known
    by_row = values[cells.codes]
    known = by_row[~np.isnan(by_row)]
    whole = bool(len(known)) and bool(np.all(known == np.floor(known))) and unit != "percent"
    issues = cell_issues(cells, bad, column, context, (not_a_number, NOT_PLAIN))
    if unit == "percent" and any(one and one.unit == "percent" for one in written):
        notices = (
            *notices,
            text("“{name}” is in percent; kept as fractions (63% = 0.63).", name=column.name),
        )
    return replace(
        column,
        values=pd.Series(by_row, index=column.values.index),
        type=ColumnType.INTEGER if whole else ColumnType.NUMBER,
        unit=unit,
        issues=issues,
        notices=notices,
    )


def not_a_number(words: str) -> Text:
    """What a cell is that should hold a number."""
    return text("“{cell}” is not a number like the rest of its column.", cell=words)


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
    typed = [one for one, kind in zip(written, cells.kinds, strict=True) if one and kind == "text"]
    style = numbers.decimal_of(typed)
    if style == "none":
        return "point", None, ()
    if given := answered(context.answers.decimal, name):
        return given, None, ()
    if style in ("comma", "point"):
        return style, None, (mark_notice(name, style),) if style == "comma" else ()
    example = next((one for one in typed if one.style == "either"), typed[0])
    if style == "both":
        return "", _decimal_question(name, example), ()
    if numbers.thousands_show(typed):
        guess = "comma" if _dotted(cells, written) else "point"
    else:
        guess = context.decimal or _by_language(cells, written, context)
    if guess:
        return guess, None, (mark_notice(name, guess),)
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


def mark_notice(name: str, decimal: str) -> Text:
    """How the decimal mark of a column was read."""
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
