"""Lengths of time in the words of each grain."""

from core.language import Text, counted, text
from core.periods import Grain


def span(grain: Grain, n: int) -> Text:
    """So long: 3 months."""
    match grain:
        case Grain.DAY:
            return counted("{n} day", "{n} days", n)
        case Grain.WEEK:
            return counted("{n} week", "{n} weeks", n)
        case Grain.MONTH:
            return counted("{n} month", "{n} months", n)
        case Grain.QUARTER:
            return counted("{n} quarter", "{n} quarters", n)
        case Grain.YEAR:
            return counted("{n} year", "{n} years", n)


def later(grain: Grain, n: int) -> Text:
    """So long after: 3 months later."""
    return text("{span} later", span=span(grain, n))


def delay(grain: Grain, n: int) -> Text:
    """So long a delay: a delay of 3 months."""
    return text("a delay of {span}", span=span(grain, n)) if n else text("no delay")


def length(grain: Grain, n: int) -> Text:
    """So much data: 60 months compared."""
    return text("{span} compared", span=span(grain, n))
