"""Indicators: which may lead, which are results; the usual delay; the calendar."""

import streamlit as st

from core.errors import Refusal
from pages.ui import (
    cache,
    calendar_view,
    catalogue_view,
    changes,
    fiscal_view,
    indicator_card,
    own_form,
    session,
    widgets,
)
from pages.ui.session import t
from pages.ui.words import PROPOSED

MOST = 8  # indicators of a role drawn at a time

widgets.need_files()
title, onward = st.columns([2, 1], vertical_alignment="bottom")
title.title(t("Indicators"))
try:
    panel = cache.panel()
except Refusal as stop:
    widgets.refusal(stop)
    if fiscal_view.matters():
        fiscal_view.ask("fiscal-rescue")
    own_form.rescue()
    st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    st.stop()
if onward.button(t("See what leads"), type="primary", width="stretch"):
    st.switch_page("lead_lag.py")
for question in panel.questions:
    said = widgets.question(question, f"meaning-{question.column}")
    if said is not None:
        changes.mean(question, said)
        st.rerun()
calendar_view.show(panel)
widgets.notices(panel.notices)
with st.expander(t("Add an indicator of your own"), icon=":material/add:", key="own"):
    own_form.show(panel)
wanted = catalogue_view.ask()
shown = catalogue_view.found(panel, wanted)
for role, heading in PROPOSED.items():
    proposed = [one for one in shown if one.role is role]
    if proposed:
        st.subheader(f"{heading.to(session.language())} ({len(proposed)})")
    for one in widgets.leaf(proposed, MOST, f"leaf-{role}"):
        indicator_card.show(panel, one)
catalogue_view.absent(panel, wanted)
