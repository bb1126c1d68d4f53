"""Dates a program half converted: day and month exchanged wherever the day allowed it."""

from collections.abc import Sequence
from dataclasses import replace

from core.language import text
from core.tables.cells import Cells
from core.tables.context import NATIVE_DATES
from core.tables.model import Question
from core.tables.moment import Moment


def half_converted(moments: Sequence[Moment | None], cells: Cells) -> bool:
    """Whether a program turned dd/mm texts into dates month first wherever it could.

    Then every text has a day above 12 and every date cell a day up to 12: the dates are swapped.
    """
    natives = [
        one for one, kind in zip(moments, cells.kinds, strict=True) if one and kind in NATIVE_DATES
    ]
    texts = [one for one in moments if one and one.parts]
    left = all(not one.ordered("mdy") for one in texts)
    return bool(natives) and left and all(one.day <= 12 for one in natives)


def swapped(moments: Sequence[Moment | None], cells: Cells) -> list[Moment | None]:
    """Date cells with day and month exchanged, as they were before their conversion."""
    return [
        replace(one, part=one.day, day=one.part) if one and kind in NATIVE_DATES else one
        for one, kind in zip(moments, cells.kinds, strict=True)
    ]


def swap_question(name: str, moments: Sequence[Moment | None], cells: Cells) -> Question:
    """The question whether the date cells are right as they are."""
    example = next(
        one for one, kind in zip(moments, cells.kinds, strict=True) if one and kind in NATIVE_DATES
    )
    swapped = replace(example, part=example.day, day=example.part)
    what = text(
        "“{name}” mixes date cells with texts whose day is always above 12: a program may have "
        "exchanged day and month of the date cells. What is the first of them?",
        name=name,
    )
    choices = (("dmy", text("exchanged: {day}", day=swapped.start() or "")),
               ("mdy", text("right as it is: {day}", day=example.start() or "")))  # fmt: skip
    return Question("date_order", name, what, choices, "--date-order")
