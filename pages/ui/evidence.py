"""One pair on screen: its card, from the verdict down to the way into its pictures."""

import streamlit as st

from core.language import Amount, Share, Text, counted, text
from core.lead_lag import (
    LeadLag,
    Scan,
    in_words,
    rung_name,
    rung_sign,
    spreadsheet_in_words,
    verdict_name,
)
from core.lead_lag.lengths import span
from core.lead_lag.mechanical import by_arithmetic
from core.lead_lag.pooling.notices import against
from core.metrics import Panel
from pages.ui import pair_pictures, session
from pages.ui.session import t
from pages.ui.widgets import plain

COLOURS = ("gray", "gray", "orange", "blue", "green", "green")


def summary(panel: Panel, scan: Scan) -> Text:
    """What was asked and how much of it was found, in a line."""
    found = sum(pair.rung >= 3 for pair in scan.pairs)
    return Text.joined(
        " · ",
        [
            counted("{n} pair compared", "{n} pairs compared", len(scan.pairs)),
            counted("{n} leads", "{n} lead", found),
            text(
                "{first} to {last}",
                first=panel.values.index[0],
                last=panel.values.index[-1],
            ),
        ],
    )


def card(panel: Panel, pair: LeadLag) -> None:
    """One pair: verdict, sentence, and the way into it."""
    opened = session.pair_open() == (pair.leading, pair.lagging)
    language = session.language()
    names = panel.names(language)
    key = f"{pair.leading}-{pair.lagging}"
    with st.container(border=True, key=f"card-{key}"):
        verdict = verdict_name(pair.verdict).to(language)
        st.badge(
            f"{rung_sign(pair.rung)} {verdict}",
            color=COLOURS[pair.rung],
            help=rung_name(pair.rung).to(language),
        )
        st.markdown(f"#### {plain(names[pair.leading])} → {plain(names[pair.lagging])}")
        if pair.lead is not None:
            _at_a_glance(pair)
        st.markdown(plain(in_words(pair)))
        arithmetic = by_arithmetic(pair, {one.id: one for one in panel.indicators})
        if arithmetic is not None:
            st.markdown(f":material/functions: {plain(arithmetic)}")
        dissent = against(pair) if pair.pooled_over else None
        if dissent is not None:
            st.markdown(f":material/call_split: {plain(dissent)}")
        told = t("What the spreadsheet would have told you")
        st.caption(f":material/calculate: **{told}** · {plain(spreadsheet_in_words(pair))}")
        st.button(
            t("Close") if opened else t("Look closer"),
            key=f"open-{key}",
            on_click=session.open_pair,
            args=(None if opened else (pair.leading, pair.lagging),),
        )
        if opened:
            pair_pictures.show(panel, pair)


def _at_a_glance(pair: LeadLag) -> None:
    """Lead, risk, worth and basis of a pair that has a lead, side by side."""
    least = Amount(0.001, 3)
    facts = [
        (text("Lead"), _lead(pair)),
        (
            text("Risk of a false find (q)"),
            text("under {limit}", limit=least)
            if pair.q < least.value
            else _said(Amount(pair.q, 3)),
        ),
        (text("Compared"), span(pair.grain, pair.n)),
    ]
    if pair.skill is not None:
        facts.append((_direction(pair.skill), _said(Share(abs(pair.skill)))))
    with st.container(horizontal=True, gap="medium"):
        for name, value in facts:
            st.markdown(f":small[{plain(name)}]  \n**{plain(value)}**", width="content")


def _lead(pair: LeadLag) -> Text:
    """The best lead, and every plausible one where there are several."""
    lead, plausible = span(pair.grain, pair.lead or 0), sorted(pair.lead_set)
    if len(plausible) < 2:
        return lead
    unbroken = plausible == list(range(plausible[0], plausible[-1] + 1))
    several = f"{plausible[0]}–{plausible[-1]}" if unbroken else ", ".join(map(str, plausible))
    return Text.joined(" ", [lead, f"({several})"])


def _direction(skill: float) -> Text:
    return text("Past forecasts better by") if skill >= 0 else text("Past forecasts worse by")


def _said(value: Amount | Share) -> Text:
    return Text("{value}", (("value", value),))
