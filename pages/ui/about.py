"""What is known of an indicator: definition, formula, freshness, how it is gamed, its guard."""

import streamlit as st

from core.language import Text, text
from core.lead_lag.lengths import span
from core.metrics import CATALOGUE, Indicator, Panel, standing
from pages.ui import cache, widgets
from pages.ui.session import t
from pages.ui.words import BETTER, UNITS


def popover(panel: Panel, one: Indicator) -> None:
    """A way to all that is known; drawn only once it is opened."""
    shown = st.popover(
        t("About it"),
        icon=":material/info:",
        key=f"about-{one.id}",
        on_change="rerun",
        type="tertiary",
    )
    if shown.open:
        with shown:
            full(panel, one)


def full(panel: Panel, one: Indicator) -> None:
    """All that is known of it, a line each."""
    facts = _facts(panel, one)
    st.markdown("  \n".join(f"**{widgets.plain(name)}:** {words}" for name, words in facts))


def measured(panel: Panel, one: Indicator) -> str:
    """How much of it is known, and how fresh it is beside the others, in a line."""
    known, now = panel.values[one.id].count(), standing(panel, one.id)
    said = [text("{n} of {all} periods", n=int(known), all=len(panel.values))]
    if now is not None and now.behind:
        behind = span(panel.grain, now.behind)
        said.append(
            text(
                "known up to {period}; others are known {behind} further",
                period=now.last.period,
                behind=behind,
            )
        )
    return " · ".join(widgets.plain(part) for part in said)


def _facts(panel: Panel, one: Indicator) -> list[tuple[Text, str]]:
    metric = CATALOGUE.get(one.metric or "")
    facts = [(text("How it is counted"), widgets.plain(cache.formula(one)))]
    if metric is not None:
        facts = [(text("What it is"), widgets.plain(metric.meaning)), *facts]
    facts.append((text("Known"), measured(panel, one)))
    if one.unit in UNITS:
        facts.append((text("Unit"), widgets.plain(UNITS[one.unit])))
    if metric is None:
        return facts
    facts.append((text("Good is"), widgets.plain(BETTER[metric.better])))
    if metric.usual_lead:
        facts.append((text("Usual delay"), _delay(metric.usual_lead)))
    if metric.gamed:
        facts.append((text("How it is gamed"), widgets.plain(metric.gamed)))
    if metric.guard:
        guard = CATALOGUE[metric.guard].name if metric.guard in CATALOGUE else metric.guard
        facts.append((text("Watch beside it"), widgets.plain(guard)))
    return facts


def _delay(months: tuple[int, int]) -> str:
    first, last = months
    return t("{first} to {last} months before results", first=first, last=last)
