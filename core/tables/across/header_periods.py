"""The periods that headers name, alone or with words beside them: “Jan 2025”, “Jan 2025 Target”."""

import re
from collections.abc import Sequence

from core.periods import Grain
from core.tables.columns.bare import SERIALS
from core.tables.columns.dates import take_apart
from core.tables.columns.moment import Moment, serial
from core.tables.context import Context
from core.tables.words import ACTUAL_NAMES, TARGET_NAMES, plain

_EDGES = " -–—_:|()[]/"
_WORDS = re.compile(r"[\s_]+")
MOST_WORDS = 4  # of a period: “1 s.d. Jan 2025” has more than any other
Read = tuple[Moment, str] | None  # a period, and the words beside it


def periods_of(headers: Sequence[tuple[str, ...]], context: Context) -> list[Read]:
    """The period of each header, and the words beside it."""
    return _with_figures(headers, [_period_of(parts, context) for parts in headers], context)


def _period_of(parts: tuple[str, ...], context: Context) -> Read:
    """The period a header names, and the words beside it: (“Jan 2025”, “Target”)."""
    if not parts:
        return None
    for said in (" ".join(parts), " ".join(reversed(parts))):
        if found := _moment(said, context):
            return found, ""
    for count in (len(parts) - 1, 1):
        for some, rest in ((parts[:count], parts[count:]), (parts[-count:], parts[:-count])):
            if rest and count > 0 and (found := _moment(" ".join(some), context)):
                return found, " ".join(rest)
    return _beside_goal(parts[-1].split(), context) if len(parts) == 1 else None


def _beside_goal(said: list[str], context: Context) -> Read:
    """“Jan 2024 Target” in one cell: the period, and the word for a goal or what came of it."""
    for goal, rest in ((said[-1], said[:-1]), (said[0], said[1:])):
        word = plain(goal.strip("()"))
        named = TARGET_NAMES.fullmatch(word) or ACTUAL_NAMES.fullmatch(word)
        if named and rest and (found := _moment(" ".join(rest).strip(_EDGES), context)):
            return found, goal.strip("()")
    return None


def _with_figures(
    headers: Sequence[tuple[str, ...]], read: Sequence[Read], context: Context
) -> list[Read]:
    """The periods read, and those of headers such as “Leads Jan 2025” and “Leads Feb 2025”.

    The same words must stand beside several periods: “May Hall” alone is a name.
    """
    split = [
        None if found or not parts else _beside_figure(_WORDS.split(" ".join(parts)), context)
        for parts, found in zip(headers, read, strict=True)
    ]
    beside: dict[str, set[Moment]] = {}
    for one in filter(None, split):
        beside.setdefault(plain(one[1]), set()).add(one[0])
    return [
        found or (one if one and len(beside[plain(one[1])]) > 1 else None)
        for found, one in zip(read, split, strict=True)
    ]


def _beside_figure(said: list[str], context: Context) -> Read:
    """A month, or a period with its year, at either end of a header, and the words beside it.

    A quarter without a year is none: Q1 is the first question, too. Nor are digits alone: they may
    number rooms, outlets or products.
    """
    for count in range(min(MOST_WORDS, len(said) - 1), 0, -1):
        for some, rest in ((said[-count:], said[:-count]), (said[:count], said[count:])):
            said_alone, words = " ".join(some).strip(_EDGES), " ".join(rest).strip(_EDGES)
            found = None if said_alone.isdecimal() else take_apart(said_alone)
            if found and words and (found.year or found.parts or found.grain is Grain.MONTH):
                return found, words
    return None


def _moment(said: str, context: Context) -> Moment | None:
    if said.isdecimal() and SERIALS[0] <= int(said) <= SERIALS[1] and len(said) == 5:
        day = serial(int(said), context.date_1904)
        return Moment(Grain.DAY, day.year, day.month, day.day)
    return take_apart(said)
