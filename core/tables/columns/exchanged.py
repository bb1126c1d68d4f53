"""Dates a program half converted: day and month exchanged wherever the day allowed it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.language import text
from core.periods import Grain
from core.tables.columns.cells import Cells
from core.tables.columns.moment import Moment
from core.tables.context import NATIVE_DATES
from core.tables.model import Question

NEARLY_ALL = 0.8
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


def half_converted(moments: Sequence[Moment | None], cells: Cells) -> str:
    """The order of texts that a program turned into dates the other way wherever it could; or "".

    Then every text left has a day above 12, and nearly every date cell a day up to 12: those are
    swapped. A text file made from such a sheet shows the date cells as 2025-01-31.
    """
    natives = [one for one, words in _pairs(moments, cells) if words]
    texts = [one for one, words in _pairs(moments, cells) if one.parts]
    small = sum(one.day <= 12 for one in natives)
    if not natives or not texts or small < NEARLY_ALL * len(natives):
        return ""
    left = [order for order in ("dmy", "mdy") if not any(one.ordered(order) for one in texts)]
    return {"mdy": "dmy", "dmy": "mdy"}[left[0]] if len(left) == 1 else ""


def _pairs(moments: Sequence[Moment | None], cells: Cells) -> Iterator[tuple[Moment, bool]]:
    """Each date, and whether the file holds it as a date rather than as text in some order."""
    for one, words, kind in zip(moments, cells.texts, cells.kinds, strict=True):
        if one and one.grain is Grain.DAY:
            yield one, kind in NATIVE_DATES or bool(_ISO.match(words))


def swapped(moments: Sequence[Moment | None], cells: Cells) -> list[Moment | None]:
    """Date cells with day and month exchanged, as they were before their conversion."""
    return [
        replace(one, part=one.day, day=one.part)
        if one and one.day <= 12 and (kind in NATIVE_DATES or _ISO.match(words))
        else one
        for one, words, kind in zip(moments, cells.texts, cells.kinds, strict=True)
    ]


def swap_question(name: str, moments: Sequence[Moment | None], cells: Cells) -> Question:
    """The question whether the date cells are right as they are."""
    natives = [one for one, native in _pairs(moments, cells) if native and one.day <= 12]
    example = next((one for one in natives if one.day != one.part), natives[0])
    exchanged = replace(example, part=example.day, day=example.part)
    order = half_converted(moments, cells)
    what = text(
        "“{name}” mixes date cells with texts whose day is always above 12: a program may have "
        "exchanged day and month of the date cells. What is one of them?",
        name=name,
    )
    turned = text("exchanged: {day}", day=exchanged.start() or "")
    right = text("right as it is: {day}", day=example.start() or "")
    choices = (
        (("dmy", turned), ("mdy", right)) if order == "dmy" else (("dmy", right), ("mdy", turned))
    )
    return Question("date_order", name, what, choices, "--date-order")
