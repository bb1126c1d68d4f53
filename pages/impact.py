"""Impact: what followed a campaign, a training, a price change or a launch."""

import streamlit as st

from core.errors import Refusal
from core.language import text
from pages.ui import cache, impact_form, impact_view, kept_tabs, widgets
from pages.ui.session import t

widgets.need_files()
st.title(t("Impact"))
st.markdown(
    t(
        "Did it work? Choose what happened and an indicator: Headlight shows what was to be "
        "expected anyway, what came, and how often nothing looks the same."
    )
)
try:
    whole = cache.panel()
    metric = impact_form.metric(whole)
    chosen = impact_form.event()
    panel, treated, comparison = impact_form.groups(whole, metric, chosen)
    control, periods = impact_form.more(whole, metric)
    asked = impact_form.asked(chosen, (treated, comparison), control, periods)
    found = cache.impact(panel, metric, chosen.when, asked)
except Refusal as stop:
    widgets.refusal(stop)
    st.stop()
impact_view.answer(found)
as_expected, before, elsewhere = kept_tabs.tabs(
    [text("Expected and actual"), text("Before the date"), text("Other dates")], "impact-seen"
)
with as_expected:
    impact_view.expected(panel, found)
with before:
    impact_view.paths(panel, found)
with elsewhere:
    impact_view.others(panel, found)
impact_view.decide(found)
