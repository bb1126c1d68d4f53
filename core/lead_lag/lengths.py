"""Lengths of time in the words of each grain."""

from core.language import Text, counted, text
from core.periods import Grain


def later(grain: Grain, n: int) -> Text:
    """So long after: 3 months later."""
    match grain:
        case Grain.DAY:
            return counted("{n} day later", "{n} days later", n)
        case Grain.WEEK:
            return counted("{n} week later", "{n} weeks later", n)
        case Grain.MONTH:
            return counted("{n} month later", "{n} months later", n)
        case Grain.QUARTER:
            return counted("{n} quarter later", "{n} quarters later", n)
        case Grain.YEAR:
            return counted("{n} year later", "{n} years later", n)


def delay(grain: Grain, n: int) -> Text:
    """So long a delay: a delay of 3 months."""
    if n == 0:
        return text("no delay")
    match grain:
        case Grain.DAY:
            return counted("a delay of {n} day", "a delay of {n} days", n)
        case Grain.WEEK:
            return counted("a delay of {n} week", "a delay of {n} weeks", n)
        case Grain.MONTH:
            return counted("a delay of {n} month", "a delay of {n} months", n)
        case Grain.QUARTER:
            return counted("a delay of {n} quarter", "a delay of {n} quarters", n)
        case Grain.YEAR:
            return counted("a delay of {n} year", "a delay of {n} years", n)


def length(grain: Grain, n: int) -> Text:
    """So much data: 60 months compared."""
    match grain:
        case Grain.DAY:
            return counted("{n} day compared", "{n} days compared", n)
        case Grain.WEEK:
            return counted("{n} week compared", "{n} weeks compared", n)
        case Grain.MONTH:
            return counted("{n} month compared", "{n} months compared", n)
        case Grain.QUARTER:
            return counted("{n} quarter compared", "{n} quarters compared", n)
        case Grain.YEAR:
            return counted("{n} year compared", "{n} years compared", n)
