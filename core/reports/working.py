"""The working behind one pair: what was compared, what was done to each series, what was left."""

from collections.abc import Iterator

import pandas as pd

from core.language import Amount, Language, Share, Text, text
from core.lead_lag import LeadLag, Preparation, baseline_name

Step = tuple[Text, Text]
_UNKNOWN = text("not computable")


def working_table(pair: LeadLag, language: Language) -> pd.DataFrame:
    """Two columns: the step, and what it gave."""
    steps = [*_compared(pair), *_prepared(pair), *_searched(pair), *_past(pair)]
    return pd.DataFrame(
        [(step.to(language), gave.to(language)) for step, gave in steps],
        columns=[text("Step").to(language), text("What it gave").to(language)],
    )


def _compared(pair: LeadLag) -> Iterator[Step]:
    yield text("Periods compared"), text("{first} to {last}", first=pair.first, last=pair.last)
    yield (
        text("Periods, and what they are worth once memory is allowed for"),
        text("{n}; {worth}", n=pair.n, worth=Amount(pair.n_effective, 1)),
    )


def _prepared(pair: LeadLag) -> Iterator[Step]:
    indicator, result = pair.preparation
    yield text("Done to the indicator"), _done(indicator)
    yield text("Done to the result"), _done(result)


def _done(one: Preparation) -> Text:
    steps = [
        text("logarithm") if one.logged else None,
        text("season removed") if one.seasonal else None,
        text("change from period to period") if one.differenced else text("straight trend removed"),
        text("memory of {n} periods removed", n=one.ar_order) if one.ar_order else None,
        text("memory of the same season removed") if one.seasonal_ar else None,
        text("{n} gaps bridged, then left out", n=one.bridged) if one.bridged else None,
    ]
    return Text.joined("; ", [step for step in steps if step is not None])


def _searched(pair: LeadLag) -> Iterator[Step]:
    first, last = pair.lags
    yield text("Delays tried"), text("{first} to {last} periods", first=first, last=last)
    yield text("Correlation at the best delay, after all that"), _number(pair.r, 2)
    yield text("Chance of this much, all delays counted (p)"), _number(pair.p, 4)
    yield text("The same, all pairs counted too (q)"), _number(pair.q, 4)
    yield (
        text("In the same period: correlation, and its chance"),
        _both(pair.same_period_r, pair.same_period_p),
    )
    yield (
        text("The other way round: chance that the result moves first"),
        _number(pair.reverse_p, 4),
    )
    yield (
        text("Smallest correlation this much data could show"),
        _number(pair.smallest_r, 2),
    )


def _past(pair: LeadLag) -> Iterator[Step]:
    yield text("Forecast to beat"), baseline_name(pair.baseline) if pair.baseline else _UNKNOWN
    yield text("Error saved on the past it had not seen"), _share(pair.skill)
    yield text("Chance of saving this much (Clark-West)"), _number(pair.skill_p, 4)
    yield text("Half-length windows that agree"), _share(pair.stability)


def _number(value: float | None, digits: int) -> Text:
    if value is None or pd.isna(value):
        return _UNKNOWN
    return Text("{value}", (("value", Amount(value, digits)),))


def _both(r: float, p: float) -> Text:
    return Text.joined("; ", [_number(r, 2), _number(p, 4)])


def _share(value: float | None) -> Text:
    if value is None or pd.isna(value):
        return _UNKNOWN
    return Text("{value}", (("value", Share(value)),))
