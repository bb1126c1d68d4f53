"""The answer in one sentence: what followed, never what was caused."""

from core.enablement.impact.model import Impact, Range, Verdict
from core.language import Amount, Share, Text, text
from core.metrics import value_said


def sentence(found: Impact) -> Text:
    """What followed the date, how sure that is, and how often nothing looks the same."""
    return Text.joined(" ", [_followed(found), placebo(found)])


def _followed(found: Impact) -> Text:
    told = {
        "day": found.when,
        "metric": found.metric.name,
        "effect": effect_said(found),
        "low": bound_said(found, "low"),
        "high": bound_said(found, "high"),
    }
    match found.verdict:
        case Verdict.NO_EVIDENCE:
            return text(
                "No evidence that {metric} ran otherwise after {day} than was to be expected: "
                "{effect}, and anything from {low} to {high} is possible (95%).",
                **told,
            )
        case Verdict.CHANGE:
            return text(
                "{day} was followed by a change in {metric}: {effect} against its own past course "
                "({low} to {high}, 95%). Without a comparison this is a change, not an effect.",
                **told,
            )
        case Verdict.HIGHER:
            return text(
                "{day} was followed by higher {metric} than the comparison lets expect: {effect} "
                "({low} to {high}, 95%).",
                **told,
            )
    return text(
        "{day} was followed by lower {metric} than the comparison lets expect: {effect} "
        "({low} to {high}, 95%).",
        **told,
    )


def placebo(found: Impact) -> Text:
    """How many other dates look as striking."""
    if not found.others.n:
        return text("No other date can be tried.")
    return text("{k} of {n} other dates give as much.", k=found.others.as_much, n=found.others.n)


def verdict_said(verdict: Verdict) -> Text:
    """The verdict in a few words."""
    return {
        Verdict.NO_EVIDENCE: text("No evidence"),
        Verdict.CHANGE: text("Change, not effect"),
        Verdict.HIGHER: text("Higher than expected"),
        Verdict.LOWER: text("Lower than expected"),
    }[verdict]


def effect_said(found: Impact) -> Text:
    """The estimate with its sign: a share of what was expected, points of a rate, else amounts."""
    return _said(found, "value")


def bound_said(found: Impact, bound: str) -> Text:
    """One end of the 95 % interval, said like the estimate."""
    return _said(found, bound)


def _said(found: Impact, part: str) -> Text:
    if found.metric.unit == "rate":
        points = round(100 * _of(found.effect, part), 1)
        words = text("{sign}{points} percentage points", sign=_sign(points), points=_size(points))
    elif found.relative is not None:
        share = round(_of(found.relative, part), 3)
        words = Text.joined("", [_sign(share), Text("{n}", (("n", Share(abs(share), 1)),))])
    else:
        amount = _of(found.effect, part)
        value = value_said(abs(amount), found.metric.unit)
        words = Text.joined("", [_sign(amount), value])
    return words


def _of(found: Range, part: str) -> float:
    return {"value": found.value, "low": found.low, "high": found.high}[part]


def _size(change: float) -> Amount:
    return Amount(abs(change), 1)


def _sign(change: float) -> str:
    return "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else "±"
