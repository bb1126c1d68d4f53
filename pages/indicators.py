"""Indicators: which may lead, which are results; the usual delay; the calendar."""

import streamlit as st

from core.errors import Refusal
from core.figures import indicators as pictures
from core.figures.durations import plural
from core.metrics import CATALOGUE, Indicator, Panel, Role
from pages.ui import cache, session, widgets
from pages.ui.session import t
from pages.ui.words import GRAINS, ROLES


def calendar(panel: Panel) -> None:
    """Period, usual delay, unfinished last period."""
    language = session.language()
    period, delay = st.columns(2, gap="large")
    grain = period.segmented_control(
        t("Period"),
        list(cache.grains()),
        default=panel.grain,
        format_func=lambda one: GRAINS[one].to(language),
        required=True,
    )
    furthest = panel.grain.furthest_lead
    lags = delay.slider(
        t("Usual delay, in {unit}", unit=plural(panel.grain)),
        1,
        furthest,
        session.choice().lags or (1, furthest),
        help=t("Declare what you know before you look: fewer delays tried, more found."),
    )
    keep = session.choice().keep_unfinished
    if panel.unfinished is not None or keep:
        keep = period.toggle(t("Keep the unfinished last period"), keep)
    changes = {
        "grain": session.choice().grain if grain == panel.grain else grain,
        "lags": None if lags == (1, furthest) else lags,
        "keep_unfinished": keep,
    }
    if any(getattr(session.choice(), name) != value for name, value in changes.items()):
        session.choose(**changes)
        st.rerun()


def indicator(panel: Panel, one: Indicator) -> None:
    """One indicator: its name and meaning, its trend, its role."""
    language = session.language()
    with st.container(border=True):
        words, trend, role = st.columns([3, 1.5, 4], vertical_alignment="center")
        words.markdown(f"**{widgets.plain(one.name)}**")
        metric = CATALOGUE.get(one.metric or "")
        words.caption(widgets.plain(metric.meaning if metric else one.reason))
        series = panel.values[one.id]
        look = widgets.look(panel.names)
        trend.plotly_chart(
            pictures.sparkline(series, look),
            theme=None,
            key=f"trend-{one.id}",
            alt=look.say(pictures.trend_alt(series, look)),
            config={"staticPlot": True},
        )
        trend.caption(t("{n} of {all} periods", n=int(series.count()), all=len(series)))
        picked = role.segmented_control(
            t("Role of {name}", name=widgets.plain(one.name)),
            list(ROLES),
            default=session.role(one),
            format_func=lambda value: ROLES[value].to(language),
            key=f"role-{one.id}",
            required=True,
            label_visibility="collapsed",
            wrap=True,
        )
        if picked != session.role(one):
            session.choose(roles={**session.choice().roles, one.id: picked})
            st.rerun()


widgets.need_files()
title, onward = st.columns([2, 1], vertical_alignment="bottom")
title.title(t("Indicators"))
try:
    panel = cache.panel()
except Refusal as stop:
    widgets.refusal(stop)
    st.stop()
if onward.button(t("See what leads"), type="primary", width="stretch"):
    st.switch_page("lead_lag.py")
for question in panel.questions:
    said = widgets.question(question, f"meaning-{question.column}")
    if said is not None:
        session.mean(question, said)
        st.rerun()
calendar(panel)
for notice in panel.notices:
    st.markdown(f":material/info: {widgets.plain(notice)}")
for role in (Role.LAGGING, Role.LEADING, Role.NEITHER):
    for one in panel.indicators:
        if one.role is role:
            indicator(panel, one)
