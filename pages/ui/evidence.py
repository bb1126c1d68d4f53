"""One pair on screen: its card, and everything behind it."""

import streamlit as st

from core.figures import lead_lag as pictures
from core.figures.durations import plural
from core.language import Text, counted, text
from core.lead_lag import (
    LeadLag,
    Scan,
    in_words,
    rung_name,
    rung_sign,
    spreadsheet_in_words,
    verdict_name,
)
from core.metrics import Panel
from core.reports import working_table
from pages.ui import session, widgets
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
    opened = session.choice().opened == (pair.leading, pair.lagging)
    names, language = panel.names, session.language()
    key = f"{pair.leading}-{pair.lagging}"
    with st.container(border=True, key=f"card-{key}"):
        verdict = verdict_name(pair.verdict).to(language)
        st.badge(
            f"{rung_sign(pair.rung)} {verdict}",
            color=COLOURS[pair.rung],
            help=rung_name(pair.rung).to(language),
        )
        st.markdown(f"#### {plain(names[pair.leading])} → {plain(names[pair.lagging])}")
        st.markdown(plain(in_words(pair)))
        told = t("What the spreadsheet would have told you")
        st.caption(f":material/calculate: **{told}** · {plain(spreadsheet_in_words(pair))}")
        if st.button(t("Close") if opened else t("Look closer"), key=f"open-{key}"):
            session.choose(opened=None if opened else (pair.leading, pair.lagging))
            st.rerun()
        if opened:
            detail(panel, pair)


def detail(panel: Panel, pair: LeadLag) -> None:
    """The pictures behind one pair, each with its numbers, and the working."""
    look = widgets.look(panel.names)
    views = st.tabs(
        [
            t("Shifted"),
            t("Every delay"),
            t("Past forecasts"),
            t("Stability"),
            t("Show the working"),
        ]
    )
    with views[0]:
        overlay(panel, pair)
    with views[1]:
        widgets.chart(
            pictures.lag_bars(pair, look),
            pictures.lag_bars_table(pair, look),
            look.say(pictures.lag_bars_alt(pair, look)),
            "lags",
        )
    with views[2]:
        widgets.chart(
            pictures.past_skill(pair, look),
            pictures.past_skill_table(pair, look),
            look.say(pictures.past_skill_alt(pair, look)),
            "past",
        )
    with views[3]:
        widgets.chart(
            pictures.stability(pair, look),
            pictures.stability_table(pair, look),
            look.say(pictures.stability_alt(pair)),
            "stability",
        )
    with views[4]:
        for notice in pair.notices:
            st.markdown(f":material/info: {plain(notice)}")
        st.table(working_table(pair, look.language))


@st.fragment
def overlay(panel: Panel, pair: LeadLag) -> None:
    """Both series, the indicator shifted by its lead or by hand."""
    look = widgets.look(panel.names)
    shift = st.slider(
        t("Shift the indicator by hand, in {unit}", unit=plural(pair.grain)),
        0,
        max(pair.lags[1], 1),
        pair.lead or 0,
        key=f"shift-{pair.leading}-{pair.lagging}",
    )
    widgets.chart(
        pictures.overlay(panel.values, pair, shift, look),
        pictures.overlay_table(panel.values, pair, shift, look),
        look.say(pictures.overlay_alt(pair, shift, look)),
        "overlay",
    )
