"""A column of written numbers decided as a whole: its decimal mark, its unit, its scale.

The mark is taken from numbers of the column that leave no choice, else from the company the open
ones keep, else from the rest of the file, else from its language; else the person is asked.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.tables.columns import numbers
from core.tables.columns.cells import Cells
from core.tables.columns.measured import million_of, unit_of, units_of
from core.tables.columns.numbers import Written
from core.tables.columns.rewritten import digits, rewritten
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import NUMERIC, Context, answered
from core.tables.model import ColumnType, Question

NOT_PLAIN = text("Write a plain number in the same unit, or leave the cell empty.")
REMARK_APART = text("Keep remarks in a column of their own.")


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
    million, suffix_question = million_of(written, column.name, context)
    questions = tuple(one for one in (question, suffix_question) if one)
    if questions:
        return replace(column, questions=questions)
    unit, fits = unit_of(cells, written)
    values = np.array(
        [
            one.value(decimal, million) if one and fit else np.nan
            for one, fit in zip(written, fits, strict=True)
        ]
    )
    values[np.isinf(values)] = np.nan
    by_row = values[cells.codes]
    known = by_row[~np.isnan(by_row)]
    whole = bool(len(known)) and bool(np.all(known == np.floor(known))) and unit != "percent"
    return replace(
        column,
        values=pd.Series(by_row, index=column.values.index),
        type=ColumnType.INTEGER if whole else ColumnType.NUMBER,
        unit=unit,
        issues=_issues(cells, written, values, (column, context)),
        notices=(*notices, *rewritten(cells, written, values, column.name)),
    )


def given_as_numbers(cells: Cells, column: Typed, context: Context, type: ColumnType) -> Typed:
    """The column as numbers, or as whole numbers, because the person says so."""
    found = number_column(cells, written_numbers(cells), column, context)
    if found.questions or type is ColumnType.NUMBER:
        return found if found.questions else replace(found, type=type)
    broken = found.values.notna() & (found.values % 1 != 0)
    lost = np.zeros(len(cells.texts), bool)
    lost[cells.codes[broken.to_numpy()]] = True
    told = (_not_whole, text("Write a whole number, or leave the cell empty."))
    issues = (*found.issues, *cell_issues(cells, lost, column, context, told))
    return replace(found, type=type, values=found.values.mask(broken), issues=issues)


def _not_whole(words: str) -> Text:
    return text("“{cell}” is not a whole number.", cell=words)


def _issues(
    cells: Cells,
    written: list[Written | None],
    values: np.ndarray,
    whose: tuple[Typed, Context],
) -> tuple[Issue, ...]:
    """Cells that are no number here, and numbers that had something beside them."""
    units = units_of(cells, written)
    lost = np.isnan(values) & cells.known
    other = lost & np.array([unit != "" for unit in units])
    remarked = ~lost & np.array([one is not None and one.remark for one in written])
    read = dict(zip(cells.texts, values.tolist(), strict=True))

    def with_value(words: str) -> Text:
        return text(
            "“{cell}” was read as {value}; what stands beside the number was left out.",
            cell=words,
            value=digits(read[words]),
        )

    return (
        *cell_issues(cells, lost & ~other, *whose, (not_a_number, NOT_PLAIN)),
        *cell_issues(cells, other, *whose, (_another_unit, NOT_PLAIN)),
        *cell_issues(cells, remarked, *whose, (with_value, REMARK_APART)),
    )


def _another_unit(words: str) -> Text:
    return text("“{cell}” is not in the unit of the rest of its column.", cell=words)


def not_a_number(words: str) -> Text:
    """What a cell is that should hold a number."""
    return text("“{cell}” is not a number like the rest of its column.", cell=words)


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
        return "", decimal_question(name, example), ()
    if numbers.thousands_show(typed):
        guess = "comma" if _dotted(cells, written) else "point"
    else:
        guess = context.decimal or by_language(_dotted(cells, written), context)
    if guess:
        return guess, None, (mark_notice(name, guess),)
    return "", decimal_question(name, example), ()


def by_language(dotted: bool, context: Context) -> str:
    """Indonesian words make the point a thousands mark, English words the comma."""
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


def decimal_question(name: str, example: Written) -> Question:
    """What the person is asked where nothing tells the decimal mark."""
    choices = (
        ("comma", text("comma: {value}", value=example.comma or "–")),
        ("point", text("point: {value}", value=example.point or "–")),
    )
    what = text("“{name}”: is the comma or the point the decimal mark?", name=name)
    return Question("decimal", name, what, choices, "--decimal")
