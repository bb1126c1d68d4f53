"""The answer in one sentence: what moved first, how surely; never what caused what."""

from collections.abc import Mapping
from dataclasses import replace

from core.language import Amount, Share, Text, counted, text
from core.lead_lag.lengths import delay, later, length
from core.lead_lag.model import LeadLag, Verdict
from core.lead_lag.names import baseline_name

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
        "p": _p(seen.p),
        "unasked": _unasked(pair),
    }
    if pair.pooled_over > 1:
        return text("CORREL on the totals would have said: {r} at {delay} ({p}). {unasked}", **told)
    return text("CORREL would have said: {r} at {delay} ({p}). {unasked}", **told)


def _leads(pair: LeadLag) -> Text:
    sentence = text(
        "{moved} about {later} ({plausible}); it survived trend, season and {tried} "
        "({p}; {basis}).",
        moved=_moved(pair),
        later=later(pair.grain, pair.lead or 0),
        plausible=_plausible(pair),
        tried=_tried(pair),
        p=_p(pair.p),
        basis=_basis(pair),
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
        moved=_moved(pair),
        later=later(pair.grain, pair.lead or 0),
        plausible=_plausible(pair),
        p=_p(pair.p),
        q=Amount(pair.q, 3),
        basis=_basis(pair),
    )


def _together(pair: LeadLag) -> Text:
    return text(
        "{leading} and {lagging} move together in the same period (r = {r}); no sign that one "
        "moves before the other ({p} over {tried}; {basis}).",
        **_names(pair),
        r=Amount(pair.same_period_r, 2),
        p=_p(pair.p),
        tried=_tried(pair),
        basis=_basis(pair),
    )


def _follows(pair: LeadLag) -> Text:
    return text(
        "{leading} moves after {lagging}, not before it "
        "({p} in that order, over {tried}; {basis}).",
        **_names(pair),
        p=_p(pair.reverse_p),
        tried=_tried(pair),
        basis=_basis(pair),
    )


def _nothing(pair: LeadLag) -> Text:
    return text(
        "No sign that {leading} moves before {lagging}: the best of {tried} is what chance gives "
        "({p}; {basis}). A correlation of {seen} or more would probably have shown.",
        **_names(pair),
        tried=_tried(pair),
        p=_p(pair.p),
        basis=_basis(pair),
        seen=Amount(pair.smallest_r, 2),
    )


def _too_little(pair: LeadLag) -> Text:
    if pair.months_until_known is None:
        return text(
            "It cannot be said whether {leading} moves before {lagging}: too few "
            "changes stand side by side ({basis}).",
            **_names(pair),
            basis=_basis(pair),
        )
    return text(
        "Not enough yet: {wait} before it can be said whether {leading} moves before {lagging} "
        "({basis}).",
        **_names(pair),
        wait=_wait(int(pair.months_until_known)),
        basis=_basis(pair),
    )


def _wait(months: int) -> Text:
    if months > MONTHS_TOLD:
        years = -(-months // 12)
        return counted("about {n} more year is needed", "about {n} more years are needed", years)
    return counted("about {n} more month is needed", "about {n} more months are needed", months)


def _moved(pair: LeadLag) -> Text:
    if pair.sign < 0:
        return text("A rise in {leading} was followed by a fall in {lagging}", **_names(pair))
    return text("A rise in {leading} was followed by a rise in {lagging}", **_names(pair))


def _named(pair: LeadLag, names: Names | None) -> LeadLag:
    known = names or {}
    return replace(
        pair,
        leading_name=known.get(pair.leading, pair.leading_name or pair.leading),
        lagging_name=known.get(pair.lagging, pair.lagging_name or pair.lagging),
    )


def _names(pair: LeadLag) -> dict[str, Text | str]:
    return {"leading": pair.leading_name, "lagging": pair.lagging_name}


def _basis(pair: LeadLag) -> Text:
    if not pair.n:
        return text("no period in which both were measured")
    return text(
        "{length}, {first}–{last}",
        length=_compared(pair),
        first=pair.first,
        last=pair.last,
    )


def _compared(pair: LeadLag) -> Text:
    if pair.pooled_over < 2:
        return length(pair.grain, pair.n)
    return text(
        "{length} over {segments}",
        length=length(pair.grain, pair.n),
        segments=counted("{n} segment", "{n} segments", pair.pooled_over),
    )


def _tried(pair: LeadLag) -> Text:
    first, last = pair.lags
    return counted("the {n} delay tried", "the {n} delays tried", last - first + 1)


def _plausible(pair: LeadLag) -> Text:
    if len(pair.lead_set) <= 1:
        return text("no other delay fits as well")
    return text("{range} plausible", range=_ranges(pair.lead_set))


def _ranges(lags: tuple[int, ...]) -> str:
    """1, 3–5: lags in a row joined."""
    runs: list[list[int]] = []
    for lag in lags:
        if runs and lag == runs[-1][-1] + 1:
            runs[-1].append(lag)
        else:
            runs.append([lag])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _p(p: float) -> Text:
    if p < 0.001:
        return text("p < {limit}", limit=Amount(0.001, 3))
    return text("p = {p}", p=Amount(p, 3))


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
