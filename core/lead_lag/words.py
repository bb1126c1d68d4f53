"""The answer in one sentence: what moved first, how surely; never what caused what."""

from collections.abc import Mapping
from dataclasses import replace

from core.language import Amount, Share, Text, counted, text
from core.lead_lag.lengths import delay, later
from core.lead_lag.model import LeadLag, Verdict
from core.lead_lag.names import baseline_name
from core.lead_lag.phrases import basis, moved, p_said, pair_names, plausible, tried

Names = Mapping[str, str]

MONTHS_TOLD = 35  # a longer wait is told in years


def in_words(pair: LeadLag, names: Names | None = None) -> Text:
    """The one sentence about a pair: n, span, delay and uncertainty named.

    names: id -> name to be said; without it the names the pair carries.
    """
    pair = _named(pair, names)
    match pair.verdict:
        case Verdict.LEADS:
            return _leads(pair)
        case Verdict.MAY_LEAD:
            return _may_lead(pair)
        case Verdict.MOVES_TOGETHER:
            return _together(pair)
        case Verdict.FOLLOWS:
            return _follows(pair)
        case Verdict.NO_EVIDENCE:
            return _nothing(pair)
        case Verdict.TOO_LITTLE_DATA:
            return _too_little(pair)


def spreadsheet_in_words(pair: LeadLag, names: Names | None = None) -> Text:
    """What the spreadsheet would have told you, and what it did not ask."""
    seen = _named(pair, names).spreadsheet
    if seen is None:
        return text("CORREL would have given an error: there is nothing to correlate.")
    told = {
        "r": Amount(seen.r, 2),
        "delay": delay(pair.grain, seen.lag),
        "p": p_said(seen.p),
        "unasked": _unasked(pair),
    }
    if pair.pooled_over > 1:
        return text("CORREL on the totals would have said: {r} at {delay} ({p}). {unasked}", **told)
    return text("CORREL would have said: {r} at {delay} ({p}). {unasked}", **told)


def _leads(pair: LeadLag) -> Text:
    sentence = text(
        "{moved} about {later} ({plausible}); it survived trend, season and {tried} "
        "({p}; {basis}).",
        moved=moved(pair),
        later=later(pair.grain, pair.lead or 0),
        plausible=plausible(pair),
        tried=tried(pair),
        p=p_said(pair.p),
        basis=basis(pair),
    )
    if pair.rung < 4 or pair.skill is None:
        return sentence
    proven = text(
        "On a past it had not seen, forecasts with it erred {skill} less than those from {rival}.",
        skill=Share(pair.skill),
        rival=baseline_name(pair.baseline),
    )
    return Text.joined(" ", [sentence, proven])


def _may_lead(pair: LeadLag) -> Text:
    return text(
        "{moved} about {later} ({plausible}), perhaps: alone it would pass ({p}), among all pairs "
        "tried together it does not (q = {q}; {basis}).",
        moved=moved(pair),
        later=later(pair.grain, pair.lead or 0),
        plausible=plausible(pair),
        p=p_said(pair.p),
        q=Amount(pair.q, 3),
        basis=basis(pair),
    )


def _together(pair: LeadLag) -> Text:
    return text(
        "{leading} and {lagging} move together in the same period (r = {r}); no sign that one "
        "moves before the other ({p} over {tried}; {basis}).",
        **pair_names(pair),
        r=Amount(pair.same_period_r, 2),
        p=p_said(pair.p),
        tried=tried(pair),
        basis=basis(pair),
    )


def _follows(pair: LeadLag) -> Text:
    return text(
        "{leading} moves after {lagging}, not before it "
        "({p} in that order, over {tried}; {basis}).",
        **pair_names(pair),
        p=p_said(pair.reverse_p),
        tried=tried(pair),
        basis=basis(pair),
    )


def _nothing(pair: LeadLag) -> Text:
    return text(
        "No sign that {leading} moves before {lagging}: the best of {tried} is what chance gives "
        "({p}; {basis}). A correlation of {seen} or more would probably have shown.",
        **pair_names(pair),
        tried=tried(pair),
        p=p_said(pair.p),
        basis=basis(pair),
        seen=Amount(pair.smallest_r, 2),
    )


def _too_little(pair: LeadLag) -> Text:
    if pair.months_until_known is None:
        return text(
            "It cannot be said whether {leading} moves before {lagging}: too few "
            "changes stand side by side ({basis}).",
            **pair_names(pair),
            basis=basis(pair),
        )
    return text(
        "Not enough yet: {wait} before it can be said whether {leading} moves before {lagging} "
        "({basis}).",
        **pair_names(pair),
        wait=_wait(int(pair.months_until_known)),
        basis=basis(pair),
    )


def _wait(months: int) -> Text:
    if months > MONTHS_TOLD:
        years = -(-months // 12)
        return counted("about {n} more year is needed", "about {n} more years are needed", years)
    return counted("about {n} more month is needed", "about {n} more months are needed", months)


def _named(pair: LeadLag, names: Names | None) -> LeadLag:
    known = names or {}
    return replace(
        pair,
        leading_name=known.get(pair.leading, pair.leading_name or pair.leading),
        lagging_name=known.get(pair.lagging, pair.lagging_name or pair.lagging),
    )


def _unasked(pair: LeadLag) -> Text:
    """What CORREL left out, for this pair."""
    grows = all(done.differenced for done in pair.preparation)
    season = all(done.seasonal for done in pair.preparation)
    if grows and season:
        return text(
            "It did not ask whether both only grow and share a season, "
            "nor how many delays were tried."
        )
    if grows:
        return text("It did not ask whether both only drift, nor how many delays were tried.")
    if season:
        return text(
            "It did not ask whether both only share a season, nor how many delays were tried."
        )
    return text(
        "It did not ask how many delays were tried, nor how much each one remembers its own past."
    )
