"""A figure in words: its name, its value in its unit, its interval, and the one sentence."""

from core.enablement.compared import STAGE
from core.enablement.figure_words import LABELS, SENTENCES
from core.enablement.model import Measured
from core.enablement.rates import FEWEST
from core.language import Amount, Share, Text, text

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86_400.0
_NOTHING = text("unknown")


def label(row: Measured) -> Text:
    """What the figure is called; the stage it is of comes first."""
    named = LABELS.get(row.key) or Text(" ".join(filter(None, row.key)))
    return Text.joined(": ", [row.group, named]) if row.by == STAGE else named


def said(value: float | None, unit: str) -> Text:
    """A value in its unit; seconds in the largest unit that keeps them readable."""
    if value is None:
        return _NOTHING
    if unit == "rate":
        return Text("{value}", (("value", Share(value, 1)),))
    if unit == "days":
        return text("{value} days", value=_short(value))
    return _waited(value) if unit == "s" else Text("{value}", (("value", _short(value)),))


def _waited(seconds: float) -> Text:
    if seconds < 2 * _MINUTE:
        return text("{value} seconds", value=_short(seconds))
    if seconds < 2 * _HOUR:
        return text("{value} minutes", value=_short(seconds / _MINUTE))
    if seconds < 2 * _DAY:
        return text("{value} hours", value=_short(seconds / _HOUR))
    return text("{value} days", value=_short(seconds / _DAY))


def _short(value: float) -> Amount:
    return Amount(value, 0 if abs(value) >= 100 or value == round(value) else 1)


def value_of(row: Measured) -> Text:
    """The figure as it may be said: of a handful of records the count, else the value."""
    if _few(row):
        part, whole = int(row.numerator or 0), int(row.denominator or 0)
        return text("{part} of {whole}", part=part, whole=whole)
    return said(row.value, row.unit)


def interval_of(row: Measured) -> Text | None:
    """The 95 % interval in words; None where there is none or the figure is told as a count."""
    if row.unit == "rate" and row.n < FEWEST:
        return None
    low, high = said(row.low, row.unit), said(row.high, row.unit)
    if row.low is None:
        return text("up to {high}", high=high) if row.high is not None else None
    if row.high is None:
        return text("from {low} on", low=low)
    return text("{low} to {high}", low=low, high=high)


def sentence(row: Measured) -> Text:
    """The figure in one sentence; why there is none, where it is refused."""
    if row.refused is not None:
        return text("{name}: {why}.", name=label(row), why=row.refused)
    told, known = interval_of(row), SENTENCES.get(row.key)
    range_ = Text("") if told is None else text(" (95% interval: {range})", range=told)
    if known is None:
        return text("{name}: {value}{range}.", name=label(row), value=value_of(row), range=range_)
    value = said(row.value, row.unit)
    if _few(row):
        value = Text("{count}", (("count", int(row.numerator or 0)),))
    values = (("n", row.n), ("value", value), ("range", range_), ("stage", row.group))
    return Text(known.message, values, known.many)


def _few(row: Measured) -> bool:
    return row.unit == "rate" and row.n < FEWEST and row.numerator is not None
