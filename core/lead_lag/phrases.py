"""Phrases that the sentences of all verdicts share: names, delays, p, what it rests on."""

from core.language import Amount, Text, counted, text
from core.lead_lag.lengths import length
from core.lead_lag.model import LeadLag


def moved(pair: LeadLag) -> Text:
    """A rise, and what followed it."""
    if pair.sign < 0:
        return text("A rise in {leading} was followed by a fall in {lagging}", **pair_names(pair))
    return text("A rise in {leading} was followed by a rise in {lagging}", **pair_names(pair))


def pair_names(pair: LeadLag) -> dict[str, Text | str]:
    """What leads and what is led, to put into a sentence."""
    return {"leading": pair.leading_name, "lagging": pair.lagging_name}


def basis(pair: LeadLag) -> Text:
    """How many periods were compared, and which."""
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


def tried(pair: LeadLag) -> Text:
    """How many delays were searched."""
    first, last = pair.lags
    return counted("the {n} delay tried", "the {n} delays tried", last - first + 1)


def plausible(pair: LeadLag) -> Text:
    """The other delays that fit as well."""
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


def p_said(p: float) -> Text:
    """p to three digits; below 0.001 only that."""
    if p < 0.001:
        return text("p < {limit}", limit=Amount(0.001, 3))
    return text("p = {p}", p=Amount(p, 3))
