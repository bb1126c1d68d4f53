"""What must be said beside the answer about one pair."""

from dataclasses import replace

from core.language import Amount, Text, counted, text
from core.lead_lag.evidence import (
    SHARE_OF_LAGS,
    TIED,
    UNSEEN,
    Evidence,
    History,
    months_of,
    periods_until_known,
)
from core.lead_lag.model import LeadLag, Options, Verdict

NARROW = 3  # lags of the declared delay whose gain is named


def pair_notices(pair: LeadLag, evidence: Evidence, options: Options, share: float) -> LeadLag:
    """The same pair with its notices; share: of the periods so far, in which both were measured."""
    found = [_tied(pair, evidence), _both_ways(pair, evidence, options), _odd(pair)]
    found.append(_declare(pair, options, share))
    found.append(_too_far(pair, options))
    return replace(pair, notices=tuple(one for one in found if one is not None))


def _tied(pair: LeadLag, evidence: Evidence) -> Text | None:
    """The tie within the period is stronger than the lead."""
    row = pair.profile[pair.profile["lag"] == 0]
    if pair.rung < 2 or row.empty or evidence.same_q > 0.05:
        return None
    if abs(float(row["t"].iloc[0])) < TIED * abs(evidence.t):
        return None
    return text(
        "They move together within the same period far more strongly (r = {r}) than with a delay.",
        r=Amount(pair.same_period_r, 2),
    )


def _both_ways(pair: LeadLag, evidence: Evidence, options: Options) -> Text | None:
    if pair.rung < 2 or not evidence.reverse_q <= options.level:
        return None
    return text(
        "{lagging} is also followed by {leading}: each may drive the other.",
        lagging=pair.lagging_name,
        leading=pair.leading_name,
    )


def _odd(pair: LeadLag) -> Text | None:
    named = zip((pair.leading_name, pair.lagging_name), pair.preparation, strict=True)
    said = [Text.joined(": ", [name, notice]) for name, done in named for notice in done.notices]
    return Text.joined(" ", said) if said else None


def _declare(pair: LeadLag, options: Options, share: float) -> Text | None:
    """What declaring the usual delay would save."""
    if pair.verdict is not Verdict.TOO_LITTLE_DATA or options.lags or not pair.months_until_known:
        return None
    now = History(pair.n, pair.n_effective)
    sooner = months_of(periods_until_known(UNSEEN, now, (1, NARROW)), pair.grain, share)
    if sooner is None or sooner >= pair.months_until_known:
        return None
    return counted(
        "Declaring the usual delay (1 to 3 periods) would save about {n} month of waiting.",
        "Declaring the usual delay (1 to 3 periods) would save about {n} months of waiting.",
        int(pair.months_until_known - sooner),
    )


def _too_far(pair: LeadLag, options: Options) -> Text | None:
    if options.lags is None or options.lags[1] <= pair.n // SHARE_OF_LAGS:
        return None
    return counted(
        "Only delays up to {n} period can be searched in so short a history.",
        "Only delays up to {n} periods can be searched in so short a history.",
        pair.n // SHARE_OF_LAGS,
    )
