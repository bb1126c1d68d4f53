"""The order of day and month in a column of dates such as 03/04/2024.

Days above 12 anywhere in the column decide, else other columns of the file, else the calendar when
one reading steps evenly and the other clearly does not. Twelve first days of a month are even
steps in both readings: then the person is asked.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from core.language import Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.exchanged import half_converted, swap_question
from core.tables.columns.moment import Moment
from core.tables.context import Context, answered
from core.tables.model import Question


def order_of(
    moments: Sequence[Moment | None], cells: Cells, name: str, context: Context
) -> tuple[str, Question | None, tuple[Text, ...]]:
    """The order of day and month: (order, question, notices)."""
    asked = [one for one in moments if one and one.parts]
    if not asked:
        return "dmy", None, ()
    given = answered(context.answers.date_order, name)
    if written := half_converted(moments, cells):
        return written, None if given else swap_question(name, moments, cells), ()
    if given:
        return given, None, ()
    possible = [order for order in ("dmy", "mdy") if all(one.ordered(order) for one in asked)]
    share = {
        order: sum(one.ordered(order) is not None for one in asked) for order in ("dmy", "mdy")
    }
    example = next((one for one in asked if not (one.ordered("dmy") and one.ordered("mdy"))), None)
    if len(possible) == 1 and not _year_first(asked, possible[0], cells, moments):
        return possible[0], None, (_noticed(name, possible[0], example),)
    if not possible:
        best = max(share, key=lambda order: share[order])
        proofs = {order for order in share if any(_only(one, order) for one in asked)}
        if len(proofs) == 1:
            return best, None, (_noticed(name, best, example),)
        return "", _date_question(name, asked, clash=len(proofs) == 2), ()
    if len(possible) == 2 and context.date_order and not all(one.short_year for one in asked):
        notice = text(
            "Dates in “{name}” are read {order} like the other dates of the file.",
            name=name,
            order=_order_words(context.date_order),
        )
        return context.date_order, None, (notice,)
    even = [order for order in ORDERS if _even_steps(moments, cells, order)]
    if len(even) == 1 and _uneven(moments, cells, even[0]):
        notice = text(
            "Dates in “{name}” are read {order}: only so do they step evenly.",
            name=name,
            order=_order_words(even[0]),
        )
        return even[0], None, (notice,)
    return "", _date_question(name, asked), ()


FEW_DAYS = 5  # different first parts from which equal last parts are no chance
ORDERS = ("dmy", "mdy", "ymd")


def _only(one: Moment, order: str) -> bool:
    other = "mdy" if order == "dmy" else "dmy"
    return one.ordered(order) is not None and one.ordered(other) is None


def _year_first(
    asked: Sequence[Moment], order: str, cells: Cells, moments: Sequence[Moment | None]
) -> bool:
    """Whether 24-01-31 may as well have its year first: all short, possible, and no less even."""
    if not all(one.short_year and one.ordered("ymd") for one in asked) or _years_last(asked):
        return False
    return _even_steps(moments, cells, "ymd") or not _even_steps(moments, cells, order)


def _years_last(asked: Sequence[Moment]) -> bool:
    """Whether the last parts are two or three years side by side, and the first parts spread."""
    first = {one.parts[0] for one in asked if one.parts}
    last = {one.parts[2] for one in asked if one.parts}
    return len(first) >= FEW_DAYS and max(last) - min(last) < 3 and max(first) - min(first) > 10


def _days(moments: Sequence[Moment | None], cells: Cells, order: str) -> list[date]:
    """The distinct days in row order under an order of day and month."""
    found = []
    for code in dict.fromkeys(cells.in_order().tolist()):
        moment = moments[code]
        ordered = moment.ordered(order) if moment else None
        day = ordered.start() if ordered else None
        if day:
            found.append(day)
    return found


def _even_steps(moments: Sequence[Moment | None], cells: Cells, order: str) -> bool:
    """Whether every step between neighbours is the same number of days, or of months."""
    days = _days(moments, cells, order)
    asked = sum(one is not None for one in moments)
    if len(days) < max(3, asked):
        return False
    in_days = {(later - earlier).days for earlier, later in pairwise(days)}
    return (len(in_days) == 1 and abs(in_days.pop()) in (1, 7, 14)) or _even_months(days)


def _even_months(days: list[date]) -> bool:
    steps = {
        (later.year - earlier.year) * 12 + later.month - earlier.month
        for earlier, later in pairwise(days)
    }
    placed = {day.day for day in days}
    at_end = all((date.fromordinal(day.toordinal() + 1)).day == 1 for day in days)
    return len(steps) == 1 and abs(steps.pop()) in (1, 3, 12) and (len(placed) == 1 or at_end)


def _uneven(moments: Sequence[Moment | None], cells: Cells, chosen: str) -> bool:
    """Whether every other possible order steps clearly unevenly: some step far off the usual."""
    for order in ORDERS:
        days = _days(moments, cells, order) if order != chosen else []
        if len(days) > 2:
            steps = np.abs([(later - earlier).days for earlier, later in pairwise(days)])
            if steps.max() < 3 * max(1.0, float(np.median(steps))):
                return False
    return True


def _order_words(order: str) -> Text:
    words = {
        "dmy": text("day first"),
        "mdy": text("month first"),
        "ymd": text("year first"),
    }
    return words[order]


def _noticed(name: str, order: str, example: Moment | None) -> Text:
    shown = "/".join(str(part) for part in example.parts) if example and example.parts else ""
    return text(
        "Dates in “{name}” are read {order}, because {example} can only be read so.",
        name=name,
        order=_order_words(order),
        example=shown,
    )


def _date_question(name: str, asked: Sequence[Moment], clash: bool = False) -> Question:
    example = max(asked, key=_tells)
    shown = "/".join(f"{part:02}" for part in example.parts or ())
    what = text("“{name}”: which way is {example} to be read?", name=name, example=shown)
    if clash:
        what = text(
            "“{name}” holds dates of both orders. Which one is {example}?", name=name, example=shown
        )
    orders = ORDERS if all(one.short_year for one in asked) else ORDERS[:2]
    choices = tuple(
        (order, _choice(shows, order))
        for order in orders
        if (shows := max(asked, key=lambda one: (one.ordered(order) is not None, _tells(one))))
        and shows.ordered(order)
    )
    return Question("date_order", name, what, choices, "--date-order")


def _tells(example: Moment) -> int:
    """How well an example shows the question: best a date that each order reads another way."""
    day, month = example.ordered("dmy"), example.ordered("mdy")
    return 2 * (day is not None and month is not None) + (day != month)


def _choice(example: Moment, order: str) -> Text:
    ordered = example.ordered(order)
    day = ordered.start() if ordered else None
    return text("{order}: {day}", order=_order_words(order), day=day or "")
