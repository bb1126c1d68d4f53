"""Lags in words, short enough for a cell and long enough for a sentence."""

from core.language import Text, text
from core.lead_lag.lengths import span
from core.periods import Grain


def short(periods: int, grain: Grain) -> Text:
    """`3 mo`, for a cell of a matrix."""
    return Text(_SHORT[grain].message, (("n", periods),))


def plural(grain: Grain) -> Text:
    """`months`, for an axis."""
    return _PLURAL[grain]


def moved(periods: int, grain: Grain) -> Text:
    """How far a series is drawn from its own place: later for k > 0, earlier for k < 0."""
    if periods == 0:
        return text("at its own time")
    if periods > 0:
        return text("drawn {span} later", span=span(grain, periods))
    return text("drawn {span} earlier", span=span(grain, -periods))


_SHORT = {
    Grain.DAY: text("{n} d"),
    Grain.WEEK: text("{n} wk"),
    Grain.MONTH: text("{n} mo"),
    Grain.QUARTER: text("{n} qtr"),
    Grain.YEAR: text("{n} yr"),
}
_PLURAL = {
    Grain.DAY: text("days"),
    Grain.WEEK: text("weeks"),
    Grain.MONTH: text("months"),
    Grain.QUARTER: text("quarters"),
    Grain.YEAR: text("years"),
}
