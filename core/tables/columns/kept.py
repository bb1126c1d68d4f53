"""Why a column stays text, when it nearly was something else; and what a word for nothing means."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.language import Share, Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.figures import written_numbers
from core.tables.columns.timeline import moments_of
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.words import NIL

NEARLY = 0.3  # share of the cells from which a person would ask why the column is text
MOSTLY = 0.6
_DATE = re.compile(r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})\b.*")
_BOOKED = re.compile(r"[\d.,\s]*\d\s*(?:cr|dr|db|kr)\.?", re.I)
_SHAPES = (
    (
        _DATE,
        text(
            "“{name}” stays text: “{cell}” and others look like dates, but name no day between "
            "1700 and 2100."
        ),
    ),
    (
        _BOOKED,
        text(
            "“{name}” stays text: the file does not say whether CR or DR is negative in “{cell}”."
        ),
    ),
)
_SHORTENED = re.compile(r"\d[.,]\d+E\+\d\d", re.I)
_MINUTES = re.compile(r"\d{1,3}:[0-5]\d")
_LENGTH = re.compile(r"\b(durasi|duration|lama)\b", re.I)


def kept_as_text(cells: Cells, column: Typed, context: Context) -> Typed:
    """The column as it was, with the reason where many of its cells are numbers or dates."""
    return replace(column, notices=tuple(_reasons(cells.sample(), column.name, context)))


def _reasons(first: Cells, name: str, context: Context) -> Iterator[Text]:
    numbers = first.share([one is not None for one in written_numbers(first)])
    dates = first.share([one is not None for one in moments_of(first, name, context)])
    if NEARLY <= numbers < MOSTLY:
        yield text(
            "“{name}” stays text: {share} of its cells are numbers.",
            name=name,
            share=Share(numbers),
        )
    if NEARLY <= dates < MOSTLY:
        yield text(
            "“{name}” stays text: {share} of its cells are dates.", name=name, share=Share(dates)
        )
    for shape, say in _SHAPES:
        if found := _shaped(first, shape):
            yield replace(say, values=(("name", name), ("cell", found)))
            break
    if _LENGTH.search(name) and (found := _shaped(first, _MINUTES)):
        yield text(
            "“{name}” stays text: “{cell}” may be minutes and seconds or hours and minutes. Write "
            "it like 1:30:00.",
            name=name,
            cell=found,
        )


def _shaped(cells: Cells, shape: re.Pattern[str]) -> str:
    """An example of the shape most cells have; "" when they have another."""
    fits = [bool(shape.fullmatch(words)) for words in cells.texts]
    if cells.share(fits) < MOSTLY:
        return ""
    return next(words for words, fit in zip(cells.texts, fits, strict=True) if fit)


def shortened_told(cells: Cells, column: Typed) -> Typed:
    """Codes with a word on those that a spreadsheet program has cut to a few digits."""
    cut = next((words for words in cells.texts if _SHORTENED.fullmatch(words)), None)
    if cut is None:
        return column
    notice = text(
        "“{name}” holds numbers shortened by a spreadsheet program, such as “{cell}”: their last "
        "digits are lost. Export it again with that column as text.",
        name=column.name,
        cell=cut,
    )
    return replace(column, notices=(*column.notices, notice))


def mixed_units(name: str, units: tuple[str, ...]) -> Text:
    """Why a column of several units stays text."""
    return text(
        "“{name}” mixes the units {list} and stays text: such numbers cannot be added up. Give "
        "each unit a column of its own.",
        name=name,
        list=", ".join(units),
    )


def nil_told(cells: Cells, column: Typed) -> Typed:
    """Numbers with a word on cells such as nihil: none was there, or none was reported."""
    said = next((words for words in cells.texts if words.casefold() in NIL), None)
    if said is None:
        return column
    notice = text(
        "“{cell}” in “{name}” may mean zero or nothing reported; it counts as unknown. Write 0 "
        "where it was measured.",
        cell=said,
        name=column.name,
    )
    return replace(column, notices=(*column.notices, notice))
