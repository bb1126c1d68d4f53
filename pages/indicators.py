"""Indicators: which may lead, which are results; the usual delay; the calendar."""

import streamlit as st

from core.errors import Refusal
from core.figures.durations import plural
from core.language import text
from core.metrics import Panel
from core.workspace import edits
from pages.ui import cache, changes, indicator_card, opened, session, widgets
from pages.ui.session import t
from pages.ui.words import GRAINS, PROPOSED

MOST = 12  # indicators of a role drawn at a time


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
        opened.choice().lags or (1, furthest),
        help=t("Declare what you know before you look: fewer delays tried, more found."),
    )
    keep = opened.choice().keep_unfinished
    if panel.unfinished is not None or keep:
        keep = period.toggle(t("Keep the unfinished last period"), keep)
    now = opened.choice()
    if grain != panel.grain:
        changes.edit(edits.set_grain(grain), text("Period chosen"))
    elif lags != (now.lags or (1, furthest)):
        changes.edit(
            edits.set_lags(None if lags == (1, furthest) else lags), text("Delay declared")
        )
    elif keep != now.keep_unfinished:
        changes.edit(edits.keep_unfinished(keep), text("Unfinished period kept or left out"))
    else:
        return
    st.rerun()


widgets.need_files()
title, onward = st.columns([2, 1], vertical_alignment="bottom")
title.title(t("Indicators"))
try:
    panel = cache.panel()
except Refusal as stop:
    widgets.refusal(stop)
    st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    st.stop()
if onward.button(t("See what leads"), type="primary", width="stretch"):
    st.switch_page("lead_lag.py")
for question in panel.questions:
    said = widgets.question(question, f"meaning-{question.column}")
    if said is not None:
        changes.mean(question, said)
        st.rerun()
calendar(panel)
widgets.notices(panel.notices)
for role, heading in PROPOSED.items():
    proposed = [one for one in panel.indicators if one.role is role]
    if proposed:
        st.subheader(f"{heading.to(session.language())} ({len(proposed)})")
    for one in widgets.leaf(proposed, MOST, f"leaf-{role}"):
        indicator_card.show(panel, one)
