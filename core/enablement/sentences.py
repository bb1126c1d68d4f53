"""A figure in words: its name, its value in its unit, its interval, and the one sentence."""

from core.enablement.compared import STAGED
from core.enablement.figure_words import EFFECTS, LABELS, METRICS, RESULTS, SENTENCES
from core.enablement.model import Measured
from core.enablement.rates import FEWEST
from core.language import Amount, Share, Text, text

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86_400.0
DIFFERENCES = frozenset({"content_lift", "training_effect"})  # of rates, in percentage points
_NOTHING = text("unknown")
_SCALES = (
    (1e12, text("{value} trillion")),
    (1e9, text("{value} billion")),
    (1e6, text("{value} million")),
)


def label(row: Measured) -> Text:
    """What the figure is called; the stage it is of comes first."""
    return Text.joined(": ", [row.group, named(row)]) if row.by in STAGED else named(row)


def named(row: Measured) -> Text:
    """The same without a stage."""
    if row.name == "training_effect" and row.stat in RESULTS:
        return Text(EFFECTS[row.variant].message, (("result", RESULTS[row.stat]),))
    known = LABELS.get(row.key) or METRICS.get(row.name) or LABELS.get((row.name, "", ""))
    return known or Text(" ".join(filter(None, row.key)))


def said(value: float | None, unit: str) -> Text:
    """A value in its unit; seconds in the largest unit that keeps them readable."""
    if value is None:
        return _NOTHING
    if unit == "rate":
        return Text("{value}", (("value", Share(value, 1)),))
    if unit == "days":
        return text("{value} days", value=_short(value))
    if unit == "money":
        return _money(value)
    return _waited(value) if unit == "s" else Text("{value}", (("value", _short(value)),))


def _money(value: float) -> Text:
    """In words of scale, as long rows of zeros are misread."""
    for size, words in _SCALES:
        if abs(value) >= size * 0.9995:  # what would be written as a thousand of the next smaller
            return Text(words.message, (("value", _short(value / size)),))
    return Text("{value}", (("value", _short(value)),))


def told(row: Measured, value: float | None) -> Text:
    """A value of a figure; a difference with its sign, of two rates in percentage points."""
    if value is None or row.name not in DIFFERENCES:
        return said(value, row.unit)
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else "±"
    if row.unit != "rate":
        return Text.joined("", [sign, said(abs(value), row.unit)])
    return text("{sign}{points} points", sign=sign, points=Amount(abs(100 * value), 1))


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
    return told(row, row.value)


def interval_of(row: Measured) -> Text | None:
    """The 95 % interval in words; None where there is none or the figure is told as a count."""
    if _few(row):
        return None
    low, high = told(row, row.low), told(row, row.high)
    if row.low is None:
        return text("up to {high}", high=high) if row.high is not None else None
    if row.high is None:
        return text("from {low} on", low=low)
    return text("{low} to {high}", low=low, high=high)


def sentence(row: Measured) -> Text:
    """The figure in one sentence, with what is to be doubted; why there is none, where refused."""
    if row.refused is not None:
        return text("{name}: {why}.", name=label(row), why=row.refused)
    said = _plainly(row)
    return Text.joined(" ", [said, *row.doubts]) if row.doubts else said


def _plainly(row: Measured) -> Text:
    ends, known = interval_of(row), SENTENCES.get(row.key)
    range_ = Text("") if ends is None else text(" (95% interval: {range})", range=ends)
    if known is None:
        return text("{name}: {value}{range}.", name=label(row), value=value_of(row), range=range_)
    value = told(row, row.value)
    if _few(row):
        value = Text("{count}", (("count", int(row.numerator or 0)),))
    values = (("n", row.n), ("value", value), ("range", range_), ("stage", row.group))
    return Text(known.message, values, known.many)


def _few(row: Measured) -> bool:
    return row.unit == "rate" and row.n < FEWEST and row.numerator is not None
